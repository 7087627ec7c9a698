// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "keychain/keychain.h"

#include "support/fakekeychainbackend.h"
#include "support/resultof.h"
#include "support/testmain.h"

using namespace mintmark;
using namespace mintmark::test;
using namespace Qt::StringLiterals;

namespace {

/// Faults that answer at once must do so on a loaded machine too; those that hang are told by
/// limits of milliseconds.
constexpr KeychainLimits patient { .probeMs = 20'000, .operationMs = 20'000, .promptMs = 20'000 };
constexpr KeychainLimits hastyProbe { .probeMs = 30, .operationMs = 20'000, .promptMs = 20'000 };
constexpr KeychainLimits hastyOperation { .probeMs = 20'000, .operationMs = 60, .promptMs = 60 };
constexpr qint64 longestMs = 10'000;
const QString key = u"mintmark/v1/profile/1"_s;
const QByteArray before = "stored before"; // what lies under the key when the fault begins
const QByteArray wanted = "to be written";

using System = FakeKeychainSystem;
using Call = KeychainCall;

std::function<bool(Call)> only(Call hanging)
{
    return [hanging](Call call) { return call == hanging; };
}

Error noReply()
{
    return keychainError(KeychainState::Failed, u"Message recipient disconnected from bus"_s);
}

/// One fault, and how read, write and remove must end under it. nullopt: success.
struct Fault
{
    const char *name;
    std::function<void(System &)> begin;
    std::optional<ErrorCode> read;
    std::optional<ErrorCode> write;
    std::optional<ErrorCode> remove;
    KeychainLimits limits = patient;
};

// The sixteen faults of a keychain, and those that fall between two steps of one operation.
const QList<Fault> &faults()
{
    using enum ErrorCode;
    static const QList<Fault> table {
        { "no session bus", [](System &s) { s.state = KeychainState::NoService; },
          KeychainNoService, KeychainNoService, KeychainNoService },
        { "no service",
          [](System &s) {
              s.refuse = [](Call) { return keychainError(KeychainState::NoService); };
          },
          KeychainNoService, KeychainNoService, KeychainNoService },
        { "service fails to start",
          [](System &s) {
              s.refuse = [](Call) {
                  return keychainError(KeychainState::NoService, u"exited with status 1"_s);
              };
          },
          KeychainNoService, KeychainNoService, KeychainNoService },
        { "locked, prompt dismissed",
          [](System &s) {
              s.state = KeychainState::Locked;
              s.afterUnlock = KeychainState::Denied;
          },
          KeychainLocked, KeychainLocked, KeychainLocked },
        { "locked, prompt impossible",
          [](System &s) {
              s.state = KeychainState::Locked;
              s.afterUnlock = KeychainState::Locked;
          },
          KeychainLocked, KeychainLocked, KeychainLocked },
        { "locked, unlocked late",
          [](System &s) {
              s.state = KeychainState::Locked;
              s.hangs = only(Call::Unlock);
          },
          KeychainLocked, KeychainLocked, KeychainLocked },
        { "frozen", [](System &s) { s.hangs = [](Call) { return true; }; }, KeychainBusy,
          KeychainBusy, KeychainBusy, hastyProbe },
        { "killed in mid-call",
          [](System &s) {
              s.refuse = [](Call call) {
                  return call == Call::Probe ? std::optional<Error>() : noReply();
              };
          },
          KeychainFailed, KeychainFailed, KeychainFailed },
        { "restarted in mid-call",
          [](System &s) {
              s.refuse = [&s](Call call) -> std::optional<Error> {
                  if (call == Call::Probe)
                      return {};
                  s.refuse = nullptr;
                  return noReply();
              };
          },
          KeychainFailed, KeychainFailed, KeychainFailed },
        { "default collection deleted",
          [](System &s) {
              s.items.clear();
              s.state = KeychainState::Locked; // it takes a prompt to make a new one
          },
          KeychainLocked, KeychainLocked, KeychainLocked },
        { "write and remove return an error",
          [](System &s) {
              s.refuse = [](Call call) {
                  return call == Call::Write || call == Call::Remove ? noReply()
                                                                     : std::optional<Error>();
              };
          },
          {},
          KeychainFailed,
          KeychainFailed },
        { "write says yes and stores nothing",
          [](System &s) { s.dropsWrites = true; },
          {},
          KeychainNotStored,
          {} },
        { "write says yes and nothing is there",
          [](System &s) {
              s.dropsWrites = true;
              s.items.clear();
          },
          KeychainNotFound,
          KeychainNotStored,
          {} },
        // That these bytes are not the profile's is seen by who reads them: the item names its id.
        { "read returns other bytes",
          [](System &s) { s.readsAs = "something else"; },
          {},
          KeychainNotStored,
          KeychainFailed },
        { "read returns fewer bytes",
          [](System &s) { s.readsAs = wanted.first(5); },
          {},
          KeychainNotStored,
          KeychainFailed },
        { "read returns nothing", [](System &s) { s.readsAs = QByteArray(); }, KeychainCorrupt,
          KeychainNotStored, KeychainFailed },
        { "duplicate items",
          [](System &s) {
              s.items.append(s.items.first());
              s.appendsWrites = true;
          },
          {},
          KeychainNotStored,
          KeychainFailed },
        { "slow for 25 s", [](System &s) { s.hangs = [](Call c) { return c != Call::Probe; }; },
          KeychainBusy, KeychainBusy, KeychainBusy, hastyOperation },

        { "frozen after the act",
          [](System &s) {
              s.hangs = [&s](Call call) {
                  return call == Call::Read && s.count(Call::Write) + s.count(Call::Remove) > 0;
              };
          },
          {},
          KeychainBusy,
          KeychainBusy,
          hastyOperation },
        { "locked after the first probe",
          [](System &s) {
              s.before = [&s](Call call) {
                  if (call != Call::Probe)
                      s.state = KeychainState::Locked;
              };
          },
          KeychainLocked, KeychainNotStored, KeychainLocked },
        { "frozen at the second probe",
          [](System &s) {
              s.items.clear();
              s.hangs = [&s](Call call) { return call == Call::Probe && s.count(Call::Probe) > 1; };
          },
          KeychainBusy,
          {},
          KeychainBusy,
          hastyOperation },
        { "gone at the second probe",
          [](System &s) {
              s.items.clear();
              s.before = [&s](Call call) {
                  if (call == Call::Read)
                      s.state = KeychainState::NoService;
              };
          },
          KeychainNoService,
          {},
          KeychainNoService },
    };
    return table;
}

QString said(const std::optional<ErrorCode> &code)
{
    return code ? QString::number(static_cast<int>(*code)) : u"done"_s;
}

template <class T> std::optional<ErrorCode> codeOf(const Result<T> &result)
{
    return result.ok() ? std::optional<ErrorCode>() : result.error().code;
}

} // namespace

class TestKeychainFaults : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void endsInTheRightStateByTheDeadline_data()
    {
        QTest::addColumn<qsizetype>("row");
        QTest::addColumn<KeychainCall>("operation");
        for (qsizetype i = 0; i < faults().size(); ++i) {
            QTest::addRow("%s: read", faults()[i].name) << i << Call::Read;
            QTest::addRow("%s: write", faults()[i].name) << i << Call::Write;
            QTest::addRow("%s: remove", faults()[i].name) << i << Call::Remove;
        }
    }
    void endsInTheRightStateByTheDeadline()
    {
        QFETCH(const qsizetype, row);
        QFETCH(const KeychainCall, operation);
        const Fault &fault = faults()[row];
        System system;
        Keychain keychain(std::make_unique<FakeKeychainBackend>(system), fault.limits);
        system.items = { { key, u"label"_s, before } };
        fault.begin(system);

        QElapsedTimer elapsed;
        elapsed.start();
        if (operation == Call::Read) {
            QCOMPARE(said(codeOf(resultOf(keychain.read(key)))), said(fault.read));
        } else if (operation == Call::Write) {
            QCOMPARE(said(codeOf(resultOf(keychain.write(key, u"label"_s, SecretBytes(wanted))))),
                     said(fault.write));
        } else {
            QCOMPARE(said(codeOf(resultOf(keychain.remove(key)))), said(fault.remove));
        }
        QVERIFY(elapsed.elapsed() < longestMs);
        checkTruth(system, operation, fault);
    }

    void unlockUnderFaults()
    {
        for (const auto &[afterUnlock, expected] :
             { std::pair { KeychainState::Denied, ErrorCode::KeychainDenied },
               std::pair { KeychainState::Locked, ErrorCode::KeychainLocked } }) {
            System system;
            Keychain keychain(std::make_unique<FakeKeychainBackend>(system), patient);
            system.state = KeychainState::Locked;
            system.afterUnlock = afterUnlock;
            QCOMPARE(codeOf(resultOf(keychain.unlock())), expected);
            QCOMPARE(keychain.status().state, KeychainState::Locked);
        }
    }

private:
    /// Nothing is said to be stored that is not, nothing gone that is not.
    void checkTruth(const System &system, KeychainCall operation, const Fault &fault)
    {
        if (operation == Call::Write && !fault.write)
            QCOMPARE(system.value(key), wanted);
        if (operation == Call::Remove && !fault.remove)
            QVERIFY(system.items.isEmpty());
        if (fault.read == ErrorCode::KeychainNotFound)
            QVERIFY(system.items.isEmpty() || operation == Call::Write);
    }
};

MINTMARK_TEST(tst_keychainfaults, TestKeychainFaults)
#include "tst_keychainfaults.moc"

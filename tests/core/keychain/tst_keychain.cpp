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

/// Where everything answers at once nothing may be late, however loaded the machine is.
constexpr KeychainLimits patient { .probeMs = 20'000, .operationMs = 20'000, .promptMs = 20'000 };
constexpr KeychainLimits hastyProbe { .probeMs = 30, .operationMs = 20'000, .promptMs = 20'000 };
constexpr KeychainLimits hastyOperation { .probeMs = 20'000, .operationMs = 60, .promptMs = 60 };
const QString key = u"mintmark/v1/profile/1"_s;

SecretBytes secret(const char *text)
{
    return SecretBytes(QByteArrayView(text));
}

/// A keychain over a system whose state the test changes.
struct Rig
{
    explicit Rig(const KeychainLimits &limits = patient)
        : keychain(std::make_unique<FakeKeychainBackend>(system), limits)
    { }

    FakeKeychainSystem system;
    Keychain keychain;

    Result<SecretBytes> read() { return resultOf(keychain.read(key)); }
    Result<bool> write(const char *text = "value")
    {
        return resultOf(keychain.write(key, u"label"_s, secret(text)));
    }
    Result<bool> remove() { return resultOf(keychain.remove(key)); }
    void store(const char *text) { system.items = { { key, u"label"_s, text } }; }
};

} // namespace

class TestKeychain : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void storesReadsBackAndRemoves()
    {
        Rig rig;
        QVERIFY(rig.write("secret").ok());
        QCOMPARE(rig.system.items.size(), 1);
        QCOMPARE(rig.system.items[0].label, u"label"_s);
        const auto read = rig.read();
        QCOMPARE(read.value(), secret("secret"));
        QVERIFY(rig.remove().ok());
        QVERIFY(rig.system.items.isEmpty());
        QCOMPARE(rig.read().error().code, ErrorCode::KeychainNotFound);
        QVERIFY(rig.remove().ok()); // nothing to remove is no error
    }

    void probesBeforeEachOperationAndReadsBack()
    {
        Rig rig;
        QVERIFY(rig.write().ok());
        using enum KeychainCall;
        QCOMPARE(rig.system.calls, (QList { Probe, Write, Read }));
        rig.system.calls.clear();
        QVERIFY(rig.read().ok());
        QCOMPARE(rig.system.calls, (QList { Probe, Read }));
        rig.system.calls.clear();
        QVERIFY(rig.remove().ok());
        QCOMPARE(rig.system.calls, (QList { Probe, Remove, Read, Probe }));
    }

    void oneOperationInFlightInOrder()
    {
        Rig rig;
        std::vector<std::unique_ptr<ResultJob<bool>>> jobs;
        for (char i = '0'; i < '9'; ++i) {
            const QByteArray value(1, i);
            jobs.push_back(rig.keychain.write(key, {}, SecretBytes(value)));
            jobs.back()->start();
        }
        QTRY_VERIFY(jobs.back()->isFinished());
        for (const auto &job : jobs)
            QVERIFY(job->isFinished() && job->result().ok());
        QCOMPARE(rig.system.mostRunning, 1);
        QCOMPARE(rig.system.value(key), "8");
    }

    void refusesWhatIsTooLargeOrEmptyBeforeWriting()
    {
        Rig rig;
        rig.system.sizeLimit = 4;
        const Error error = rig.write("12345").error();
        QCOMPARE(error.code, ErrorCode::KeychainTooLarge);
        QCOMPARE(error.argument(u"size"), u"5"_s);
        QCOMPARE(error.argument(u"limit"), u"4"_s);
        QVERIFY(rig.write("1234").ok());
        QCOMPARE(rig.write("").error().code, ErrorCode::Internal);
        QCOMPARE(rig.system.count(KeychainCall::Write), 1);
    }

    void tellsStatusOnceAndWhenItChanges()
    {
        Rig rig;
        QSignalSpy spy(&rig.keychain, &Keychain::statusChanged);
        QVERIFY(!rig.keychain.isStatusKnown());
        rig.keychain.refreshStatus();
        QTRY_COMPARE(spy.count(), 1);
        QVERIFY(rig.keychain.isStatusKnown());
        QCOMPARE(rig.keychain.status(), (KeychainStatus { KeychainState::Ok, u"Fake Keyring"_s }));
        QVERIFY(rig.write().ok());
        QCOMPARE(spy.count(), 1);
        rig.system.state = KeychainState::Locked;
        QCOMPARE(rig.read().error().code, ErrorCode::KeychainLocked);
        QCOMPARE(spy.count(), 2);
        QCOMPARE(rig.keychain.status().state, KeychainState::Locked);
    }

    void frozenIsBusyOnceForAllThatWait()
    {
        Rig rig(hastyProbe);
        rig.system.hangs = [](KeychainCall call) { return call == KeychainCall::Probe; };
        std::vector<std::unique_ptr<ResultJob<SecretBytes>>> jobs;
        QElapsedTimer elapsed;
        elapsed.start();
        for (int i = 0; i < 200; ++i) {
            jobs.push_back(rig.keychain.read(key));
            jobs.back()->start();
        }
        QTRY_VERIFY(std::ranges::all_of(jobs, [](const auto &job) { return job->isFinished(); }));
        QVERIFY(elapsed.elapsed() < 100 * hastyProbe.probeMs);
        for (const auto &job : jobs)
            QCOMPARE(job->result().error().code, ErrorCode::KeychainBusy);
        QCOMPARE(jobs[0]->result().error().argument(u"seconds"), u"0.03"_s);
        QCOMPARE(rig.system.count(KeychainCall::Probe), 1);
        QCOMPARE(rig.keychain.status().state, KeychainState::Busy);
        // Thawed: the next one asks anew.
        rig.system.letGo();
        rig.keychain.refreshStatus();
        QTRY_COMPARE(rig.system.count(KeychainCall::Probe), 2);
    }

    void pastTheDeadlineBusyUntilItAnswers()
    {
        Rig rig(hastyOperation);
        rig.store("value");
        rig.system.hangs = [](KeychainCall call) { return call == KeychainCall::Read; };
        const Error late = rig.read().error();
        QCOMPARE(late.code, ErrorCode::KeychainBusy);
        QCOMPARE(late.argument(u"seconds"), u"0.06"_s);
        QCOMPARE(rig.keychain.status(),
                 (KeychainStatus { KeychainState::Busy, u"Fake Keyring"_s }));

        rig.system.calls.clear();
        QCOMPARE(rig.read().error().code, ErrorCode::KeychainBusy);
        QCOMPARE(rig.write().error().code, ErrorCode::KeychainBusy);
        QVERIFY(rig.system.calls.isEmpty());

        rig.system.letGo();
        QTRY_COMPARE(rig.keychain.status().state, KeychainState::Ok);
    }

    void lateWriteIsReadBackAndTold()
    {
        Rig rig(hastyOperation);
        QSignalSpy news(&rig.keychain, &Keychain::lateNews);
        rig.system.hangs = [](KeychainCall call) { return call == KeychainCall::Write; };
        QCOMPARE(rig.write("late").error().code, ErrorCode::KeychainBusy);
        QCOMPARE(news.count(), 0);
        rig.system.letGo();
        QTRY_COMPARE(news.count(), 1);
        QCOMPARE(news[0][0].toString(), key);
        QCOMPARE(rig.system.value(key), "late");
        QCOMPARE(rig.system.calls.last(2).first(), KeychainCall::Read);
    }

    void lateWriteThatDidNotStayIsNoNews()
    {
        Rig rig(hastyOperation);
        QSignalSpy news(&rig.keychain, &Keychain::lateNews);
        rig.system.hangs = [](KeychainCall call) { return call == KeychainCall::Write; };
        rig.system.dropsWrites = true;
        QCOMPARE(rig.write("late").error().code, ErrorCode::KeychainBusy);
        rig.system.letGo();
        QTRY_COMPARE(rig.keychain.status().state, KeychainState::Ok);
        QCOMPARE(news.count(), 0);
    }

    void cancelledWriteGoesOnAndIsTold()
    {
        Rig rig;
        QSignalSpy news(&rig.keychain, &Keychain::lateNews);
        rig.system.hangs = [](KeychainCall call) { return call == KeychainCall::Write; };
        auto job = rig.keychain.write(key, {}, secret("value"));
        job->start();
        QTRY_COMPARE(rig.system.count(KeychainCall::Write), 1);
        job->cancel();
        QTRY_VERIFY(job->isFinished());
        QCOMPARE(job->result().error().code, ErrorCode::Cancelled);
        job.reset();
        auto next = rig.keychain.read(key);
        next->start();
        rig.system.letGo();
        QTRY_COMPARE(news.count(), 1);
        QTRY_VERIFY(next->isFinished());
        QCOMPARE(next->result().value(), secret("value"));
    }

    void cancelledBeforeItsTurnTouchesNothing()
    {
        Rig rig;
        rig.system.hangs = [](KeychainCall call) { return call == KeychainCall::Probe; };
        auto first = rig.keychain.write(key, {}, secret("first"));
        auto second = rig.keychain.write(key, {}, secret("second"));
        first->start();
        second->start();
        QTRY_COMPARE(rig.system.count(KeychainCall::Probe), 1);
        second->cancel();
        first.reset();
        QTRY_VERIFY(second->isFinished());
        rig.system.letGo();
        QCOMPARE(rig.read().error().code, ErrorCode::KeychainNotFound);
        QCOMPARE(rig.system.count(KeychainCall::Write), 0);
    }

    void unlockAsksOnlyWhenLocked()
    {
        Rig rig;
        QVERIFY(resultOf(rig.keychain.unlock()).ok());
        QCOMPARE(rig.system.count(KeychainCall::Unlock), 0);
        rig.system.state = KeychainState::Locked;
        QCOMPARE(resultOf(rig.keychain.unlock()).value().state, KeychainState::Ok);
        QCOMPARE(rig.system.count(KeychainCall::Unlock), 1);
        QCOMPARE(rig.keychain.status().state, KeychainState::Ok);
        rig.system.state = KeychainState::NoService;
        QCOMPARE(resultOf(rig.keychain.unlock()).error().code, ErrorCode::KeychainNoService);
    }

    void unlockCanBeWithdrawn()
    {
        Rig rig;
        rig.system.state = KeychainState::Locked;
        rig.system.hangs = [](KeychainCall call) { return call == KeychainCall::Unlock; };
        auto unlock = rig.keychain.unlock();
        unlock->start();
        QTRY_COMPARE(rig.system.count(KeychainCall::Unlock), 1);
        unlock->cancel();
        // The prompt is gone, so the next one need not wait for it.
        QCOMPARE(rig.read().error().code, ErrorCode::KeychainLocked);
    }

    void unlockedLateIsNews()
    {
        Rig rig(hastyOperation);
        rig.system.state = KeychainState::Locked;
        rig.system.hangs = [](KeychainCall call) { return call == KeychainCall::Unlock; };
        QCOMPARE(resultOf(rig.keychain.unlock()).error().code, ErrorCode::KeychainBusy);
        rig.system.letGo();
        QTRY_COMPARE(rig.keychain.status().state, KeychainState::Ok);
    }

    void listsItems()
    {
        Rig rig;
        QVERIFY(rig.write().ok());
        QCOMPARE(resultOf(rig.keychain.list()).value(),
                 (QList<KeychainItem> { { key, u"label"_s } }));
    }

    void endsQuietlyWhenDestroyedAtWork()
    {
        auto rig = std::make_unique<Rig>();
        rig->system.hangs = [](KeychainCall call) { return call == KeychainCall::Read; };
        auto running = rig->keychain.read(key);
        auto waiting = rig->keychain.read(key);
        running->start();
        waiting->start();
        QTRY_COMPARE(rig->system.count(KeychainCall::Read), 1);
        FakeKeychainSystem system = std::move(rig->system);
        auto unstarted = rig->keychain.read(key);
        rig.reset();
        QCOMPARE(resultOf(std::move(unstarted)).error().code, ErrorCode::KeychainNoService);
    }
};

MINTMARK_TEST(tst_keychain, TestKeychain)
#include "tst_keychain.moc"

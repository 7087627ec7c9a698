// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "keychain/qtkeychainbackend.h"

#include "core/keychain/keyringrig.h"
#include "keychain/keychain.h"
#include "support/resultof.h"
#include "support/testmain.h"

#include <QElapsedTimer>
#include <QTimer>

using namespace mintmark;
using namespace mintmark::test;
using namespace Qt::StringLiterals;

namespace {

constexpr KeychainLimits patient { .probeMs = 10'000, .operationMs = 20'000, .promptMs = 20'000 };
constexpr KeychainLimits hasty { .probeMs = 200, .operationMs = 400, .promptMs = 400 };

struct Rig
{
    explicit Rig(const KeychainLimits &limits = patient)
        : keychain(makeQtKeychainBackend(limits.probeMs), limits)
    { }
    Result<bool> write(const QString &key, const QByteArray &value)
    {
        return resultOf(keychain.write(key, u"Acme · Payments Out"_s, SecretBytes(value)), 30'000);
    }
    Result<SecretBytes> read(const QString &key) { return resultOf(keychain.read(key), 30'000); }

    Keychain keychain;
};

QString key(const char *name)
{
    return u"mintmark/v1/profile/"_s + QString::fromLatin1(name);
}

} // namespace

/// Beside a gnome-keyring of its own (tests/support/with-keyring.sh), open at first.
class TestQtKeychainBackend : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void cleanup()
    {
        QVERIFY(keyring::setDefaultCollection(u"login"_s));
        QVERIFY(keyring::unlock());
    }

    void anotherProgramSeesTheSameBytes_data()
    {
        QTest::addColumn<QByteArray>("value");
        QByteArray allBytes;
        for (int i = 0; i < 256; ++i)
            allBytes += static_cast<char>(i);
        QTest::newRow("text") << QByteArray("{\"client_secret\":\"s3cret\"}");
        QTest::newRow("one byte") << QByteArray("x");
        QTest::newRow("one zero byte") << QByteArray("\0", 1);
        QTest::newRow("every byte") << allBytes;
        QTest::newRow("UTF-8") << QByteArray("\xc3\xbc\xf0\x9f\x94\x91");
        QTest::newRow("1 MiB") << allBytes.repeated(4'096);
    }
    void anotherProgramSeesTheSameBytes()
    {
        QFETCH(const QByteArray, value);
        Rig rig;
        const QString itemKey = key(QTest::currentDataTag());
        QVERIFY(rig.write(itemKey, value).ok());
        QCOMPARE(keyring::storedValue(itemKey), value);
        QCOMPARE(rig.read(itemKey).value(), SecretBytes(value));
        QVERIFY(resultOf(rig.keychain.remove(itemKey)).ok());
        QVERIFY(keyring::storedValue(itemKey).isEmpty());
    }

    void itemsHaveNamesAndOneEntryEach()
    {
        Rig rig;
        QVERIFY(rig.write(key("named"), "first").ok());
        QVERIFY(rig.write(key("named"), "second").ok());
        const QByteArray found = keyring::secretTool(
            { u"search"_s, u"--all"_s, u"server"_s, u"mintmark"_s, u"user"_s, key("named") });
        QCOMPARE(found.count("label = "), 1);
        QVERIFY2(found.contains("label = Acme · Payments Out"), found.constData());
        QVERIFY(found.contains("attribute.type = base64"));
        QCOMPARE(resultOf(rig.keychain.list())->count({ key("named"), u"Acme · Payments Out"_s }),
                 1);
    }

    void nothingOfItLiesInTheClear()
    {
        Rig rig;
        const QByteArray canary = "canary-8b2e-in-the-keyring";
        QVERIFY(rig.write(key("canary"), canary).ok());
        for (const QByteArray &form :
             { canary, canary.toBase64(), canary.toHex(),
               QByteArray(reinterpret_cast<const char *>(u"canary-8b2e"), 22) })
            QCOMPARE(keyring::filesHolding(form), QStringList());
        QVERIFY(!QFile::exists(QDir::homePath() + u"/.config/mintmark.conf"_s));
    }

    void absentIsAbsentAndRemovingItIsDone()
    {
        Rig rig;
        QCOMPARE(rig.read(key("absent")).error().code, ErrorCode::KeychainNotFound);
        QVERIFY(resultOf(rig.keychain.remove(key("absent"))).ok());
    }

    void lockedIsNeitherAbsentNorWritten()
    {
        Rig rig;
        QVERIFY(rig.write(key("locked"), "value").ok());
        QVERIFY(keyring::lock());
        QCOMPARE(rig.read(key("locked")).error().code, ErrorCode::KeychainLocked);
        QCOMPARE(rig.write(key("locked"), "other").error().code, ErrorCode::KeychainLocked);
        QCOMPARE(resultOf(rig.keychain.remove(key("locked"))).error().code,
                 ErrorCode::KeychainLocked);
        QCOMPARE(rig.keychain.status(),
                 (KeychainStatus { KeychainState::Locked, u"GNOME Keyring"_s }));
        QElapsedTimer elapsed;
        elapsed.start();
        QCOMPARE(resultOf(rig.keychain.unlock()).error().code, ErrorCode::KeychainLocked);
        QVERIFY(elapsed.elapsed() < 2'000);
        QVERIFY(keyring::unlock());
        QCOMPARE(rig.read(key("locked")).value(), SecretBytes("value"));
    }

    // Past Keychain's own probe, as when somebody locks between the two.
    void lockedUnderTheBackendIsLockedToo()
    {
        const auto backend = makeQtKeychainBackend(10'000);
        QVERIFY(resultOf(backend->write(key("under"), u"x"_s, SecretBytes("value"))).ok());
        QVERIFY(keyring::lock());
        QCOMPARE(resultOf(backend->read(key("under"))).error().code, ErrorCode::KeychainLocked);
        QCOMPARE(resultOf(backend->write(key("under"), u"x"_s, SecretBytes("v"))).error().code,
                 ErrorCode::KeychainLocked);
    }

    void lockedInAnotherCollectionIsLockedToo()
    {
        Rig rig;
        QVERIFY(rig.write(key("first"), "value").ok());
        QVERIFY(keyring::lock());
        QVERIFY(keyring::setDefaultCollection(u"session"_s));
        QCOMPARE(rig.read(key("first")).error().code, ErrorCode::KeychainLocked);
        QCOMPARE(rig.read(key("nowhere")).error().code, ErrorCode::KeychainNotFound);
    }

    void frozenIsBusyAndAnswersLater()
    {
        Rig patientRig;
        QVERIFY(patientRig.write(key("frozen"), "value").ok());
        Rig rig(hasty);
        QElapsedTimer elapsed;
        elapsed.start();
        {
            const keyring::Frozen frozen;
            QCOMPARE(rig.read(key("frozen")).error().code, ErrorCode::KeychainBusy);
            QCOMPARE(rig.write(key("frozen"), "x").error().code, ErrorCode::KeychainBusy);
            QCOMPARE(rig.keychain.status().state, KeychainState::Busy);
        }
        QVERIFY(elapsed.elapsed() < 3'000);
        QCOMPARE(patientRig.read(key("frozen")).value(), SecretBytes("value"));
    }

    // Whatever blocked would block for a limit or a prompt, 1.5 s each.
    void theEventLoopGoesOn()
    {
        constexpr qint64 waitMs = 1'500;
        constexpr qint64 longestGapMs = 1'400;
        Rig rig({ .probeMs = waitMs, .operationMs = 20'000, .promptMs = 20'000 });
        QVERIFY(rig.write(key("beat"), "value").ok());
        QElapsedTimer sinceBeat;
        qint64 longestGap = 0;
        QTimer beat;
        connect(&beat, &QTimer::timeout, this, [&sinceBeat, &longestGap] {
            longestGap = std::max(longestGap, sinceBeat.restart());
        });
        beat.start(5);
        sinceBeat.start();
        {
            const keyring::Frozen frozen;
            QCOMPARE(rig.read(key("beat")).error().code, ErrorCode::KeychainBusy);
        }
        QVERIFY(keyring::lock());
        sinceBeat.restart(); // that call was the test's own, and blocks
        QCOMPARE(resultOf(rig.keychain.unlock()).error().code, ErrorCode::KeychainLocked);
        QVERIFY2(longestGap < longestGapMs, qPrintable(QString::number(longestGap)));
    }

    // qtkeychain's own queue is stuck behind this write; its late end is news.
    void frozenInMidWriteIsToldLate()
    {
        const auto backend = makeQtKeychainBackend(10'000);
        auto write = backend->write(key("late"), u"x"_s, SecretBytes("late"));
        auto abandoned = backend->write(key("abandoned"), u"x"_s, SecretBytes("abandoned"));
        {
            const keyring::Frozen frozen;
            write->start();
            abandoned->start();
            QVERIFY(!QTest::qWaitFor([&write] { return write->isFinished(); }, 300));
            abandoned.reset(); // its job of qtkeychain goes on by itself
        }
        QTRY_VERIFY(write->isFinished());
        QVERIFY(write->result().ok());
        QTRY_COMPARE(keyring::storedValue(key("abandoned")), "abandoned");
    }
};

MINTMARK_TEST(tst_qtkeychainbackend, TestQtKeychainBackend)
#include "tst_qtkeychainbackend.moc"

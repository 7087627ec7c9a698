// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "keychain/secretservice.h"

#include "core/keychain/keyringrig.h"
#include "keychain/servicejob.h"
#include "support/resultof.h"
#include "support/testmain.h"

#include <QElapsedTimer>

using namespace mintmark;
using namespace mintmark::test;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 patientMs = 10'000;
const KeychainStatus open { KeychainState::Ok, u"GNOME Keyring"_s };
const KeychainStatus locked { KeychainState::Locked, u"GNOME Keyring"_s };

std::unique_ptr<SecretService> service(qint64 timeoutMs = patientMs, bool prompts = false)
{
    return std::make_unique<SecretService>(QDBusConnection::sessionBus(), timeoutMs, prompts);
}

void store(const QString &key, const QByteArray &value)
{
    keyring::secretTool({ u"store"_s, u"--label=mintmark"_s, u"user"_s, key, u"server"_s,
                          u"mintmark"_s, u"type"_s, u"base64"_s, u"xdg:schema"_s,
                          u"org.qt.keychain"_s },
                        value.toBase64());
}

} // namespace

/// Beside a gnome-keyring of its own (tests/support/with-keyring.sh), open at first.
class TestSecretService : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void cleanup()
    {
        QVERIFY(keyring::setDefaultCollection(u"login"_s));
        QVERIFY(keyring::unlock());
    }

    void tellsOpenAndLocked()
    {
        QCOMPARE(resultOf(service()->probe()).value(), open);
        QVERIFY(keyring::lock());
        QCOMPARE(resultOf(service()->probe()).value(), locked);
    }

    void frozenDaemonIsBusyInTime()
    {
        const keyring::Frozen frozen;
        QElapsedTimer elapsed;
        elapsed.start();
        QCOMPARE(resultOf(service(200)->probe()).error().code, ErrorCode::KeychainBusy);
        QVERIFY(elapsed.elapsed() >= 190);
        QVERIFY(elapsed.elapsed() < 2'000);
    }

    void unlockOfAnOpenOneIsDone() { QCOMPARE(resultOf(service()->unlock()).value(), open); }

    void unlockWithoutAScreenSaysLockedSoon()
    {
        QVERIFY(keyring::lock());
        QElapsedTimer elapsed;
        elapsed.start();
        QCOMPARE(resultOf(service()->unlock()).value(), locked);
        QVERIFY(elapsed.elapsed() < 2'000);
    }

    void unlockCanBeDropped()
    {
        QVERIFY(keyring::lock());
        auto job = service(patientMs, true)->unlock();
        job->start();
        QCoreApplication::processEvents();
        job->cancel();
        QTRY_VERIFY(job->isFinished());
        QCOMPARE(resultOf(service()->probe()).value(), locked);
    }

    void listsOurItemsOnly()
    {
        store(u"mintmark/v1/profile/a"_s, "one");
        store(u"mintmark/v1/profile/b"_s, "two");
        keyring::secretTool({ u"store"_s, u"--label=other"_s, u"server"_s, u"elsewhere"_s },
                            "three");
        auto items = resultOf(service()->list()).value();
        std::ranges::sort(items, {}, &KeychainItem::key);
        QCOMPARE(items,
                 (QList<KeychainItem> { { u"mintmark/v1/profile/a"_s, u"mintmark"_s },
                                        { u"mintmark/v1/profile/b"_s, u"mintmark"_s } }));
    }

    void namesItemsForPeople()
    {
        store(u"mintmark/v1/profile/c"_s, "three");
        const QString label = u"Acme · Größe \"42\" [Sandbox]"_s;
        QCOMPARE(resultOf(service()->setLabel(u"mintmark/v1/profile/c"_s, label)).value(), true);
        QCOMPARE(resultOf(service()->setLabel(u"nobody"_s, label)).value(), false);
        const QByteArray found =
            keyring::secretTool({ u"search"_s, u"--all"_s, u"user"_s, u"mintmark/v1/profile/c"_s });
        QVERIFY2(found.contains("label = " + label.toUtf8()), found.constData());
        QCOMPARE(keyring::storedValue(u"mintmark/v1/profile/c"_s), "three");
    }

    void seesItemsBehindLocks()
    {
        const QString key = u"mintmark/v1/profile/d"_s;
        store(key, "four");
        QCOMPARE(resultOf(service()->isHidden(key)).value(), false);
        QVERIFY(keyring::lock());
        QCOMPARE(resultOf(service()->isHidden(key)).value(), true);
        QCOMPARE(resultOf(service()->isHidden(u"mintmark/v1/profile/none"_s)).value(), false);
    }

    void noDefaultCollectionIsLocked()
    {
        QVERIFY(keyring::forgetDefaultCollection());
        QCOMPARE(resultOf(service()->probe()).value(), locked);
        QCOMPARE(resultOf(service()->unlock()).value(), locked);
        QVERIFY(keyring::setDefaultCollection(u"session"_s));
        QCOMPARE(resultOf(service()->probe()).value(), open);
    }

    void knowsServicesByTheirProcesses()
    {
        QCOMPARE(keychainServiceName("gnome-keyring-d"), u"GNOME Keyring"_s);
        QCOMPARE(keychainServiceName("keepassxc"), u"KeePassXC"_s);
        QCOMPARE(keychainServiceName("kwalletd5"), u"KDE Wallet"_s);
        QCOMPARE(keychainServiceName("ksecretd"), u"KDE Wallet"_s);
        QCOMPARE(keychainServiceName(""), u"Secret Service"_s);
    }

    void knowsWhereAPromptCouldAppear()
    {
        QProcessEnvironment environment;
        QVERIFY(!canShowPrompts(environment));
        environment.insert(u"DISPLAY"_s, u""_s);
        QVERIFY(!canShowPrompts(environment));
        environment.insert(u"DISPLAY"_s, u":0"_s);
        QVERIFY(canShowPrompts(environment));
        environment.clear();
        environment.insert(u"WAYLAND_DISPLAY"_s, u"wayland-0"_s);
        QVERIFY(canShowPrompts(environment));
    }
};

MINTMARK_TEST(tst_secretservice, TestSecretService)
#include "tst_secretservice.moc"

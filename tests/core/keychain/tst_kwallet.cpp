// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "keychain/kwallet.h"

#include "support/resultof.h"
#include "support/testmain.h"

#include <QDBusConnection>

using namespace mintmark;
using namespace mintmark::test;
using namespace Qt::StringLiterals;

namespace {

/// Stands in for kwalletd5; what it answers is the test's.
class Wallet : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.kde.KWallet")
public:
    bool enabled = true;
    bool isWalletOpen = true;
    int handle = 7;
    QString opened;

public Q_SLOTS:
    bool isEnabled() const { return enabled; }
    QString networkWallet() const { return u"kdewallet"_s; }
    bool isOpen(const QString &wallet) const { return isWalletOpen && wallet == u"kdewallet"_s; }
    int open(const QString &wallet, qlonglong, const QString &)
    {
        opened = wallet;
        return handle;
    }
};

const QString busName = u"org.kde.kwalletd5"_s;

} // namespace

/// On a session bus of its own without any keyring (tests/support/with-keyring.sh --mode none).
class TestKWallet : public QObject
{
    Q_OBJECT
private:
    QDBusConnection m_server =
        QDBusConnection::connectToBus(QDBusConnection::SessionBus, u"wallet"_s);
    std::unique_ptr<Wallet> m_wallet;

    static std::unique_ptr<KWallet> kwallet()
    {
        return std::make_unique<KWallet>(QDBusConnection::sessionBus(), 5'000);
    }

private Q_SLOTS:
    void init()
    {
        m_wallet = std::make_unique<Wallet>();
        QVERIFY(m_server.registerObject(u"/modules/kwalletd5"_s, m_wallet.get(),
                                        QDBusConnection::ExportAllSlots));
        QVERIFY(m_server.registerService(busName));
    }
    void cleanup()
    {
        m_server.unregisterService(busName);
        m_server.unregisterObject(u"/modules/kwalletd5"_s);
    }

    void tellsOpenLockedAndOff()
    {
        QCOMPARE(resultOf(kwallet()->probe())->state, KeychainState::Ok);
        m_wallet->isWalletOpen = false;
        QCOMPARE(resultOf(kwallet()->probe())->state, KeychainState::Locked);
        m_wallet->enabled = false;
        QCOMPARE(resultOf(kwallet()->probe()).error().code, ErrorCode::KeychainNoService);
        m_server.unregisterService(busName);
        QCOMPARE(resultOf(kwallet()->probe()).error().code, ErrorCode::KeychainNoService);
    }

    void opensWhenAsked()
    {
        QCOMPARE(resultOf(kwallet()->unlock())->state, KeychainState::Ok);
        QCOMPARE(m_wallet->opened, QString());
        m_wallet->isWalletOpen = false;
        QCOMPARE(resultOf(kwallet()->unlock())->state, KeychainState::Ok);
        QCOMPARE(m_wallet->opened, u"kdewallet"_s);
        m_wallet->handle = -1;
        QCOMPARE(resultOf(kwallet()->unlock()).error().code, ErrorCode::KeychainDenied);
    }

    void cannotList()
    {
        QCOMPARE(resultOf(kwallet()->list()).error().code, ErrorCode::KeychainFailed);
    }

    void isUsedWhereQtkeychainUsesIt_data()
    {
        QTest::addColumn<QStringList>("variables");
        QTest::addColumn<bool>("used");
        QTest::newRow("Plasma 5") << QStringList { u"XDG_CURRENT_DESKTOP=KDE"_s,
                                                   u"KDE_SESSION_VERSION=5"_s }
                                  << true;
        QTest::newRow("Plasma 6") << QStringList { u"XDG_CURRENT_DESKTOP=KDE"_s,
                                                   u"KDE_SESSION_VERSION=6"_s }
                                  << false;
        QTest::newRow("GNOME") << QStringList { u"XDG_CURRENT_DESKTOP=GNOME"_s } << false;
        QTest::newRow("GNOME wins")
            << QStringList { u"XDG_CURRENT_DESKTOP=GNOME"_s, u"KDE_FULL_SESSION=true"_s,
                             u"KDE_SESSION_VERSION=5"_s }
            << false;
        QTest::newRow("older variable")
            << QStringList { u"KDE_FULL_SESSION=true"_s, u"KDE_SESSION_VERSION=5"_s } << true;
        QTest::newRow("session") << QStringList { u"DESKTOP_SESSION=kde"_s,
                                                  u"KDE_SESSION_VERSION=5"_s }
                                 << true;
        QTest::newRow("none") << QStringList() << false;
    }
    void isUsedWhereQtkeychainUsesIt()
    {
        QFETCH(const QStringList, variables);
        QProcessEnvironment environment;
        for (const QString &variable : variables)
            environment.insert(variable.section(u'=', 0, 0), variable.section(u'=', 1));
        QTEST(usesKWallet(environment), "used");
    }
};

MINTMARK_TEST(tst_kwallet, TestKWallet)
#include "tst_kwallet.moc"

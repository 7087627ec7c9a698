// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/settings/settingspage.h"

#include "app/clipboard/clipboardkeeper.h"
#include "app/profiles/quietinputs.h"
#include "app/settings/windowsettings.h"
#include "app/widgets/messagebar.h"
#include "app/widgets/secretlineedit.h"
#include "app/window/networkrig.h"

#include <QLineEdit>

using namespace mintmark;
using namespace mintmark::test;

using Kind = ProxySettings::Kind;

namespace {

class SettingsRig : public NetworkRig
{
public:
    SettingsPage *openSettings()
    {
        if (!window)
            open();
        action(u"Settings"_s)->trigger();
        return page();
    }
    SettingsPage *page() const { return window->findChild<SettingsPage *>(); }

    /// As in part(), of the settings page: the editor has fields of the same names.
    template <class Widget> Widget *field(const QString &name) const
    {
        for (auto *found : page()->findChildren<Widget *>()) {
            if (found->accessibleName() == name)
                return found;
        }
        return nullptr;
    }
    void chooseProxy(const QString &host, const QString &password) const
    {
        auto *proxy = field<QComboBox>(u"Proxy"_s);
        proxy->setCurrentText(u"HTTP proxy"_s);
        Q_EMIT proxy->activated(proxy->currentIndex());
        field<QLineEdit>(u"Proxy address"_s)->setText(host);
        field<QLineEdit>(u"Proxy user"_s)->setText(u"me"_s);
        field<SecretLineEdit>(u"Proxy password"_s)->setFocus();
        QTest::keyClicks(field<SecretLineEdit>(u"Proxy password"_s), password);
    }
    QByteArray filesOf() const
    {
        QByteArray all;
        for (const QString &name : { u"config/network.json"_s, u"config/window.ini"_s }) {
            QFile file(folder.filePath(name));
            if (file.open(QIODevice::ReadOnly))
                all += file.readAll();
        }
        return all;
    }
    ProgramNetwork &network() { return services->workspace().network(); }
};

} // namespace

class TestWindowSettingsPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void opensByItsShortcut()
    {
        SettingsRig rig;
        rig.open();
        QCOMPARE(rig.action(u"Settings"_s)->shortcut(), QKeySequence(Qt::CTRL | Qt::Key_Comma));
        SettingsPage *page = rig.openSettings();
        QVERIFY(page && page->isVisible());
        QVERIFY(!rig.field<QComboBox>(u"Proxy"_s)->currentText().contains(u"Settings"_s));
        QCOMPARE(rig.field<NumberBox>(u"Clear the clipboard after"_s)->value(), 60);
        rig.action(u"Cancel"_s)->trigger();
        QVERIFY(!page->isVisible());
    }

    /// No secret in a file; all of it is there again for the next start.
    void savesEverything()
    {
        SettingsRig rig;
        SettingsPage *page = rig.openSettings();
        QTRY_VERIFY(rig.field<QComboBox>(u"Proxy"_s)->isEnabled());
        rig.chooseProxy(u"proxy.acme.local:3128"_s, u"canary-of-the-proxy"_s);
        rig.field<NumberBox>(u"Clear the clipboard after"_s)->setValue(15);
        auto *theme = rig.field<QComboBox>(u"Appearance"_s);
        theme->setCurrentText(u"Dark"_s);
        QVERIFY(page->isModified());
        rig.action(u"Save"_s)->trigger();
        QTRY_VERIFY(rig.shows(u"Settings saved."_s));
        QVERIFY(!page->isModified());

        const ProxySettings expected { Kind::Http, u"proxy.acme.local"_s, 3128, u"me"_s };
        QVERIFY(rig.network().settings().proxy == expected);
        QCOMPARE(rig.services->clipboard().clearAfter(), 15);
        QCOMPARE(rig.services->theme().choice(), ThemeChoice::Dark);
        QVERIFY(rig.action(u"Dark"_s)->isChecked());
        const QByteArray files = rig.filesOf();
        QVERIFY(files.contains("proxy.acme.local"));
        QVERIFY(!files.contains("canary"));
        const QString config = rig.folder.filePath(u"config"_s);
        QCOMPARE(WindowSettings(config).clearClipboardAfterS(), 15);
        ProgramNetwork next(config, rig.services->workspace().keychain(), *rig.clock);
        const Result<NetworkAccess> access = resultOf(next.access());
        QVERIFY(access->settings.proxy == expected);
        QCOMPARE(access->secrets.proxyPassword->view(), "canary-of-the-proxy");
        rig.services->theme().setChoice(ThemeChoice::Light);
    }

    /// Cancel drops, going elsewhere keeps and says so, closing asks once.
    void losesNothingUnsaid()
    {
        SettingsRig rig;
        rig.save(profileFor(rig.server));
        SettingsPage *page = rig.openSettings();
        auto *clear = rig.field<NumberBox>(u"Clear the clipboard after"_s);
        clear->setValue(15);
        rig.action(u"Cancel"_s)->trigger();
        QCOMPARE(clear->value(), 60);

        rig.openSettings();
        clear->setValue(20);
        rig.window->findChild<ProfileListPane *>()->selectNext(1);
        QVERIFY(!page->isVisible());
        QTRY_VERIFY(rig.shows(u"The settings are not saved yet."_s));
        rig.press(u"Go back"_s);
        QVERIFY(page->isVisible());
        QCOMPARE(clear->value(), 20);
        QVERIFY(!rig.window->close());
        QTRY_VERIFY(rig.shows(u"Discard and quit"_s));
        QVERIFY(rig.window->close());
    }

    void saysWhatCannotBeSaved()
    {
        SettingsRig rig;
        rig.openSettings();
        QTRY_VERIFY(rig.field<QComboBox>(u"Proxy"_s)->isEnabled());
        rig.keychain.state = KeychainState::Locked;
        rig.chooseProxy(u"proxy.acme.local"_s, u"pw"_s);
        rig.press(u"Save"_s);
        auto *bar = rig.page()->findChild<MessageBar *>();
        QTRY_VERIFY(bar->isVisible());
        QCOMPARE(bar->message().cause, u"Your keyring is locked"_s);
        QCOMPARE(bar->message().buttons.size(), 1);
        QVERIFY(rig.page()->isModified());
        QVERIFY(!rig.filesOf().contains("proxy.acme.local"));
        QVERIFY(rig.network().settings().proxy.kind != Kind::Http);
    }

    /// Secrets that were not read must not be overwritten by nothing.
    void changesNoNetworkWhoseSecretsAreLocked()
    {
        SettingsRig rig;
        NetworkAccess access;
        access.settings.proxy = { Kind::Http, u"proxy.acme.local"_s, 3128, u"me"_s };
        access.secrets.proxyPassword = shareSecret(SecretBytes("pw"));
        {
            const QString config = rig.folder.filePath(u"config"_s);
            ProgramNetwork before(config, rig.services->workspace().keychain(), *rig.clock);
            QVERIFY(resultOf(before.save(access)).ok());
        }
        rig.keychain.state = KeychainState::Locked;
        rig.openSettings();
        QTRY_VERIFY(rig.shows(u"the keyring does not give it"_s));
        QVERIFY(!rig.field<QComboBox>(u"Proxy"_s)->isEnabled());
        rig.field<NumberBox>(u"Clear the clipboard after"_s)->setValue(20);
        rig.press(u"Save"_s);
        QTRY_COMPARE(rig.services->clipboard().clearAfter(), 20);
        rig.keychain.state = KeychainState::Ok;
        QCOMPARE(resultOf(rig.network().access())->secrets.proxyPassword->view(), "pw");
    }

    void takesTrustBack()
    {
        SettingsRig rig;
        TrustedAuthorities &trusted = rig.network().trusted();
        QVERIFY(trusted.trust(u"id.acme.example"_s,
                              CertificateDetails::of(rig.authority.certificate()),
                              TrustedAuthorities::Until::Forgotten));
        rig.openSettings();
        QTRY_VERIFY(rig.shows(u"“Acme Root” for id.acme.example."_s));
        rig.press(u"Do not trust any more"_s);
        QVERIFY(trusted.entries().isEmpty());
        QTRY_VERIFY(rig.shows(u"None beside those of the system"_s));
    }

    /// String 11: a proxy that wants a login leads here.
    void isWhereProxyErrorsLead()
    {
        LoopbackServer proxy([](const ServedRequest &) {
            ServedAnswer answer;
            answer.status = 407;
            answer.headers = { { "Proxy-Authenticate", "Basic realm=\"acme\"" } };
            return answer;
        });
        QVERIFY(proxy.listen());
        SettingsRig rig;
        LoadedProfile loaded = profileFor(rig.server);
        loaded.profile.client.tokenEndpoint = u"https://id.acme.example/token"_s;
        rig.save(std::move(loaded));
        NetworkAccess access;
        access.settings.proxy = { Kind::Http, u"127.0.0.1"_s, proxy.port(), {} };
        QVERIFY(resultOf(rig.network().save(access)).ok());
        rig.openProfile();
        rig.action(u"Fetch new"_s)->trigger();
        QTRY_VERIFY(rig.shows(u"wants a login"_s));
        rig.press(u"Network settings"_s);
        QVERIFY(rig.page()->isVisible());
        QCOMPARE(rig.field<QLineEdit>(u"Proxy address"_s)->text(), u"127.0.0.1"_s);
    }
};

MINTMARK_TEST(tst_windowsettingspage, TestWindowSettingsPage)

#include "tst_windowsettingspage.moc"

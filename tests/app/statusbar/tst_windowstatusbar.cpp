// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/statusbar/keychaintext.h"
#include "app/statusbar/statusbutton.h"
#include "app/statusbar/windowstatusbar.h"
#include "app/widgets/elidinglabel.h"
#include "support/testmain.h"

#include <QSignalSpy>

using namespace mintmark;
using namespace Qt::StringLiterals;
using State = ClipboardStatus::State;

namespace {

StatusButton *button(const WindowStatusBar &bar, const QString &text)
{
    const auto all = bar.findChildren<StatusButton *>();
    for (StatusButton *one : all) {
        if (one->text() == text)
            return one->isHidden() ? nullptr : one;
    }
    return nullptr;
}

bool says(const WindowStatusBar &bar, const QString &text)
{
    const auto all = bar.findChildren<ElidingLabel *>();
    return std::any_of(all.begin(), all.end(), [&text](const ElidingLabel *label) {
        return !label->isHidden() && label->text() == text;
    });
}

} // namespace

class TestWindowStatusBar : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void words_data()
    {
        QTest::addColumn<QString>("service");
        QTest::addColumn<QString>("word");
        QTest::newRow("GNOME") << u"GNOME Keyring"_s << u"Keyring"_s;
        QTest::newRow("KeePassXC") << u"KeePassXC"_s << u"Keyring"_s;
        QTest::newRow("some secret service") << u"Secret Service"_s << u"Keyring"_s;
        QTest::newRow("KDE") << u"KDE Wallet"_s << u"Wallet"_s;
        QTest::newRow("KDE's daemon") << u"kwalletd6"_s << u"Wallet"_s;
        QTest::newRow("macOS") << u"Keychain"_s << u"Keychain"_s;
        QTest::newRow("Windows") << u"Credential Manager"_s << u"Credential Manager"_s;
        QTest::newRow("not known yet") << QString() << u"Keyring"_s;
    }
    void words()
    {
        QFETCH(QString, service);
        QTEST(keychainWord(service), "word");
    }

    void keychain_data()
    {
        QTest::addColumn<int>("state");
        QTest::addColumn<QString>("service");
        QTest::addColumn<bool>("known");
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("warns");
        QTest::addColumn<bool>("unlock");
        const auto number = [](KeychainState state) { return static_cast<int>(state); };
        QTest::newRow("unlocked") << number(KeychainState::Ok) << u"GNOME Keyring"_s << true
                                  << u"Keyring unlocked · GNOME Keyring"_s << false << false;
        QTest::newRow("locked") << number(KeychainState::Locked) << u"KDE Wallet"_s << true
                                << u"Wallet locked · KDE Wallet"_s << true << true;
        QTest::newRow("not asked") << number(KeychainState::NoService) << QString() << false
                                   << u"Keyring not needed yet"_s << false << false;
        QTest::newRow("none") << number(KeychainState::NoService) << QString() << true
                              << u"No keyring: profiles last until Mintmark closes"_s << true
                              << false;
        QTest::newRow("silent") << number(KeychainState::Busy) << u"KeePassXC"_s << true
                                << u"Keyring does not answer · KeePassXC"_s << true << false;
        QTest::newRow("its name says it") << number(KeychainState::Ok) << u"Keychain"_s << true
                                          << u"Keychain unlocked"_s << false << false;
    }
    void keychain()
    {
        QFETCH(int, state);
        QFETCH(QString, service);
        QFETCH(bool, known);
        QFETCH(QString, text);
        QFETCH(bool, unlock);
        WindowStatusBar bar;
        bar.resize(1120, bar.sizeHint().height());
        bar.show();
        bar.setKeychain({ KeychainState(state), service }, known);
        QVERIFY(says(bar, text));
        QCOMPARE(button(bar, u"Unlock…"_s) != nullptr, unlock);
        const KeychainLine line = keychainLine({ KeychainState(state), service }, known);
        QTEST(line.color == ColorRole(&Theme::warn), "warns");
    }

    void narrowSaysOnlyWhatIsWrong()
    {
        WindowStatusBar bar;
        bar.resize(700, bar.sizeHint().height());
        bar.show();
        bar.setKeychain({ KeychainState::Ok, u"GNOME Keyring"_s }, true);
        QVERIFY(!says(bar, u"Keyring unlocked"_s));
        bar.setKeychain({ KeychainState::Locked, u"GNOME Keyring"_s }, true);
        QVERIFY(says(bar, u"Keyring locked"_s));
    }

    void clipboard()
    {
        WindowStatusBar bar;
        const QSignalSpy kept(&bar, &WindowStatusBar::keepRequested);
        const QSignalSpy cleared(&bar, &WindowStatusBar::clearRequested);
        const QSignalSpy again(&bar, &WindowStatusBar::copyAgainRequested);
        const QString acme = u"Acme · Payments Out"_s;
        bar.setClipboard({ State::Ours, acme, 1 }, 54);
        QVERIFY(says(bar, u"Clipboard: token of Acme · Payments Out, clears in 54 s"_s));
        QVERIFY(!button(bar, u"Copy again"_s));
        button(bar, u"Keep"_s)->click();
        button(bar, u"Clear now"_s)->click();
        QCOMPARE(kept.size(), 1);
        QCOMPARE(cleared.size(), 1);

        bar.setClipboard({ State::Kept, acme, {} }, {});
        QVERIFY(says(bar, u"Clipboard: token of Acme · Payments Out, kept"_s));
        QVERIFY(!button(bar, u"Keep"_s));
        QVERIFY(button(bar, u"Clear now"_s));

        bar.setClipboard({ State::Cleared, acme, {} }, {});
        QVERIFY(says(bar, u"Clipboard cleared."_s));
        QVERIFY(!button(bar, u"Clear now"_s));
        button(bar, u"Copy again"_s)->click();
        QCOMPARE(again.size(), 1);

        bar.setClipboard({}, {});
        QVERIFY(!button(bar, u"Copy again"_s));
    }

    void clipboardThatMayNotBeClear()
    {
        const QString text = clipboardText({ State::NotConfirmed, u"Acme"_s, {} }, {});
        QVERIFY(text.startsWith("Could not confirm that the clipboard was cleared: "_L1));
    }

    void namesAreShownSafely()
    {
        QCOMPARE(clipboardText({ State::Kept, u"A\u202Ecme"_s, {} }, {}),
                 u"Clipboard: token of A\\u{202E}cme, kept"_s);
    }

    void percentSignsInNames()
    {
        QCOMPARE(clipboardText({ State::Ours, u"100 %2"_s, 1 }, 5),
                 u"Clipboard: token of 100 %2, clears in 5 s"_s);
    }

    void work()
    {
        WindowStatusBar bar;
        bar.setWork(u"Checking 137 of 212"_s);
        QVERIFY(says(bar, u"Checking 137 of 212"_s));
    }
};

MINTMARK_TEST(tst_windowstatusbar, TestWindowStatusBar)
#include "tst_windowstatusbar.moc"

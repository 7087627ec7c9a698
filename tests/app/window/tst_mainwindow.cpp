// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/window/windowrig.h"
#include "support/testmain.h"
#include "app/profiles/profilelistpane.h"
#include "app/tokens/countdowncard.h"
#include "app/tokens/tokenpage.h"
#include "app/widgets/actionbutton.h"
#include "app/widgets/errorbar.h"
#include "app/widgets/noticebar.h"
#include "app/window/pages.h"
#include "app/window/windownotice.h"
#include "jose/signer.h"

#include <QClipboard>
#include <QPainter>

using namespace mintmark;
using namespace mintmark::test;
using namespace Qt::StringLiterals;

using Call = KeychainCall;

namespace {

QString clipboardText()
{
    return QApplication::clipboard()->text();
}

LoadedProfile production(const TokenServer &server)
{
    LoadedProfile loaded = profileFor(server, u"Ledger"_s);
    loaded.profile.listing.environment = Environment::Production;
    return loaded;
}

} // namespace

class TestMainWindow : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QApplication::clipboard()->clear(); }

    /// A keyring may take seconds to answer: before the first paint only index, window and palette.
    void firstPaintTouchesNoKeychain()
    {
        WindowRig rig;
        rig.save(profileFor(rig.server));
        QVERIFY(rig.services->workspace().profiles().open().ok());
        rig.keychain.calls.clear();
        rig.window = std::make_unique<MainWindow>(*rig.services);
        QVERIFY(rig.keychain.calls.isEmpty());
        rig.window->show();
        QVERIFY(rig.keychain.calls.isEmpty());
        QCOMPARE(rig.window->findChild<TokenPage *>(), nullptr); // pages come when they are needed
        QTRY_COMPARE(rig.keychain.count(Call::Probe), 1);
        QCOMPARE(rig.keychain.count(Call::Read), 0);
        QCOMPARE(rig.server.count(), 0);
    }

    void copyFetchesOnceAndThenNoMore()
    {
        WindowRig rig;
        rig.save(profileFor(rig.server));
        rig.open();
        openFirst(rig);
        QTRY_VERIFY(rig.shows(u"Fetch and copy token"_s));
        QCOMPARE(rig.server.count(), 0);
        rig.action(u"Copy token"_s)->trigger();
        QTRY_COMPARE(clipboardText(), u"token-1"_s);
        QApplication::clipboard()->clear();
        rig.action(u"Copy token"_s)->trigger();
        QTRY_COMPARE(clipboardText(), u"token-1"_s);
        QCOMPARE(rig.server.count(), 1);
        QVERIFY(!rig.shows(u"verified"_s));
        QVERIFY(!rig.shows(u"valid"_s));
    }

    void productionIsCopiedWithTheSecondPress()
    {
        WindowRig rig;
        rig.save(production(rig.server));
        rig.open();
        openFirst(rig);
        QTRY_VERIFY(rig.shows(u"Fetch and copy production token"_s));
        rig.action(u"Copy token"_s)->trigger();
        QTRY_VERIFY(rig.shows(u"Press again to copy production token"_s));
        QCOMPARE(rig.server.count(), 0);
        QCOMPARE(clipboardText(), QString());
        rig.action(u"Copy token"_s)->trigger();
        QTRY_COMPARE(clipboardText(), u"token-1"_s);
        QVERIFY(rig.shows(u"PRODUCTION"_s) || rig.shows(u"Production"_s));
    }

    void refusalKeepsTheEarlierToken()
    {
        WindowRig rig;
        rig.save(profileFor(rig.server));
        rig.open();
        openFirst(rig);
        rig.action(u"Fetch new"_s)->trigger();
        QTRY_VERIFY(rig.shows(u" left"_s));
        rig.server.handler = [](const ServedRequest &) {
            return TokenServer::refusal("invalid_client", 401);
        };
        rig.action(u"Fetch new"_s)->trigger();
        QTRY_VERIFY(rig.shows(u"127.0.0.1 does not accept this client id and secret"_s));
        QVERIFY(rig.shows(u"Earlier token, live"_s));
        QVERIFY(rig.shows(u"HTTP 401"_s));
        rig.action(u"Copy token"_s)->trigger();
        QTRY_COMPARE(clipboardText(), u"token-1"_s);
        QCOMPARE(rig.server.count(), 2);
    }

    /// A copy that needs a new token and does not get one offers what is there.
    void refusedCopyOffersTheEarlierToken()
    {
        WindowRig rig;
        rig.save(profileFor(rig.server));
        rig.server.handler = [](const ServedRequest &) { return TokenServer::token("short", 100); };
        rig.open();
        openFirst(rig);
        rig.action(u"Fetch new"_s)->trigger();
        QTRY_VERIFY(rig.shows(u" left"_s));
        rig.clock->advance(90'000); // 10 s left; a copy needs 20 % of 100 s
        rig.server.handler = [](const ServedRequest &) {
            return TokenServer::refusal("invalid_client", 401);
        };
        rig.action(u"Copy token"_s)->trigger();
        QTRY_VERIFY(rig.shows(u"does not accept"_s));
        QCOMPARE(clipboardText(), QString());
        ActionButton *offer = button(rig, u"Copy the earlier token"_s);
        QVERIFY(offer);
        offer->click();
        QCOMPARE(clipboardText(), u"short"_s);
    }

    void misspeltGrantTypeIsTriedAndKept()
    {
        WindowRig rig;
        LoadedProfile loaded = profileFor(rig.server);
        loaded.profile.client.grantType = u"client_credential"_s;
        const ProfileId id = rig.save(std::move(loaded));
        rig.server.handler = [](const ServedRequest &request) {
            return request.body.contains("client_credentials")
                ? TokenServer::token("standard")
                : TokenServer::refusal("unsupported_grant_type");
        };
        rig.open();
        openFirst(rig);
        rig.action(u"Fetch new"_s)->trigger();
        QTRY_VERIFY(button(rig, cureText(Cure::TryClientCredentials)));
        QCOMPARE(rig.server.count(), 1); // never both on one click
        button(rig, cureText(Cure::TryClientCredentials))->click();
        QTRY_VERIFY(button(rig, u"Keep it for this profile"_s));
        QCOMPARE(rig.server.count(), 2);
        button(rig, u"Keep it for this profile"_s)->click();
        const auto grantType = [&] {
            const auto now = resultOf(rig.services->workspace().profiles().load(id));
            return now.ok() ? now->profile.client.grantType : QString();
        };
        QTRY_COMPARE(grantType(), u"client_credentials"_s);
    }

    void deletedIsBroughtBack()
    {
        WindowRig rig;
        const ProfileId id = rig.save(profileFor(rig.server));
        rig.open();
        openFirst(rig);
        rig.action(u"Delete"_s)->trigger();
        QTRY_VERIFY(!rig.services->workspace().profiles().listings().size());
        QVERIFY(rig.shows(u"Deleted Acme · Payments Out."_s));
        auto *notice = rig.window->findChild<WindowNotice *>()->findChild<NoticeBar *>();
        notice->button()->click();
        QTRY_COMPARE(rig.services->workspace().profiles().listings().size(), 1);
        QCOMPARE(rig.services->workspace().profiles().listings().first().id, id);
    }

    void lockedKeychainIsSaidAndUnlocked()
    {
        WindowRig rig;
        rig.save(profileFor(rig.server));
        rig.keychain.state = KeychainState::Locked;
        rig.open();
        openFirst(rig);
        QTRY_VERIFY(rig.shows(u"Your keyring is locked"_s));
        QCOMPARE(rig.server.count(), 0);
        rig.action(u"Copy token"_s)->trigger();
        QTRY_VERIFY(button(rig, cureText(Cure::UnlockKeyring)));
        button(rig, cureText(Cure::UnlockKeyring))->click();
        QTRY_COMPARE(rig.keychain.count(Call::Unlock), 1);
        // Unlocked: what was wanted is done, once.
        QTRY_COMPARE(clipboardText(), u"token-1"_s);
        QCOMPARE(rig.server.count(), 1);
    }

    void escapeEndsTheNearestThing()
    {
        WindowRig rig;
        rig.save(profileFor(rig.server));
        rig.server.handler = [](const ServedRequest &) {
            return TokenServer::refusal("invalid_client", 401);
        };
        rig.open();
        openFirst(rig);
        auto *pages = rig.window->findChild<Pages *>();
        rig.action(u"Fetch new"_s)->trigger();
        QTRY_VERIFY(rig.shows(u"does not accept"_s));
        rig.action(u"Cancel"_s)->trigger();
        QTRY_VERIFY(!rig.shows(u"does not accept"_s));
        rig.action(u"New profile"_s)->trigger();
        QTRY_COMPARE(pages->page(), Pages::Page::Editor);
        rig.action(u"Cancel"_s)->trigger();
        QTRY_COMPARE(pages->page(), Pages::Page::Token);
    }

    /// The card stays where it is and as high as it is.
    void theCardDoesNotJump()
    {
        WindowRig rig;
        rig.save(profileFor(rig.server));
        rig.open();
        openFirst(rig);
        rig.action(u"Fetch new"_s)->trigger();
        QTRY_VERIFY(rig.shows(u" left"_s));
        auto *card = rig.window->findChild<CountdownCard *>();
        const QRect before = card->geometry();
        QRect during;
        rig.server.handler = [&](const ServedRequest &) {
            during = card->geometry();
            return TokenServer::token("second");
        };
        rig.action(u"Fetch new"_s)->trigger();
        QTRY_COMPARE(rig.server.count(), 2);
        QTRY_VERIFY(rig.services->workspace().session().state(firstId(rig)).step
                    == SessionState::Step::Idle);
        QCOMPARE(during, before);
        QCOMPARE(card->geometry(), before);
    }

    /// The clock is set, or the computer slept: the page says what is true at the next tick.
    void countdownFollowsTheWallClock()
    {
        WindowRig rig;
        rig.save(profileFor(rig.server));
        rig.open();
        openFirst(rig);
        rig.action(u"Fetch new"_s)->trigger();
        QTRY_VERIFY(rig.shows(u" left"_s));
        rig.clock->advance(8 * 3'600'000LL);
        Q_EMIT rig.services->workspace().ticker().tick();
        QTRY_VERIFY(rig.shows(u"Expired"_s));
        rig.clock->setWall(rig.clock->nowMs() - 8 * 3'600'000LL);
        Q_EMIT rig.services->workspace().ticker().tick();
        QTRY_VERIFY(rig.shows(u" left"_s));
    }

    void nothingTicksWithoutNeed()
    {
        WindowRig rig;
        rig.save(profileFor(rig.server));
        rig.open();
        QVERIFY(!rig.services->workspace().ticker().isRunning());
        openFirst(rig);
        rig.action(u"Fetch new"_s)->trigger();
        QTRY_VERIFY(rig.services->workspace().ticker().isRunning());
        rig.window->showMinimized();
        QTRY_VERIFY(!rig.services->workspace().ticker().isRunning());
        rig.window->showNormal();
        QTRY_VERIFY(rig.services->workspace().ticker().isRunning());
    }

    void demoRunsBesideTheOthers()
    {
        WindowRig rig;
        rig.save(profileFor(rig.server));
        rig.open();
        rig.action(u"Demo server"_s)->trigger();
        QTRY_VERIFY(rig.services->workspace().profiles().listings().size() > 4);
        QVERIFY(rig.shows(u"The demo server runs."_s));
        QCOMPARE(rig.keychain.items.size(), 1); // nothing of it is saved
    }

    void fitsTheSmallestWindow()
    {
        WindowRig rig;
        rig.save(profileFor(rig.server));
        rig.open();
        openFirst(rig);
        rig.action(u"New profile"_s)->trigger();
        QVERIFY(rig.window->minimumSizeHint().width() <= 640);
        QVERIFY(rig.window->minimumSizeHint().height() <= 480);
    }

private:
    static ProfileId firstId(WindowRig &rig)
    {
        return rig.services->workspace().profiles().listings().first().id;
    }
    static void openFirst(WindowRig &rig)
    {
        auto *list = rig.window->findChild<ProfileListPane *>();
        list->selectNext(1);
        const auto &session = rig.services->workspace().session();
        QTRY_VERIFY(session.state(firstId(rig)).step == SessionState::Step::Idle);
    }
    static ActionButton *button(WindowRig &rig, const QString &text)
    {
        for (auto *button : rig.window->findChildren<ActionButton *>()) {
            if (button->isVisible() && button->text() == text)
                return button;
        }
        return nullptr;
    }
};

MINTMARK_TEST(tst_mainwindow, TestMainWindow)
#include "tst_mainwindow.moc"

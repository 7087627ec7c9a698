// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/tokens/tokenpage.h"

#include "app/tokens/claimspane.h"
#include "app/tokens/claimsview.h"
#include "app/tokens/copylabel.h"
#include "app/tokens/countdowncard.h"
#include "app/tokens/pageheader.h"
#include "app/tokens/requestsview.h"
#include "app/tokens/tokentabs.h"
#include "app/widgets/actionbutton.h"
#include "app/widgets/elidinglabel.h"
#include "app/widgets/emptystate.h"
#include "app/widgets/wraplabel.h"
#include "pagerig.h"
#include "support/testmain.h"
#include "tokenexamples.h"

#include <QAction>
#include <QListView>
#include <QMenu>
#include <QTabBar>

using namespace mintmark;
using namespace mintmark::test;

namespace {

/// Actions and menus as the window has them.
struct Actions
{
    QAction copy { u"Copy token"_s };
    QAction fetch { u"Fetch new"_s };
    QAction edit { u"Edit"_s };
    QMenu copyMenu;
    QMenu fetchMenu;
    QMenu moreMenu;

    Actions()
    {
        copy.setShortcut(QKeySequence(u"Ctrl+Shift+C"_s));
        fetch.setShortcut(QKeySequence(u"F5"_s));
    }
    TokenPage::Buttons buttons()
    {
        return { &copy, &fetch, &edit, &copyMenu, &fetchMenu, &moreMenu };
    }
};

TokenPage::Content withoutToken()
{
    TokenPage::Content content;
    content.listing.id = QUuid::fromString(u"{6a204bd8-9b2f-4a3c-8a62-111111111111}"_s);
    content.listing.customer = u"Acme"_s;
    content.listing.name = u"Payments Out"_s;
    content.listing.environment = Environment::Sandbox;
    content.state.profile = sageProfile();
    content.verdict = noTokenVerdict();
    content.nowMs = exampleNowMs;
    content.copyText = u"Fetch and copy token"_s;
    return content;
}

TokenPage::Content live()
{
    TokenPage::Content content = withoutToken();
    content.state.token = sageToken();
    content.verdict = liveVerdict();
    content.copyText = u"Copy token"_s;
    content.checks = {
        { CheckCode::AudienceMismatch, Severity::Info, u"The token names no audience."_s },
        { CheckCode::LongLifetime, Severity::Warning,
          u"The token lives longer than a day. Ask for a shorter one."_s },
    };
    return content;
}

ExchangeRecord record(qint64 startedAtMs, int status)
{
    ExchangeRecord record;
    record.startedAtMs = startedAtMs;
    record.purpose = u"token"_s;
    record.method = u"POST"_s;
    record.url = u"https://id.sage.com/oauth/token"_s;
    record.request =
        u"POST /oauth/token HTTP/1.1\nHost: id.sage.com\n\n{\"client_secret\":\"secret#1\"}"_s;
    record.status = status;
    record.reason = status == 200 ? u"OK"_s : u"Unauthorized"_s;
    record.answerHead = u"HTTP/1.1 %1\nContent-Type: application/json\n"_s.arg(status);
    record.answerBody = u"<b>no</b> {\"error\":\"invalid_client\"}"_s;
    record.timings = { 80, 1, 130, 3, 214 };
    record.tls = TlsDetails { u"TLS 1.3"_s, u"TLS_AES_256_GCM_SHA384"_s, {}, {} };
    if (status != 200)
        record.error = Error { ErrorCode::InvalidClient, { { u"host"_s, u"id.sage.com"_s } }, {} };
    return record;
}

BarMessage refusal()
{
    BarMessage message;
    message.kind = BarKind::Error;
    message.cause = u"id.sage.com does not accept this client id and secret"_s;
    message.known =
        u"It answered invalid_client: “Unauthorized”. The secret was saved 3 March and ends in …Qx9A (fingerprint 7F3A)."_s;
    message.remedy =
        u"Check with the customer whether the secret was replaced, or belongs to another environment."_s;
    message.meta = u"09:31:07 · HTTP 401 · 214 ms"_s;
    message.buttons = { { u"replace"_s, u"Replace secret…"_s },
                        { u"other"_s, u"Try other ways to sign in…"_s },
                        { u"exchange"_s, u"Show exchange"_s },
                        { u"ticket"_s, u"Copy for ticket"_s } };
    return message;
}

/// Paint events of a widget and of everything in it.
class Paints : public QObject
{
public:
    explicit Paints(QWidget *page)
    {
        const auto widgets = page->findChildren<QWidget *>();
        for (QWidget *widget : widgets)
            widget->installEventFilter(this);
    }
    QStringList painted;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Paint)
            painted << QString::fromLatin1(watched->metaObject()->className());
        return false;
    }
};

} // namespace

class TestTokenPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("TZ", "UTC");
        QLocale::setDefault(QLocale::c());
    }

    void looksRight_data()
    {
        QTest::addColumn<int>("theme");
        QTest::addColumn<QSize>("size");
        QTest::addColumn<int>("tab");
        QTest::addColumn<QString>("state");
        const struct
        {
            const char *name;
            ThemeChoice choice;
        } themes[] = { { "light", ThemeChoice::Light },
                       { "dark", ThemeChoice::Dark },
                       { "contrast", ThemeChoice::HighContrast } };
        const QSize sizes[] = { { 1120, 720 }, { 860, 600 }, { 640, 480 } };
        for (const auto &theme : themes) {
            for (const QSize size : sizes) {
                for (const char *state : { "live", "error", "none", "locked" })
                    QTest::addRow("%s-%d-%s", theme.name, size.width(), state)
                        << static_cast<int>(theme.choice) << size << 0
                        << QString::fromLatin1(state);
                for (int tab = 1; tab < 4; ++tab)
                    QTest::addRow("%s-%d-tab%d", theme.name, size.width(), tab)
                        << static_cast<int>(theme.choice) << size << tab << u"live"_s;
            }
        }
    }
    void looksRight()
    {
        QFETCH(int, theme);
        QFETCH(QSize, size);
        QFETCH(int, tab);
        QFETCH(QString, state);
        const Dress dress(static_cast<ThemeChoice>(theme));
        Actions actions;
        TokenPage page(actions.buttons());
        TokenPage::Content content =
            state == "none"_L1 || state == "locked"_L1 ? withoutToken() : live();
        if (state == "locked"_L1) {
            content.keyringLocked = true;
            content.state.profile = {};
            content.verdict.headline = u"Locked"_s;
            content.verdict.icon = u"lock"_s;
            content.verdict.readingText = u"–"_s;
            content.verdict.showUnlock = true;
        }
        if (state == "error"_L1) {
            content.listing.environment = Environment::Production;
            content.copyText = u"Copy production token"_s;
            content.verdict.headline = u"Earlier token, live"_s;
            page.setMessage(refusal());
        }
        content.state.records = { record(exampleNowMs, 401), record(exampleNowMs - 60'000, 200) };
        page.setContent(content);
        page.showTab(tab);
        Host window(page, size);
        pictured(page, QString::fromLatin1(QTest::currentDataTag()));
        QCOMPARE(scrolledSideways(page), QStringList());
        QCOMPARE(cutOff(page), QStringList());
        QCOMPARE(tooLow(page).join(u'|'), QString());
        const QSize least = page.minimumSizeHint();
        QVERIFY2(least.width() <= 640 && least.height() <= 420,
                 qPrintable(u"%1 x %2"_s.arg(least.width()).arg(least.height())));
    }

    /// Before, during and after a fetch without error the card stays where it is.
    void doesNotJump_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("wide") << QSize(1120, 720);
        QTest::newRow("medium") << QSize(860, 600);
        QTest::newRow("narrow") << QSize(640, 480);
    }
    void doesNotJump()
    {
        QFETCH(QSize, size);
        Actions actions;
        TokenPage page(actions.buttons());
        page.setContent(withoutToken());
        Host window(page, size);
        const auto geometry = [&] {
            window.settle();
            return QRect(page.card()->mapTo(&page, QPoint()), page.card()->size());
        };
        const QRect before = geometry();
        TokenPage::Content content = withoutToken();
        content.verdict = running(content.verdict, false);
        page.setContent(content);
        QCOMPARE(geometry(), before);
        page.setContent(live());
        QCOMPARE(geometry(), before);
        content = live();
        content.verdict = running(content.verdict, true);
        page.setContent(content);
        QCOMPARE(geometry(), before);
        QCOMPARE(page.tabs()->claims()->isBlank(), false);
    }

    void repaintsOnlyWhatTicks()
    {
        Actions actions;
        TokenPage page(actions.buttons());
        page.setContent(live());
        Host window(page, { 1120, 720 });
        window.settle();
        Paints paints(&page);
        page.setVerdict(liveVerdict(), exampleNowMs + 1'000);
        window.settle();
        QCOMPARE(paints.painted.join(u' '), QString());
        Verdict later = liveVerdict();
        later.reading[1].digits = u"41"_s;
        page.setVerdict(later, exampleNowMs + 2'000);
        window.settle();
        const QSet<QString> painted(paints.painted.begin(), paints.painted.end());
        QVERIFY(painted.contains(u"mintmark::TimeDisplay"_s));
        for (const char *still : { "mintmark::ActionButton", "mintmark::VerdictLine",
                                   "mintmark::ElidingLabel", "mintmark::ClaimsView", "QTabBar" })
            QVERIFY2(!painted.contains(QString::fromLatin1(still)), still);
    }

    void namesTheProfile()
    {
        Actions actions;
        TokenPage page(actions.buttons());
        page.setContent(live());
        Host window(page, { 1120, 720 });
        QSignalSpy copied(&page, &TokenPage::copyTextRequested);
        auto *clientId = page.findChild<CopyLabel *>();
        QCOMPARE(clientId->text(), u"client id k1Jq0…dPqE"_s);
        clientId->click();
        QCOMPARE(copied.value(0),
                 (QList<QVariant> { u"k1Jq0vWcYxM8sBt2Zr7LdPqE"_s, u"client id"_s }));
        QVERIFY(page.findChild<PageHeader *>()->findChild<ElidingLabel *>()->text()
                == u"Acme · Payments Out"_s);
    }

    void theButtonSaysWhatAPressDoes()
    {
        Actions actions;
        TokenPage page(actions.buttons());
        page.setContent(withoutToken());
        Host window(page, { 1120, 720 });
        const auto buttons = page.findChildren<ActionButton *>();
        const auto copy = std::find_if(buttons.begin(), buttons.end(), [](ActionButton *button) {
            return button->text() == u"Fetch and copy token"_s;
        });
        QVERIFY(copy != buttons.end());
        actions.copy.setEnabled(false); // the action changes, and its text comes with it
        QCOMPARE((*copy)->text(), u"Fetch and copy token"_s);
        QVERIFY(!(*copy)->isEnabled());
        actions.copy.setEnabled(true);
        QSignalSpy triggered(&actions.copy, &QAction::triggered);
        (*copy)->click();
        QCOMPARE(triggered.size(), 1);
        page.focusCopy();
        QCOMPARE(page.window()->focusWidget(), *copy);
    }

    void asksForWhatItNeeds()
    {
        Actions actions;
        TokenPage page(actions.buttons());
        QSignalSpy fetch(&page, &TokenPage::fetchRequested);
        QSignalSpy unlock(&page, &TokenPage::unlockRequested);
        QSignalSpy link(&page, &TokenPage::verdictLink);
        TokenPage::Content content = withoutToken();
        page.setContent(content);
        page.tabs()->claims()->emptyState()->button()->click();
        QCOMPARE(fetch.size(), 1);
        content.keyringLocked = true;
        page.setContent(content);
        page.tabs()->claims()->emptyState()->button()->click();
        QCOMPARE(unlock.size(), 1);
        content.state.token = parsed("2YotnFZFEjr1zCsicMWpAAf00f0f00f0f00f");
        content.verdict.lines = {
            { u"help"_s, Tone::Neutral, u"Opaque"_s, {}, u"Ask the server"_s, u"introspect"_s }
        };
        page.setContent(content);
        QVERIFY(page.tabs()->claims()->isBlank());
        page.tabs()->claims()->emptyState()->button()->click();
        QCOMPARE(link.value(0).value(0).toString(), u"introspect"_s);
        QCOMPARE(fetch.size(), 1);
    }

    void showsAndClearsMessages()
    {
        Actions actions;
        TokenPage page(actions.buttons());
        page.setContent(live());
        Host window(page, { 1120, 720 });
        QSignalSpy pressed(&page, &TokenPage::barButton);
        QSignalSpy dismissed(&page, &TokenPage::barDismissed);
        QVERIFY(!page.hasMessage());
        page.setMessage(refusal());
        QVERIFY(page.hasMessage());
        page.messageBar()->button(u"replace"_s)->click();
        QCOMPARE(pressed.value(0).value(0).toString(), u"replace"_s);
        page.clearMessage();
        QVERIFY(!page.hasMessage());
        QCOMPARE(dismissed.size(), 0);
        page.setMessage(refusal());
        page.messageBar()->dismiss();
        QCOMPARE(dismissed.size(), 1);
    }

    void listsRequests()
    {
        Actions actions;
        TokenPage page(actions.buttons());
        TokenPage::Content content = live();
        content.state.records = { record(exampleNowMs - 60'000, 200) };
        page.setContent(content);
        page.showTab(3);
        QCOMPARE(page.currentTab(), 3);
        Host window(page, { 1120, 720 });
        content.state.records.prepend(record(exampleNowMs, 401));
        page.setContent(content);
        QListView *list = page.requests()->attempts();
        QCOMPARE(list->model()->index(0, 0).data().toString(), u"09:29:54 refused 214 ms"_s);
        QCOMPARE(list->model()->index(1, 0).data().toString(), u"09:28:54 ok 214 ms"_s);
        QCOMPARE(list->currentIndex().row(), 0);
    }

    void tabsHaveTheirNames()
    {
        Actions actions;
        TokenPage page(actions.buttons());
        page.setContent(live());
        QStringList names;
        for (int i = 0; i < page.tabs()->bar()->count(); ++i)
            names << page.tabs()->bar()->tabText(i);
        QCOMPARE(names.join(u' '), u"Claims Checks Token Requests"_s);
        QCOMPARE(page.tabs()->claims()->view()->accessibleName(), u"Claims"_s);
    }
};

MINTMARK_TEST(tst_tokenpage, TestTokenPage)
#include "tst_tokenpage.moc"

// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/window/windowrig.h"
#include "support/testmain.h"
#include "app/profiles/profilelistpane.h"
#include "app/profiles/profilelistview.h"
#include "app/tokens/tokenpage.h"
#include "app/widgets/actionbutton.h"
#include "app/widgets/errorbar.h"
#include "app/widgets/messagebar.h"
#include "base/ticker.h"

using namespace mintmark;
using namespace mintmark::test;
using namespace Qt::StringLiterals;

using Fault = ServedAnswer::Fault;

namespace {

ServedAnswer answer(int status, const QByteArray &body, const QByteArray &type = "application/json")
{
    ServedAnswer served;
    served.status = status;
    served.body = body;
    served.contentType = type;
    return served;
}

ServedAnswer fault(Fault what)
{
    ServedAnswer served = TokenServer::token("late");
    served.fault = what;
    return served;
}

ServedAnswer raw(const QByteArray &bytes)
{
    ServedAnswer served;
    served.raw = bytes;
    return served;
}

ServedAnswer redirect()
{
    ServedAnswer served = answer(302, "");
    served.headers = { { "Location", "https://login.example.com/authorize" } };
    return served;
}

} // namespace

/// What goes wrong at the server, and the sentence a person reads about it.
class TestWindowFaults : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<WindowRig> m_rig; ///< one window for all answers, as people have

    void openOnce()
    {
        if (m_rig)
            return;
        m_rig = std::make_unique<WindowRig>(500);
        m_rig->save(profileFor(m_rig->server));
        m_rig->open();
        m_rig->window->findChild<ProfileListPane *>()->selectNext(1);
    }
    QByteArray shown() const
    {
        Workspace &workspace = m_rig->services->workspace();
        const ProfileId id = workspace.profiles().listings().first().id;
        const std::optional<TokenSet> &set = workspace.session().state(id).tokenSet;
        return set ? set->accessToken->view().toByteArray() : QByteArray();
    }

private Q_SLOTS:
    void cleanupTestCase() { m_rig.reset(); }
    void answers_data()
    {
        QTest::addColumn<ServedAnswer>("served");
        QTest::addColumn<QString>("cause");
        const auto row = [](const char *name, const ServedAnswer &served, const QString &cause) {
            QTest::newRow(name) << served << cause;
        };
        row("wrong secret", TokenServer::refusal("invalid_client", 401),
            u"127.0.0.1 does not accept this client id and secret"_s);
        row("grant type", TokenServer::refusal("unsupported_grant_type"),
            u"127.0.0.1 refused: unsupported_grant_type"_s);
        row("HTML", answer(200, "<!doctype html><title>Sign in</title>", "text/html"),
            u"127.0.0.1 answered with a web page, not with a token"_s);
        row("empty", answer(200, ""), u"127.0.0.1 answered with nothing"_s);
        row("200 with error", answer(200, R"({"error":"bad_verification_code"})"),
            u"127.0.0.1 answered 200 but refused: bad_verification_code"_s);
        row("no access_token", answer(200, R"({"token":"x","expires_at":1})"),
            u"The answer has no access_token"_s);
        row("2 MiB", answer(200, QByteArray(2 * 1024 * 1024, ' ')),
            u"127.0.0.1 answered with more than 1 MiB"_s);
        row("redirect", redirect(), u"127.0.0.1 sends the request on to login.example.com"_s);
        row("not JSON", answer(200, "OK"), u"127.0.0.1 answered with something that is not JSON"_s);
        row("twice", answer(200, R"({"access_token":"a","access_token":"b"})"),
            u"The answer has access_token twice"_s);
        row("429", answer(429, ""), u"127.0.0.1 asks to wait"_s);
        row("500", answer(500, "oops", "text/plain"), u"127.0.0.1 has a fault of its own"_s);
        row("access_token number", answer(200, R"({"access_token":1})"),
            u"The access_token in the answer cannot be used"_s);
        row("login of the network", answer(511, "<html><title>Hotel</title>", "text/html"),
            u"This network wants a login first"_s);
        row("nowhere", answer(302, ""), u"127.0.0.1 sends the request on without saying where"_s);
        row("closed", fault(Fault::Close), u"No answer came from 127.0.0.1"_s);
        row("reset", fault(Fault::Reset), u"No answer came from 127.0.0.1"_s);
        row("half", raw("HTTP/1.1 200 OK\r\nContent-Length: 90\r\n\r\n{"),
            u"The answer of 127.0.0.1 broke off"_s);
        row("length", raw("HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n{}"),
            u"The length 127.0.0.1 states for its answer cannot be right"_s);
        row("103", raw("HTTP/1.1 103 Early Hints\r\n\r\n"),
            u"127.0.0.1 announced an answer that could not be read"_s);
        row("silent", fault(Fault::Silence), u"127.0.0.1 did not answer within 0.5 s"_s);
        row("markup", answer(400, R"({"error":"<b>x</b>"})"), u"127.0.0.1 refused: <b>x</b>"_s);
    }

    /// One request, its sentence in the bar, the earlier token still there, nothing stored.
    void answers()
    {
        QFETCH(ServedAnswer, served);
        QFETCH(QString, cause);
        openOnce();
        const int before = m_rig->server.count();
        const auto token = "token-" + QByteArray::number(before + 1);
        m_rig->server.handler = [&token](const ServedRequest &) { return TokenServer::token(token); };
        m_rig->action(u"Fetch new"_s)->trigger();
        QTRY_VERIFY(shown() == token && !m_rig->shows(u"Earlier token"_s));
        QTRY_VERIFY(m_rig->shows(u" left"_s));

        m_rig->server.handler = [&served](const ServedRequest &) { return served; };
        m_rig->action(u"Fetch new"_s)->trigger();
        auto *page = m_rig->window->findChild<TokenPage *>();
        QTRY_VERIFY(m_rig->shows(u"Earlier token, live"_s) && page->hasMessage());
        const BarMessage &message = page->messageBar()->message();
        QCOMPARE(message.cause, cause);
        QVERIFY(!message.remedy.isEmpty());
        QVERIFY(!message.buttons.isEmpty());
        QCOMPARE(m_rig->server.count(), before + 2);
        QVERIFY(m_rig->shows(u" left"_s)); // and counts down as before
        QCOMPARE(shown(), token);
    }

    /// What the page says, its row says in the same moment.
    void listAgrees_data()
    {
        QTest::addColumn<ServedAnswer>("served");
        QTest::addColumn<QString>("chip");
        QTest::newRow("refused") << TokenServer::refusal("invalid_client", 401) << u"refused"_s;
        QTest::newRow("no answer") << fault(Fault::Close) << u"no answer"_s;
    }
    void listAgrees()
    {
        QFETCH(ServedAnswer, served);
        QFETCH(QString, chip);
        WindowRig rig;
        rig.save(profileFor(rig.server));
        rig.open();
        auto *list = rig.window->findChild<ProfileListPane *>();
        list->selectNext(1);
        rig.server.handler = [&served](const ServedRequest &) { return served; };
        const auto *rows = rig.window->findChild<ProfileListView *>()->model();
        const QPersistentModelIndex row = rows->index(0, 0, rows->index(0, 0));
        QString said; // by the row, in the first turn of the event loop in which the page says it
        QTimer eachTurn;
        connect(&eachTurn, &QTimer::timeout, this, [&] {
            if (said.isEmpty() && rig.window->findChild<TokenPage *>()->hasMessage())
                said = row.data(Qt::AccessibleTextRole).toString();
        });
        eachTurn.start(0);
        rig.action(u"Fetch new"_s)->trigger();
        QTRY_VERIFY(!said.isEmpty());
        QVERIFY2(said.endsWith(chip), qPrintable(said));
    }

    /// N25: the server is not asked before, nor by itself afterwards.
    void asksAgainWhenTheServerSaid_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("retryAfter");
        QTest::addColumn<int>("seconds");
        QTest::newRow("429") << 429 << QByteArray("42") << 42;
        QTest::newRow("503") << 503 << QByteArray("3") << 3;
        QTest::newRow("an hour at most") << 503 << QByteArray("86400") << 3600;
        QTest::newRow("not said") << 429 << QByteArray() << 0;
        QTest::newRow("at once") << 429 << QByteArray("0") << 0;
    }
    void asksAgainWhenTheServerSaid()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, retryAfter);
        QFETCH(int, seconds);
        WindowRig rig;
        rig.save(profileFor(rig.server));
        rig.open();
        rig.window->findChild<ProfileListPane *>()->selectNext(1);
        rig.server.handler = [&](const ServedRequest &) {
            ServedAnswer busy = answer(status, "{}");
            if (!retryAfter.isEmpty())
                busy.headers = { { "Retry-After", retryAfter } };
            return busy;
        };
        rig.action(u"Fetch new"_s)->trigger();
        const auto *page = rig.window->findChild<TokenPage *>();
        QTRY_VERIFY(page->hasMessage());
        const QPointer<ActionButton> button =
            page->messageBar()->button(cureButtonId(Cure::TryAgain));
        QVERIFY(button);
        if (seconds == 0) {
            QVERIFY(button->isEnabled());
            QCOMPARE(button->text(), u"Try again"_s);
            return;
        }
        const auto saysAndWaits = [&button](int left) {
            return !button->isEnabled() && button->text() == u"Ask again in %1 s"_s.arg(left);
        };
        QVERIFY2(saysAndWaits(seconds), qPrintable(button->text()));
        Ticker &ticker = rig.services->workspace().ticker();
        QVERIFY(ticker.isRunning());
        rig.clock->advance(1'000);
        Q_EMIT ticker.tick();
        QVERIFY2(saysAndWaits(seconds - 1), qPrintable(button->text()));
        rig.clock->advance((seconds - 1) * 1'000 - 1);
        Q_EMIT ticker.tick();
        QVERIFY2(saysAndWaits(1), qPrintable(button->text()));
        rig.clock->advance(1);
        Q_EMIT ticker.tick();
        QVERIFY(button && button->isEnabled()); // the same one all the time: it may have the focus
        QCOMPARE(button->text(), u"Ask again"_s);
        QVERIFY(!ticker.isRunning());
        QCOMPARE(rig.server.count(), 1);
        rig.server.handler = [](const ServedRequest &) { return TokenServer::token("t"); };
        button->click();
        QTRY_VERIFY(rig.shows(u" left"_s));
        QVERIFY(!page->hasMessage());
        QCOMPARE(rig.server.count(), 2);
    }

    void addresses_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("cause");
        QTest::newRow("no address") << u"id.sage.com"_s << u"\"id.sage.com\" is not an address"_s;
        QTest::newRow("http")
            << u"http://id.example.com/token"_s
            << u"http would send the secret to id.example.com in the clear"_s;
        QTest::newRow("unknown host")
            << u"https://no-such-host.invalid/token"_s
            << u"There is no host called no-such-host.invalid"_s;
        QTest::newRow("refused") << u"http://127.0.0.1:1/token"_s
                                 << u"127.0.0.1 cannot be reached on port 1"_s;
        QTest::newRow("user") << u"https://a:b@id.example.com/token"_s
                              << u"The address of id.example.com has a user name, a password or a "
                                 "fragment in it"_s;
    }

    void addresses()
    {
        QFETCH(QString, address);
        WindowRig rig(5'000);
        LoadedProfile loaded = profileFor(rig.server);
        loaded.profile.client.tokenEndpoint = address;
        rig.save(std::move(loaded));
        rig.open();
        rig.window->findChild<ProfileListPane *>()->selectNext(1);
        rig.action(u"Fetch new"_s)->trigger();
        QTRY_VERIFY(rig.window->findChild<TokenPage *>()->hasMessage());
        QTEST(rig.window->findChild<TokenPage *>()->messageBar()->message().cause, "cause");
        QCOMPARE(rig.server.count(), 0);
    }
};

MINTMARK_TEST(tst_windowfaults, TestWindowFaults)
#include "tst_windowfaults.moc"

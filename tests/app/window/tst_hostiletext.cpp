// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

// Texts that lie, wherever one can come from: nothing of the window shows what it must not.

#include "app/inspector/inspectorpage.h"
#include "app/profiles/profilelistpane.h"
#include "app/tokens/claimsmodel.h"
#include "app/tokens/claimsview.h"
#include "app/tokens/tokenpage.h"
#include "app/widgets/noticebar.h"
#include "app/window/pages.h"
#include "app/window/shownwords.h"
#include "app/window/windownotice.h"
#include "app/window/windowrig.h"
#include "jose/base64url.h"
#include "support/hostiletexts.h"
#include "support/testmain.h"

#include <QClipboard>
#include <QMenu>

using namespace mintmark;
using namespace mintmark::test;
using namespace Qt::StringLiterals;

namespace {

/// With everything escaped, so that lone surrogates come through.
QByteArray jsonString(const QString &text)
{
    QByteArray json = "\"";
    for (const QChar c : text)
        json += "\\u" + QByteArray::number(0x10000 + c.unicode(), 16).last(4);
    return json + '"';
}

QByteArray jsonArray(const QStringList &texts)
{
    QByteArrayList strings;
    for (const QString &text : texts)
        strings << jsonString(text);
    return '[' + strings.join(',') + ']';
}

/// The texts as names and values, in the names everybody reads, and nested.
QByteArray hostileToken(const QStringList &texts)
{
    const QByteArray all = jsonString(texts.join(u' '));
    QByteArray header = R"({"alg":"RS256","kid":)" + all + R"(,"typ":)" + all + ",\"crit\":"
        + jsonArray(texts);
    QByteArray claims = R"({"exp":1741626724,"iss":)" + all + R"(,"aud":)" + jsonArray(texts)
        + R"(,"sub":)" + all + R"(,"scope":)" + all + R"(,"nbf":)" + all + R"(,"deep":[{"a":)"
        + jsonArray(texts) + "}]";
    for (const QString &text : texts) {
        header += ',' + jsonString(text) + ':' + jsonString(text);
        claims += ',' + jsonString(text) + ':' + jsonString(text);
    }
    return base64UrlEncode(header + '}') + '.' + base64UrlEncode(claims + '}') + '.'
        + base64UrlEncode(QByteArray(256, 'S'));
}

ServedAnswer answer(int status, const QByteArray &body, const QByteArray &type)
{
    ServedAnswer served;
    served.status = status;
    served.body = body;
    served.contentType = type;
    return served;
}

LoadedProfile hostileProfile(const TokenServer &server, const QString &text)
{
    LoadedProfile loaded = profileFor(server, text);
    Profile &profile = loaded.profile;
    profile.listing.customer = text;
    profile.listing.alias = text;
    profile.listing.lastResult = text;
    profile.note = text;
    profile.client.clientId = text;
    profile.client.audience = text;
    profile.issuer = text;
    profile.jwksUri = text;
    profile.apiUrl = text;
    return loaded;
}

/// Menus that are filled when they open are opened.
void fillMenus(const WindowRig &rig)
{
    const QList<QMenu *> menus = rig.window->findChildren<QMenu *>();
    for (QMenu *menu : menus)
        Q_EMIT menu->aboutToShow();
}

#define VERIFY_HONEST(rig)                                                                         \
    do {                                                                                           \
        fillMenus(rig);                                                                            \
        const QStringList found = deceptions(*(rig).window);                                       \
        QVERIFY2(found.isEmpty(), qPrintable(found.mid(0, 12).join(u'\n')));                       \
    } while (false)

} // namespace

class TestHostileText : public QObject
{
    Q_OBJECT

    static TokenPage *tokenPage(const WindowRig &rig)
    {
        return rig.window->findChild<TokenPage *>();
    }
    static void chunks()
    {
        QTest::addColumn<QStringList>("texts");
        const QList<QStringList> all = hostileChunks(40);
        for (qsizetype i = 0; i < all.size(); ++i)
            QTest::addRow("texts %d", int(i * 40)) << all[i];
    }
    static void fetch(WindowRig &rig)
    {
        const int before = rig.server.count();
        rig.action(u"Fetch new"_s)->trigger();
        QTRY_VERIFY(rig.server.count() > before);
        const ProfileId id = rig.window->findChild<ProfileListPane *>()->current();
        QTRY_VERIFY(!rig.services->workspace().session().state(id).isRunning());
    }

private Q_SLOTS:
    void init() { QApplication::clipboard()->clear(); }

    void thereAreMany()
    {
        QVERIFY(hostileTexts().size() >= 100);
        QVERIFY(!forbiddenIn(u"a\u202Eb"_s).isEmpty());
    }

    /// The list, its search and the menu of deleted profiles.
    void names()
    {
        WindowRig rig;
        const QStringList texts = hostileTexts();
        ProfileStore &profiles = rig.services->workspace().profiles();
        for (const QString &text : texts) {
            // Some texts are refused as names, which is as good.
            LoadedProfile loaded = hostileProfile(rig.server, text);
            (void)resultOf(profiles.save(std::move(loaded.profile), std::move(loaded.secrets),
                                         ProfileStore::Keep::InKeychain));
        }
        rig.open();
        QVERIFY(profiles.listings().size() > 50);
        VERIFY_HONEST(rig);
    }

    void tokens_data() { chunks(); }
    void tokens()
    {
        QFETCH(QStringList, texts);
        WindowRig rig;
        rig.save(hostileProfile(rig.server, texts.join(u' ')));
        rig.open();
        rig.window->findChild<ProfileListPane *>()->selectNext(1);
        rig.server.handler = [&](const ServedRequest &) {
            return TokenServer::token(hostileToken(texts));
        };
        fetch(rig);
        QTRY_VERIFY(tokenPage(rig));
        for (int tab = 0; tab < 4; ++tab) {
            tokenPage(rig)->showTab(tab);
            VERIFY_HONEST(rig);
        }
        rig.window->findChild<ClaimsView *>()->expandAll();
        QVERIFY(!rig.window->grab().isNull());
        rig.action(u"Edit"_s)->trigger();
        QTRY_VERIFY(rig.window->findChild<Pages *>()->hasEditor());
        VERIFY_HONEST(rig);
    }

    void answers_data() { chunks(); }
    void answers()
    {
        QFETCH(QStringList, texts);
        WindowRig rig;
        rig.save(profileFor(rig.server));
        rig.open();
        rig.window->findChild<ProfileListPane *>()->selectNext(1);
        const QString all = texts.join(u' ');
        const QByteArray quoted = jsonString(all);
        const QByteArray page = "<html><title>" + all.toUtf8() + "</title><body>" + all.toUtf8();
        const QByteArray json = "application/json";
        const QList<ServedAnswer> answers {
            answer(400, R"({"error":)" + quoted + R"(,"error_description":)" + quoted + '}', json),
            answer(401,
                   R"({"error":"invalid_client","error_description":)" + quoted + R"(,"trace_id":)"
                       + quoted + '}',
                   json),
            answer(503, page, "text/html"),
            answer(200, page, "text/html"),
            answer(200, R"({"access_token":)" + quoted + R"(,"token_type":)" + quoted + '}', json),
            answer(200, R"({"access_token":"a","token_type":)" + quoted + '}', json),
            answer(500, all.toUtf8(), "text/plain"),
        };
        for (const ServedAnswer &served : answers) {
            rig.server.handler = [&served](const ServedRequest &) { return served; };
            fetch(rig);
            tokenPage(rig)->showTab(3);
            VERIFY_HONEST(rig);
        }
    }

    void tickets_data() { chunks(); }
    void tickets()
    {
        QFETCH(QStringList, texts);
        WindowRig rig;
        rig.open();
        auto *pages = rig.window->findChild<Pages *>();
        const QString token = QString::fromLatin1(hostileToken(texts));
        const QString all = texts.join(u' ');
        for (const QString &text : { token, all + u' ' + token + u' ' + all, token.chopped(400), all,
                                     u"e30."_s + all + u".AAAA"_s }) {
            QApplication::clipboard()->setText(text);
            pages->inspector()->setText(text);
            pages->showPage(Pages::Page::Inspector);
            for (int tab = 0; tab < 3; ++tab)
                pages->inspector()->showTab(tab);
            VERIFY_HONEST(rig);
        }
    }

    /// Legitimate words of every script stay readable.
    void leavesScriptsAlone()
    {
        WindowRig rig;
        rig.open();
        auto *pages = rig.window->findChild<Pages *>();
        const QStringList texts { u"שלום"_s, u"مرحبا"_s, u"日本語"_s, u"Việt"_s, u"😀"_s };
        pages->inspector()->setText(QString::fromLatin1(hostileToken(texts)));
        pages->showPage(Pages::Page::Inspector);
        const QString words = shownWords(*rig.window).join(u'\n');
        for (const QString &text : texts)
            QVERIFY(words.contains(text));
    }

    void copiesTheTrueText_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("said");
        QTest::newRow("override and zero width")
            << u"a\u202E\u200Bb"_s << u"Copied as it is, with 2 invisible characters."_s;
        QTest::newRow("escape") << u"\u001B[31m"_s
                                << u"Copied as it is, with 1 invisible character."_s;
        QTest::newRow("nothing odd") << u"<b>שלום</b>"_s << QString();
    }
    void copiesTheTrueText()
    {
        QFETCH(QString, text);
        QFETCH(QString, said);
        WindowRig rig;
        rig.open();
        auto *pages = rig.window->findChild<Pages *>();
        pages->inspector()->setText(
            QString::fromLatin1("e30." + base64UrlEncode("{\"a\":" + jsonString(text) + '}') + ".AA"));
        pages->showPage(Pages::Page::Inspector);
        auto *view = pages->inspector()->findChild<ClaimsView *>();
        view->setCurrentIndex(view->claims()->index(0, 0));
        view->copyValue();
        QCOMPARE(QApplication::clipboard()->text(), text);
        auto *notice = rig.window->findChild<WindowNotice *>();
        QCOMPARE(notice->isVisible(), !said.isEmpty());
        if (!said.isEmpty())
            QCOMPARE(notice->findChild<NoticeBar *>()->text(), said);
    }
};

MINTMARK_TEST(tst_hostiletext, TestHostileText)
#include "tst_hostiletext.moc"

// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "core/session/sessionexamples.h"
#include "session/copyformat.h"
#include "session/tickettext.h"
#include "support/testmain.h"

using namespace mintmark;
using namespace mintmark::test;
using namespace Qt::StringLiterals;

namespace {

Profile acme()
{
    Profile profile;
    profile.listing.customer = u"Acme"_s;
    profile.listing.name = u"Payments Out"_s;
    profile.listing.environment = Environment::Sandbox;
    profile.client.tokenEndpoint = u"https://id.sage.com/oauth/token"_s;
    profile.client.clientId = u"k1Jq0vWcYxM8sBt2"_s;
    profile.client.grantType = u"client_credential"_s;
    profile.client.audience = u"s200ukipd/sage200"_s;
    return profile;
}

QString ticketOf(const Profile &profile, const TokenSet &set, qint64 nowMs)
{
    const Token token = Token::parse(set.accessToken->view());
    CopyContext context;
    context.profile = profile;
    context.tokenSet = &set;
    context.token = &token;
    context.nowMs = nowMs;
    return ticketText(context);
}

} // namespace

class TestTicketText : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void saysWhoseWhereAndWhen();
    void saysLittleOfAnOpaqueToken();
    void saysWhatATokenWithoutAnAnswerSays();
    void holdsNothingUsable_data();
    void holdsNothingUsable();
    void hidesSecretsInClaimsAndAddresses();
    void staysPlainLines();
    void survivesAnyTime();
};

void TestTicketText::saysWhoseWhereAndWhen()
{
    TokenSet set = tokenSetOf(jws(usual, R"({"alg":"RS256","typ":"at+jwt","kid":"757b50fd"})"));
    set.expiresInS = 28'800;
    set.scope = u"read"_s;
    set.skewMs = 4 * minuteMs + 30 * secondMs;
    const QString ticket = ticketOf(acme(), set, fetchedMs + 12 * minuteMs);
    const QString wanted = u"Profile: Acme · Payments Out, Sandbox\n"
                           "Token address: https://id.sage.com/oauth/token\n"
                           "Client id: k1Jq0vWcYxM8sBt2\n"
                           "Grant type: client_credential\n"
                           "Audience asked for: s200ukipd/sage200\n"
                           "Scope granted: read\n"
                           "Token: jws, typ at+jwt, alg RS256, kid 757b50fd, %1 characters\n"
                           "iss: https://id.sage.com/\n"
                           "aud: s200ukipd/sage200\n"
                           "Fetched: 2025-03-10 09:12:04 UTC\n"
                           "iat: 2025-03-10 09:12:04 UTC\n"
                           "exp: 2025-03-10 17:12:04 UTC\n"
                           "expires_in: 28800\n"
                           "Expires: 2025-03-10 17:07:34 UTC, in 7 h 43 min\n"
                           "Clock: this computer's is 4 min behind the server's\n"
                           "Written: 2025-03-10 09:24:04 UTC\n"
                           "The token itself is not in this text."_s;
    QCOMPARE(ticket, wanted.arg(set.accessToken->size()));
}

void TestTicketText::saysLittleOfAnOpaqueToken()
{
    const QString ticket = ticketOf({}, tokenSetOf("0d8a7c61-b0c1-4f3e"), fetchedMs);
    QVERIFY(ticket.contains(u"Token: opaque, 18 characters\n"));
    QVERIFY(!ticket.contains(u"Expires"));
    QVERIFY(!ticket.contains(u"Client id"));
}

/// One that was inspected: nobody fetched it here, and a profile is named only when it was chosen.
void TestTicketText::saysWhatATokenWithoutAnAnswerSays()
{
    const Token token = Token::parse(jws(usual, R"({"alg":"RS256","kid":"757b50fd"})"));
    CopyContext context;
    context.profile = acme();
    context.token = &token;
    context.nowMs = fetchedMs + 12 * minuteMs;
    const QString wanted = u"Token: jws, alg RS256, kid 757b50fd, %1 characters\n"
                           "iss: https://id.sage.com/\n"
                           "aud: s200ukipd/sage200\n"
                           "iat: 2025-03-10 09:12:04 UTC\n"
                           "exp: 2025-03-10 17:12:04 UTC\n"
                           "Expires: 2025-03-10 17:12:04 UTC, in 7 h 48 min\n"
                           "Written: 2025-03-10 09:24:04 UTC\n"
                           "The token itself is not in this text."_s;
    QCOMPARE(ticketText(context), wanted.arg(token.text().size()));
    context.profile.listing.id = QUuid::createUuid();
    const QString chosen = ticketText(context);
    QVERIFY2(chosen.startsWith(u"Profile: Acme · Payments Out, Sandbox\nToken address: "_s),
             qPrintable(chosen));
    QVERIFY(!chosen.contains(u"Fetched"_s));
}

void TestTicketText::holdsNothingUsable_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::newRow("HS256") << QByteArray(rfc7515::a1);
    QTest::newRow("RS256") << QByteArray(rfc7515::a2);
    QTest::newRow("no claims") << QByteArray(rfc7515::a4);
    QTest::newRow("alg none") << QByteArray(rfc7515::a5);
    QTest::newRow("JWE") << QByteArray(rfc7516a1);
    QTest::newRow("opaque") << "0d8a7c61-b0c1-4f3e"_ba;
    QTest::newRow("damaged") << QByteArray(rfc7515::a2).left(100);
}

void TestTicketText::holdsNothingUsable()
{
    QFETCH(QByteArray, token);
    TokenSet set = tokenSetOf(token);
    set.refreshToken = shareSecret(SecretBytes("refresh-me-0123456789"));
    const QByteArray ticket = ticketOf(acme(), set, fetchedMs).toUtf8();
    // not the token, and no run of 12 characters of it: neither a part nor a piece of one
    for (qsizetype i = 0; i + 12 <= token.size(); ++i)
        QVERIFY(!ticket.contains(token.sliced(i, 12)));
    QVERIFY(!ticket.contains("refresh-me"));
    QVERIFY(ticket.endsWith("The token itself is not in this text."));
}

void TestTicketText::hidesSecretsInClaimsAndAddresses()
{
    Profile profile = acme();
    profile.client.tokenEndpoint = u"https://user:pw12@id.sage.com/oauth/token?code=k3y#f"_s;
    const QByteArray other = rfc7515::a2;
    TokenSet set = tokenSetOf(jws("{\"sub\":\"" + other
                                  + R"(","jti":"refresh-me-0123456789",)"
                                    R"("scope":"client_secret=hunter2","password":"hunter2"})"));
    set.refreshToken = shareSecret(SecretBytes("refresh-me-0123456789"));
    const QString ticket = ticketOf(profile, set, fetchedMs);
    QVERIFY(ticket.contains(u"Token address: https://id.sage.com/oauth/token\n"));
    QVERIFY(ticket.contains(u"\nsub: [hidden token]\n"));
    QVERIFY(ticket.contains(u"\njti: [hidden]\n"));
    for (const QString &secret : { u"pw12"_s, u"k3y"_s, u"hunter2"_s, u"refresh-me"_s, u"eyJ"_s })
        QVERIFY2(!ticket.contains(secret), qPrintable(secret));
}

void TestTicketText::staysPlainLines()
{
    Profile profile = acme();
    profile.listing.name = u"Pay\nExpires: never"_s;
    const QByteArray payload = "{\"iss\":\"a\\nb\xE2\x80\xAE"
                               "c\",\"aud\":[\"x\",\"y\"],\"sub\":\""
        + QByteArray(5'000, 's') + "\"}";
    const QString ticket = ticketOf(profile, tokenSetOf(jws(payload)), fetchedMs);
    QVERIFY(!ticket.contains(u"\nExpires: never"));
    QVERIFY(ticket.contains(u"\naud: x, y\n"));
    QVERIFY(!ticket.contains(u'\u202E'));
    for (const QString &line : ticket.split(u'\n'))
        QVERIFY2(line.size() < 250, qPrintable(line));
}

void TestTicketText::survivesAnyTime()
{
    const QString late = ticketOf({}, tokenSetOf(jws(R"({"exp":253402300800})")), fetchedMs);
    QVERIFY(late.contains(u"\nexp: after the year 9999\n"));
    const QString early = ticketOf({}, tokenSetOf(jws(R"({"exp":0})")), fetchedMs);
    QVERIFY(early.contains(u"\nexp: 1970-01-01 00:00:00 UTC\n"));
    QVERIFY(early.contains(u" ago\n"));
}

MINTMARK_TEST(tst_tickettext, TestTicketText)
#include "tst_tickettext.moc"

// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "checkexamples.h"

#include "support/testmain.h"

using namespace mintmark;
using namespace mintmark::test;
using namespace Qt::StringLiterals;

namespace {

QString message(const QByteArray &payload, const CheckContext &context)
{
    const QList<TokenCheck> checks = checkToken(Token::parse(jws(payload)), context);
    return checks.isEmpty() ? QString() : checks.first().message;
}

} // namespace

class TestTokenChecks : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void saysNothingAboutAGoodToken();
    void checksTimes_data();
    void checksTimes();
    void correctsTheSkew();
    void comparesAudience_data();
    void comparesAudience();
    void explainsNearMisses();
    void comparesIssuer();
    void comparesEnvironment_data();
    void comparesEnvironment();
    void findsAlgorithmNone_data();
    void findsAlgorithmNone();
    void comparesExpiresIn_data();
    void comparesExpiresIn();
    void findsLiveTokensInSharedTexts_data();
    void findsLiveTokensInSharedTexts();
    void saysHowLongASharedTokenIsUsable();
    void judgesTokensWithoutClaims();
    void survivesExtremeTimes();
    void writesSafeMessages();
    void namesEveryCode();
};

void TestTokenChecks::saysNothingAboutAGoodToken()
{
    CheckContext context = at(issuedS + 60);
    context.expectedAudience = u"s200ukipd/sage200"_s;
    context.expectedIssuer = u"https://id.sage.com/"_s;
    context.environment = u"sandbox"_s;
    context.expiresInS = 28'800;
    context.receivedMs = (issuedS + 1) * 1000;
    QCOMPARE(check(usual, context), QStringList());
}

void TestTokenChecks::checksTimes_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<qint64>("now");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char *tag, const QByteArray &payload, qint64 now,
                        const char *expected) {
        QTest::newRow(tag) << payload << now
                           << QString::fromLatin1(expected).split(u' ', Qt::SkipEmptyParts);
    };
    row("last second", usual, expiresS - 1, "");
    row("at exp", usual, expiresS, "expired:error");
    row("long ago", usual, expiresS + 1'000'000, "expired:error");
    row("no exp", "{}", issuedS, "no_expiry:info");
    row("exp a string", R"({"exp":"1741626724"})", issuedS, "no_expiry:warning");
    row("exp null", R"({"exp":null})", issuedS, "no_expiry:warning");
    row("exp zero", R"({"exp":0})", issuedS, "expired:error");
    row("exp negative", R"({"exp":-5})", issuedS, "expired:error");
    row("exp in milliseconds", R"({"iat":1741597924,"exp":1741626724000})", issuedS,
        "expiry_in_milliseconds:warning");
    row("nbf ahead", R"({"nbf":1741597930,"exp":1741626724})", issuedS, "not_yet_valid:warning");
    row("nbf now", R"({"nbf":1741597924,"exp":1741626724})", issuedS, "");
    row("nbf a fraction ahead", R"({"nbf":1741597924.001,"exp":1741626724})", issuedS,
        "not_yet_valid:warning");
    row("expired and not yet valid", R"({"nbf":1741597930,"exp":1741597900})", issuedS,
        "expired:error not_yet_valid:warning");
    row("24 h", R"({"iat":1741597924,"exp":1741684324})", issuedS, "");
    row("24 h and a second", R"({"iat":1741597924,"exp":1741684325})", issuedS,
        "long_lifetime:info");
    row("a year left, no iat", R"({"exp":1773133924})", issuedS, "long_lifetime:info");
    row("issued 60 s ahead", R"({"iat":1741597984,"exp":1741626724})", issuedS, "");
    row("issued 61 s ahead", R"({"iat":1741597985,"exp":1741626724})", issuedS,
        "clock_skew:warning");
    row("not an object", "[1]", issuedS, "");
}

void TestTokenChecks::checksTimes()
{
    QFETCH(QByteArray, payload);
    QFETCH(qint64, now);
    QFETCH(QStringList, expected);
    QCOMPARE(check(payload, at(now)), expected);
}

void TestTokenChecks::correctsTheSkew()
{
    CheckContext context = at(expiresS - 30);
    context.clockSkewMs = 60'000; // this computer is a minute behind
    QCOMPARE(check(usual, context), QStringList { u"expired:error"_s });
    context.nowMs = (expiresS + 30) * 1000;
    context.clockSkewMs = -60'000;
    QCOMPARE(check(usual, context), QStringList());
    context = at(issuedS);
    context.clockSkewMs = 240'000;
    QCOMPARE(check(usual, context), QStringList { u"clock_skew:warning"_s });
    QCOMPARE(message(usual, context),
             u"This computer's clock is 4 min behind the server's. Times here are corrected; the "
             u"API may still "
             u"refuse tokens. Set the clock."_s);
    context.clockSkewMs = -240'000;
    QVERIFY(message(usual, context).startsWith(u"This computer's clock is 4 min ahead"_s));
}

void TestTokenChecks::comparesAudience_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<QStringList>("expected");
    const QStringList differs { u"audience_mismatch:error"_s };
    QTest::newRow("same") << R"({"exp":1741626724,"aud":"s200ukipd/sage200"})"_ba << QStringList();
    QTest::newRow("in a list") << R"({"exp":1741626724,"aud":["x","s200ukipd/sage200"]})"_ba
                               << QStringList();
    QTest::newRow("other") << R"({"exp":1741626724,"aud":"sage200uk"})"_ba << differs;
    QTest::newRow("other list") << R"({"exp":1741626724,"aud":["x","y"]})"_ba << differs;
    QTest::newRow("capitals") << R"({"exp":1741626724,"aud":"S200ukipd/sage200"})"_ba << differs;
    QTest::newRow("slash") << R"({"exp":1741626724,"aud":"s200ukipd/sage200/"})"_ba << differs;
    QTest::newRow("prefix") << R"({"exp":1741626724,"aud":"s200ukipd/sage2000"})"_ba << differs;
    QTest::newRow("none") << R"({"exp":1741626724})"_ba
                          << QStringList { u"audience_mismatch:info"_s };
    QTest::newRow("number") << R"({"exp":1741626724,"aud":1})"_ba
                            << QStringList { u"audience_mismatch:info"_s };
}

void TestTokenChecks::comparesAudience()
{
    QFETCH(QByteArray, payload);
    QFETCH(QStringList, expected);
    CheckContext context = at(issuedS);
    context.expectedAudience = u"s200ukipd/sage200"_s;
    QCOMPARE(check(payload, context), expected);
}

void TestTokenChecks::explainsNearMisses()
{
    CheckContext context = at(issuedS);
    context.expectedAudience = u"s200ukipd/sage200"_s;
    QVERIFY(message(R"({"exp":1741626724,"aud":"S200ukipd/sage 200/"})", context)
                .contains(u"differ only"_s));
    QCOMPARE(message(R"({"exp":1741626724,"aud":"sage200uk"})", context),
             u"The token is for \"sage200uk\", expected is \"s200ukipd/sage200\". The API will "
             u"answer 401. Check "
             u"the audience, or use the profile of the other API."_s);
}

void TestTokenChecks::comparesIssuer()
{
    CheckContext context = at(issuedS);
    context.expectedIssuer = u"https://id.sage.com"_s;
    QCOMPARE(check(usual, context), QStringList { u"issuer_mismatch:error"_s });
    QCOMPARE(check(R"({"exp":1741626724})", context), QStringList { u"issuer_mismatch:warning"_s });
    context.expectedIssuer = u"https://id.sage.com/"_s;
    QCOMPARE(check(usual, context), QStringList());
}

void TestTokenChecks::comparesEnvironment_data()
{
    QTest::addColumn<QString>("environment");
    QTest::addColumn<QByteArray>("audience");
    QTest::addColumn<bool>("mismatch");
    QTest::newRow("sandbox, prod") << u"sandbox"_s << "api-prod"_ba << true;
    QTest::newRow("production, sandbox") << u"production"_s << "api-sandbox"_ba << true;
    QTest::newRow("test, sandbox") << u"test"_s << "api-sandbox"_ba << false;
    QTest::newRow("production, prod") << u"production"_s << "api-prod"_ba << false;
    QTest::newRow("production, nothing") << u"production"_s << "api"_ba << false;
    QTest::newRow("none, prod") << QString() << "api-prod"_ba << false;
    QTest::newRow("own word, prod") << u"gallery"_s << "api-prod"_ba << false;
}

void TestTokenChecks::comparesEnvironment()
{
    QFETCH(QString, environment);
    QFETCH(QByteArray, audience);
    QFETCH(bool, mismatch);
    CheckContext context = at(issuedS);
    context.environment = environment;
    const QStringList expected =
        mismatch ? QStringList { u"environment_mismatch:warning"_s } : QStringList();
    const QByteArray inAudience = withMember("\"aud\":\"" + audience + '"');
    QCOMPARE(check(inAudience, context), expected);
    const QByteArray inIssuer = withMember("\"aud\":\"x\",\"iss\":\"https://" + audience + '"');
    QCOMPARE(check(inIssuer, context), expected);
}

void TestTokenChecks::findsAlgorithmNone_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<bool>("none");
    QTest::newRow("none") << R"({"alg":"none"})"_ba << true;
    QTest::newRow("None") << R"({"alg":"None"})"_ba << true;
    QTest::newRow("nOnE") << R"({"alg":"nOnE"})"_ba << true;
    QTest::newRow("escaped") << R"({"alg":"n\u006fne"})"_ba << true;
    QTest::newRow("RS256") << R"({"alg":"RS256"})"_ba << false;
    QTest::newRow("missing") << "{}"_ba << false;
}

void TestTokenChecks::findsAlgorithmNone()
{
    QFETCH(QByteArray, header);
    QFETCH(bool, none);
    const Token token = Token::parse(jws(usual, header));
    QCOMPARE(namesOf(checkToken(token, at(issuedS))),
             none ? QStringList { u"algorithm_none:error"_s } : QStringList());
}

void TestTokenChecks::comparesExpiresIn_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<qint64>("expiresIn");
    QTest::addColumn<qint64>("received");
    QTest::addColumn<bool>("mismatch");
    const auto row = [](const char *tag, const QByteArray &payload, qint64 in, qint64 received,
                        bool mismatch) {
        QTest::newRow(tag) << payload << in << received << mismatch;
    };
    row("same", usual, 28'800, issuedS, false);
    row("60 s apart", usual, 28'740, issuedS, false);
    row("61 s apart", usual, 28'739, issuedS, true);
    row("from a cache, rest of the life", usual, 28'800 - 3'600, issuedS + 3'600, false);
    row("from a cache, whole life", usual, 28'800, issuedS + 3'600, false);
    row("an hour instead of eight", usual, 3'600, issuedS, true);
    row("zero", usual, 0, issuedS, true);
    row("no iat", R"({"exp":1741626724})", 28'800, issuedS, false);
    row("no exp", "{}", 28'800, issuedS, false);
    row("absurd", usual, std::numeric_limits<qint64>::max(), issuedS, true);
}

void TestTokenChecks::comparesExpiresIn()
{
    QFETCH(QByteArray, payload);
    QFETCH(qint64, expiresIn);
    QFETCH(qint64, received);
    QFETCH(bool, mismatch);
    CheckContext context = at(received);
    context.expiresInS = expiresIn;
    context.receivedMs = received * 1000;
    QCOMPARE(check(payload, context).contains(u"expires_in_mismatch:warning"_s), mismatch);
}

void TestTokenChecks::findsLiveTokensInSharedTexts_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<qint64>("now");
    QTest::addColumn<bool>("found");
    const QByteArray whole = jws(usual);
    const QByteArray parts = whole.first(whole.lastIndexOf('.') + 1);
    QTest::newRow("live") << whole << issuedS << true;
    QTest::newRow("last second") << whole << expiresS - 1 << true;
    QTest::newRow("expired") << whole << expiresS << false;
    QTest::newRow("before nbf") << jws(R"({"nbf":1741597930,"exp":1741626724})") << issuedS << true;
    QTest::newRow("without end") << jws("{}") << issuedS << true;
    QTest::newRow("exp in milliseconds") << jws(R"({"exp":1741626724000})") << issuedS << true;
    QTest::newRow("signature cut out") << parts << issuedS << false;
    QTest::newRow("alg none") << jws(usual, R"({"alg":"none"})") << issuedS << false;
    QTest::newRow("cut off") << whole.chopped(3) << issuedS << false;
    QTest::newRow("no claims set") << jws("[1]") << issuedS << false;
    QTest::newRow("opaque") << QByteArray("2YotnFZFEjr1zCsicMWpAA") << issuedS << false;
}

void TestTokenChecks::findsLiveTokensInSharedTexts()
{
    QFETCH(QByteArray, token);
    QFETCH(qint64, now);
    QFETCH(bool, found);
    const auto isSaid = [&](bool shared) {
        CheckContext context = at(now);
        context.fromSharedText = shared;
        return namesOf(checkToken(Token::parse(token), context))
            .contains(u"live_token_shared:warning"_s);
    };
    QCOMPARE(isSaid(true), found);
    QVERIFY(!isSaid(false));
}

void TestTokenChecks::saysHowLongASharedTokenIsUsable()
{
    CheckContext context = at(expiresS - 3 * 3'600);
    context.fromSharedText = true;
    QVERIFY(message(usual, context).startsWith(u"The token is still usable for 3 h."_s));
    context.clockSkewMs = 3'600'000;
    const QList<TokenCheck> checks = checkToken(Token::parse(jws(usual)), context);
    QVERIFY(checks.last().message.startsWith(u"The token is still usable for 2 h."_s));
}

void TestTokenChecks::judgesTokensWithoutClaims()
{
    CheckContext context = at(issuedS);
    context.expectedAudience = u"a"_s;
    context.expectedIssuer = u"b"_s;
    context.expiresInS = 1;
    for (const QByteArray &text :
         { QByteArray("abc"), QByteArray(rfc7516a1), QByteArray(rfc7515::a4), QByteArray() })
        QCOMPARE(checkToken(Token::parse(text), context), QList<TokenCheck>());
    context.clockSkewMs = 100'000;
    QCOMPARE(namesOf(checkToken(Token::parse("abc"), context)),
             QStringList { u"clock_skew:warning"_s });
}

void TestTokenChecks::survivesExtremeTimes()
{
    const char *numbers[] = { "-3999999999999999",
                              "3999999999999999",
                              "-9223372036854775",
                              "9223372036854775",
                              "1e400",
                              "-1e400",
                              "0",
                              "99999999999",
                              "100000000000" };
    for (const char *exp : numbers) {
        for (const char *iat : numbers) {
            CheckContext context = at(issuedS);
            context.expiresInS = std::numeric_limits<qint64>::min();
            const QByteArray payload =
                QByteArray(R"({"exp":)") + exp + R"(,"nbf":)" + iat + R"(,"iat":)" + iat + '}';
            for (const TokenCheck &one : checkToken(Token::parse(jws(payload)), context))
                QVERIFY(!one.message.contains(u'%') && one.message.endsWith(u'.'));
        }
    }
}

void TestTokenChecks::writesSafeMessages()
{
    CheckContext context = at(issuedS);
    context.expectedAudience = u"a"_s;
    QCOMPARE(message("{\"exp\":1741626724,\"aud\":\"%1<b>\xE2\x80\xAE\"}", context),
             u"The token is for \"%1<b>\\u{202E}\", expected is \"a\". The API will answer 401. "
             u"Check the audience, or "
             u"use the profile of the other API."_s);
    QVERIFY(message(usual, at(expiresS + 720))
                .startsWith(u"The token expired 12 min ago, at 2025-03-10 17:12:04 UTC."_s));
}

void TestTokenChecks::namesEveryCode()
{
    const QStringList expected =
        u"expired not_yet_valid no_expiry expiry_in_milliseconds long_lifetime "
        u"audience_mismatch issuer_mismatch environment_mismatch algorithm_none duplicate_member "
        u"clock_skew expires_in_mismatch unsafe_text secret_like_claim live_token_shared"_s.split(
            u' ');
    QStringList names;
    for (int i = 0; i <= int(CheckCode::LiveTokenShared); ++i)
        names << checkName(static_cast<CheckCode>(i));
    QCOMPARE(names, expected);
}

MINTMARK_TEST(tst_tokenchecks, TestTokenChecks)
#include "tst_tokenchecks.moc"

// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "oauth/tokenresponse.h"

#include "oauth/clientconfiguration.h"
#include "support/testmain.h"

using namespace mintmark;
using namespace Qt::StringLiterals;

using Number = std::optional<qint64>;

namespace {

HttpAnswer answerOf(const QByteArray &body, const QByteArray &type = "application/json")
{
    HttpAnswer answer;
    answer.status = 200;
    answer.headers = { { "Content-Type", type } };
    answer.body = body;
    answer.sentAtMs = 1000;
    answer.receivedAtMs = 1500;
    answer.skewMs = -7;
    return answer;
}

Result<TokenResponse> parsed(const HttpAnswer &answer)
{
    return TokenResponse::parse(answer, u"id.example.com"_s, {});
}

QByteArray with(const QByteArray &members)
{
    return R"({"access_token":"a.b.c","token_type":"Bearer")" + members + '}';
}

} // namespace

/// How an answer becomes a token; how it becomes an error is in tst_bodyfaults and its neighbours.
class TestTokenResponse : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rfc6749();
    void expiresIn_data();
    void expiresIn();
    void moments_data();
    void moments();
    void tokenTypes_data();
    void tokenTypes();
    void scopes_data();
    void scopes();
    void scopeOtherThanAskedFor_data();
    void scopeOtherThanAskedFor();
    void notes_data();
    void notes();
    void otherFormats_data();
    void otherFormats();
    void doubledMembers();
    void membersAreMadeSafe();
    void expiresOn_data();
    void expiresOn();
};

/// RFC 6749 §5.1.
void TestTokenResponse::rfc6749()
{
    const Result<TokenResponse> response = parsed(answerOf(R"({
       "access_token":"2YotnFZFEjr1zCsicMWpAA",
       "token_type":"example",
       "expires_in":3600,
       "refresh_token":"tGzv3JOkF0XG5Qx2TlKWIA",
       "example_parameter":"example_value"
     })"));
    QVERIFY(!response.ok()); // its token_type is "example"
    QCOMPARE(response.error().code, ErrorCode::TokenTypeUnknown);
    QCOMPARE(response.error().argument(u"token_type"), u"example"_s);

    const Result<TokenResponse> bearer = parsed(answerOf(
        R"({"access_token":"2YotnFZFEjr1zCsicMWpAA","token_type":"Bearer","expires_in":3600,
                    "refresh_token":"tGzv3JOkF0XG5Qx2TlKWIA","example_parameter":"example_value"})"));
    QVERIFY(bearer.ok());
    QCOMPARE(bearer->accessToken->view(), QByteArrayView("2YotnFZFEjr1zCsicMWpAA"));
    QCOMPARE(bearer->refreshToken->view(), QByteArrayView("tGzv3JOkF0XG5Qx2TlKWIA"));
    QCOMPARE(bearer->expiresInS, Number(3600));
    QCOMPARE(bearer->expiresAtMs, Number());
    QCOMPARE(bearer->members,
             (QStringList { u"access_token"_s, u"token_type"_s, u"expires_in"_s, u"refresh_token"_s,
                            u"example_parameter"_s }));
    QVERIFY(bearer->notes.isEmpty());
    QCOMPARE(bearer->sentAtMs, 1000);
    QCOMPARE(bearer->receivedAtMs, 1500);
    QCOMPARE(bearer->skewMs, Number(-7));
}

void TestTokenResponse::expiresIn_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<Number>("seconds");
    QTest::addColumn<int>("notes");
    const auto add = [](const char *value, Number seconds, int notes = 0) {
        QTest::newRow(value) << QByteArray(value) << seconds << notes;
    };
    add("28800", 28800);
    add("0", 0);
    add("3599.9", 3599);
    add("3.6e3", 3600);
    add("-5", -5);
    add("\"3600\"", 3600);
    add("\" 3600 \"", 3600);
    add("\"3599.9\"", 3599);
    add("\"-5\"", -5);
    add("3155760000", 3'155'760'000);
    add("null", {});
    add("missing", {});
    for (const char *value :
         { "\"\"", "\"soon\"", "\"3600s\"", "\"0x10\"", "true", "[3600]", "{}", "3155760001",
           "-3155760001", "1e400", "-1e400", "9223372036854775807", "-9223372036854775808",
           "9223372036854775808", "\"-9223372036854775808\"", "99999999999999999999999" })
        add(value, {}, 1);
}

void TestTokenResponse::expiresIn()
{
    QFETCH(const QByteArray, value);
    QFETCH(const Number, seconds);
    QFETCH(const int, notes);
    const Result<TokenResponse> response =
        parsed(answerOf(value == "missing" ? with({}) : with(",\"expires_in\":" + value)));
    QVERIFY(response.ok());
    QCOMPARE(response->expiresInS, seconds);
    QCOMPARE(response->notes.size(), notes);
}

void TestTokenResponse::moments_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<Number>("ms");
    const auto add = [](const char *value, Number ms) {
        QTest::newRow(value) << QByteArray(value) << ms;
    };
    // 10 March 2025, 09:12:04 UTC, by date(1)
    add("1741597924", 1'741'597'924'000);
    add("\"1741597924\"", 1'741'597'924'000);
    add("1741597924123", 1'741'597'924'123);
    add("\"1741597924123\"", 1'741'597'924'123); // as Salesforce sends issued_at
    add("1741597924.5", 1'741'597'924'500);
    add("0", 0);
    add("\"2025-03-10T09:12:04Z\"", 1'741'597'924'000);
    add("\"2025-03-10T09:12:04.250Z\"", 1'741'597'924'250);
    add("\"2025-03-10T10:12:04+01:00\"", 1'741'597'924'000);
    for (const char *value : { "null", "true", "\"\"", "\"tomorrow\"", "\"2025-02-30T00:00:00Z\"",
                               "[]", "1e400", "99999999999999999999999" })
        add(value, {});
}

void TestTokenResponse::moments()
{
    QFETCH(const QByteArray, value);
    QFETCH(const Number, ms);
    const Result<TokenResponse> response =
        parsed(answerOf(with(",\"expires_at\":" + value + ",\"issued_at\":" + value)));
    QVERIFY(response.ok());
    QCOMPARE(response->expiresAtMs, ms);
    QCOMPARE(response->issuedAtMs, ms);
}

void TestTokenResponse::tokenTypes_data()
{
    QTest::addColumn<QByteArray>("member");
    QTest::addColumn<std::optional<QString>>("type");
    using Type = std::optional<QString>;
    QTest::newRow("missing") << QByteArray() << Type(u"Bearer"_s);
    QTest::newRow("null") << R"(,"token_type":null)"_ba << Type(u"Bearer"_s);
    QTest::newRow("lower case") << R"(,"token_type":"bearer")"_ba << Type(u"bearer"_s);
    QTest::newRow("upper case") << R"(,"token_type":"BEARER")"_ba << Type(u"BEARER"_s);
    QTest::newRow("DPoP") << R"(,"token_type":"DPoP")"_ba << Type();
    QTest::newRow("number") << R"(,"token_type":1)"_ba << Type();
    QTest::newRow("empty") << R"(,"token_type":"")"_ba << Type(u"Bearer"_s);
}

void TestTokenResponse::tokenTypes()
{
    QFETCH(const QByteArray, member);
    QFETCH(const std::optional<QString>, type);
    const Result<TokenResponse> response =
        parsed(answerOf(R"({"access_token":"a.b.c")" + member + '}'));
    QCOMPARE(response.ok(), type.has_value());
    if (type) {
        QCOMPARE(response->tokenType, *type);
        QCOMPARE(response->notes.size(), member.contains("earer") || member.contains("EARER") ? 0 : 1);
    } else {
        QCOMPARE(response.error().code, ErrorCode::TokenTypeUnknown);
    }
}

void TestTokenResponse::scopes_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("scope");
    QTest::newRow("text") << "\"a b\""_ba << u"a b"_s;
    QTest::newRow("array") << R"(["a","b"])"_ba << u"a b"_s;
    QTest::newRow("null") << "null"_ba << QString();
    QTest::newRow("empty") << "\"\""_ba << QString();
}

void TestTokenResponse::scopes()
{
    QFETCH(const QByteArray, value);
    QFETCH(const QString, scope);
    QCOMPARE(parsed(answerOf(with(",\"scope\":" + value)))->scope, scope);
}

void TestTokenResponse::scopeOtherThanAskedFor_data()
{
    QTest::addColumn<QString>("asked");
    QTest::addColumn<QString>("granted");
    QTest::addColumn<int>("notes");
    QTest::newRow("the same") << u"read write"_s << u"read write"_s << 0;
    QTest::newRow("another order") << u"read write"_s << u"write  read"_s << 0;
    QTest::newRow("less") << u"read write"_s << u"read"_s << 1;
    QTest::newRow("more") << u"read"_s << u"read write"_s << 1;
    QTest::newRow("not said") << u"read"_s << QString() << 0;
    QTest::newRow("nothing asked for") << QString() << u"read"_s << 0;
}

/// RFC 6749 §5.1: the server says what it granted when that is not what was asked for.
void TestTokenResponse::scopeOtherThanAskedFor()
{
    QFETCH(const QString, asked);
    QFETCH(const QString, granted);
    QFETCH(const int, notes);
    ClientConfiguration sent;
    sent.scope = asked;
    const Result<TokenResponse> response = TokenResponse::parse(
        answerOf(with(",\"scope\":\"" + granted.toLatin1() + '"')), u"id.example.com"_s, sent);
    QVERIFY(response.ok());
    QCOMPARE(response->notes.size(), notes);
    if (notes > 0)
        QVERIFY(response->notes.first().endsWith(u": "_s + granted));
}

void TestTokenResponse::otherFormats_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("said");
    const QString wide = u"It looks like UTF-16 or UTF-32, and has to be UTF-8."_s;
    QTest::newRow("UTF-16 with a mark") << "\xFF\xFE{\0}\0"_ba << wide;
    QTest::newRow("UTF-16 without one") << QByteArray("{\0}\0", 4) << wide;
    QTest::newRow("UTF-16BE without one") << QByteArray("\0{\0}", 4) << wide;
    QTest::newRow("gzip") << "\x1F\x8B\x08"_ba << u"It looks compressed (gzip), though no header says so."_s;
    QTest::newRow("XML") << " <?xml version='1.0'?><a/>"_ba << u"It looks like XML."_s;
    QTest::newRow("form") << "access_token=a&token_type=bearer"_ba << u"It looks like a form."_s;
    QTest::newRow("JSON") << "[]"_ba << u"It is JSON, but not an object."_s;
    QTest::newRow("text") << "OK"_ba << u"Reading stopped at byte 0."_s;
}

void TestTokenResponse::otherFormats()
{
    QFETCH(const QByteArray, body);
    QFETCH(const QString, said);
    const Result<TokenResponse> response = parsed(answerOf(body));
    QCOMPARE(response.error().code, ErrorCode::AnswerNotJson);
    QCOMPARE(response.error().argument(u"said"), said);
}

void TestTokenResponse::notes_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<int>("notes");
    QTest::newRow("JSON") << "application/json"_ba << 0;
    QTest::newRow("with charset") << "Application/JSON; charset=utf-8"_ba << 0;
    QTest::newRow("suffix") << "application/vnd.acme+json"_ba << 0;
    QTest::newRow("text") << "text/html"_ba << 1;
    QTest::newRow("none") << QByteArray() << 1;
}

void TestTokenResponse::notes()
{
    QFETCH(const QByteArray, type);
    QFETCH(const int, notes);
    QCOMPARE(parsed(answerOf(with({}), type))->notes.size(), notes);
}

void TestTokenResponse::doubledMembers()
{
    for (const QByteArray &name :
         { "access_token"_ba, "refresh_token"_ba, "token_type"_ba, "expires_in"_ba, "expires_at"_ba,
           "expires_on"_ba, "issued_at"_ba, "scope"_ba, "error"_ba }) {
        const QByteArray member = ",\"" + name + "\":null";
        const Result<TokenResponse> response = parsed(answerOf(with(member + member)));
        QVERIFY(!response.ok());
        QCOMPARE(response.error().code, ErrorCode::AnswerAmbiguous);
        QCOMPARE(response.error().argument(u"member"), QString::fromLatin1(name));
    }
    QVERIFY(parsed(answerOf(with(R"(,"x":1,"x":2,"in":{"error":1,"error":2})"))).ok());
}

void TestTokenResponse::membersAreMadeSafe()
{
    const Result<TokenResponse> response =
        parsed(answerOf("{\"a\xE2\x80\xAE\":1,\"" + QByteArray(500, 'x') + "\":2}"));
    QCOMPARE(response.error().code, ErrorCode::AnswerWithoutToken);
    QCOMPARE(response.error().argument(u"members"), u"a\\u{202E}, "_s + QString(60, u'x'));
}

/// As Microsoft's managed identities and its endpoints of v1.0 answer: seconds, as number or text.
void TestTokenResponse::expiresOn_data()
{
    QTest::addColumn<QByteArray>("members");
    QTest::addColumn<Number>("expiresAtMs");
    QTest::addColumn<int>("notes");
    const Number moment(1'741'601'524'000);
    const auto row = [](const char *members, const Number &expires, int notes) {
        QTest::newRow(members) << QByteArray(members) << expires << notes;
    };
    row(R"(,"expires_on":1741601524)", moment, 0);
    row(R"(,"expires_on":"1741601524")", moment, 0);
    row(R"(,"expires_on":1741601524000)", moment, 0);
    row(R"(,"expires_on":"2025-03-10T10:12:04Z")", moment, 0);
    row(R"(,"expires_on":"1741601524","expires_in":null)", moment, 0);
    row(R"(,"expires_on":"1741601524","expires_in":"soon")", moment, 1);
    row(R"(,"expires_on":1741601524,"expires_in":"3599")", {}, 0);
    row(R"(,"expires_on":1741601524,"expires_at":1741601000)", Number(1'741'601'000'000), 0);
    row(R"(,"expires_on":null)", {}, 0);
    row(R"(,"expires_on":3600)", {}, 1); // a lifetime
    row(R"(,"expires_on":0)", {}, 1);
    row(R"(,"expires_on":-1741601524)", {}, 1);
    row(R"(,"expires_on":1741601524000000)", {}, 1);
    row(R"(,"expires_on":1e99)", {}, 1);
    row(R"(,"expires_on":"03/10/2025 10:12:04 +00:00")", {}, 1);
    row(R"(,"expires_on":true)", {}, 1);
    row(R"(,"expires_on":[1741601524])", {}, 1);
}

void TestTokenResponse::expiresOn()
{
    QFETCH(const QByteArray, members);
    QFETCH(const int, notes);
    const Result<TokenResponse> response = parsed(answerOf(with(members)));
    QVERIFY(response.ok());
    QTEST(response->expiresAtMs, "expiresAtMs");
    QCOMPARE(response->notes.size(), notes);
}

MINTMARK_TEST(tst_tokenresponse, TestTokenResponse)

#include "tst_tokenresponse.moc"

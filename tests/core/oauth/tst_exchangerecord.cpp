// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "oauth/exchangerecord.h"

#include "oauth/secretplaceholders.h"
#include "support/cputimer.h"
#include "support/testmain.h"


using namespace mintmark;
using namespace Qt::StringLiterals;

class TestExchangeRecord : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void head();
    void bodies_data();
    void bodies();
    void placeholdersAreShared();
    void onlyTheBeginningIsKept();
    void patternsDoNotCutSecrets();
    void brokenOffWithinASecret();
    void moreSecretsThanAnAnswerHas();
    void hostileBodies_data();
    void hostileBodies();
};

void TestExchangeRecord::head()
{
    HttpAnswer answer;
    answer.status = 401;
    answer.reason = u"Unauthorized"_s;
    answer.headers = { { "Content-Type", "text/html; charset=utf-8" },
                       { "set-cookie", "sid=Cq7-canary" },
                       { "X-Echo", "id swordfish" },
                       { "X-Other", "Bearer aaaa.bbbb" },
                       { "X-Umlaut", "\xFC" } };
    SecretPlaceholders placeholders;
    placeholders.add("swordfish");
    QCOMPARE(recordedHead(answer, placeholders),
             u"HTTP/1.1 401 Unauthorized\nContent-Type: text/html; charset=utf-8\n"
             "set-cookie: secret#2\nX-Echo: id secret#1\nX-Other: Bearer [hidden]\n"
             "X-Umlaut: \u00fc\n"_s);
}

void TestExchangeRecord::bodies_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("recorded");
    const auto same = [](const char *name, const QString &text) {
        QTest::newRow(name) << text.toUtf8() << text;
    };
    same("empty", {});
    same("text", u"no such thing: \u00fc"_s);
    same("JSON", u"{ \"error\" : \"invalid_client\", \"n\": 1e3 }"_s);
    same("empty token", u"{\"access_token\":\"\"}"_s);
    same("number as token", u"{\"access_token\":17}"_s);
    same("short", u"{\"access_token\":\"abc\"}"_s); // would spoil every text
    QTest::newRow("token") << R"({"access_token":"opaque-1","x":1})"_ba
                           << uR"({"access_token":"secret#1","x":1})"_s;
    QTest::newRow("names in other shapes")
        << R"({"AccessToken":"aaaa","client-secret":"bbbb","id_token":"cccc","apiKey":"dddd"})"_ba
        << uR"({"AccessToken":"secret#1","client-secret":"secret#2","id_token":"secret#3","apiKey":"secret#4"})"_s;
    QTest::newRow("nested") << R"([{"data":{"refresh_token":"aaaa"}}])"_ba
                            << uR"([{"data":{"refresh_token":"secret#1"}}])"_s;
    QTest::newRow("escaped") << R"({"access_token":"a\u0061\/a"})"_ba
                             << uR"({"access_token":"secret#1"})"_s;
    QTest::newRow("JWT anywhere") << R"({"note":"see eyJhbGciOiJ9.eyJzdWIifQ.c2ln, please"})"_ba
                                  << uR"({"note":"see secret#1, please"})"_s;
    QTest::newRow("twice")
        << R"({"access_token":"aaaa","access_token":"bbbb","again":"aaaa"})"_ba
        << uR"({"access_token":"secret#1","access_token":"secret#2","again":"secret#1"})"_s;
    QTest::newRow("cut off") << R"({"access_token":"opaq)"_ba << uR"({"access_token":"[hidden])"_s;
    QTest::newRow("form") << "access_token=opaque-1&scope=a"_ba
                          << u"access_token=[hidden]&scope=a"_s;
    QTest::newRow("Latin-1") << "caf\xE9"_ba << u"caf\u00e9"_s;
    QTest::newRow("zeros") << QByteArray("a\0b\0", 4) << u"ab"_s;
}

void TestExchangeRecord::bodies()
{
    QFETCH(const QByteArray, body);
    QFETCH(const QString, recorded);
    SecretPlaceholders placeholders;
    QCOMPARE(recordedBody(body, placeholders), recorded);
}

void TestExchangeRecord::placeholdersAreShared()
{
    SecretPlaceholders placeholders;
    placeholders.add("swordfish");
    QCOMPARE(recordedBody(R"({"error_description":"swordfish","access_token":"opaque-1"})",
                          placeholders),
             uR"({"error_description":"secret#1","access_token":"secret#2"})"_s);
    QCOMPARE(placeholders.applied(u"opaque-1"_s), u"secret#2"_s);
}

void TestExchangeRecord::onlyTheBeginningIsKept()
{
    SecretPlaceholders placeholders;
    placeholders.add("swordfish");
    QCOMPARE(recordedBody(QByteArray(100'000, 'x'), placeholders), QString(16 * 1024, u'x'));
    // The cut goes through the secret.
    const QByteArray body = QByteArray(16 * 1024 - 4, 'x') + "swordfish";
    QCOMPARE(recordedBody(body, placeholders), QString(16 * 1024 - 4, u'x') + u"secret#1"_s);
}

void TestExchangeRecord::brokenOffWithinASecret()
{
    SecretPlaceholders placeholders;
    placeholders.add("swordfish");
    QCOMPARE(recordedBody("{\"error\":\"you said swordf", placeholders),
             u"{\"error\":\"you said secret#1"_s);
}

void TestExchangeRecord::moreSecretsThanAnAnswerHas()
{
    QByteArray body = "[";
    for (int i = 0; i < 20'000; ++i)
        body += R"({"token":"opaque-)" + QByteArray::number(i) + "\"},";
    body.back() = ']';
    SecretPlaceholders placeholders;
    QCOMPARE(recordedBody(body, placeholders), u"[hidden]"_s);
}

void TestExchangeRecord::patternsDoNotCutSecrets()
{
    // The pattern for client_secret=… ends at a comma.
    SecretPlaceholders placeholders;
    placeholders.add("sword,fish");
    QVERIFY(!recordedBody("client_secret=sword,fish", placeholders).contains(u"fish"_s));
    HttpAnswer answer;
    answer.headers = { { "X", "client_secret=sword,fish" } };
    QVERIFY(!recordedHead(answer, placeholders).contains(u"fish"_s));
}

void TestExchangeRecord::hostileBodies_data()
{
    QTest::addColumn<QByteArray>("body");
    constexpr qsizetype half = 500'000;
    const auto twice = [](const QByteArray &token, const QByteArray &text) {
        return R"({"access_token":")" + token + R"(","a":")" + text + "\"}";
    };
    QTest::newRow("almost the token, everywhere")
        << twice(QByteArray(half, 'a'), QByteArray(half - 1, 'a'));
    QTest::newRow("percent codes") << twice(QByteArray(half, '%'), "%25"_ba.repeated(half / 3));
    QTest::newRow("percent signs") << twice(QByteArray(half, '%'), QByteArray(half - 1, '%'));
    QTest::newRow("entities") << twice(QByteArray(half, '&'), "&amp;"_ba.repeated(half / 5));
    QTest::newRow("escapes") << twice("\\u0025"_ba.repeated(half / 6),
                                      "\\u0025"_ba.repeated(half / 6 - 1));
    QTest::newRow("beginnings of tokens") << twice("a.b.c", "eyJ-"_ba.repeated(half / 4));
    QTest::newRow("one endless token") << twice("a.b.c", "eyJ."_ba.repeated(half / 4));
    QTest::newRow("text") << "client_secret=%5C"_ba.repeated(half / 10);
}

/// Quadratic work would take minutes.
void TestExchangeRecord::hostileBodies()
{
    QFETCH(const QByteArray, body);
    SecretPlaceholders placeholders;
    placeholders.add("%%%%%%%%%%%%\\\\\\");
    test::CpuTimer timer;
    QVERIFY(!recordedBody(body, placeholders).isEmpty());
    HttpAnswer answer;
    answer.body = body;
    QVERIFY(!placeholders.applied(answer).body.isEmpty());
    QVERIFY2(timer.elapsed() < 20'000, qPrintable(QString::number(timer.elapsed())));
}

MINTMARK_TEST(tst_exchangerecord, TestExchangeRecord)

#include "tst_exchangerecord.moc"

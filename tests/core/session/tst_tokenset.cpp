// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "core/session/sessionexamples.h"
#include "oauth/tokenresponse.h"
#include "session/tokenset.h"
#include "support/testmain.h"

#include <functional>

using namespace mintmark;
using namespace mintmark::test;
using namespace Qt::StringLiterals;

namespace {

SharedSecret secret(QByteArrayView text)
{
    return shareSecret(SecretBytes(text));
}

TokenSet fullSet()
{
    TokenSet set = tokenSetOf("a.b.c");
    set.refreshToken = secret("r\"e\nf\xC3\xA9");
    set.scope = u"read write"_s;
    set.expiresInS = 28'800;
    set.expiresAtMs = 1'741'626'724'000;
    set.receivedAtMs = fetchedMs + 250;
    set.skewMs = -3'000;
    set.requestRevision = 7;
    set.minValidS = 90;
    return set;
}

QByteArray fullJson()
{
    return R"({"token_type":"Bearer","scope":"read write","expires_in":28800,)"
           R"("expires_at_ms":1741626724000,"sent_at_ms":1741597924000,)"
           R"("received_at_ms":1741597924250,"skew_ms":-3000,"request_revision":7,)"
           R"("min_valid_s":90,"access_token":"a.b.c","refresh_token":"r\"e\nf)"
           "\xC3\xA9\"}";
}

} // namespace

class TestTokenSet : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void takesWhatTheResponseSays();
    void writesItsJson();
    void readsItsJson();
    void leavesOutWhatIsNotThere();
    void keepsALargeTokenWhole();
    void refusesOtherTexts_data();
    void refusesOtherTexts();
    void differsInEachField_data();
    void differsInEachField();
};

void TestTokenSet::takesWhatTheResponseSays()
{
    TokenResponse response;
    response.accessToken = secret("a.b.c");
    response.refreshToken = secret("r\"e\nf\xC3\xA9");
    response.tokenType = u"Bearer"_s;
    response.scope = u"read write"_s;
    response.expiresInS = 28'800;
    response.expiresAtMs = 1'741'626'724'000;
    response.sentAtMs = fetchedMs;
    response.receivedAtMs = fetchedMs + 250;
    response.skewMs = -3'000;
    const TokenSet set = TokenSet::from(response, 7, 90);
    QVERIFY(set == fullSet());
    QCOMPARE(set.accessToken.get(), response.accessToken.get()); // shared, not copied
}

void TestTokenSet::writesItsJson()
{
    QCOMPARE(fullSet().toJson().view().toByteArray(), fullJson());
}

void TestTokenSet::readsItsJson()
{
    const Result<TokenSet> set = TokenSet::fromJson(SecretBytes(fullJson()));
    QVERIFY(set.ok());
    QVERIFY(*set == fullSet());
}

void TestTokenSet::leavesOutWhatIsNotThere()
{
    TokenSet least;
    least.accessToken = secret("x");
    const SecretBytes json = least.toJson();
    QCOMPARE(
        json.view().toByteArray(),
        R"({"sent_at_ms":0,"received_at_ms":0,"request_revision":0,"min_valid_s":60,"access_token":"x"})"_ba);
    const Result<TokenSet> set = TokenSet::fromJson(json);
    QVERIFY(set.ok());
    QVERIFY(*set == least);
    QVERIFY(!set->refreshToken);
    QVERIFY(!set->skewMs);
}

void TestTokenSet::keepsALargeTokenWhole()
{
    const QByteArray large(1024 * 1024, '"'); // doubled by escaping
    TokenSet set;
    set.accessToken = secret(large);
    const Result<TokenSet> read = TokenSet::fromJson(set.toJson());
    QVERIFY(read.ok());
    QVERIFY(read->accessToken->view() == large);
}

void TestTokenSet::refusesOtherTexts_data()
{
    QTest::addColumn<QByteArray>("json");
    const QByteArray good = fullJson();
    const auto with = [&](const char *row, const QByteArray &before, const QByteArray &after) {
        QVERIFY(good.contains(before));
        QTest::newRow(row) << QByteArray(good).replace(before, after);
    };
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("no object") << "[]"_ba;
    QTest::newRow("cut off") << good.chopped(1);
    QTest::newRow("more behind it") << good + ' ';
    with("no token", R"("access_token":"a.b.c")", R"("access_token":"")");
    with("token is a number", R"("access_token":"a.b.c")", R"("access_token":1)");
    with("token stands twice", R"("access_token":"a.b.c")",
         R"("access_token":"a","access_token":"b")");
    with("unknown member", R"({"token)", R"({"version":2,"token)");
    with("order", R"("token_type":"Bearer","scope":"read write")",
         R"("scope":"read write","token_type":"Bearer")");
    with("time is text", R"("sent_at_ms":1741597924000)", R"("sent_at_ms":"1741597924000")");
    with("time missing", R"("sent_at_ms":1741597924000,)", "");
    with("number of another spelling", "28800", "2.88e4");
    with("revision beyond int", R"("request_revision":7)", R"("request_revision":4294967303)");
    with("not UTF-8", "\xC3\xA9", "\xC3");
}

void TestTokenSet::refusesOtherTexts()
{
    QFETCH(QByteArray, json);
    const Result<TokenSet> set = TokenSet::fromJson(SecretBytes(json));
    QVERIFY(!set.ok());
    QCOMPARE(set.error().code, ErrorCode::Internal);
    QVERIFY(!set.error().detail.contains(u"a.b.c"));
}

void TestTokenSet::differsInEachField_data()
{
    using Change = std::function<void(TokenSet &)>;
    QTest::addColumn<Change>("change");
    const auto row = [](const char *name, const Change &change) { QTest::newRow(name) << change; };
    row("accessToken", [](TokenSet &set) { set.accessToken = secret("a.b.d"); });
    row("refreshToken", [](TokenSet &set) { set.refreshToken.reset(); });
    row("tokenType", [](TokenSet &set) { set.tokenType = u"bearer"_s; });
    row("scope", [](TokenSet &set) { set.scope.clear(); });
    row("expiresInS", [](TokenSet &set) { set.expiresInS.reset(); });
    row("expiresAtMs", [](TokenSet &set) { set.expiresAtMs = 0; });
    row("sentAtMs", [](TokenSet &set) { ++set.sentAtMs; });
    row("receivedAtMs", [](TokenSet &set) { ++set.receivedAtMs; });
    row("skewMs", [](TokenSet &set) { set.skewMs.reset(); });
    row("requestRevision", [](TokenSet &set) { ++set.requestRevision; });
    row("minValidS", [](TokenSet &set) { ++set.minValidS; });
}

void TestTokenSet::differsInEachField()
{
    QFETCH(std::function<void(TokenSet &)>, change);
    TokenSet set = fullSet();
    QVERIFY(set == fullSet());
    change(set);
    QVERIFY(!(set == fullSet()));
    const Result<TokenSet> read = TokenSet::fromJson(set.toJson());
    QVERIFY(read.ok());
    QVERIFY(*read == set);
}

MINTMARK_TEST(tst_tokenset, TestTokenSet)
#include "tst_tokenset.moc"

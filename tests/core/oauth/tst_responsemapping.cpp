// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "oauth/clientconfiguration.h"

#include "base/errorcatalogue.h"
#include "oauth/tokenresponse.h"
#include "support/testmain.h"

using namespace mintmark;
using namespace Qt::StringLiterals;

using Number = std::optional<qint64>;

namespace {

Result<TokenResponse> parsed(const QByteArray &body, const ResponseMapping &mapping)
{
    HttpAnswer answer;
    answer.status = 200;
    answer.headers = { { "Content-Type", "application/json" } };
    answer.body = body;
    ClientConfiguration sent;
    sent.responseMapping = mapping;
    return TokenResponse::parse(answer, u"id.example.com"_s, sent);
}

} // namespace

/// Where an answer has what others have under the names of RFC 6749. The paths are in tst_answerpath.
class TestResponseMapping : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void mappedMembers_data();
    void mappedMembers();
    void mappingThatLeadsNowhere();
};

/// Servers with names of their own: GitHub (token, expires_at), Slack (authed_user.access_token).
void TestResponseMapping::mappedMembers_data()
{
    QTest::addColumn<ResponseMapping>("mapping");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<Number>("expiresIn");
    QTest::addColumn<Number>("expiresAtMs");
    QTest::newRow("another name") << ResponseMapping { u"token"_s, {}, {} }
                                  << R"({"token":"ghs_1","expires_at":"2016-07-11T22:14:10Z"})"_ba
                                  << "ghs_1"_ba << Number() << Number(1'468'275'250'000);
    QTest::newRow("inside") << ResponseMapping { u"authed_user.access_token"_s, u"life"_s, {} }
                            << R"({"ok":true,"life":"60","authed_user":{"access_token":"xoxp"}})"_ba
                            << "xoxp"_ba << Number(60) << Number();
    QTest::newRow("a dot in the name") << ResponseMapping { u"the.token"_s, {}, u"until"_s }
                                       << R"({"the.token":"t","the":{"token":"no"},"until":5})"_ba
                                       << "t"_ba << Number() << Number(5000);
    QTest::newRow("in a list") << ResponseMapping { u"data.1.token"_s, u"data[1].times[0]"_s, {} }
                               << R"({"data":[{"token":"no"},{"token":"t","times":["60"]}]})"_ba
                               << "t"_ba << Number(60) << Number();
    QTest::newRow("not there") << ResponseMapping { u"a.b"_s, {}, {} }
                               << R"({"access_token":"t","a":[]})"_ba << QByteArray() << Number()
                               << Number();
}

void TestResponseMapping::mappedMembers()
{
    QFETCH(ResponseMapping, mapping);
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, token);
    const Result<TokenResponse> response = parsed(body, mapping);
    QCOMPARE(response.ok(), !token.isEmpty());
    if (!response) {
        QCOMPARE(response.error().code, ErrorCode::AnswerWithoutToken);
        QVERIFY(response.error().detail.contains(u"a.b: missing"));
        return;
    }
    QCOMPARE(response->accessToken->view().toByteArray(), token);
    QTEST(response->expiresInS, "expiresIn");
    QTEST(response->expiresAtMs, "expiresAtMs");
}

void TestResponseMapping::mappingThatLeadsNowhere()
{
    const auto missing = parsed(R"({"data":[{"token":"t"}]})", { u"data.1.token"_s, {}, {} });
    QCOMPARE(missing.error().code, ErrorCode::AnswerWithoutToken);
    QCOMPARE(errorText(missing.error()).known,
             u"It has: data. There is no \"data.1\": the length of the list \"data\" is 1."_s);
    const auto twice = parsed(R"({"data":[{"token":"t","token":"u"}]})", { u"data.0.token"_s, {}, {} });
    QCOMPARE(twice.error().code, ErrorCode::AnswerAmbiguous);
    QCOMPARE(twice.error().argument(u"member"), u"data.0.token"_s);
    // A token without the expiry that was looked for is good, and that is said.
    const auto endless = parsed(R"({"access_token":"t","token_type":"Bearer"})", { {}, u"data.0"_s, {} });
    QVERIFY(endless.ok() && !endless->expiresInS);
    QCOMPARE(endless->notes,
             QStringList { u"The expiry is not where the profile says: There is no \"data\" in it."_s });
}

MINTMARK_TEST(tst_responsemapping, TestResponseMapping)

#include "tst_responsemapping.moc"

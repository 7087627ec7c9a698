// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "oauthrig.h"

#include "support/fakeclock.h"
#include "support/testmain.h"

#include <QSignalSpy>

using namespace mintmark;
using namespace mintmark::test;
using namespace Qt::StringLiterals;

class TestTokenJob : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void token();
    void mappedToken();
    void renewal();
    void refusal();
    void timeoutOfTheProfile_data();
    void timeoutOfTheProfile();
    void cancelled_data();
    void cancelled();
    void sameErrorInBoth();

private:
    FakeClock m_clock;
};

void TestTokenJob::token()
{
    FixedServer fixed(jsonAnswer(200, R"({"access_token":"opaque-token-1","token_type":"bearer",
        "expires_in":28800,"scope":"a b","refresh_token":"again-1"})"));
    TokenJob job(std::move(TokenRequest::from(sageLike(fixed.address()), withSecret())).value(), {}, {},
                 m_clock);
    QSignalSpy finished(&job, &Job::finished);
    job.start();
    QVERIFY(finished.wait(30'000));
    QVERIFY(job.result().ok());
    const TokenResponse &response = *job.result();
    QCOMPARE(response.accessToken->view(), QByteArrayView("opaque-token-1"));
    QCOMPARE(response.refreshToken->view(), QByteArrayView("again-1"));
    QCOMPARE(response.tokenType, u"bearer"_s);
    QCOMPARE(response.scope, u"a b"_s);
    QCOMPARE(response.expiresInS, std::optional<qint64>(28800));
    QCOMPARE(response.sentAtMs, m_clock.nowMs());
    QCOMPARE(response.receivedAtMs, m_clock.nowMs());

    const ExchangeRecord &record = job.record();
    QVERIFY(record.ok());
    QCOMPARE(record.purpose, u"token"_s);
    QCOMPARE(record.method, u"POST"_s);
    QCOMPARE(record.url, fixed.address());
    QCOMPARE(record.status, 200);
    QCOMPARE(record.startedAtMs, m_clock.nowMs());
    QVERIFY(record.request.contains(u"\"client_secret\":\"secret#1\""_s));
    QVERIFY(record.answerHead.startsWith(u"HTTP/1.1 200 Demo\n"_s));
    QVERIFY(record.answerBody.contains(u"\"access_token\":\"secret#"_s));
    QVERIFY(!record.tls);
}

/// A token under a name nobody looks for is hidden all the same.
void TestTokenJob::mappedToken()
{
    FixedServer fixed(jsonAnswer(200, R"({"data":[{"key":"canary-token-1"}]})"));
    ClientConfiguration configuration = sageLike(fixed.address());
    configuration.responseMapping.accessToken = u"data.0.key"_s;
    const Fetched outcome = fetched(TokenRequest::from(configuration, withSecret()));
    QCOMPARE(outcome.code(), std::nullopt);
    QVERIFY(!outcome.record.answerBody.contains(u"canary"_s));
    QVERIFY(outcome.record.answerBody.contains(u"\"key\":\"secret#"_s));
}

void TestTokenJob::renewal()
{
    FixedServer fixed(tokenAnswer());
    ClientConfiguration configuration = sageLike(u"http://127.0.0.1:1/token"_s);
    configuration.renewalEndpoint = fixed.address();
    const Fetched outcome = fetched(TokenRequest::renewal(configuration, SecretBytes("a.b.c")));
    QCOMPARE(outcome.code(), std::nullopt);
    QCOMPARE(outcome.record.purpose, u"renewal"_s);
    QCOMPARE(outcome.record.method, u"GET"_s);
    QVERIFY(outcome.record.request.contains(u"Authorization: Bearer secret#1\r\n"_s));
    const ServedRequest &request = fixed.server.requests().first();
    QCOMPARE(request.target, "/oauth/token"_ba); // nothing in the query
    QCOMPARE(request.header("authorization"), "Bearer a.b.c"_ba);
    QCOMPARE(request.header("accept"), "application/json"_ba);
}

void TestTokenJob::refusal()
{
    FixedServer fixed(jsonAnswer(401, R"({"error":"invalid_client"})"));
    const Fetched outcome = fetched(TokenRequest::from(sageLike(fixed.address()), withSecret()));
    QCOMPARE(outcome.code(), std::optional(ErrorCode::InvalidClient));
    QCOMPARE(outcome.record.status, 401);
    QCOMPARE(outcome.record.answerBody, uR"({"error":"invalid_client"})"_s);
}

void TestTokenJob::timeoutOfTheProfile_data()
{
    QTest::addColumn<int>("seconds");
    QTest::addColumn<qint64>("deadlineMs");
    QTest::addColumn<QString>("said");
    QTest::newRow("the profile's is shorter") << 1 << qint64(20'000) << u"1"_s;
    QTest::newRow("the limit is shorter") << 30 << qint64(150) << u"0.15"_s;
    QTest::newRow("no profile's") << 0 << qint64(150) << u"0.15"_s;
    QTest::newRow("nonsense") << -5 << qint64(150) << u"0.15"_s;
}

void TestTokenJob::timeoutOfTheProfile()
{
    QFETCH(const int, seconds);
    QFETCH(const qint64, deadlineMs);
    QFETCH(const QString, said);
    ServedAnswer silent;
    silent.fault = ServedAnswer::Fault::Silence;
    FixedServer fixed(silent);
    ClientConfiguration configuration = sageLike(fixed.address());
    configuration.network.timeoutSeconds = seconds;
    const Fetched outcome =
        fetched(TokenRequest::from(configuration, withSecret()), { deadlineMs, 1024 });
    QCOMPARE(outcome.code(), std::optional(ErrorCode::AnswerTimedOut));
    QCOMPARE(outcome.error().argument(u"seconds"), said);
}

void TestTokenJob::cancelled_data()
{
    QTest::addColumn<bool>("sent");
    QTest::newRow("at once") << false;
    QTest::newRow("while the server is silent") << true;
}

void TestTokenJob::cancelled()
{
    QFETCH(const bool, sent);
    ServedAnswer silent;
    silent.fault = ServedAnswer::Fault::Silence;
    FixedServer fixed(silent);
    TokenJob job(std::move(TokenRequest::from(sageLike(fixed.address()), withSecret())).value(), {}, {},
                 m_clock);
    QSignalSpy finished(&job, &Job::finished);
    job.start();
    if (sent)
        QTRY_COMPARE(fixed.server.requests().size(), 1);
    job.cancel();
    job.cancel();
    QCOMPARE(finished.size(), 0);
    QVERIFY(finished.wait(10'000));
    QCoreApplication::sendPostedEvents();
    QCOMPARE(finished.size(), 1);
    QCOMPARE(job.result().error().code, ErrorCode::Cancelled);
    if (sent) {
        QCOMPARE(job.record().error->code, ErrorCode::Cancelled);
        QCOMPARE(job.record().purpose, u"token"_s);
        QVERIFY(job.record().timings.totalMs >= 0);
    }
    QCOMPARE(fixed.server.requests().size(), sent ? 1 : 0);
}

void TestTokenJob::sameErrorInBoth()
{
    // A secret that is itself a word of the protocol must not change the verdict.
    for (const QString &secret :
         { u"invalid_client"_s, u"error"_s, u"access_token"_s, u"html"_s }) {
        FixedServer fixed(jsonAnswer(401, R"({"error":"invalid_client","error_description":"x"})"));
        const Fetched outcome =
            fetched(TokenRequest::from(sageLike(fixed.address()), withSecret(secret)));
        QCOMPARE(outcome.code(), std::optional(ErrorCode::InvalidClient));
        QCOMPARE(outcome.record.error, std::optional(outcome.error()));
        QCOMPARE(outcome.error().argument(u"host"), u"127.0.0.1"_s);
    }
}

MINTMARK_TEST(tst_tokenjob, TestTokenJob)

#include "tst_tokenjob.moc"

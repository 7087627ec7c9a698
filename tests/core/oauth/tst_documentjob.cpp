// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "oauthrig.h"

#include "oauth/documentjob.h"
#include "support/fakeclock.h"
#include "support/testmain.h"

#include <QSignalSpy>

using namespace mintmark;
using namespace mintmark::test;
using namespace Qt::StringLiterals;

using Fault = ServedAnswer::Fault;

class TestDocumentJob : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void sendsOneGet();
    void faults_data();
    void faults();
    void refusesAddresses_data();
    void refusesAddresses();
    void cancelled();

private:
    FakeClock m_clock;
};

void TestDocumentJob::sendsOneGet()
{
    FixedServer fixed(jsonAnswer(200, R"({"a":1})"));
    DocumentJob job({ fixed.address(), u"keys"_s, "application/jwk-set+json"_ba }, {}, m_clock);
    QSignalSpy finished(&job, &Job::finished);
    job.start();
    QVERIFY(finished.wait(20'000));
    QVERIFY(job.result().ok());
    QCOMPARE(*job.result(), R"({"a":1})"_ba);
    QCOMPARE(fixed.server.requests().size(), 1);
    const ServedRequest &request = fixed.server.requests().first();
    QCOMPARE(request.method, "GET"_ba);
    QCOMPARE(request.header("accept"), "application/jwk-set+json"_ba);
    QCOMPARE(request.header("authorization"), QByteArray());
    QCOMPARE(request.header("cookie"), QByteArray());
    QCOMPARE(request.body, QByteArray());
    QCOMPARE(job.record().purpose, u"keys"_s);
    QCOMPARE(job.record().method, u"GET"_s);
    QCOMPARE(job.record().status, 200);
    QVERIFY(job.record().ok());
}

void TestDocumentJob::faults_data()
{
    QTest::addColumn<ServedAnswer>("answer");
    QTest::addColumn<ErrorCode>("code");
    ServedAnswer redirect = jsonAnswer(302, "{}");
    redirect.headers.emplaceBack("Location", "https://evil.example/jwks");
    QTest::newRow("redirect") << redirect << ErrorCode::Redirected;
    QTest::newRow("404") << jsonAnswer(404, R"({"error":"not_found"})") << ErrorCode::HttpStatus;
    QTest::newRow("201") << jsonAnswer(201, "{}") << ErrorCode::HttpStatus;
    QTest::newRow("500") << jsonAnswer(500, "{}") << ErrorCode::ServerFailed;
    QTest::newRow("429") << jsonAnswer(429, "{}") << ErrorCode::TooManyRequests;
    QTest::newRow("empty") << jsonAnswer(200, "") << ErrorCode::AnswerEmpty;
    QTest::newRow("2 MiB") << jsonAnswer(200, QByteArray(2 * 1024 * 1024, ' '))
                           << ErrorCode::AnswerTooLarge;
    ServedAnswer silent;
    silent.fault = Fault::Silence;
    QTest::newRow("silence") << silent << ErrorCode::AnswerTimedOut;
    ServedAnswer hangUp;
    hangUp.fault = Fault::Close;
    QTest::newRow("hang-up") << hangUp << ErrorCode::ConnectionClosed;
}

void TestDocumentJob::faults()
{
    QFETCH(const ServedAnswer, answer);
    FixedServer fixed(answer);
    const qint64 deadlineMs = answer.fault == Fault::Silence ? 150 : 20'000;
    DocumentJob job({ fixed.address(), u"keys"_s }, { {}, { deadlineMs, 1024 * 1024 } }, m_clock);
    QSignalSpy finished(&job, &Job::finished);
    job.start();
    QVERIFY(finished.wait(20'000));
    QVERIFY(!job.result());
    QTEST(job.result().error().code, "code");
    QCOMPARE(job.record().error, std::optional(job.result().error()));
    QCOMPARE(job.record().purpose, u"keys"_s);
    QCOMPARE(fixed.server.requests().size(), 1); // never twice, never elsewhere
}

void TestDocumentJob::refusesAddresses_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("http") << u"http://id.example.com/jwks"_s << ErrorCode::EndpointInsecure;
    QTest::newRow("file") << u"file:///etc/passwd"_s << ErrorCode::EndpointInvalid;
    QTest::newRow("nothing") << QString() << ErrorCode::EndpointInvalid;
    QTest::newRow("password") << u"https://u:p@id.example.com/jwks"_s
                              << ErrorCode::EndpointWithCredentials;
}

void TestDocumentJob::refusesAddresses()
{
    QFETCH(const QString, address);
    DocumentJob job({ address, u"keys"_s }, {}, m_clock);
    QSignalSpy finished(&job, &Job::finished);
    job.start();
    QVERIFY(finished.wait(20'000));
    QVERIFY(!job.result());
    QTEST(job.result().error().code, "code");
    QCOMPARE(job.record().method, QString()); // nothing was sent
}

void TestDocumentJob::cancelled()
{
    ServedAnswer silent;
    silent.fault = Fault::Silence;
    FixedServer fixed(silent);
    DocumentJob job({ fixed.address(), u"keys"_s }, {}, m_clock);
    QSignalSpy finished(&job, &Job::finished);
    job.start();
    QTRY_COMPARE(fixed.server.requests().size(), 1);
    job.cancel();
    QVERIFY(finished.wait(20'000));
    QCOMPARE(job.result().error().code, ErrorCode::Cancelled);
    QCOMPARE(job.record().method, u"GET"_s);
}

MINTMARK_TEST(tst_documentjob, TestDocumentJob)

#include "tst_documentjob.moc"

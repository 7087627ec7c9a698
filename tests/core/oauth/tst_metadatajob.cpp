// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "oauthrig.h"

#include "base/errorcatalogue.h"
#include "oauth/metadatajob.h"
#include "support/fakeclock.h"
#include "support/testmain.h"

#include <QHash>
#include <QSignalSpy>

using namespace mintmark;
using namespace mintmark::test;
using namespace Qt::StringLiterals;

class TestMetadataJob : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_server.reset(); }
    void firstAddress();
    void secondAddress();
    void thirdAddress();
    void allRefused_data();
    void allRefused();
    void silenceEndsIt();
    void nothingIsSentForNoIssuer();
    void cancelled();

private:
    QString issuer() const { return u"http://127.0.0.1:%1/tenant"_s.arg(m_server->port()); }
    ServedAnswer document() const
    {
        return jsonAnswer(200, "{\"issuer\":\"" + issuer().toUtf8()
                                   + "\",\"jwks_uri\":\"https://a/keys\"}");
    }
    void run(MetadataJob &job)
    {
        QSignalSpy finished(&job, &Job::finished);
        job.start();
        QVERIFY(finished.wait(20'000));
    }
    QByteArrayList asked() const
    {
        QByteArrayList targets;
        for (const ServedRequest &request : m_server->requests())
            targets << request.method + ' ' + request.target;
        return targets;
    }

    const QByteArray m_behind = "/tenant/.well-known/openid-configuration";
    const QByteArray m_before = "/.well-known/oauth-authorization-server/tenant";
    const QByteArray m_last = "/tenant/.well-known/oauth-authorization-server";
    FakeClock m_clock;
    QHash<QByteArray, ServedAnswer> m_answers; ///< by path; 404 for others
    std::unique_ptr<LoopbackServer> m_server;
};

void TestMetadataJob::init()
{
    m_answers.clear();
    m_server = std::make_unique<LoopbackServer>([this](const ServedRequest &request) {
        return m_answers.value(request.target, jsonAnswer(404, R"({"error":"not_found"})"));
    });
    QVERIFY(m_server->listen());
}

void TestMetadataJob::firstAddress()
{
    m_answers[m_behind] = document();
    MetadataJob job(issuer(), {}, m_clock);
    run(job);
    QVERIFY(job.result().ok());
    QCOMPARE(job.result()->jwksUri, u"https://a/keys"_s);
    QCOMPARE(asked(), QByteArrayList { "GET " + m_behind });
    QCOMPARE(job.records().size(), 1);
    QCOMPARE(job.records().first().purpose, u"discovery"_s);
    QVERIFY(job.records().first().ok());
}

void TestMetadataJob::secondAddress()
{
    m_answers[m_before] = document();
    MetadataJob job(issuer(), {}, m_clock);
    run(job);
    QVERIFY(job.result().ok());
    QCOMPARE(asked(), QByteArrayList({ "GET " + m_behind, "GET " + m_before }));
    QCOMPARE(job.records().size(), 2);
    QCOMPARE(job.records().first().error->code, ErrorCode::HttpStatus);
    QVERIFY(job.records().last().ok());
}

void TestMetadataJob::thirdAddress()
{
    m_answers[m_last] = document();
    MetadataJob job(issuer(), {}, m_clock);
    run(job);
    QVERIFY(job.result().ok());
    QCOMPARE(asked(), QByteArrayList({ "GET " + m_behind, "GET " + m_before, "GET " + m_last }));
    QCOMPARE(job.records().size(), 3);
}

void TestMetadataJob::allRefused_data()
{
    QTest::addColumn<QByteArray>("first");
    QTest::addColumn<QByteArray>("second");
    QTest::addColumn<ErrorCode>("code");
    const QByteArray other = R"({"issuer":"https://evil.example"})";
    QTest::newRow("not there") << QByteArray() << QByteArray() << ErrorCode::HttpStatus;
    QTest::newRow("another issuer") << other << QByteArray() << ErrorCode::ProfileInvalid;
    QTest::newRow("another issuer behind") << QByteArray() << other << ErrorCode::ProfileInvalid;
    QTest::newRow("web page") << "<html></html>"_ba << QByteArray() << ErrorCode::AnswerNotJson;
}

void TestMetadataJob::allRefused()
{
    QFETCH(const QByteArray, first);
    QFETCH(const QByteArray, second);
    if (!first.isEmpty())
        m_answers[m_behind] = jsonAnswer(200, first);
    if (!second.isEmpty())
        m_answers[m_before] = jsonAnswer(200, second);
    MetadataJob job(issuer(), {}, m_clock);
    run(job);
    QVERIFY(!job.result());
    QTEST(job.result().error().code, "code");
    QCOMPARE(asked().size(), 3);
    QVERIFY(!job.records().first().ok());
    QVERIFY(!job.records().last().ok());
    // What is to be done is about the issuer, not about a token address.
    const ErrorText text = errorText(job.result().error());
    QVERIFY2(!text.remedy.contains(u"token"_s), qPrintable(text.remedy));
}

void TestMetadataJob::silenceEndsIt()
{
    ServedAnswer silent;
    silent.fault = ServedAnswer::Fault::Silence;
    m_answers[m_behind] = silent;
    MetadataJob job(issuer(), { {}, { 150, 1024 } }, m_clock);
    run(job);
    QCOMPARE(job.result().error().code, ErrorCode::AnswerTimedOut);
    QCOMPARE(asked().size(), 1);
}

void TestMetadataJob::nothingIsSentForNoIssuer()
{
    MetadataJob job(u"http://id.example.com"_s, {}, m_clock);
    run(job);
    QCOMPARE(job.result().error().code, ErrorCode::EndpointInsecure);
    QVERIFY(job.records().isEmpty());
}

void TestMetadataJob::cancelled()
{
    ServedAnswer silent;
    silent.fault = ServedAnswer::Fault::Silence;
    m_answers[m_behind] = silent;
    MetadataJob job(issuer(), {}, m_clock);
    QSignalSpy finished(&job, &Job::finished);
    job.start();
    QTRY_COMPARE(asked().size(), 1);
    job.cancel();
    QVERIFY(finished.wait(20'000));
    QCOMPARE(job.result().error().code, ErrorCode::Cancelled);
    QCOMPARE(job.records().size(), 1);
    QCOMPARE(asked().size(), 1);
}

MINTMARK_TEST(tst_metadatajob, TestMetadataJob)

#include "tst_metadatajob.moc"

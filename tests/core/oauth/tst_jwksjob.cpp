// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "oauthrig.h"

#include "jose/signatureverifier.h"
#include "jose/token.h"
#include "oauth/jwksjob.h"
#include "oauth/metadatajob.h"
#include "support/fakeclock.h"
#include "support/oidcprovider.h"
#include "support/testmain.h"

#include <QSignalSpy>

using namespace mintmark;
using namespace mintmark::test;
using namespace Qt::StringLiterals;

class TestJwksJob : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void keysOfAnotherProgram();
    void symmetricKeysAreRefused();
    void faults_data();
    void faults();

private:
    Result<JwkSet> fetch(JwksJob &job)
    {
        QSignalSpy finished(&job, &Job::finished);
        job.start();
        return finished.wait(20'000) ? job.takeResult() : Result<JwkSet>(Error {});
    }

    FakeClock m_clock;
};

/// A token, the metadata and the keys of a certified server by others.
void TestJwksJob::keysOfAnotherProgram()
{
    OidcProvider provider("s3cret");
    QVERIFY2(provider.waitUntilReady(), provider.whatItSaid().constData());
    ClientConfiguration asked;
    asked.tokenEndpoint = provider.tokenEndpoint;
    asked.body = BodyFormat::Form;
    asked.grantType = u"client_credentials"_s;
    asked.clientId = provider.postClient;
    const Fetched outcome = fetched(TokenRequest::from(asked, withSecret(u"s3cret"_s)));
    QVERIFY2(outcome.result.ok(), qPrintable(outcome.error().detail));

    MetadataJob metadata(provider.issuer, {}, m_clock);
    QSignalSpy found(&metadata, &Job::finished);
    metadata.start();
    QVERIFY(found.wait(20'000));
    QVERIFY(metadata.result().ok());
    QCOMPARE(metadata.result()->jwksUri, provider.jwksUri);
    QCOMPARE(metadata.result()->tokenEndpoint, provider.tokenEndpoint);
    QVERIFY(metadata.result()->grantTypes.contains(u"client_credentials"_s));

    JwksJob job(provider.jwksUri, {}, m_clock);
    const Result<JwkSet> keys = fetch(job);
    QVERIFY(keys.ok());
    QCOMPARE(job.record().purpose, u"keys"_s);
    const QByteArray text = outcome.result->accessToken->view().toByteArray();
    const SignatureVerdict verdict = verifySignature(Token::parse(text), *keys);
    QCOMPARE(verdict.status, SignatureStatus::Valid);
    QCOMPARE(verdict.algorithm, u"RS256"_s);
    QCOMPARE(verdict.keyId, u"test-1"_s);
    // Another payload under the same signature.
    QByteArrayList parts = text.split('.');
    parts[1] = "eyJzdWIiOiJzb21lYm9keSBlbHNlIn0"; // {"sub":"somebody else"}
    QCOMPARE(verifySignature(Token::parse(parts.join('.')), *keys).status, SignatureStatus::Invalid);
}

void TestJwksJob::symmetricKeysAreRefused()
{
    FixedServer fixed(jsonAnswer(200, R"({"keys":[{"kty":"oct","k":"AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow"}]})"));
    JwksJob job(fixed.address(), {}, m_clock);
    const Result<JwkSet> keys = fetch(job);
    QVERIFY(keys.ok());
    QCOMPARE(keys->keys.size(), 1);
    QCOMPARE(keys->usableKeys(), 0);
}

void TestJwksJob::faults_data()
{
    QTest::addColumn<ServedAnswer>("answer");
    QTest::addColumn<ErrorCode>("code");
    ServedAnswer page = jsonAnswer(200, "<!doctype html><html><title>Log in</title></html>");
    page.contentType = "text/html";
    QTest::newRow("web page") << page << ErrorCode::ProfileInvalid;
    QTest::newRow("another document")
        << jsonAnswer(200, R"({"issuer":"https://a"})") << ErrorCode::ProfileInvalid;
    QTest::newRow("cut off") << jsonAnswer(200, R"({"keys":[)") << ErrorCode::AnswerNotJson;
    QTest::newRow("keys twice") << jsonAnswer(200, R"({"keys":[],"keys":[]})")
                                << ErrorCode::ProfileInvalid;
    ServedAnswer redirect = jsonAnswer(307, "{}");
    redirect.headers.emplaceBack("Location", "/elsewhere");
    QTest::newRow("redirect") << redirect << ErrorCode::Redirected;
    QTest::newRow("2 MiB") << jsonAnswer(200, R"({"keys":[")" + QByteArray(2'000'000, 'a') + R"("]})")
                           << ErrorCode::AnswerTooLarge;
    ServedAnswer silent;
    silent.fault = ServedAnswer::Fault::Silence;
    QTest::newRow("silence") << silent << ErrorCode::AnswerTimedOut;
}

void TestJwksJob::faults()
{
    QFETCH(const ServedAnswer, answer);
    FixedServer fixed(answer);
    const bool silent = answer.fault == ServedAnswer::Fault::Silence;
    JwksJob job(fixed.address(), { {}, { silent ? 150 : 20'000, 1024 * 1024 } }, m_clock);
    const Result<JwkSet> keys = fetch(job);
    QVERIFY(!keys);
    QTEST(keys.error().code, "code");
    QCOMPARE(job.record().error, std::optional(keys.error()));
    QCOMPARE(fixed.server.requests().size(), 1);
}

MINTMARK_TEST(tst_jwksjob, TestJwksJob)

#include "tst_jwksjob.moc"

// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "oauthrig.h"

#include "base/clock.h"
#include "oauth/clientauthentication.h"
#include "oauth/revocationjob.h"
#include "support/testmain.h"

#include <QSignalSpy>

#include <memory>

using namespace mintmark;
using namespace mintmark::test;
using namespace Qt::StringLiterals;

using Method = ClientAuthenticationMethod;
using Fault = ServedAnswer::Fault;
using Arguments = QHash<QString, QString>;

namespace {

constexpr auto revokedToken = "revoked-token-Zx93";

/// RFC 8037 appendix A.1.
constexpr char ed25519Key[] = R"({"kty":"OKP","crv":"Ed25519",
 "d":"nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"})";

ServedAnswer withHeader(ServedAnswer answer, const QByteArray &name, const QByteArray &value)
{
    answer.headers.append({ name, value });
    return answer;
}

ClientConfiguration client(Method method = Method::ClientSecretPost)
{
    ClientConfiguration configuration;
    configuration.clientId = u"acme"_s;
    configuration.authentication = method;
    return configuration;
}

/// What asking came to.
struct Revoked
{
    Result<RevocationAnswer> result { Error {} };
    ExchangeRecord record;
};

Revoked revoked(const QString &address, const ClientConfiguration &configuration,
                const ClientCredentials &credentials, NetworkSecrets secrets = {})
{
    const SystemClock clock;
    Result<TokenRequest> request = TokenRequest::revocation(
        address, configuration, SecretBytes(revokedToken), credentials, clock);
    if (!request)
        return { request.error(), {} };
    NetworkAccess access { configuration.network, std::move(secrets), {} };
    RevocationJob job(std::move(request).value(), std::move(access), { 20'000, 1024 * 1024 },
                      clock);
    QSignalSpy finished(&job, &Job::finished);
    job.start();
    if (!finished.wait(30'000))
        return { Error { ErrorCode::Internal, {}, u"the job did not finish"_s }, {} };
    return { job.takeResult(), job.record() };
}

} // namespace

Q_DECLARE_METATYPE(mintmark::ServedAnswer)

/// RFC 7009: one POST, and what each answer to it means.
class TestRevocationJob : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void succeeds_data();
    void succeeds();
    void fails_data();
    void fails();
    void signsAnAssertion();
    void showsACertificate();
    void canBeCancelled();

private:
    TestAuthority m_authority;
};

void TestRevocationJob::succeeds_data()
{
    QTest::addColumn<ServedAnswer>("answer");
    ServedAnswer page = jsonAnswer(200, "<html><body>Done</body></html>");
    page.contentType = "text/html";
    // RFC 7009 §2.2: the content of the body is ignored.
    QTest::newRow("200, empty") << jsonAnswer(200, {});
    QTest::newRow("200, JSON") << jsonAnswer(200, R"({"revoked":true})");
    QTest::newRow("200, no error") << jsonAnswer(200, R"({"error":null})");
    QTest::newRow("200, HTML") << page;
    QTest::newRow("204") << jsonAnswer(204, {});
}

void TestRevocationJob::succeeds()
{
    QFETCH(const ServedAnswer, answer);
    FixedServer fixed(answer);
    const Revoked outcome = revoked(fixed.address(), client(), withSecret(u"swordfish"_s));
    QVERIFY(outcome.result.ok());
    QCOMPARE(outcome.result->host, u"127.0.0.1"_s);
    QCOMPARE(outcome.result->status, answer.status);
    QVERIFY(outcome.result->receivedAtMs > 0);
    QCOMPARE(fixed.server.requests().size(), 1);
    const ServedRequest sent = fixed.server.requests().first();
    QCOMPARE(sent.method, "POST"_ba);
    QCOMPARE(sent.header("Content-Type"), "application/x-www-form-urlencoded"_ba);
    QCOMPARE(sent.body,
             "token=revoked-token-Zx93&token_type_hint=access_token&client_id=acme"
             "&client_secret=swordfish"_ba);
    QVERIFY(outcome.record.ok());
    QCOMPARE(outcome.record.purpose, u"revocation"_s);
}

void TestRevocationJob::fails_data()
{
    using enum ErrorCode;
    QTest::addColumn<ServedAnswer>("answer");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<Arguments>("arguments");
    const auto add = [](const char *name, const ServedAnswer &answer, ErrorCode code,
                        const Arguments &arguments = {}) {
        QTest::newRow(name) << answer << code << arguments;
    };
    const auto closing = [](Fault fault) {
        ServedAnswer answer = jsonAnswer(200, R"({"revoked":true})");
        answer.fault = fault;
        return answer;
    };
    ServedAnswer page = jsonAnswer(404, "<html><title>Not here</title></html>");
    page.contentType = "text/html";
    add("kind of token", jsonAnswer(400, R"({"error":"unsupported_token_type"})"),
        UnsupportedTokenType, { { u"error_description"_s, QString() } });
    add("kind of token, explained",
        jsonAnswer(400, R"({"error":"unsupported_token_type","error_description":"No JWTs"})"),
        UnsupportedTokenType, { { u"error_description"_s, u"No JWTs"_s } });
    add("client", jsonAnswer(401, R"({"error":"invalid_client"})"), InvalidClient);
    add("refused with 200", jsonAnswer(200, R"({"error":"invalid_client"})"), RefusedWithSuccess);
    // RFC 7009 §2.2.1
    add("503, seconds", withHeader(jsonAnswer(503, {}), "Retry-After", "120"), RevocationPostponed,
        { { u"seconds"_s, u"120"_s } });
    add("503, a date that is over",
        withHeader(jsonAnswer(503, {}), "Retry-After", "Sun, 06 Nov 1994 08:49:37 GMT"),
        RevocationPostponed, { { u"seconds"_s, u"0"_s } });
    add("503, negative", withHeader(jsonAnswer(503, {}), "Retry-After", "-5"), RevocationPostponed,
        { { u"seconds"_s, QString() } });
    add("503 alone", jsonAnswer(503, R"({"error":"temporarily_unavailable"})"), RevocationPostponed,
        { { u"seconds"_s, QString() } });
    add("500", jsonAnswer(500, "oops"), ServerFailed);
    for (const int status : { 301, 302, 303, 307, 308 })
        add(qPrintable(u"redirect %1"_s.arg(status)),
            withHeader(jsonAnswer(status, {}), "Location", "/elsewhere"), Redirected);
    add("404, HTML", page, HttpStatus);
    add("202", jsonAnswer(202, {}), HttpStatus);
    add("close", closing(Fault::Close), ConnectionClosed);
    add("reset", closing(Fault::Reset), ConnectionClosed);
    add("close midway", closing(Fault::CloseMidway), ConnectionClosed);
    // Servers repeat what they were sent.
    add("echo",
        jsonAnswer(400,
                   R"({"error":"unsupported_token_type","error_description":)"
                   R"("no revoked-token-Zx93 of swordfish"})"),
        UnsupportedTokenType);
}

void TestRevocationJob::fails()
{
    QFETCH(const ServedAnswer, answer);
    QFETCH(const ErrorCode, code);
    QFETCH(const Arguments, arguments);
    FixedServer fixed(answer);
    const Revoked outcome = revoked(fixed.address(), client(), withSecret(u"swordfish"_s));
    QVERIFY(!outcome.result.ok());
    const Error error = outcome.result.error();
    QCOMPARE(error.code, code);
    QCOMPARE(error.argument(u"host"), u"127.0.0.1"_s);
    for (auto it = arguments.begin(); it != arguments.end(); ++it)
        QCOMPARE(error.argument(it.key()), it.value());
    QCOMPARE(fixed.server.requests().size(), 1);
    QCOMPARE(fixed.server.requests().first().method, "POST"_ba);
    QCOMPARE(outcome.record.error, std::optional(error));
    for (const QString &said : error.arguments.values() + QStringList { error.detail }) {
        QVERIFY(!said.contains(QLatin1StringView(revokedToken)));
        QVERIFY(!said.contains(u"swordfish"));
    }
}

/// RFC 7523 §2.2, at the revocation endpoint as at the token endpoint.
void TestRevocationJob::signsAnAssertion()
{
    FixedServer fixed(jsonAnswer(200, {}));
    ClientCredentials credentials;
    credentials.privateKey = SecretBytes(ed25519Key);
    ClientConfiguration configuration = client(Method::PrivateKeyJwt);
    configuration.tokenEndpoint = u"https://as.example.com/token"_s;
    const Revoked outcome = revoked(fixed.address(), configuration, credentials);
    QVERIFY(outcome.result.ok());
    QCOMPARE(fixed.server.requests().size(), 1);
    const QByteArray body = fixed.server.requests().first().body;
    QVERIFY(body.startsWith(
        "token=revoked-token-Zx93&token_type_hint=access_token&client_id=acme"
        "&client_assertion_type=urn%3Aietf%3Aparams%3Aoauth%3Aclient-assertion-type%3Ajwt-bearer"
        "&client_assertion=eyJ"));
    const QByteArray assertion = body.sliced(body.lastIndexOf('=') + 1);
    QCOMPARE(assertion.count('.'), 2);
    QVERIFY(!outcome.record.request.contains(QString::fromLatin1(assertion)));
}

/// RFC 8705 §2: the handshake proves the client, and client_id says who it is.
void TestRevocationJob::showsACertificate()
{
    const TestCertificate clients = TestCertificate::authority(u"Clients"_s);
    CertificateRecipe recipe;
    recipe.commonName = u"acme"_s;
    recipe.usage = "clientAuth";
    const TestCertificate identity = clients.issue(recipe);
    QSslConfiguration tls = m_authority.good();
    tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
    tls.setCaCertificates({ clients.certificate() });
    FixedServer fixed(jsonAnswer(200, {}), &tls);
    ClientConfiguration configuration = client(Method::TlsClientAuth);
    configuration.network.caFile = m_authority.caFile();
    configuration.network.clientCertificate = ClientCertificateSource::Stored;
    NetworkSecrets secrets;
    secrets.clientIdentity = shareSecret(SecretBytes(identity.pem() + identity.keyPem()));
    const Revoked outcome = revoked(fixed.address(), configuration, {}, std::move(secrets));
    QVERIFY2(outcome.result.ok(),
             qPrintable(outcome.result.ok() ? QString() : outcome.result.error().detail));
    QCOMPARE(fixed.server.requests().size(), 1);
    const ServedRequest sent = fixed.server.requests().first();
    QCOMPARE(sent.clientCertificate.subjectInfo(QSslCertificate::CommonName), { u"acme"_s });
    QCOMPARE(sent.body, "token=revoked-token-Zx93&token_type_hint=access_token&client_id=acme"_ba);
}

void TestRevocationJob::canBeCancelled()
{
    ServedAnswer silent;
    silent.fault = Fault::Silence;
    FixedServer fixed(silent);
    const SystemClock clock;
    Result<TokenRequest> request = TokenRequest::revocation(
        fixed.address(), client(), SecretBytes(revokedToken), withSecret(u"swordfish"_s), clock);
    QVERIFY(request.ok());
    RevocationJob job(std::move(request).value(), {}, { 20'000, 1024 }, clock);
    QSignalSpy finished(&job, &Job::finished);
    job.start();
    QTRY_COMPARE(fixed.server.requests().size(), 1);
    job.cancel();
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(job.result().error().code, ErrorCode::Cancelled);
    QCOMPARE(job.record().purpose, u"revocation"_s);
}

MINTMARK_TEST(tst_revocationjob, TestRevocationJob)
#include "tst_revocationjob.moc"

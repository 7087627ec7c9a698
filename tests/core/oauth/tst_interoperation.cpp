// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "oauthrig.h"

#include "support/oidcprovider.h"
#include "support/testmain.h"

#include <QTcpSocket>

using namespace mintmark;
using namespace mintmark::test;
using namespace Qt::StringLiterals;

using Method = ClientAuthenticationMethod;

/// Tokens from a certified authorization server, tests/servers/oidc.mjs.
class TestInteroperation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void token_data();
    void token();
    void wrongSecret_data();
    void wrongSecret();
    void refusals_data();
    void refusals();
    void oddClient();
    void assertions_data();
    void assertions();
    void assertionsAreUsedOnce();
    void otherKeysAreRefused();

private:
    ClientConfiguration configuration(Method method) const
    {
        ClientConfiguration result;
        result.tokenEndpoint = m_provider.tokenEndpoint;
        result.body = BodyFormat::Form;
        result.grantType = u"client_credentials"_s;
        result.authentication = method;
        result.clientId =
            method == Method::ClientSecretBasic ? m_provider.basicClient : m_provider.postClient;
        return result;
    }

    ClientConfiguration asserted(Method method, const QString &algorithm) const
    {
        ClientConfiguration result = configuration(method);
        result.clientId = u"mintmark-"_s + algorithm;
        result.assertion.algorithm = algorithm;
        if (method == Method::PrivateKeyJwt)
            result.assertion.keyId = u"key-"_s + algorithm;
        return result;
    }
    ClientCredentials credentials(const QString &algorithm) const
    {
        ClientCredentials result = withSecret(m_secret);
        result.privateKey = SecretBytes(m_provider.privateKeys.value(algorithm));
        return result;
    }

    // With characters that RFC 6749 §2.3.1 has encoded before Base64.
    const QString m_secret = u"s3cret+with/every&thing=%41: ~x"_s;
    OidcProvider m_provider { m_secret.toUtf8() };
};

void TestInteroperation::initTestCase()
{
    QVERIFY2(m_provider.waitUntilReady(), m_provider.whatItSaid().constData());
}

void TestInteroperation::token_data()
{
    QTest::addColumn<Method>("method");
    QTest::newRow("client_secret_post") << Method::ClientSecretPost;
    QTest::newRow("client_secret_basic") << Method::ClientSecretBasic;
}

void TestInteroperation::token()
{
    QFETCH(const Method, method);
    ClientConfiguration asked = configuration(method);
    asked.scope = u"payments:read"_s;
    const Fetched outcome = fetched(TokenRequest::from(asked, withSecret(m_secret)));
    QVERIFY2(outcome.result.ok(), qPrintable(outcome.error().detail));
    QCOMPARE(outcome.result->tokenType, u"Bearer"_s);
    QCOMPARE(outcome.result->expiresInS, std::optional<qint64>(3600));
    QCOMPARE(outcome.result->scope, u"payments:read"_s);
    QCOMPARE(outcome.result->accessToken->view().toByteArray().count('.'), 2);
    QVERIFY(outcome.result->notes.isEmpty());
    QVERIFY(outcome.result->skewMs.has_value());
    QCOMPARE(m_provider.nextPost(), 200);
    QCOMPARE(m_provider.furtherPosts(), 0);
    QVERIFY(!outcome.record.answerBody.contains(u"eyJ"_s));
}

void TestInteroperation::wrongSecret_data()
{
    token_data();
}

void TestInteroperation::wrongSecret()
{
    QFETCH(const Method, method);
    const Fetched outcome =
        fetched(TokenRequest::from(configuration(method), withSecret(u"wrong"_s)));
    QCOMPARE(outcome.code(), std::optional(ErrorCode::InvalidClient));
    QCOMPARE(outcome.error().argument(u"error"), u"invalid_client"_s);
    QVERIFY(!outcome.error().argument(u"error_description").isEmpty());
    const int status = m_provider.nextPost();
    QVERIFY(status == 400 || status == 401);
    QCOMPARE(outcome.error().argument(u"status"), QString::number(status));
    QCOMPARE(m_provider.furtherPosts(), 0);
}

void TestInteroperation::refusals_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("misspelt grant type") << u"grant_type"_s << ErrorCode::UnsupportedGrantType;
    QTest::newRow("unknown client") << u"client_id"_s << ErrorCode::InvalidClient;
    QTest::newRow("wrong address") << u"address"_s << ErrorCode::InvalidRequest;
}

void TestInteroperation::refusals()
{
    QFETCH(const QString, field);
    QFETCH(const ErrorCode, code);
    ClientConfiguration asked = configuration(Method::ClientSecretPost);
    if (field == u"grant_type")
        asked.grantType = u"client_credential"_s;
    else if (field == u"client_id")
        asked.clientId = u"nobody"_s;
    else
        asked.tokenEndpoint = m_provider.issuer + u"/no/such/path"_s;
    QCOMPARE(fetched(TokenRequest::from(asked, withSecret(m_secret))).code(), std::optional(code));
    if (field != u"address")
        QVERIFY(m_provider.nextPost() >= 400);
}

/// RFC 6749 §2.3.1 also for the client id; raw, its percent sign is no escape.
void TestInteroperation::oddClient()
{
    ClientConfiguration asked = configuration(Method::ClientSecretBasic);
    asked.clientId = m_provider.oddClient;
    QVERIFY(asked.clientId.contains(u':'));
    QCOMPARE(fetched(TokenRequest::from(asked, withSecret(m_secret))).code(), std::nullopt);
    QCOMPARE(m_provider.nextPost(), 200);
    asked.basicEncoding = BasicEncoding::Raw;
    QCOMPARE(fetched(TokenRequest::from(asked, withSecret(m_secret))).code(),
             std::optional(ErrorCode::InvalidRequest));
    QVERIFY(m_provider.nextPost() >= 400);
}

void TestInteroperation::assertions_data()
{
    QTest::addColumn<Method>("method");
    for (const char *name : { "HS256", "HS384", "HS512" })
        QTest::newRow(name) << Method::ClientSecretJwt;
    for (const char *name : { "RS256", "PS256", "ES256", "ES384", "ES512", "EdDSA" })
        QTest::newRow(name) << Method::PrivateKeyJwt;
}

/// Three of each, one POST each: the server takes no jti twice.
void TestInteroperation::assertions()
{
    QFETCH(const Method, method);
    const QString algorithm = QString::fromLatin1(QTest::currentDataTag());
    const ClientConfiguration asked = asserted(method, algorithm);
    for (const QString &audience : { QString(), m_provider.issuer, m_provider.tokenEndpoint }) {
        ClientConfiguration one = asked;
        one.assertion.audience = audience;
        const Fetched outcome = fetched(TokenRequest::from(one, credentials(algorithm)));
        QVERIFY2(outcome.result.ok(), qPrintable(outcome.error().detail));
        QVERIFY(!outcome.record.request.contains(u"eyJ"_s));
        QVERIFY(outcome.record.request.contains(u"client_assertion=secret#1"_s));
        QCOMPARE(m_provider.nextPost(), 200);
        QCOMPARE(m_provider.furtherPosts(), 0);
    }
    ClientConfiguration wrong = asked;
    wrong.assertion.audience = u"https://elsewhere.example.com"_s;
    QCOMPARE(fetched(TokenRequest::from(wrong, credentials(algorithm))).code(),
             std::optional(ErrorCode::ClientProofRefused));
    QVERIFY(m_provider.nextPost() >= 400);
}

/// The very same bytes again are refused: what the test above shows is not the server's negligence.
void TestInteroperation::assertionsAreUsedOnce()
{
    const Result<TokenRequest> request = TokenRequest::from(
        asserted(Method::PrivateKeyJwt, u"ES256"_s), credentials(u"ES256"_s));
    QVERIFY(request.ok());
    const QByteArray bytes = request->http().bytes().view().toByteArray();
    for (const bool isFirst : { true, false }) {
        QTcpSocket socket;
        socket.connectToHost(u"127.0.0.1"_s, static_cast<quint16>(request->http().port()));
        socket.write(bytes);
        QVERIFY(socket.waitForConnected(10'000) && socket.waitForReadyRead(10'000));
        QCOMPARE(m_provider.nextPost() == 200, isFirst);
    }
}

void TestInteroperation::otherKeysAreRefused()
{
    ClientConfiguration asked = asserted(Method::PrivateKeyJwt, u"ES256"_s);
    asked.clientId = u"mintmark-ES384"_s;
    asked.assertion.keyId.clear();
    QCOMPARE(fetched(TokenRequest::from(asked, credentials(u"ES256"_s))).code(),
             std::optional(ErrorCode::ClientProofRefused));
    QVERIFY(m_provider.nextPost() >= 400);
}

MINTMARK_TEST(tst_interoperation, TestInteroperation)

#include "tst_interoperation.moc"

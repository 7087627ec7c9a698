// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "democlient.h"

#include "demo/demoserver.h"
#include "jose/token.h"
#include "oauth/tokenjob.h"
#include "profiles/demoprofiles.h"
#include "support/fakeclock.h"
#include "support/resultof.h"
#include "support/testmain.h"

#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>

using namespace mintmark;
using namespace mintmark::test;
using namespace Qt::StringLiterals;

namespace {

QByteArray decoded(const JsonValue &jwk, QLatin1StringView name)
{
    return QByteArray::fromBase64(jwk.member(name).toString().toLatin1(),
                                  QByteArray::Base64UrlEncoding);
}

BIGNUM *number(const QByteArray &bytes)
{
    return BN_bin2bn(reinterpret_cast<const uchar *>(bytes.constData()), int(bytes.size()),
                     nullptr);
}

/// ES256 (RFC 7518 §3.4) by OpenSSL alone, from nothing but the members of the JWK.
bool isSignedBy(const JsonValue &jwk, QByteArrayView input, const QByteArray &signature)
{
    const QByteArray point = '\x04' + decoded(jwk, "x"_L1) + decoded(jwk, "y"_L1);
    OSSL_PARAM_BLD *builder = OSSL_PARAM_BLD_new();
    OSSL_PARAM_BLD_push_utf8_string(builder, OSSL_PKEY_PARAM_GROUP_NAME, "prime256v1", 0);
    OSSL_PARAM_BLD_push_octet_string(builder, OSSL_PKEY_PARAM_PUB_KEY, point.constData(),
                                     size_t(point.size()));
    OSSL_PARAM *parameters = OSSL_PARAM_BLD_to_param(builder);
    EVP_PKEY_CTX *maker = EVP_PKEY_CTX_new_from_name(nullptr, "EC", nullptr);
    EVP_PKEY *key = nullptr;
    EVP_PKEY_fromdata_init(maker);
    EVP_PKEY_fromdata(maker, &key, EVP_PKEY_PUBLIC_KEY, parameters);

    ECDSA_SIG *pair = ECDSA_SIG_new();
    ECDSA_SIG_set0(pair, number(signature.first(32)), number(signature.sliced(32)));
    uchar *der = nullptr;
    const int derSize = i2d_ECDSA_SIG(pair, &der);
    EVP_MD_CTX *context = EVP_MD_CTX_new();
    EVP_DigestVerifyInit(context, nullptr, EVP_sha256(), nullptr, key);
    const bool valid =
        EVP_DigestVerify(context, der, size_t(derSize),
                         reinterpret_cast<const uchar *>(input.data()), size_t(input.size()))
        == 1;
    EVP_MD_CTX_free(context);
    OPENSSL_free(der);
    ECDSA_SIG_free(pair);
    EVP_PKEY_free(key);
    EVP_PKEY_CTX_free(maker);
    OSSL_PARAM_free(parameters);
    OSSL_PARAM_BLD_free(builder);
    return valid;
}

const QByteArray credentials = "client_id=demo-test&client_secret=demo-secret-for-demo-test";
const QByteArray askInForm = "grant_type=client_credentials&" + credentials;

} // namespace

class TestDemoServer : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();

    void listensOnLoopbackOnly();
    void givesTokens_data();
    void givesTokens();
    void refuses_data();
    void refuses();
    void claimsAreAsAskedAndTimed();
    void signatureFitsTheKeySet();
    void metadataNamesItsAddresses();
    void renewsWithTheTokenInHand();
    void opaqueTokensAreForIntrospectionOnly();
    void revokedTokensAreDead();
    void apiTakesLiveTokensForIt();
    void demoProfilesGetWhatTheySay_data();
    void demoProfilesGetWhatTheySay();

private:
    QByteArray newToken(const char *path = "/oauth/token")
    {
        return m_client->post(path, askInForm).text("access_token"_L1).toLatin1();
    }

    FakeClock m_clock;
    std::unique_ptr<DemoServer> m_server;
    std::unique_ptr<Client> m_client;
};

void TestDemoServer::init()
{
    m_clock = FakeClock();
    m_server = std::make_unique<DemoServer>(m_clock);
    QVERIFY(m_server->start());
    m_client = std::make_unique<Client>(m_server->issuer());
}

void TestDemoServer::cleanup()
{
    m_client.reset();
    m_server.reset();
}

void TestDemoServer::listensOnLoopbackOnly()
{
    QCOMPARE(m_server->issuer().scheme(), u"http"_s);
    QCOMPARE(m_server->issuer().host(), u"127.0.0.1"_s);
    QVERIFY(m_server->issuer().port() > 1023);
    DemoServer second(m_clock);
    QVERIFY(second.start());
    QVERIFY(second.issuer() != m_server->issuer());
}

void TestDemoServer::givesTokens_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("authorization");
    const QByteArray json = "application/json";
    const QByteArray basic =
        "Basic " + QByteArray("demo-test:demo-secret-for-demo-test").toBase64();
    // RFC 6749 §2.3.1: id and secret are form-encoded before Base64.
    const QByteArray encoded =
        "Basic " + QByteArray("demo%3Aa+b:demo-secret-for-demo%3Aa+b").toBase64();
    QTest::newRow("form, secret in the body") << askInForm << Client::form << QByteArray();
    QTest::newRow("form with charset")
        << askInForm << Client::form + "; charset=UTF-8" << QByteArray();
    QTest::newRow("form, the Sage guide's grant type")
        << "grant_type=client_credential&" + credentials << Client::form << QByteArray();
    QTest::newRow("form, Basic") << QByteArray("grant_type=client_credentials") << Client::form
                                 << basic;
    QTest::newRow("form, Basic in lower case")
        << QByteArray("grant_type=client_credentials") << Client::form
        << basic.toLower().first(6) + basic.sliced(6);
    QTest::newRow("form, Basic, encoded")
        << QByteArray("grant_type=client_credentials") << Client::form << encoded;
    QTest::newRow("JSON, as in the Sage guide")
        << QByteArray(R"({"grant_type":"client_credential","client_id":"demo-test",)"
                      R"("client_secret":"demo-secret-for-demo-test","audience":"x/y"})")
        << json << QByteArray();
    QTest::newRow("JSON, Basic") << QByteArray(R"({"grant_type":"client_credentials"})") << json
                                 << basic;
}

void TestDemoServer::givesTokens()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, authorization);
    const Answer answer = m_client->post("/oauth/token", body, type, authorization);
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.text("token_type"_L1), u"Bearer"_s);
    const JsonDocument json = answer.json();
    QCOMPARE(json.root().member("expires_in").toInteger(), 28'800);
    QCOMPARE(Token::parse(answer.text("access_token"_L1).toLatin1()).kind(), TokenKind::Jws);
    QCOMPARE(m_server->tokenRequests(), 1);
}

void TestDemoServer::refuses_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("authorization");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("error");
    const QByteArray wrong = "Basic " + QByteArray("demo-test:wrong").toBase64();
    const QByteArray right =
        "Basic " + QByteArray("demo-test:demo-secret-for-demo-test").toBase64();
    QTest::newRow("wrong secret") << QByteArray(
        "grant_type=client_credentials&client_id=demo-test&client_secret=x")
                                  << Client::form << QByteArray() << 401 << u"invalid_client"_s;
    QTest::newRow("secret of another client")
        << QByteArray("grant_type=client_credentials&client_id=a&client_secret=demo-secret-for-b")
        << Client::form << QByteArray() << 401 << u"invalid_client"_s;
    QTest::newRow("wrong secret in Basic") << QByteArray("grant_type=client_credentials")
                                           << Client::form << wrong << 401 << u"invalid_client"_s;
    QTest::newRow("nobody") << QByteArray("grant_type=client_credentials") << Client::form
                            << QByteArray() << 401 << u"invalid_client"_s;
    QTest::newRow("twice") << askInForm << Client::form << right << 400 << u"invalid_request"_s;
    QTest::newRow("no grant type")
        << credentials << Client::form << QByteArray() << 400 << u"invalid_request"_s;
    QTest::newRow("another grant type") << "grant_type=password&" + credentials << Client::form
                                        << QByteArray() << 400 << u"unsupported_grant_type"_s;
    QTest::newRow("neither form nor JSON")
        << askInForm << QByteArray("text/plain") << QByteArray() << 400 << u"invalid_request"_s;
    QTest::newRow("broken JSON") << QByteArray("{") << QByteArray("application/json")
                                 << QByteArray() << 400 << u"invalid_request"_s;
}

void TestDemoServer::refuses()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, authorization);
    QFETCH(int, status);
    QFETCH(QString, error);
    const Answer answer = m_client->post("/oauth/token", body, type, authorization);
    QCOMPARE(answer.status, status);
    QCOMPARE(answer.text("error"_L1), error);
    QVERIFY(!answer.text("error_description"_L1).isEmpty());
    QVERIFY(!answer.body.contains("demo-secret"));
    // RFC 6749 §5.2: who tried a header is told the scheme.
    QCOMPARE(answer.challenge.startsWith("Basic"), status == 401 && !authorization.isEmpty());
}

void TestDemoServer::claimsAreAsAskedAndTimed()
{
    const Answer answer =
        m_client->post("/oauth/token", askInForm + "&audience=s200ukipd%2Fsage200&scope=a+b");
    QCOMPARE(answer.text("scope"_L1), u"a b"_s);
    const Token token = Token::parse(answer.text("access_token"_L1).toLatin1());
    QVERIFY(token.problems().isEmpty());
    QCOMPARE(token.issuer(), m_server->issuer().toString());
    QCOMPARE(token.subject(), u"demo-test"_s);
    QCOMPARE(token.audience(), QStringList(u"s200ukipd/sage200"_s));
    QCOMPARE(token.type(), u"at+jwt"_s); // RFC 9068 §2.1
    QCOMPARE(token.issuedAtMs(), 1'741'597'924'000);
    QCOMPARE(token.expiresAtMs(), 1'741'626'724'000);
    QCOMPARE(Token::parse(newToken("/short/token")).expiresAtMs(), 1'741'598'014'000);
    QCOMPARE(Token::parse(newToken("/other/token")).audience(), QStringList(u"another-api"_s));
    QVERIFY(newToken() != newToken());
}

void TestDemoServer::signatureFitsTheKeySet()
{
    const QByteArray text = newToken();
    const Token token = Token::parse(text);
    const JsonDocument set = m_client->get("/jwks").json();
    QCOMPARE(set.root().member("keys").size(), 1);
    const JsonValue jwk = set.root().member("keys").at(0);
    QCOMPARE(jwk.member("kid").toString(), token.keyId());
    QVERIFY(!jwk.member("d").exists());

    QCOMPARE(token.algorithm(), u"ES256"_s);
    QVERIFY(isSignedBy(jwk, token.signingInput(), token.signatureBytes()));
    QByteArray tampered = token.signatureBytes();
    tampered[10] = char(tampered.at(10) ^ 1);
    QVERIFY(!isSignedBy(jwk, token.signingInput(), tampered));
}

void TestDemoServer::metadataNamesItsAddresses()
{
    for (const char *path :
         { "/.well-known/openid-configuration", "/.well-known/oauth-authorization-server" }) {
        const Answer answer = m_client->get(path);
        QCOMPARE(answer.status, 200);
        const QString issuer = m_server->issuer().toString();
        QCOMPARE(answer.text("issuer"_L1), issuer);
        QCOMPARE(answer.text("token_endpoint"_L1), issuer + u"/oauth/token"_s);
        QCOMPARE(answer.text("jwks_uri"_L1), issuer + u"/jwks"_s);
        QCOMPARE(answer.text("introspection_endpoint"_L1), issuer + u"/introspect"_s);
        QCOMPARE(answer.text("revocation_endpoint"_L1), issuer + u"/revoke"_s);
    }
    QCOMPARE(m_server->tokenRequests(), 0);
    QCOMPARE(m_client->get("/nothing").status, 404);
}

void TestDemoServer::renewsWithTheTokenInHand()
{
    const QByteArray first = m_client->post("/short/token", askInForm + "&audience=x")
                                 .text("access_token"_L1)
                                 .toLatin1();
    m_clock.advance(60'000);
    const Answer renewed = m_client->get("/short/token", "Bearer " + first);
    QCOMPARE(renewed.status, 200);
    const Token token = Token::parse(renewed.text("access_token"_L1).toLatin1());
    QCOMPARE(token.audience(), QStringList(u"x"_s));
    QCOMPARE(token.expiresAtMs(), 1'741'597'924'000 + 150'000);
    QCOMPARE(m_server->tokenRequests(), 2);

    m_clock.advance(30'000);
    const Answer late = m_client->get("/short/token", "Bearer " + first);
    QCOMPARE(late.status, 401);
    QCOMPARE(late.text("error"_L1), u"invalid_token"_s);
    QVERIFY(late.challenge.startsWith("Bearer error=\"invalid_token\""));
    QCOMPARE(m_client->get("/short/token", "Bearer made-up").status, 401);
    QCOMPARE(m_client->get("/short/token").status, 401);
}

void TestDemoServer::opaqueTokensAreForIntrospectionOnly()
{
    const QByteArray token = newToken("/opaque/token");
    QCOMPARE(token.size(), 36);
    QCOMPARE(Token::parse(token).kind(), TokenKind::Opaque);
    const Answer answer = m_client->post("/introspect", credentials + "&token=" + token);
    const JsonDocument json = answer.json();
    QVERIFY(json.isValid());
    QCOMPARE(json.root().member("active").toBool(), true);
    QCOMPARE(json.root().member("client_id").toString(), u"demo-test"_s);
    QCOMPARE(json.root().member("exp").toInteger(), 1'741'597'924 + 3'600);
    QCOMPARE(m_client->post("/introspect", credentials + "&token=other").body,
             R"({"active":false})");
    QCOMPARE(m_client->post("/introspect", "token=" + token).status, 401);
    m_clock.advance(3'600'000);
    QCOMPARE(m_client->post("/introspect", credentials + "&token=" + token).body,
             R"({"active":false})");
}

void TestDemoServer::revokedTokensAreDead()
{
    const QByteArray token = newToken();
    const QByteArray bearer = "Bearer " + token;
    QCOMPARE(m_client->post("/revoke", "token=" + token).status, 401);
    QCOMPARE(m_client->get("/api/v1/payments", bearer).status, 200);
    QCOMPARE(m_client->post("/revoke", credentials + "&token=" + token).status, 200);
    QCOMPARE(m_client->get("/api/v1/payments", bearer).status, 401);
    QCOMPARE(m_client->get("/oauth/token", bearer).status, 401);
    QCOMPARE(m_client->post("/introspect", credentials + "&token=" + token).body,
             R"({"active":false})");
    // RFC 7009 §2.2
    QCOMPARE(m_client->post("/revoke", credentials + "&token=unknown").status, 200);
}

void TestDemoServer::apiTakesLiveTokensForIt()
{
    const Answer fine = m_client->get("/api/v1/payments", "Bearer " + newToken());
    QCOMPARE(fine.status, 200);
    const JsonDocument list = fine.json();
    QVERIFY(list.root().member("payments").size() > 0);
    QCOMPARE(m_client->get("/api/v1/payments", "Bearer " + newToken("/opaque/token")).status, 200);
    const QByteArray other = m_client->post("/other/token", askInForm + "&audience=x")
                                 .text("access_token"_L1)
                                 .toLatin1();
    QCOMPARE(m_client->get("/api/v1/payments", "Bearer " + other).status, 401);
    const Answer bare = m_client->get("/api/v1/payments");
    QCOMPARE(bare.status, 401);
    QVERIFY(!bare.challenge.contains("error")); // RFC 6750 §3
    const QByteArray old = newToken("/short/token");
    m_clock.advance(90'000);
    QCOMPARE(m_client->get("/api/v1/payments", "Bearer " + old).status, 401);
}

void TestDemoServer::demoProfilesGetWhatTheySay_data()
{
    QTest::addColumn<int>("index");
    QTest::addColumn<TokenKind>("kind");
    QTest::addColumn<int>("lifetimeS");
    QTest::addColumn<QString>("audience");
    QTest::newRow("Accounting") << 0 << TokenKind::Jws << 28'800 << u"demo-200/accounting"_s;
    QTest::newRow("Banking") << 1 << TokenKind::Jws << 28'800 << QString();
    QTest::newRow("Cards") << 2 << TokenKind::Jws << 90 << u"demo-200/cards"_s;
    QTest::newRow("Documents") << 3 << TokenKind::Opaque << 3'600 << QString();
    QTest::newRow("Exports") << 4 << TokenKind::Malformed << 0 << QString();
    QTest::newRow("Forecasts") << 5 << TokenKind::Jws << 3'600 << u"another-api"_s;
}

void TestDemoServer::demoProfilesGetWhatTheySay()
{
    QFETCH(int, index);
    QFETCH(TokenKind, kind);
    QFETCH(int, lifetimeS);
    QFETCH(QString, audience);
    const std::vector<LoadedProfile> profiles = demoProfiles(m_server->issuer());
    const LoadedProfile &profile = profiles.at(size_t(index));
    QCOMPARE(profile.profile.listing.name, QString::fromLatin1(QTest::currentDataTag()));
    Result<TokenRequest> request =
        TokenRequest::from(profile.profile.client, profile.secrets.client);
    QVERIFY(request.ok());
    const Result<TokenResponse> response = resultOf<TokenResponse>(
        std::make_unique<TokenJob>(std::move(request).value(), NetworkAccess(), ExchangeLimits(), m_clock));
    if (lifetimeS == 0) {
        QVERIFY(!response.ok());
        QCOMPARE(response.error().code, ErrorCode::InvalidClient);
        return;
    }
    QVERIFY(response.ok());
    QCOMPARE(response->expiresInS, lifetimeS);
    const Token token = Token::parse(response->accessToken->view());
    QCOMPARE(token.kind(), kind);
    if (!audience.isEmpty())
        QCOMPARE(token.audience(), QStringList(audience));
    if (kind == TokenKind::Jws)
        QCOMPARE(token.issuer(), profile.profile.issuer);
}

MINTMARK_TEST(tst_demoserver, TestDemoServer)
#include "tst_demoserver.moc"

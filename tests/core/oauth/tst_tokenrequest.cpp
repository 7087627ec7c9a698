// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "oauth/tokenrequest.h"

#include "oauth/parameters.h"
#include "support/testmain.h"

using namespace mintmark;
using namespace Qt::StringLiterals;

using Method = ClientAuthenticationMethod;
using Change = std::function<void(ClientConfiguration &)>;
Q_DECLARE_METATYPE(Change)

namespace {

ClientConfiguration sage()
{
    ClientConfiguration c;
    c.tokenEndpoint = u"https://id.sage.com/oauth/token"_s;
    c.grantType = u"client_credential"_s;
    c.clientId = u"acme"_s;
    c.audience = u"s200ukipd/sage200"_s;
    return c;
}

ClientCredentials secret()
{
    ClientCredentials credentials;
    credentials.clientSecret = SecretBytes("swordfish");
    return credentials;
}

QByteArray bodyOf(const Result<TokenRequest> &request)
{
    return request ? request->http().body().view().toByteArray() : "no request"_ba;
}

QByteArray headerOf(const Result<TokenRequest> &request, QByteArrayView name)
{
    if (request) {
        for (const HttpRequest::Header &header : request->http().headers()) {
            if (header.name == name)
                return header.value.view().toByteArray();
        }
    }
    return {};
}

} // namespace

class TestTokenRequest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wholeRequest();
    void bodies_data();
    void bodies();
    void refused_data();
    void refused();
    void basic();
    void secretParameters();
    void renewal();
    void renewalRefused();
    void typesOfParameters_data();
    void typesOfParameters();
};

/// The order of Sage's guide: grant_type, client_id, client_secret, audience.
void TestTokenRequest::wholeRequest()
{
    const Result<TokenRequest> request = TokenRequest::from(sage(), secret());
    QVERIFY(request.ok());
    const QByteArray body = R"({"grant_type":"client_credential","client_id":"acme",)"
                            R"("client_secret":"swordfish","audience":"s200ukipd/sage200"})";
    QCOMPARE(
        request->http().bytes().view(),
        QByteArrayView("POST /oauth/token HTTP/1.1\r\nHost: id.sage.com\r\n"
                       "User-Agent: mintmark/" MINTMARK_VERSION "\r\nAccept: application/json\r\n"
                       "Accept-Language: *\r\nAccept-Encoding: identity\r\nConnection: close\r\n"
                       "Content-Type: application/json\r\nContent-Length: "
                       + QByteArray::number(body.size()) + "\r\n\r\n" + body));
    QVERIFY(!request->http().preview().contains(u"swordfish"_s));
    QVERIFY(!request->isRenewal());
    QVERIFY(request->configuration() == sage());
}

void TestTokenRequest::bodies_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QByteArray>("body");
    const auto add = [](const char *name, const QByteArray &body, const Change &change) {
        QTest::newRow(name) << change << body;
    };
    const QByteArray start =
        R"({"grant_type":"client_credential","client_id":"acme","client_secret":"swordfish")";
    add("no audience", start + "}", [](auto &c) { c.audience.clear(); });
    add("everything",
        start + R"(,"audience":"s200ukipd/sage200","scope":"a b","resource":"https://r","x":"1"})",
        [](auto &c) {
            c.scope = u"a b"_s;
            c.resources = QStringList { u"https://r"_s };
            c.extraParameters = { { u"x"_s, u"1"_s, ParameterType::String, false } };
        });
    add("two resources", start + R"(,"resource":["https://r","https://s"]})", [](auto &c) {
        c.audience.clear();
        c.resources = QStringList { u"https://r"_s, u"https://s"_s };
    });
    add("an empty resource among them", start + R"(,"resource":"https://s"})", [](auto &c) {
        c.audience.clear();
        c.resources = QStringList { QString(), u"https://s"_s };
    });
    add("form",
        "grant_type=client_credential&client_id=acme&client_secret=swordfish&audience=s200ukipd%"
        "2Fsage200&scope=a+b",
        [](auto &c) {
            c.body = BodyFormat::Form;
            c.scope = u"a b"_s;
        });
    // RFC 8707 §2: the parameter is repeated.
    add("form, two resources",
        "grant_type=client_credential&client_id=acme&client_secret=swordfish&resource=https%3A%2F%"
        "2Fr&resource=https%3A%2F%2Fs",
        [](auto &c) {
            c.body = BodyFormat::Form;
            c.audience.clear();
            c.resources = QStringList { u"https://r"_s, u"https://s"_s };
        });
    add("Basic", R"({"grant_type":"client_credential"})", [](auto &c) {
        c.authentication = Method::ClientSecretBasic;
        c.audience.clear();
    });
    add("none", R"({"grant_type":"client_credential","client_id":"acme"})", [](auto &c) {
        c.authentication = Method::None;
        c.audience.clear();
    });
    // RFC 8705 §2: the certificate proves the client that is named here.
    add("TLS", R"({"grant_type":"client_credential","client_id":"acme"})", [](auto &c) {
        c.authentication = Method::SelfSignedTlsClientAuth;
        c.audience.clear();
    });
    // RFC 6749 §3.2: without a value is as if omitted.
    add("an empty parameter", start + "}", [](auto &c) {
        c.audience.clear();
        c.extraParameters = { { u"x"_s, {}, ParameterType::String, false } };
    });
    add("escapes",
        R"({"grant_type":"client_credential","client_id":"a\"b\\c/d\n\u0001","client_secret":"swordfish"})",
        [](auto &c) {
            c.clientId = u"a\"b\\c/d\n\u0001"_s;
            c.audience.clear();
        });
}

void TestTokenRequest::bodies()
{
    QFETCH(const Change, change);
    QFETCH(const QByteArray, body);
    ClientConfiguration configuration = sage();
    change(configuration);
    const Result<TokenRequest> request = TokenRequest::from(configuration, secret());
    QCOMPARE(bodyOf(request), body);
    QCOMPARE(headerOf(request, "Content-Length"), QByteArray::number(body.size()));
    QCOMPARE(headerOf(request, "Content-Type"),
             configuration.body == BodyFormat::Form ? "application/x-www-form-urlencoded"_ba
                                                    : "application/json"_ba);
}

void TestTokenRequest::refused_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("argument");
    QTest::addColumn<QString>("value");
    using enum ErrorCode;
    const auto add = [](const char *name, ErrorCode code, const QString &argument,
                        const QString &value, const Change &change) {
        QTest::newRow(name) << change << code << argument << value;
    };
    const auto parameter = [](const QString &name, const QString &value, ParameterType type) {
        return Change([=](ClientConfiguration &c) {
            c.extraParameters = { { name, value, type, false } };
        });
    };
    add("address", EndpointInvalid, u"address"_s, u"id.sage.com"_s,
        [](auto &c) { c.tokenEndpoint = u"id.sage.com"_s; });
    add("http", EndpointInsecure, u"host"_s, u"id.sage.com"_s,
        [](auto &c) { c.tokenEndpoint = u"http://id.sage.com/"_s; });
    add("user info", EndpointWithCredentials, u"host"_s, u"id.sage.com"_s,
        [](auto &c) { c.tokenEndpoint = u"https://a:b@id.sage.com/"_s; });
    add("no client id", ProfileIncomplete, u"field"_s, u"client_id"_s,
        [](auto &c) { c.clientId.clear(); });
    add("no grant type", ProfileIncomplete, u"field"_s, u"grant_type"_s,
        [](auto &c) { c.grantType.clear(); });
    add("no private key", ProfileIncomplete, u"field"_s, u"private_key"_s,
        [](auto &c) { c.authentication = Method::PrivateKeyJwt; });
    add("no private key for the grant", ProfileIncomplete, u"field"_s, u"private_key"_s,
        [](auto &c) { c.grantType = parameter::jwtBearerGrant; });
    add("nobody asks", ProfileIncomplete, u"field"_s, u"client_id"_s, [](auto &c) {
        c.grantType = parameter::jwtBearerGrant;
        c.authentication = Method::None;
        c.clientId.clear();
    });
    add("header", HeaderRefused, u"header"_s, u"X-A"_s, [](auto &c) {
        c.headers = { { u"X-A"_s, u"b\r\nX-Evil: 1"_s, false } };
    });
    add("parameter without a name", ProfileInvalid, u"field"_s, QString(),
        parameter({}, u"a"_s, ParameterType::String));
    // RFC 6749 §3.2: parameters must not stand twice.
    add("parameter twice", ProfileInvalid, u"field"_s, u"x"_s, [](auto &c) {
        c.extraParameters = { { u"x"_s, u"1"_s }, { u"x"_s, u"2"_s } };
    });
    add("second grant_type", ProfileInvalid, u"field"_s, u"grant_type"_s,
        parameter(u"grant_type"_s, u"a"_s, ParameterType::String));
    add("second audience", ProfileInvalid, u"field"_s, u"audience"_s,
        parameter(u"audience"_s, u"a"_s, ParameterType::String));
    add("second secret", ProfileInvalid, u"field"_s, u"client_secret"_s,
        parameter(u"client_secret"_s, u"a"_s, ParameterType::String));
    add("no number", ProfileInvalid, u"field"_s, u"x"_s,
        parameter(u"x"_s, u"1a"_s, ParameterType::Number));
}

void TestTokenRequest::refused()
{
    QFETCH(const Change, change);
    QFETCH(const ErrorCode, code);
    QFETCH(const QString, argument);
    QFETCH(const QString, value);
    ClientConfiguration configuration = sage();
    change(configuration);
    const Result<TokenRequest> request = TokenRequest::from(configuration, secret());
    QVERIFY(!request.ok());
    QCOMPARE(request.error().code, code);
    QCOMPARE(request.error().argument(argument), value);
}

void TestTokenRequest::basic()
{
    ClientConfiguration configuration = sage();
    configuration.authentication = Method::ClientSecretBasic;
    configuration.clientId = u"a:b"_s;
    const Result<TokenRequest> form = TokenRequest::from(configuration, secret());
    // base64("a%3Ab:swordfish"), by another program
    QCOMPARE(headerOf(form, "Authorization"), "Basic YSUzQWI6c3dvcmRmaXNo"_ba);
    QVERIFY(form->http().preview().contains(u"Authorization: Basic \u2022"_s));
    configuration.basicEncoding = BasicEncoding::Raw;
    configuration.clientId = u"a b"_s;
    // base64("a b:swordfish")
    QCOMPARE(headerOf(TokenRequest::from(configuration, secret()), "Authorization"),
             "Basic YSBiOnN3b3JkZmlzaA=="_ba);
}

void TestTokenRequest::secretParameters()
{
    ClientConfiguration configuration = sage();
    configuration.audience.clear();
    configuration.extraParameters = { { u"pin"_s, {}, ParameterType::Number, true },
                                      { u"gone"_s, {}, ParameterType::String, true } };
    ClientCredentials credentials = secret();
    credentials.parameters.emplace(u"pin"_s, SecretBytes("4711"));
    const Result<TokenRequest> request = TokenRequest::from(configuration, credentials);
    QVERIFY(bodyOf(request).endsWith(R"("pin":4711})"));
    QVERIFY(!request->http().preview().contains(u"4711"_s));
    QCOMPARE(request->http().plainSecrets().size(), 2U);
}

void TestTokenRequest::renewal()
{
    ClientConfiguration configuration = sage();
    configuration.renewalEndpoint = u"https://id.sage.com/renew?a=b"_s;
    configuration.headers = { { u"X-Key"_s, {}, true } };
    ClientCredentials credentials = secret();
    credentials.headers.emplace(u"X-Key"_s, SecretBytes("k-1"));
    const Result<TokenRequest> request =
        TokenRequest::renewal(configuration, SecretBytes("a.b.c"), credentials);
    QVERIFY(request.ok());
    QVERIFY(request->isRenewal());
    QCOMPARE(request->http().method(), "GET"_ba);
    QCOMPARE(request->http().target(), "/renew?a=b"_ba);
    QCOMPARE(headerOf(request, "Authorization"), "Bearer a.b.c"_ba);
    QCOMPARE(headerOf(request, "X-Key"), "k-1"_ba);
    QVERIFY(request->http().body().isEmpty());
    QVERIFY(!QByteArrayView(request->http().bytes().view()).contains("swordfish"));
    QVERIFY(!request->http().preview().contains(u"a.b.c"_s));
    configuration.renewalEndpoint.clear();
    QCOMPARE(TokenRequest::renewal(configuration, SecretBytes("a.b.c"))->http().target(),
             "/oauth/token"_ba);
}

void TestTokenRequest::renewalRefused()
{
    for (const char *token : { "a\r\nX-Evil: 1", "a\nb", "\xC3\xBC", "" }) {
        const Result<TokenRequest> request = TokenRequest::renewal(sage(), SecretBytes(token));
        QVERIFY(!request.ok());
        QCOMPARE(request.error().code, *token ? ErrorCode::HeaderRefused : ErrorCode::NoToken);
    }
    ClientConfiguration configuration = sage();
    configuration.renewalEndpoint = u"http://id.sage.com/renew"_s;
    QCOMPARE(TokenRequest::renewal(configuration, SecretBytes("a.b.c")).error().code,
             ErrorCode::EndpointInsecure);
    configuration = sage();
    configuration.headers = { { u"Authorization"_s, u"Basic x"_s, false } };
    QCOMPARE(TokenRequest::renewal(configuration, SecretBytes("a.b.c")).error().code,
             ErrorCode::HeaderRefused);
}

void TestTokenRequest::typesOfParameters_data()
{
    QTest::addColumn<ParameterType>("type");
    QTest::addColumn<QString>("value");
    QTest::addColumn<bool>("good");
    const auto add = [](ParameterType type, const char *value, bool good) {
        QTest::addRow("%d %s", int(type), value) << type << QString::fromLatin1(value) << good;
    };
    for (const char *number : { "0", "-1", "1.50", "1e3", "123456789012345678901234567890" })
        add(ParameterType::Number, number, true);
    for (const char *number :
         { "", "1a", " 1", "1 ", "01", "+1", ".5", "NaN", "true", "\"1\"", "1,\"x\":2" })
        add(ParameterType::Number, number, false);
    add(ParameterType::Boolean, "true", true);
    add(ParameterType::Boolean, "false", true);
    for (const char *boolean : { "", "True", "1", "yes", "true ", "null" })
        add(ParameterType::Boolean, boolean, false);
    for (const char *json : { "{}", "[1, 2]", "null", "\"a\"", "1" })
        add(ParameterType::Json, json, true);
    for (const char *json : { "", "{", "{},\"client_id\":\"evil\"", "'a'" })
        add(ParameterType::Json, json, false);
}

void TestTokenRequest::typesOfParameters()
{
    QFETCH(const ParameterType, type);
    QFETCH(const QString, value);
    QFETCH(const bool, good);
    ClientConfiguration configuration = sage();
    configuration.extraParameters = { { u"x"_s, value, type, false } };
    const Result<TokenRequest> request = TokenRequest::from(configuration, secret());
    QCOMPARE(request.ok(), good);
    if (good)
        QVERIFY(bodyOf(request).endsWith(",\"x\":" + value.toLatin1() + '}'));
    else
        QCOMPARE(request.error().code, ErrorCode::ProfileInvalid);
}

MINTMARK_TEST(tst_tokenrequest, TestTokenRequest)

#include "tst_tokenrequest.moc"

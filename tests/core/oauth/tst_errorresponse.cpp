// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "oauth/errorresponse.h"

#include "base/cure.h"
#include "oauth/clientconfiguration.h"
#include "support/testmain.h"

using namespace mintmark;
using namespace Qt::StringLiterals;

class TestErrorResponse : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parsed_data();
    void parsed();
    void notAnError_data();
    void notAnError();
    void codes_data();
    void codes();
    void arguments();
    void misspeltGrantType();
    void nothingWasSent();
    void advice();
    void unsafeTexts();
};

namespace {

ClientConfiguration sent()
{
    ClientConfiguration configuration;
    configuration.grantType = u"client_credential"_s;
    configuration.audience = u"s200ukipd/sage200"_s;
    configuration.scope = u"read"_s;
    return configuration;
}

std::optional<ErrorResponse> parse(const QByteArray &json, int status = 400)
{
    return ErrorResponse::parse(JsonDocument::parse(json), status);
}

} // namespace

void TestErrorResponse::parsed_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<ErrorResponse>("response");
    const auto add = [](const char *name, const QByteArray &json, const QString &error,
                        const QString &description = {}, const QString &uri = {}) {
        QTest::newRow(name) << json << ErrorResponse { error, description, uri, 400 };
    };
    add("RFC 6749", R"({"error":"invalid_request"})", u"invalid_request"_s);
    add("all three", R"({"error":"a","error_description":"b","error_uri":"https://c"})", u"a"_s,
        u"b"_s, u"https://c"_s);
    add("message", R"({"error":"a","message":"b"})", u"a"_s, u"b"_s);
    add("detail", R"({"error":"a","detail":"b"})", u"a"_s, u"b"_s);
    add("number", R"({"error":403,"message":"b"})", u"403"_s, u"b"_s);
    add("object", R"({"error":{"code":"a","message":"b"}})", u"a"_s, u"b"_s);
    add("object with a number", R"({"error":{"code":401,"message":"b"}})", u"401"_s, u"b"_s);
    add("object with a type", R"({"error":{"type":"a","description":"b"}})", u"a"_s, u"b"_s);
    add("object with a message only", R"({"error":{"message":"b"}})", u"error"_s, u"b"_s);
    add("Intacct", R"({"ia::result":{"ia::error":{"code":"a","message":"b","errorId":"GW-0011"}}})",
        u"a"_s, u"b (GW-0011)"_s);
    add("Okta", R"({"errorCode":"E0000007","errorSummary":"b","errorCauses":[]})", u"E0000007"_s,
        u"b"_s);
    add("escapes", R"({"error":"\u0061","error_description":"\u00fc"})", u"a"_s, u"\u00fc"_s);
}

void TestErrorResponse::parsed()
{
    QFETCH(const QByteArray, json);
    QFETCH(const ErrorResponse, response);
    const std::optional<ErrorResponse> result = parse(json);
    QVERIFY(result.has_value());
    QCOMPARE(result->error, response.error);
    QCOMPARE(result->description, response.description);
    QCOMPARE(result->uri, response.uri);
    QVERIFY(*result == response);
}

void TestErrorResponse::notAnError_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("empty object") << "{}"_ba;
    QTest::newRow("array") << R"([{"error":"a"}])"_ba;
    QTest::newRow("null") << R"({"error":null})"_ba;
    QTest::newRow("empty") << R"({"error":""})"_ba;
    QTest::newRow("false") << R"({"error":false})"_ba;
    QTest::newRow("empty object inside") << R"({"error":{}})"_ba;
    QTest::newRow("other case") << R"({"Error":"a"})"_ba;
    QTest::newRow("cut off") << R"({"error":"a")"_ba;
}

void TestErrorResponse::notAnError()
{
    QFETCH(const QByteArray, json);
    QVERIFY(!parse(json));
}

void TestErrorResponse::codes_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("error");
    QTest::addColumn<QString>("description");
    QTest::addColumn<ErrorCode>("code");
    using enum ErrorCode;
    // RFC 6749 §5.2 and §4.1.2.1, RFC 8707 §2
    for (const auto &[error, code] : std::initializer_list<std::pair<const char *, ErrorCode>> {
             { "invalid_request", InvalidRequest },
             { "invalid_client", InvalidClient },
             { "invalid_grant", InvalidGrant },
             { "unauthorized_client", UnauthorizedClient },
             { "unsupported_grant_type", UnsupportedGrantType },
             { "invalid_scope", InvalidScope },
             { "access_denied", AccessDenied },
             { "server_error", ServerFailed },
             { "temporarily_unavailable", ServerFailed },
             { "invalid_target", InvalidAudience },
             { "Invalid_Client", RefusedOther },
             { "teapot", RefusedOther } }) {
        QTest::newRow(error) << 400 << QString::fromLatin1(error) << QString() << code;
        QTest::addRow("%s with 200", error)
            << 200 << QString::fromLatin1(error) << QString() << RefusedWithSuccess;
    }
    // Auth0, Entra, and a server that repeats the audience
    QTest::newRow("Auth0") << 403 << u"access_denied"_s << u"Service not found: s200ukipd/sage200"_s
                           << InvalidAudience;
    QTest::newRow("Entra") << 400 << u"invalid_request"_s
                           << u"AADSTS500011: The resource principal was not found"_s
                           << InvalidAudience;
    QTest::newRow("repeated") << 400 << u"invalid_request"_s << u"s200ukipd/sage200?"_s
                              << InvalidAudience;
    QTest::newRow("audience named")
        << 401 << u"unauthorized_client"_s << u"Unknown Audience."_s << InvalidAudience;
    QTest::newRow("no audience for the secret")
        << 401 << u"invalid_client"_s << u"bad audience"_s << InvalidClient;
    QTest::newRow("audience known, and not for this client")
        << 403 << u"access_denied"_s
        << u"Client is not authorized to access resource server \"s200ukipd/sage200\"."_s << AccessDenied;
    // A wrong secret under other names: Auth0, Keycloak
    QTest::newRow("denied with 401") << 401 << u"access_denied"_s << u"Unauthorized"_s << InvalidClient;
    QTest::newRow("unauthorized by its secret")
        << 401 << u"unauthorized_client"_s << u"Invalid client or Invalid client credentials"_s
        << InvalidClient;
    // A misspelt grant type under other names
    QTest::newRow("unsupported, said otherwise")
        << 400 << u"invalid_request"_s << u"Grant type 'client_credential' not allowed"_s
        << UnsupportedGrantType;
    QTest::newRow("grant_type") << 403 << u"unauthorized_client"_s << u"unknown grant_type"_s
                                << UnsupportedGrantType;
    QTest::newRow("not understood at all")
        << 400 << u"invalid_request"_s << u"Missing parameter: grant_type"_s << InvalidRequest;
}

void TestErrorResponse::codes()
{
    QFETCH(const int, status);
    QFETCH(const QString, error);
    QFETCH(const QString, description);
    QFETCH(const ErrorCode, code);
    const ErrorResponse response { error, description, {}, status };
    QCOMPARE(response.toError(u"id.example.com"_s, sent()).code, code);
}

void TestErrorResponse::arguments()
{
    // Where no secret was sent, none can be wrong.
    ClientConfiguration proven = sent();
    proven.authentication = ClientAuthenticationMethod::PrivateKeyJwt;
    const Error refused = ErrorResponse { u"invalid_client"_s, {}, {}, 401 }.toError(u"h"_s, proven);
    QCOMPARE(refused.code, ErrorCode::ClientProofRefused);
    QCOMPARE(refused.argument(u"proof"), u"signed assertion"_s);
    const ErrorResponse scope { u"invalid_scope"_s, u"no"_s, u"https://help"_s, 400 };
    const Error error = scope.toError(u"id.example.com"_s, sent());
    QCOMPARE(error.argument(u"host"), u"id.example.com"_s);
    QCOMPARE(error.argument(u"status"), u"400"_s);
    QCOMPARE(error.argument(u"error"), u"invalid_scope"_s);
    QCOMPARE(error.argument(u"error_description"), u"no"_s);
    QCOMPARE(error.argument(u"scope"), u"read"_s);
    QCOMPARE(error.detail, u"HTTP 400, invalid_scope: no (https://help)"_s);
    const ErrorResponse target { u"invalid_target"_s, {}, {}, 400 };
    QCOMPARE(target.toError({}, sent()).argument(u"audience"), u"s200ukipd/sage200"_s);
    const ErrorResponse failed { u"server_error"_s, {}, {}, 500 };
    QCOMPARE(failed.toError({}, sent()).argument(u"said"), u"server_error"_s);
}

void TestErrorResponse::misspeltGrantType()
{
    const ErrorResponse response { u"unsupported_grant_type"_s, {}, {}, 400 };
    ClientConfiguration configuration = sent();
    const Error misspelt = response.toError({}, configuration);
    QCOMPARE(misspelt.argument(u"grant_type"), u"client_credential"_s);
    QVERIFY(misspelt.argument(u"spelling").contains(u"client_credentials"_s));
    configuration.grantType = u"client_credentials"_s;
    QVERIFY(response.toError({}, configuration).argument(u"spelling").isEmpty());
    // With the right spelling a description with those words is about something else.
    const ErrorResponse other { u"invalid_request"_s, u"bad grant type"_s, {}, 400 };
    QCOMPARE(other.toError({}, configuration).code, ErrorCode::InvalidRequest);
}

/// No sentence quotes an empty text, or advises what was done.
void TestErrorResponse::nothingWasSent()
{
    ClientConfiguration bare;
    bare.grantType = u"client_credentials"_s;
    for (const auto &[error, hint, cure] : std::initializer_list<std::tuple<QString, QString, Cure>> {
             { u"invalid_scope"_s, u"no scope"_s, Cure::EditProfile },
             { u"invalid_target"_s, u"audience or resource"_s, Cure::EditProfile },
             { u"unsupported_grant_type"_s, u"is switched on"_s, Cure::EditAddress } }) {
        const Error refused = ErrorResponse { error, u"why"_s, {}, 400 }.toError(u"h"_s, bare);
        QCOMPARE(refused.code, ErrorCode::RefusedOther);
        QVERIFY2(refused.hint.contains(hint), qPrintable(refused.hint));
        QCOMPARE(refused.hintCure, std::optional(cure));
    }
    ClientConfiguration resources = bare;
    resources.resources = { u"https://a"_s, u"https://b"_s };
    const Error target =
        ErrorResponse { u"invalid_target"_s, {}, {}, 400 }.toError(u"h"_s, resources);
    QCOMPARE(target.code, ErrorCode::InvalidAudience);
    QCOMPARE(target.argument(u"audience"), u"https://a, https://b"_s);
}

void TestErrorResponse::advice()
{
    // RFC 9449 §5 and §8
    for (const QString &error : { u"invalid_dpop_proof"_s, u"use_dpop_nonce"_s })
        QVERIFY((ErrorResponse { error, {}, {}, 400 }.toError({}, sent()).hint.contains(u"DPoP"_s)));
    ClientConfiguration bearer = sent();
    bearer.grantType = u"urn:ietf:params:oauth:grant-type:jwt-bearer"_s;
    const ErrorResponse unsupported { u"unsupported_grant_type"_s, {}, {}, 400 };
    QVERIFY(unsupported.toError({}, bearer).hint.contains(u"this grant"_s));
    QVERIFY(unsupported.toError({}, sent()).hint.isEmpty());
}

void TestErrorResponse::unsafeTexts()
{
    const ErrorResponse response { u"a\u202eb"_s, QString(5000, u'x') + u"\r\n"_s, u"c\u0007"_s,
                                   400 };
    const Error error = response.toError({}, sent());
    QCOMPARE(error.argument(u"error"), u"a\\u{202E}b"_s);
    QCOMPARE(error.argument(u"error_description"), QString(500, u'x'));
    QVERIFY(error.detail.endsWith(u"(c\\u{7})"_s) || error.detail.endsWith(u"(c\\u{0007})"_s));
}

MINTMARK_TEST(tst_errorresponse, TestErrorResponse)

#include "tst_errorresponse.moc"

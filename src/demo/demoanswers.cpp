// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "demo/demoanswers.h"

#include "demo/demofaults.h"
#include "demo/demoparameters.h"
#include "json/writer.h"

#include <QUuid>

namespace mintmark {

using namespace Qt::StringLiterals;

struct DemoAnswers::Endpoint
{
    enum class Audience { AsAsked, Another };
    enum class Form { Jwt, Opaque };

    QByteArrayView path;
    qint64 lifetimeS;
    Form form = Form::Jwt;
    Audience audience = Audience::AsAsked;
};

const DemoAnswers::Endpoint DemoAnswers::endpoints[] = {
    { "/oauth/token", 28'800 }, // as in the Sage guide's example
    { "/short/token", 90 },
    { "/opaque/token", 3'600, Endpoint::Form::Opaque },
    { "/other/token", 3'600, Endpoint::Form::Jwt, Endpoint::Audience::Another },
};

namespace {

constexpr QByteArrayView secretPrefix = "demo-secret-for-";

QUtf8StringView utf8(const QByteArray &bytes)
{
    return { bytes.constData(), bytes.size() };
}

QByteArray randomId()
{
    return QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
}

ServedAnswer methodNotAllowed(QByteArray allowed)
{
    ServedAnswer answer = demoError(405, "invalid_request", "This address takes another method");
    answer.headers.emplaceBack("Allow", std::move(allowed));
    return answer;
}

/// RFC 6750 §3.1.
ServedAnswer invalidToken(QByteArrayView description)
{
    ServedAnswer answer = demoError(401, "invalid_token", description);
    answer.headers.emplaceBack("WWW-Authenticate",
                               R"(Bearer error="invalid_token", error_description=")"
                                   + description.toByteArray() + '"');
    return answer;
}

/// A grant type under both of its names: the standard's and the Sage guide's.
bool isClientCredentials(const QByteArray &grantType)
{
    return grantType == "client_credentials" || grantType == "client_credential";
}

} // namespace

DemoAnswers::DemoAnswers(SigningKey key, QByteArray issuer)
    : m_key(std::move(key)), m_issuer(std::move(issuer))
{ }

ServedAnswer DemoAnswers::answer(const ServedRequest &request, qint64 nowMs)
{
    const QByteArray path = request.target.split('?').first();
    for (const Endpoint &endpoint : endpoints) {
        if (endpoint.path == path)
            return token(endpoint, request, nowMs);
    }
    if (const std::optional<ServedAnswer> fault = demoFault(path)) {
        ++m_tokenRequests;
        return *fault;
    }
    if (path == "/introspect")
        return introspect(request, nowMs);
    if (path == "/revoke")
        return revoke(request);
    if (path == "/api/v1/payments")
        return payments(request, nowMs);
    if (path == "/jwks")
        return demoJson(200, publicJwkSet({ m_key.publicJwk() }));
    if (path == "/.well-known/openid-configuration"
        || path == "/.well-known/oauth-authorization-server")
        return metadata();
    return demoError(404, "not_found", "The demo server has nothing at this address");
}

ServedAnswer DemoAnswers::token(const Endpoint &endpoint, const ServedRequest &request,
                                qint64 nowMs)
{
    if (request.method != "POST" && request.method != "GET")
        return methodNotAllowed("POST, GET");
    ++m_tokenRequests;
    if (request.method == "GET")
        return renew(endpoint, request, nowMs);
    const DemoParameters parameters = DemoParameters::from(request);
    if (!parameters.isReadable)
        return demoError(400, "invalid_request", "The body is neither a form nor a JSON object");
    if (std::optional<ServedAnswer> refused = refusal(parameters))
        return *refused;
    const QByteArray grantType = parameters.value("grant_type");
    if (grantType.isEmpty())
        return demoError(400, "invalid_request", "grant_type is missing");
    if (!isClientCredentials(grantType))
        return demoError(400, "unsupported_grant_type", "Only client_credentials is known here");
    Grant grant;
    grant.clientId = parameters.clientId;
    grant.asked = parameters.value("audience");
    grant.scope = parameters.value("scope");
    return issue(endpoint, grant, nowMs);
}

std::optional<ServedAnswer> DemoAnswers::refusal(const DemoParameters &parameters) const
{
    if (parameters.isTwice)
        return demoError(400, "invalid_request", "The client authenticates twice (RFC 6749 2.3)");
    if (!parameters.clientId.isEmpty()
        && parameters.clientSecret == secretPrefix.toByteArray() + parameters.clientId)
        return {};
    ServedAnswer answer = demoError(401, "invalid_client", "Client id or secret is wrong");
    if (parameters.inHeader) // RFC 6749 §5.2
        answer.headers.emplaceBack("WWW-Authenticate", R"(Basic realm="demo")");
    return answer;
}

ServedAnswer DemoAnswers::issue(const Endpoint &endpoint, const Grant &asked, qint64 nowMs)
{
    m_grants.removeIf(
        [nowMs](const auto &entry) { return entry.value().expiresS * 1000 <= nowMs; });
    Grant grant = asked;
    grant.audience = grant.asked.isEmpty() ? defaultAudience() : grant.asked;
    if (endpoint.audience == Endpoint::Audience::Another)
        grant.audience = "another-api";
    grant.id = randomId();
    grant.issuedS = nowMs / 1000;
    grant.expiresS = grant.issuedS + endpoint.lifetimeS;
    const QByteArray token = endpoint.form == Endpoint::Form::Opaque
        ? randomId()
        : m_key.signCompact(m_key.header("at+jwt"_L1), claims(grant));
    m_grants.insert(token, grant);

    JsonWriter json;
    json.beginObject().member("access_token").string(utf8(token));
    json.member("token_type").string("Bearer").member("expires_in").integer(endpoint.lifetimeS);
    if (!grant.scope.isEmpty())
        json.member("scope").string(utf8(grant.scope));
    return demoJson(200, json.endObject().take());
}

ServedAnswer DemoAnswers::renew(const Endpoint &endpoint, const ServedRequest &request,
                                qint64 nowMs)
{
    const Grant *grant = liveGrant(bearerToken(request), nowMs);
    if (grant == nullptr)
        return invalidToken("The token to be renewed is unknown, revoked or expired");
    return issue(endpoint, Grant(*grant), nowMs);
}

QByteArray DemoAnswers::claims(const Grant &grant) const
{
    JsonWriter json;
    json.beginObject().member("iss").string(utf8(m_issuer));
    json.member("sub").string(utf8(grant.clientId));
    json.member("aud").string(utf8(grant.audience));
    json.member("client_id").string(utf8(grant.clientId));
    if (!grant.scope.isEmpty())
        json.member("scope").string(utf8(grant.scope));
    json.member("organisationId").string("ab1f78b2-384e-4e20-b366-6f90b8763e6e");
    json.member("sourceProduct").string("mintmark.demo");
    json.member("jti").string(utf8(grant.id));
    json.member("iat").integer(grant.issuedS).member("exp").integer(grant.expiresS);
    return json.endObject().take();
}

const DemoAnswers::Grant *DemoAnswers::liveGrant(const QByteArray &token, qint64 nowMs) const
{
    const auto found = m_grants.constFind(token);
    const bool live = found != m_grants.constEnd() && found->expiresS * 1000 > nowMs;
    return live ? &*found : nullptr;
}

/// RFC 7662 §2.
ServedAnswer DemoAnswers::introspect(const ServedRequest &request, qint64 nowMs) const
{
    if (request.method != "POST")
        return methodNotAllowed("POST");
    const DemoParameters parameters = DemoParameters::from(request);
    if (std::optional<ServedAnswer> refused = refusal(parameters))
        return *refused;
    const Grant *grant = liveGrant(parameters.value("token"), nowMs);
    if (grant == nullptr)
        return demoJson(200, R"({"active":false})");
    QByteArray body = claims(*grant);
    return demoJson(200, body.replace(0, 1, R"({"active":true,"token_type":"Bearer",)"));
}

/// RFC 7009 §2.2: also 200 for a token nobody knows.
ServedAnswer DemoAnswers::revoke(const ServedRequest &request)
{
    if (request.method != "POST")
        return methodNotAllowed("POST");
    const DemoParameters parameters = DemoParameters::from(request);
    if (std::optional<ServedAnswer> refused = refusal(parameters))
        return *refused;
    m_grants.remove(parameters.value("token"));
    return demoJson(200, {});
}

ServedAnswer DemoAnswers::payments(const ServedRequest &request, qint64 nowMs) const
{
    const QByteArray token = bearerToken(request);
    if (token.isEmpty()) { // RFC 6750 §3: no error code where there were no credentials
        ServedAnswer answer = demoError(401, "unauthorized", "There is no token in the request");
        answer.headers.emplaceBack("WWW-Authenticate", R"(Bearer realm="demo")");
        return answer;
    }
    const Grant *grant = liveGrant(token, nowMs);
    if (grant == nullptr)
        return invalidToken("The token is unknown, revoked or expired");
    if (grant->audience != grant->asked && grant->audience != defaultAudience())
        return invalidToken("The token is for another audience");
    return demoJson(200,
                    R"({"payments":[{"id":"p-1001","amount":"129.00","currency":"EUR"},)"
                    R"({"id":"p-1002","amount":"45.50","currency":"GBP"}]})");
}

/// RFC 8414 §2.
ServedAnswer DemoAnswers::metadata() const
{
    const auto address = [this](const char *path) { return m_issuer + path; };
    JsonWriter json;
    json.beginObject().member("issuer").string(utf8(m_issuer));
    json.member("token_endpoint").string(utf8(address("/oauth/token")));
    json.member("jwks_uri").string(utf8(address("/jwks")));
    json.member("introspection_endpoint").string(utf8(address("/introspect")));
    json.member("revocation_endpoint").string(utf8(address("/revoke")));
    json.member("grant_types_supported").beginArray().string("client_credentials").endArray();
    json.member("response_types_supported").beginArray().endArray();
    json.member("token_endpoint_auth_methods_supported").beginArray();
    json.string("client_secret_basic").string("client_secret_post").endArray();
    return demoJson(200, json.endObject().take());
}

} // namespace mintmark

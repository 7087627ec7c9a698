// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "oauth/tokenrequest.h"

#include "json/reader.h"
#include "json/writer.h"
#include "oauth/clientassertion.h"
#include "oauth/clientauthentication.h"
#include "oauth/parameters.h"
#include "oauth/requestbody.h"
#include "oauth/requestheaders.h"

#include <QCoreApplication>

#include <algorithm>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

using Method = ClientAuthenticationMethod;
using Parameters = std::vector<BodyParameter>;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(TokenRequest)
};

Error invalid(const QString &field, const QString &detail)
{
    return { ErrorCode::ProfileInvalid, { { u"field"_s, field }, { u"detail"_s, detail } }, {} };
}

Error incomplete(QLatin1StringView field, const QUrl &endpoint)
{
    return { ErrorCode::ProfileIncomplete,
             { { u"field"_s, field }, { u"provider"_s, endpoint.host() } }, {} };
}

void add(Parameters &parameters, QLatin1StringView name, const QString &value)
{
    if (!value.isEmpty())
        parameters.push_back({ name, SecretBytes::fromString(value), ParameterType::String, false });
}

void addSecret(Parameters &parameters, QLatin1StringView name, SecretBytes value)
{
    if (!value.isEmpty())
        parameters.push_back({ name, std::move(value), ParameterType::String, true });
}

/// What proves the client in the body (RFC 6749 §2.3.1, RFC 7521 §4.2, RFC 8705 §2).
Result<void> addAuthentication(Parameters &parameters, const ClientConfiguration &configuration,
                               const ClientCredentials &credentials, qint64 nowMs)
{
    const Method method = configuration.authentication;
    // A client that does not prove itself is named by the assertion of its grant, unless that names
    // somebody else.
    const bool isNamed = requiredFields(method, configuration.grantType).clientId
        || !configuration.assertion.issuer.isEmpty();
    if (method != Method::ClientSecretBasic && isNamed)
        add(parameters, parameter::clientId, configuration.clientId);
    if (method == Method::ClientSecretPost)
        addSecret(parameters, parameter::clientSecret, credentials.clientSecret.clone());
    if (method != Method::ClientSecretJwt && method != Method::PrivateKeyJwt)
        return {};
    Result<SecretBytes> assertion = clientAssertion(configuration, credentials, nowMs);
    if (!assertion)
        return assertion.error();
    add(parameters, parameter::clientAssertionType, parameter::jwtBearerAssertion);
    addSecret(parameters, parameter::clientAssertion, std::move(assertion).value());
    return {};
}

/// RFC 7523 §2.1.
Result<void> addGrant(Parameters &parameters, const ClientConfiguration &configuration,
                      const ClientCredentials &credentials, qint64 nowMs)
{
    add(parameters, parameter::grantType, configuration.grantType);
    if (configuration.grantType != parameter::jwtBearerGrant)
        return {};
    Result<SecretBytes> assertion = grantAssertion(configuration, credentials, nowMs);
    if (!assertion)
        return assertion.error();
    addSecret(parameters, parameter::assertion, std::move(assertion).value());
    return {};
}

void addResources(Parameters &parameters, const ClientConfiguration &configuration)
{
    QStringList resources = configuration.resources;
    resources.removeAll(QString());
    // RFC 8707 §2 repeats the parameter; JSON has no repetition, so several become an array.
    if (configuration.body == BodyFormat::Form || resources.size() < 2) {
        for (const QString &resource : std::as_const(resources))
            add(parameters, parameter::resource, resource);
        return;
    }
    JsonWriter json;
    json.beginArray();
    for (const QString &resource : std::as_const(resources))
        json.string(resource);
    json.endArray();
    parameters.push_back({ parameter::resource, SecretBytes(json.take()), ParameterType::Json, false });
}

/// What is wrong with the value of an extra parameter in a JSON body; empty: nothing.
QString valueProblem(ParameterType type, QByteArrayView value)
{
    if (type == ParameterType::String)
        return {};
    const JsonDocument document = JsonDocument::parse(value.toByteArray());
    const bool whole = document.isValid() && document.bytes().trimmed() == document.bytes();
    switch (type) {
    case ParameterType::Number:
        return whole && document.root().isNumber() ? QString() : Text::tr("It is not a number.");
    case ParameterType::Boolean:
        return whole && document.root().isBoolean() ? QString() : Text::tr("It is neither true nor false.");
    default:
        return document.isValid() ? QString() : Text::tr("It is not JSON.");
    }
}

Result<void> addExtraParameters(Parameters &parameters, const ClientConfiguration &configuration,
                                const ClientCredentials &credentials)
{
    for (const ExtraParameter &extra : configuration.extraParameters) {
        SecretBytes value = SecretBytes::fromString(extra.value);
        const auto secret = credentials.parameters.find(extra.name);
        if (extra.secret && secret != credentials.parameters.end())
            value = secret->second.clone();
        const bool known = std::any_of(parameters.begin(), parameters.end(), [&](const BodyParameter &p) {
            return p.name == extra.name;
        });
        // RFC 6749 §3.2: a parameter must not stand twice.
        if (extra.name.isEmpty() || known)
            return invalid(extra.name, extra.name.isEmpty() ? Text::tr("A parameter has no name.")
                                                            : Text::tr("It would stand twice in the request."));
        if (const QString problem = valueProblem(extra.type, value.view()); !problem.isEmpty())
            return invalid(extra.name, problem);
        // RFC 6749 §3.2: sent without a value it would count as omitted.
        if (!value.isEmpty())
            parameters.push_back({ extra.name, std::move(value), extra.type, extra.secret });
    }
    return {};
}

Result<Parameters> parametersFrom(const ClientConfiguration &configuration,
                                  const ClientCredentials &credentials, qint64 nowMs)
{
    Parameters parameters;
    if (const Result<void> added = addGrant(parameters, configuration, credentials, nowMs); !added)
        return added.error();
    if (const Result<void> added = addAuthentication(parameters, configuration, credentials, nowMs); !added)
        return added.error();
    add(parameters, parameter::audience, configuration.audience);
    add(parameters, parameter::scope, configuration.scope);
    addResources(parameters, configuration);
    const Result<void> extras = addExtraParameters(parameters, configuration, credentials);
    if (!extras)
        return extras.error();
    return parameters;
}

/// Texts the server may echo as they were before they were encoded.
void addPlainSecrets(HttpRequest &http, const Parameters &parameters, const ClientCredentials &credentials)
{
    const bool isInHeaderOnly = std::ranges::none_of(
        parameters, [](const BodyParameter &one) { return one.name == parameter::clientSecret; });
    if (isInHeaderOnly && !credentials.clientSecret.isEmpty())
        http.addPlainSecret(credentials.clientSecret.clone());
    for (const BodyParameter &parameter : parameters) {
        if (parameter.secret)
            http.addPlainSecret(parameter.value.clone());
    }
}

/// What must not be empty and is; RequiredFields::clientCertificate is for the handshake to miss.
std::optional<Error> emptyField(const ClientConfiguration &configuration,
                                const ClientCredentials &credentials, const QUrl &endpoint)
{
    const RequiredFields fields = requiredFields(configuration.authentication, configuration.grantType);
    const bool isIssuer = fields.assertionGrant && configuration.assertion.issuer.isEmpty();
    if (configuration.clientId.isEmpty() && (fields.clientId || isIssuer))
        return incomplete(parameter::clientId, endpoint);
    if (configuration.grantType.isEmpty())
        return incomplete(parameter::grantType, endpoint);
    // RFC 6749 §2.3.1 lets a secret be empty where it is sent; an HMAC with none proves nothing.
    if (configuration.authentication == Method::ClientSecretJwt && credentials.clientSecret.isEmpty())
        return incomplete(parameter::clientSecret, endpoint);
    if (fields.privateKey && credentials.privateKey.isEmpty())
        return incomplete("private_key"_L1, endpoint);
    return {};
}

const QString &renewalAddress(const ClientConfiguration &configuration)
{
    return configuration.renewalEndpoint.isEmpty() ? configuration.tokenEndpoint
                                                   : configuration.renewalEndpoint;
}

Result<HttpRequest> postOf(const QUrl &endpoint, const Parameters &parameters,
                           const ClientConfiguration &configuration,
                           const ClientCredentials &credentials)
{
    HttpRequest http = requestTo("POST"_ba, endpoint);
    if (configuration.authentication == Method::ClientSecretBasic)
        http.addSecretHeader("Authorization"_ba,
                             basicAuthorization(configuration.clientId, credentials.clientSecret,
                                                configuration.basicEncoding),
                             6); // "Basic "
    if (const Result<void> headers = addExtraHeaders(http, configuration, credentials); !headers)
        return headers.error();
    EncodedBody body = encodedBody(configuration.body, parameters);
    http.setBody(std::move(body.contentType), std::move(body.bytes), std::move(body.secrets));
    addPlainSecrets(http, parameters, credentials);
    return http;
}

} // namespace

TokenRequest::TokenRequest(HttpRequest http, ClientConfiguration configuration, bool renewal)
    : m_http(std::move(http)), m_configuration(std::move(configuration)), m_renewal(renewal)
{
}

Result<TokenRequest> TokenRequest::from(const ClientConfiguration &configuration,
                                        const ClientCredentials &credentials, const Clock &clock)
{
    const Result<QUrl> endpoint = endpointFrom(configuration.tokenEndpoint, configuration.network.allowHttp);
    if (!endpoint)
        return endpoint.error();
    if (const std::optional<Error> error = emptyField(configuration, credentials, *endpoint))
        return *error;

    Result<Parameters> parameters = parametersFrom(configuration, credentials, clock.nowMs());
    if (!parameters)
        return parameters.error();
    Result<HttpRequest> http = postOf(*endpoint, *parameters, configuration, credentials);
    if (!http)
        return http.error();
    return TokenRequest(std::move(http).value(), configuration, false);
}

Result<TokenRequest> TokenRequest::refresh(const ClientConfiguration &configuration,
                                           const SecretBytes &refreshToken,
                                           const ClientCredentials &credentials, const Clock &clock)
{
    ClientConfiguration asked = configuration;
    asked.grantType = parameter::refreshTokenGrant;
    const Result<QUrl> endpoint = endpointFrom(renewalAddress(asked), asked.network.allowHttp);
    if (!endpoint)
        return endpoint.error();
    if (refreshToken.isEmpty())
        return Error { ErrorCode::NoToken, {}, {} };
    if (const std::optional<Error> error = emptyField(asked, credentials, *endpoint))
        return *error;
    Parameters parameters;
    add(parameters, parameter::grantType, asked.grantType);
    addSecret(parameters, parameter::refreshToken, refreshToken.clone());
    if (const auto added = addAuthentication(parameters, asked, credentials, clock.nowMs()); !added)
        return added.error();
    Result<HttpRequest> http = postOf(*endpoint, parameters, asked, credentials);
    if (!http)
        return http.error();
    return TokenRequest(std::move(http).value(), configuration, true);
}

Result<TokenRequest> TokenRequest::revocation(const QString &address,
                                              const ClientConfiguration &configuration,
                                              const SecretBytes &accessToken,
                                              const ClientCredentials &credentials,
                                              const Clock &clock)
{
    ClientConfiguration asked = configuration;
    asked.grantType = parameter::clientCredentials; // the client is named, whatever its grant
    asked.body = BodyFormat::Form;
    const Result<QUrl> endpoint = endpointFrom(address, asked.network.allowHttp);
    if (!endpoint)
        return endpoint.error();
    if (accessToken.isEmpty())
        return Error { ErrorCode::NoToken, {}, {} };
    if (const std::optional<Error> error = emptyField(asked, credentials, *endpoint))
        return *error;
    Parameters parameters;
    addSecret(parameters, parameter::token, accessToken.clone());
    add(parameters, parameter::tokenTypeHint, parameter::accessToken);
    if (const auto added = addAuthentication(parameters, asked, credentials, clock.nowMs()); !added)
        return added.error();
    Result<HttpRequest> http = postOf(*endpoint, parameters, asked, credentials);
    if (!http)
        return http.error();
    return TokenRequest(std::move(http).value(), configuration, false);
}

Result<TokenRequest> TokenRequest::renewal(const ClientConfiguration &configuration,
                                           const SecretBytes &accessToken,
                                           const ClientCredentials &credentials)
{
    const Result<QUrl> endpoint =
        endpointFrom(renewalAddress(configuration), configuration.network.allowHttp);
    if (!endpoint)
        return endpoint.error();
    if (accessToken.isEmpty())
        return Error { ErrorCode::NoToken, {}, {} };
    if (!isFieldValue(accessToken.view()))
        return Error { ErrorCode::HeaderRefused, { { u"header"_s, u"Authorization"_s } }, {} };
    HttpRequest http = requestTo("GET"_ba, *endpoint);
    QByteArray bearer;
    bearer.reserve(7 + accessToken.size());
    bearer.append("Bearer ").append(accessToken.view());
    http.addSecretHeader("Authorization"_ba, SecretBytes::take(bearer), 7);
    if (const Result<void> headers = addExtraHeaders(http, configuration, credentials); !headers)
        return headers.error();
    return TokenRequest(std::move(http), configuration, true);
}

} // namespace mintmark

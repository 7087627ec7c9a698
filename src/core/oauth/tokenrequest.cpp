// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "oauth/tokenrequest.h"

#include "json/reader.h"
#include "json/writer.h"
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

bool isSupported(Method method)
{
    return method == Method::ClientSecretPost || method == Method::ClientSecretBasic
        || method == Method::None;
}

void add(Parameters &parameters, QLatin1StringView name, const QString &value)
{
    if (!value.isEmpty())
        parameters.push_back({ name, SecretBytes::fromString(value), ParameterType::String, false });
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
        parameters.push_back({ extra.name, std::move(value), extra.type, extra.secret });
    }
    return {};
}

Result<Parameters> parametersFrom(const ClientConfiguration &configuration,
                                  const ClientCredentials &credentials)
{
    Parameters parameters;
    add(parameters, parameter::grantType, configuration.grantType);
    if (configuration.authentication != Method::ClientSecretBasic)
        add(parameters, parameter::clientId, configuration.clientId);
    if (configuration.authentication == Method::ClientSecretPost && !credentials.clientSecret.isEmpty())
        parameters.push_back({ parameter::clientSecret, credentials.clientSecret.clone(),
                               ParameterType::String, true });
    add(parameters, parameter::audience, configuration.audience);
    add(parameters, parameter::scope, configuration.scope);
    addResources(parameters, configuration);
    const Result<void> extras = addExtraParameters(parameters, configuration, credentials);
    if (!extras)
        return extras.error();
    return parameters;
}

/// Texts the server may echo as they were before they were encoded.
void addPlainSecrets(HttpRequest &http, const ClientCredentials &credentials)
{
    if (!credentials.clientSecret.isEmpty())
        http.addPlainSecret(credentials.clientSecret.clone());
    for (const auto &[name, value] : credentials.parameters)
        http.addPlainSecret(value.clone());
}

} // namespace

TokenRequest::TokenRequest(HttpRequest http, ClientConfiguration configuration, bool renewal)
    : m_http(std::move(http)), m_configuration(std::move(configuration)), m_renewal(renewal)
{
}

Result<TokenRequest> TokenRequest::from(const ClientConfiguration &configuration,
                                        const ClientCredentials &credentials)
{
    const Result<QUrl> endpoint = endpointFrom(configuration.tokenEndpoint, configuration.allowHttp);
    if (!endpoint)
        return endpoint.error();
    if (!isSupported(configuration.authentication))
        return invalid(u"token_endpoint_auth_method"_s,
                       Text::tr("This version cannot prove the client by %1 yet.")
                           .arg(wireName(configuration.authentication)));
    if (configuration.clientId.isEmpty())
        return incomplete(parameter::clientId, *endpoint);
    if (configuration.grantType.isEmpty())
        return incomplete(parameter::grantType, *endpoint);

    HttpRequest http = requestTo("POST"_ba, *endpoint);
    if (configuration.authentication == Method::ClientSecretBasic)
        http.addSecretHeader("Authorization"_ba,
                             basicAuthorization(configuration.clientId, credentials.clientSecret,
                                                configuration.basicEncoding),
                             6); // "Basic "
    if (const Result<void> headers = addExtraHeaders(http, configuration, credentials); !headers)
        return headers.error();
    Result<Parameters> parameters = parametersFrom(configuration, credentials);
    if (!parameters)
        return parameters.error();
    EncodedBody body = encodedBody(configuration.body, *parameters);
    http.setBody(std::move(body.contentType), std::move(body.bytes), std::move(body.secrets));
    addPlainSecrets(http, credentials);
    return TokenRequest(std::move(http), configuration, false);
}

Result<TokenRequest> TokenRequest::renewal(const ClientConfiguration &configuration,
                                           const SecretBytes &accessToken,
                                           const ClientCredentials &credentials)
{
    const QString &address = configuration.renewalEndpoint.isEmpty() ? configuration.tokenEndpoint
                                                                     : configuration.renewalEndpoint;
    const Result<QUrl> endpoint = endpointFrom(address, configuration.allowHttp);
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

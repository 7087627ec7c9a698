// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "oauth/provider.h"

#include "oauth/parameters.h"

#include <QCoreApplication>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Provider)
};

Provider sageId()
{
    Provider provider;
    provider.id = u"sage-id"_s;
    provider.name = u"Sage ID"_s;
    provider.defaults.tokenEndpoint = u"https://id.sage.com/oauth/token"_s;
    provider.defaults.body = BodyFormat::Json;
    provider.defaults.grantType = parameter::clientCredential; // as Sage's guide spells it
    provider.defaults.authentication = ClientAuthenticationMethod::ClientSecretPost;
    provider.defaults.renewal = RenewalPolicy::Get;
    provider.required = { parameter::clientId, parameter::clientSecret, parameter::audience };
    provider.renewalNote = Text::tr("GET with the current token, as the Sage guide says");
    return provider;
}

/// RFC 6749 §4.4 as most servers take it: a form body, and Basic, which every server must support
/// (§2.3.1).
Provider generic()
{
    Provider provider;
    provider.id = u"generic"_s;
    provider.name = Text::tr("OAuth 2.0, client credentials");
    provider.defaults.body = BodyFormat::Form;
    provider.defaults.grantType = parameter::clientCredentials;
    provider.defaults.authentication = ClientAuthenticationMethod::ClientSecretBasic;
    provider.required = { u"token_endpoint"_s, parameter::clientId, parameter::clientSecret };
    provider.renewalNote = Text::tr("Repeat the request");
    return provider;
}

bool provesWithSecret(ClientAuthenticationMethod method)
{
    return method == ClientAuthenticationMethod::ClientSecretPost
        || method == ClientAuthenticationMethod::ClientSecretBasic
        || method == ClientAuthenticationMethod::ClientSecretJwt;
}

bool isEmpty(const QString &field, const ClientConfiguration &configuration, bool hasSecret)
{
    if (field == parameter::clientId)
        return configuration.clientId.isEmpty();
    if (field == parameter::clientSecret)
        return !hasSecret && provesWithSecret(configuration.authentication);
    if (field == parameter::audience)
        return configuration.audience.isEmpty();
    if (field == parameter::scope)
        return configuration.scope.isEmpty();
    if (field == "token_endpoint"_L1)
        return configuration.tokenEndpoint.isEmpty();
    return false;
}

} // namespace

QList<Provider> providers()
{
    return { sageId(), generic() };
}

Provider providerById(QStringView id)
{
    return id == "sage-id"_L1 ? sageId() : generic();
}

std::optional<QString> missingField(const Provider &provider, const ClientConfiguration &configuration,
                                    bool hasSecret)
{
    for (const QString &field : provider.required) {
        if (isEmpty(field, configuration, hasSecret))
            return field;
    }
    return {};
}

} // namespace mintmark

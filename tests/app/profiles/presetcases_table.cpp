// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "presetcases.h"

// By the documentation of each server, not by the presets' files.

namespace mintmark::test {

namespace {

using Method = ClientAuthenticationMethod;

PresetCase form(ClientAuthenticationMethod method, const QString &tokenEndpoint)
{
    PresetCase preset;
    preset.client.tokenEndpoint = tokenEndpoint;
    preset.client.body = BodyFormat::Form;
    preset.client.grantType = u"client_credentials"_s;
    preset.client.clientId = u"k1Jq0vWc"_s;
    preset.client.authentication = method;
    return preset;
}

PresetCase sageId()
{
    PresetCase preset = form(Method::ClientSecretPost, u"https://id.sage.com/oauth/token"_s);
    preset.entries = { { u"Audience"_s, u" s200ukipd/sage200\n"_s, u"s200ukipd/sage200"_s } };
    preset.client.body = BodyFormat::Json;
    preset.client.grantType = u"client_credential"_s; // as the guide spells it
    preset.client.audience = u"s200ukipd/sage200"_s;
    preset.client.renewal = RenewalPolicy::Get;
    return preset;
}

PresetCase intacct()
{
    PresetCase preset =
        form(Method::ClientSecretPost, u"https://api.intacct.com/ia/api/v1/oauth2/token"_s);
    preset.entries = { { u"User@Company"_s, u"ws@acme|North "_s, u"ws@acme|North"_s } };
    preset.client.extraParameters = { { u"username"_s, u"ws@acme|North"_s } };
    return preset;
}

PresetCase dmo()
{
    PresetCase preset = form(Method::ClientSecretPost, u"https://api.erp.sage.com/v1/token"_s);
    preset.entries = { { u"Tenant"_s, u"tenantid:acme-prod"_s, u"acme-prod"_s } };
    preset.client.scope = u"tenantid:acme-prod"_s;
    return preset;
}

PresetCase auth0()
{
    PresetCase preset =
        form(Method::ClientSecretPost, u"https://acme.eu.auth0.com/oauth/token"_s);
    preset.entries = { { u"Domain"_s, u" https://acme.eu.auth0.com/ "_s, u"acme.eu.auth0.com"_s },
                      { u"Audience"_s, u"https://api.acme.com/"_s, u"https://api.acme.com/"_s } };
    preset.client.audience = u"https://api.acme.com/"_s;
    preset.client.assertion.audience = u"https://acme.eu.auth0.com/"_s;
    preset.issuer = u"https://acme.eu.auth0.com/"_s;
    preset.jwksUri = u"https://acme.eu.auth0.com/.well-known/jwks.json"_s;
    return preset;
}

PresetCase entra()
{
    const QString tenant = u"72f988bf-86f1-41af-91ab-2d7cd011db47"_s;
    const QString entraAddress = u"https://login.microsoftonline.com/"_s + tenant;
    PresetCase preset = form(Method::ClientSecretPost, entraAddress + u"/oauth2/v2.0/token"_s);
    preset.entries = { { u"Tenant"_s, entraAddress + u"/oauth2/v2.0/token"_s, tenant },
                      { u"Resource"_s, u"https://graph.microsoft.com/.default"_s,
                        u"https://graph.microsoft.com"_s } };
    preset.client.scope = u"https://graph.microsoft.com/.default"_s;
    preset.client.assertion.algorithm = u"PS256"_s;
    preset.client.assertion.certificateThumbprint = u"x5t#S256"_s;
    preset.issuer = entraAddress + u"/v2.0"_s;
    preset.jwksUri = entraAddress + u"/discovery/v2.0/keys"_s;
    return preset;
}

PresetCase okta()
{
    PresetCase preset =
        form(Method::ClientSecretBasic, u"https://acme.okta.com/oauth2/aus1a2b3c/v1/token"_s);
    preset.entries = { { u"Domain"_s, u"https://acme.okta.com/oauth2/aus1a2b3c"_s,
                       u"acme.okta.com"_s },
                     { u"Server id"_s, {}, u"aus1a2b3c"_s },
                     { u"Scope"_s, u"orders.read"_s, u"orders.read"_s } };
    preset.client.scope = u"orders.read"_s;
    preset.issuer = u"https://acme.okta.com/oauth2/aus1a2b3c"_s;
    preset.jwksUri = preset.issuer + u"/v1/keys"_s;
    preset.introspection = preset.issuer + u"/v1/introspect"_s;
    preset.revocation = preset.issuer + u"/v1/revoke"_s;
    return preset;
}

PresetCase org()
{
    PresetCase preset = form(Method::PrivateKeyJwt, u"https://acme.okta.com/oauth2/v1/token"_s);
    preset.entries = { { u"Domain"_s, u"acme.okta.com/"_s, u"acme.okta.com"_s },
                    { u"Scope"_s, u"okta.users.read"_s, u"okta.users.read"_s } };
    preset.client.scope = u"okta.users.read"_s;
    preset.issuer = u"https://acme.okta.com"_s;
    preset.jwksUri = u"https://acme.okta.com/oauth2/v1/keys"_s;
    preset.introspection = u"https://acme.okta.com/oauth2/v1/introspect"_s;
    preset.revocation = u"https://acme.okta.com/oauth2/v1/revoke"_s;
    preset.hasKey = true;
    return preset;
}

PresetCase cognito()
{
    const QString pool = u"acme.auth.eu-west-1.amazoncognito.com"_s;
    PresetCase preset =
        form(Method::ClientSecretBasic, u"https://"_s + pool + u"/oauth2/token"_s);
    preset.entries = { { u"Domain"_s, u"https://"_s + pool + u"/oauth2/token"_s, pool },
                        { u"Scope"_s, u"orders/read"_s, u"orders/read"_s } };
    preset.client.scope = u"orders/read"_s;
    return preset;
}

PresetCase keycloak()
{
    const QString realm = u"https://sso.example.com/realms/a%20b"_s;
    const QString connect = realm + u"/protocol/openid-connect"_s;
    PresetCase preset = form(Method::ClientSecretBasic, connect + u"/token"_s);
    preset.entries = {
        { u"Base address"_s, realm + u"/.well-known/openid-configuration"_s,
          u"https://sso.example.com"_s },
        { u"Realm"_s, {}, u"a b"_s },
    };
    preset.client.assertion.audience = realm;
    preset.issuer = realm;
    preset.jwksUri = connect + u"/certs"_s;
    preset.introspection = connect + u"/token/introspect"_s;
    preset.revocation = connect + u"/revoke"_s;
    return preset;
}

PresetCase pingFederate()
{
    const QString ping = u"https://sso.example.com:9031"_s;
    PresetCase preset = form(Method::ClientSecretBasic, ping + u"/as/token.oauth2"_s);
    preset.entries = { { u"Base address"_s, u"sso.example.com:9031/"_s, ping },
                             { u"Scope"_s, u"orders"_s, u"orders"_s },
                             { u"Token manager"_s, u" jwt"_s, u"jwt"_s } };
    preset.client.scope = u"orders"_s;
    preset.client.extraParameters = { { u"access_token_manager_id"_s, u"jwt"_s } };
    preset.issuer = ping;
    preset.jwksUri = ping + u"/pf/JWKS"_s;
    preset.introspection = ping + u"/as/introspect.oauth2"_s;
    preset.revocation = ping + u"/as/revoke_token.oauth2"_s;
    return preset;
}

PresetCase salesforce()
{
    const QString instance = u"https://acme.my.salesforce.com/services/oauth2"_s;
    PresetCase preset = form(Method::ClientSecretPost, instance + u"/token"_s);
    preset.clientIdLabel = u"Consumer key"_s;
    preset.entries = { { u"My Domain"_s, u"https://acme.my.salesforce.com/home/home.jsp"_s,
                             u"acme.my.salesforce.com"_s } };
    preset.introspection = instance + u"/introspect"_s;
    preset.revocation = instance + u"/revoke"_s;
    return preset;
}

PresetCase google()
{
    PresetCase preset = form(Method::None, u"https://oauth2.googleapis.com/token"_s);
    preset.clientIdLabel = u"Service account"_s;
    preset.entries = { { u"Scope"_s, u"https://www.googleapis.com/auth/cloud-platform"_s,
                         u"https://www.googleapis.com/auth/cloud-platform"_s } };
    preset.client.clientId = u"k1Jq0vWc@acme.iam.gserviceaccount.com"_s;
    preset.client.grantType = u"urn:ietf:params:oauth:grant-type:jwt-bearer"_s;
    preset.client.scope = u"https://www.googleapis.com/auth/cloud-platform"_s;
    preset.issuer = u"https://accounts.google.com"_s;
    preset.jwksUri = u"https://www.googleapis.com/oauth2/v3/certs"_s;
    preset.revocation = u"https://oauth2.googleapis.com/revoke"_s;
    preset.hasKey = true;
    return preset;
}

PresetCase generic()
{
    PresetCase preset =
        form(Method::ClientSecretBasic, u"https://login.example.com/oauth/token"_s);
    preset.entries = { { u"Token address"_s, u" https://login.example.com/oauth/token "_s,
                          u"https://login.example.com/oauth/token"_s },
                        { u"Scope"_s, u"orders"_s, u"orders"_s } };
    preset.client.scope = u"orders"_s;
    return preset;
}

} // namespace

QList<std::pair<QByteArray, PresetCase>> presetCases()
{
    return {
        { "sage-id", sageId() },
        { "sage-intacct", intacct() },
        { "sage-dmo", dmo() },
        { "auth0", auth0() },
        { "entra-id", entra() },
        { "okta", okta() },
        { "okta-org", org() },
        { "cognito", cognito() },
        { "keycloak", keycloak() },
        { "pingfederate", pingFederate() },
        { "salesforce", salesforce() },
        { "google", google() },
        { "generic", generic() },
    };
}

} // namespace mintmark::test

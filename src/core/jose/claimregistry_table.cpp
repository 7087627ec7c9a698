// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "jose/claimregistry.h"

#include <QCoreApplication>

namespace mintmark {

namespace {

#define W(text) QT_TRANSLATE_NOOP("Claims", text)

using enum RegisteredName::Place;
using enum RegisteredName::Value;

constexpr auto core = "OpenID Connect Core";
constexpr auto entra = "Microsoft Entra";
constexpr auto entraOkta = "Microsoft Entra, Okta";
constexpr auto cognito = "Amazon Cognito";
constexpr auto keycloak = "Keycloak";

// clang-format off
const RegisteredName table[] = {
    // RFC 7515 §4.1, RFC 7516 §4.1, RFC 7518 §4, RFC 7519 §5.3, RFC 7797
    { Header, "alg", "RFC 7515", W("Algorithm the token is signed or encrypted with") },
    { Header, "jku", "RFC 7515", W("Address of the issuer's key set, never followed") },
    { Header, "jwk", "RFC 7515", W("Public key inside the token, never used to check it") },
    { Header, "kid", "RFC 7515", W("Key id: which of the issuer's keys was used") },
    { Header, "x5u", "RFC 7515", W("Address of the key's certificate, never followed") },
    { Header, "x5c", "RFC 7515", W("Certificate chain of the key, never used to check it") },
    { Header, "x5t", "RFC 7515", W("SHA-1 fingerprint of the key's certificate") },
    { Header, "x5t#S256", "RFC 7515", W("SHA-256 fingerprint of the key's certificate") },
    { Header, "typ", "RFC 7515", W("Type of the token; at+jwt is an access token (RFC 9068)") },
    { Header, "cty", "RFC 7515", W("Type of the content") },
    { Header, "crit", "RFC 7515", W("Header names that must be understood, or the token be refused") },
    { Header, "enc", "RFC 7516", W("Algorithm the content is encrypted with") },
    { Header, "zip", "RFC 7516", W("Compression before encryption") },
    { Header, "apu", "RFC 7518", W("Party U information for the key agreement") },
    { Header, "apv", "RFC 7518", W("Party V information for the key agreement") },
    { Header, "epk", "RFC 7518", W("Ephemeral public key for the key agreement") },
    { Header, "iv", "RFC 7518", W("Initialization vector of the key encryption") },
    { Header, "tag", "RFC 7518", W("Authentication tag of the key encryption") },
    { Header, "p2s", "RFC 7518", W("Salt of the password-based encryption") },
    { Header, "p2c", "RFC 7518", W("Rounds of the password-based encryption") },
    { Header, "b64", "RFC 7797", W("False: the payload stands in the token without base64url") },
    { Header, "iss", "RFC 7519", W("Issuer, repeated from the claims") },
    { Header, "sub", "RFC 7519", W("Subject, repeated from the claims") },
    { Header, "aud", "RFC 7519", W("Audience, repeated from the claims") },
    { Header, "nonce", entra, W("Marks a token for Microsoft's own APIs; others cannot check its signature") },
    { Header, "tnk", "Salesforce", W("Organization the token belongs to") },
    { Header, "tty", "Salesforce", W("Kind of token") },
    { Header, "ver", "Salesforce", W("Version of the token's format") },
    { Header, "pi.atm", "PingFederate", W("Access token manager that made the token") },

    // RFC 7519 §4.1
    { Claims, "iss", "RFC 7519", W("Issuer: who made this token") },
    { Claims, "sub", "RFC 7519", W("Subject: whom or what the token is about") },
    { Claims, "aud", "RFC 7519", W("Audience: the API it is for") },
    { Claims, "exp", "RFC 7519", W("Expires"), NumericDate },
    { Claims, "nbf", "RFC 7519", W("Not valid before"), NumericDate },
    { Claims, "iat", "RFC 7519", W("Issued"), NumericDate },
    { Claims, "jti", "RFC 7519", W("Id of this token") },
    // OAuth
    { Claims, "client_id", "RFC 8693", W("Client it was issued to") },
    { Claims, "scope", "RFC 8693", W("Scopes: what the token allows") },
    { Claims, "act", "RFC 8693", W("Who acts for the subject") },
    { Claims, "may_act", "RFC 8693", W("Who may act for the subject") },
    { Claims, "cnf", "RFC 7800", W("Key or certificate the sender must own") },
    { Claims, "groups", "RFC 9068", W("Groups of the subject") },
    { Claims, "roles", "RFC 9068", W("Roles of the subject") },
    { Claims, "entitlements", "RFC 9068", W("Entitlements of the subject") },
    { Claims, "authorization_details", "RFC 9396", W("What the token allows, in detail") },
    { Claims, "active", "RFC 7662", W("Whether the token was live when the server was asked") },
    { Claims, "username", "RFC 7662", W("Person who authorized the token, to be read by people") },
    { Claims, "token_introspection", "RFC 9701", W("Answer of the introspection, signed") },
    { Claims, "token_type", "RFC 6749", W("Type of the token, usually Bearer") },
    { Claims, "htm", "RFC 9449", W("DPoP proof: method of the request") },
    { Claims, "htu", "RFC 9449", W("DPoP proof: address of the request") },
    { Claims, "ath", "RFC 9449", W("DPoP proof: hash of the access token") },
    { Claims, "events", "RFC 8417", W("Security events") },
    { Claims, "txn", "RFC 8417", W("Transaction id") },
    { Claims, "toe", "RFC 8417", W("Time of the event"), NumericDate },
    { Claims, "sub_id", "RFC 9493", W("Subject, as an identifier of a named format") },
    { Claims, "vot", "RFC 8485", W("Vector of trust: how far the identity can be trusted") },
    { Claims, "vtm", "RFC 8485", W("Address that explains the vector of trust, never followed") },
    // OpenID Connect
    { Claims, "auth_time", core, W("When the person signed in"), NumericDate },
    { Claims, "nonce", core, W("Value of the request that binds the token to it") },
    { Claims, "acr", core, W("How strongly the person was authenticated") },
    { Claims, "amr", core, W("Methods the person was authenticated with") },
    { Claims, "azp", core, W("Client it was issued to") },
    { Claims, "at_hash", core, W("Hash of the access token") },
    { Claims, "c_hash", core, W("Hash of the authorization code") },
    { Claims, "sub_jwk", core, W("Public key of a self-issued token") },
    { Claims, "_claim_names", core, W("Claims that must be asked for elsewhere") },
    { Claims, "_claim_sources", core, W("Where the claims left out can be asked for") },
    { Claims, "s_hash", "OpenID FAPI", W("Hash of the state of the request") },
    { Claims, "name", core, W("Full name") },
    { Claims, "given_name", core, W("Given name") },
    { Claims, "family_name", core, W("Family name") },
    { Claims, "middle_name", core, W("Middle name") },
    { Claims, "nickname", core, W("Nickname") },
    { Claims, "preferred_username", core, W("Name the person signs in with; it may change") },
    { Claims, "profile", core, W("Address of the profile page") },
    { Claims, "picture", core, W("Address of the picture") },
    { Claims, "website", core, W("Web site") },
    { Claims, "email", core, W("E-mail address") },
    { Claims, "email_verified", core, W("Whether the e-mail address was checked") },
    { Claims, "gender", core, W("Gender") },
    { Claims, "birthdate", core, W("Date of birth") },
    { Claims, "zoneinfo", core, W("Time zone") },
    { Claims, "locale", core, W("Language and region") },
    { Claims, "phone_number", core, W("Telephone number") },
    { Claims, "phone_number_verified", core, W("Whether the telephone number was checked") },
    { Claims, "address", core, W("Postal address") },
    { Claims, "updated_at", core, W("When the profile was last changed"), NumericDate },
    { Claims, "sid", "OpenID Connect Session", W("Id of the session") },
    { Claims, "verified_claims", "OpenID Identity Assurance", W("Claims about the person and how they were verified") },
    // Microsoft Entra
    { Claims, "aio", entra, W("Internal to Entra") },
    { Claims, "rh", entra, W("Internal to Entra") },
    { Claims, "uti", entra, W("Id of this token") },
    { Claims, "xms_ftd", entra, W("Internal to Entra") },
    { Claims, "appid", entra, W("Client it was issued to, in version 1 tokens") },
    { Claims, "appidacr", entra, W("How the client authenticated: 1 secret, 2 certificate, in version 1 tokens") },
    { Claims, "azpacr", entra, W("How the client authenticated: 1 secret, 2 certificate") },
    { Claims, "app_displayname", entra, W("Name of the client") },
    { Claims, "idp", entraOkta, W("Who authenticated the subject") },
    { Claims, "idtyp", entra, W("app: a token without a person") },
    { Claims, "oid", entra, W("Object id of the subject in the tenant") },
    { Claims, "tid", entra, W("Tenant") },
    { Claims, "scp", entraOkta, W("Scopes: what the token allows") },
    { Claims, "wids", entra, W("Directory roles of the person") },
    { Claims, "upn", entra, W("Name the person signs in with; it may change") },
    { Claims, "unique_name", entra, W("Name of the person, in version 1 tokens") },
    { Claims, "ipaddr", entra, W("Address the person signed in from") },
    { Claims, "ver", entraOkta, W("Version of the token's format") },
    { Claims, "hasgroups", entra, W("The person is in more groups than fit") },
    { Claims, "pwd_exp", entra, W("Seconds until the person's password expires") },
    { Claims, "pwd_url", entra, W("Address where the password is changed") },
    { Claims, "tenant_region_scope", entra, W("Region of the tenant") },
    { Claims, "tenant_ctry", entra, W("Country of the tenant") },
    { Claims, "acct", entra, W("Account of the person in the tenant: 0 member, 1 guest") },
    { Claims, "acrs", entra, W("Authentication contexts that are satisfied") },
    { Claims, "ctry", entra, W("Country of the person") },
    { Claims, "deviceid", entra, W("Id of the device") },
    { Claims, "fwd", entra, W("Address of the client inside a virtual network") },
    { Claims, "vnet", entra, W("Virtual network the client asked from") },
    { Claims, "in_corp", entra, W("Whether the sign-in came from the company's network") },
    { Claims, "login_hint", entra, W("Hint that fills in the name at the next sign-in") },
    { Claims, "onprem_sid", entra, W("Security identifier of the person in the company's own directory") },
    { Claims, "verified_primary_email", entra, W("Verified primary e-mail addresses") },
    { Claims, "verified_secondary_email", entra, W("Verified secondary e-mail addresses") },
    { Claims, "xms_cc", entra, W("Capabilities of the client; cp1: it understands claims challenges") },
    { Claims, "xms_edov", entra, W("Whether the owner of the e-mail domain was verified") },
    { Claims, "xms_mirid", entra, W("Azure resource id of the managed identity") },
    { Claims, "xms_pdl", entra, W("Preferred data location") },
    { Claims, "xms_pl", entra, W("Preferred language of the person") },
    { Claims, "xms_tcdt", entra, W("When the tenant was created"), NumericDate },
    { Claims, "xms_tpl", entra, W("Preferred language of the tenant") },
    { Claims, "ztdid", entra, W("Id of the device's Autopilot deployment") },
    { Claims, "emails", "Azure AD B2C", W("E-mail addresses") },
    { Claims, "tfp", "Azure AD B2C", W("User flow or policy the token was made by") },
    { Claims, "apptype", "AD FS", W("Kind of client: Confidential or Public") },
    { Claims, "authmethod", "AD FS", W("Method the person was authenticated with") },
    // Auth0, Okta, Amazon Cognito (access and id tokens)
    { Claims, "gty", "Auth0", W("Grant used") },
    { Claims, "permissions", "Auth0", W("What the token allows") },
    { Claims, "org_id", "Auth0", W("Organization") },
    { Claims, "org_name", "Auth0", W("Name of the organization") },
    { Claims, "cid", "Okta", W("Client it was issued to") },
    { Claims, "uid", "Okta", W("Id of the person") },
    { Claims, "token_use", cognito, W("Kind of token: access or id") },
    { Claims, "cognito:groups", cognito, W("Groups of the person") },
    { Claims, "cognito:roles", cognito, W("AWS roles of the person's groups") },
    { Claims, "cognito:preferred_role", cognito, W("AWS role of the person's first group") },
    { Claims, "cognito:username", cognito, W("Name of the person in the user pool") },
    { Claims, "device_key", cognito, W("Id of the remembered device") },
    { Claims, "event_id", cognito, W("Id of the sign-in") },
    { Claims, "identities", cognito, W("Accounts at other providers that are linked to the person") },
    { Claims, "version", cognito, W("Version of the token's format") },
    { Claims, "origin_jti", cognito, W("Id shared by all tokens of one sign-in") },
    // Google, Firebase
    { Claims, "hd", "Google", W("Workspace domain of the account") },
    { Claims, "google", "Google", W("Virtual machine the token was asked from") },
    { Claims, "firebase", "Firebase", W("How the person signed in, and with which accounts") },
    // Keycloak
    { Claims, "typ", keycloak, W("Kind of token: Bearer, ID or Refresh") },
    { Claims, "realm_access", keycloak, W("Roles in the realm") },
    { Claims, "resource_access", keycloak, W("Roles at each client") },
    { Claims, "session_state", keycloak, W("Id of the session") },
    { Claims, "allowed-origins", keycloak, W("Web origins that may use the token") },
    { Claims, "clientId", keycloak, W("Client whose service account this is") },
    { Claims, "clientHost", keycloak, W("Host the client asked from") },
    { Claims, "clientAddress", keycloak, W("Address the client asked from") },
    { Claims, "authorization", keycloak, W("Permissions granted by the authorization services") },
    // Salesforce, Ping, Kubernetes
    { Claims, "custom_attributes", "Salesforce", W("Attributes the organization added") },
    { Claims, "is_app_installed", "Salesforce", W("Whether the app is installed in the organization") },
    { Claims, "organization_id", "Salesforce", W("Id of the organization") },
    { Claims, "urls", "Salesforce", W("Addresses of the organization's APIs, never followed") },
    { Claims, "user_type", "Salesforce", W("Kind of account") },
    { Claims, "utcOffset", "Salesforce", W("Milliseconds between the person's time zone and UTC") },
    { Claims, "pi.sri", "PingFederate", W("Id of the session") },
    { Claims, "env", "PingOne", W("Id of the environment") },
    { Claims, "org", "PingOne", W("Id of the organization") },
    { Claims, "kubernetes.io", "Kubernetes", W("Namespace, service account and pod the token is bound to") },
    // Sage (service tokens of wpb-auth)
    { Claims, "ccVersion", "Sage", W("Version of the claims") },
    { Claims, "organisationId", "Sage", W("Organisation") },
    { Claims, "companyId", "Sage", W("Company") },
    { Claims, "sourceProduct", "Sage", W("Application that asked") },
    { Claims, "kid", "Sage", W("Key id, here in the claims") },
    { Claims, "ip", "Sage", W("Address the token was asked from") },
    { Claims, "channel", "Sage", W("Channel") },
    { Claims, "serviceId", "Sage", W("Service that asked") },
};
// clang-format on

#undef W

} // namespace

QList<const RegisteredName *> registeredNames()
{
    QList<const RegisteredName *> rows;
    rows.reserve(std::size(table));
    for (const RegisteredName &row : table)
        rows.append(&row);
    return rows;
}

} // namespace mintmark

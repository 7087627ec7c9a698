// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "oauth/clientconfiguration.h"

#include <optional>

namespace mintmark {

/// `token_endpoint_auth_method` values of RFC 7591 §2, OIDC Core §9 and RFC 8705 §2:
/// client_secret_post, client_secret_basic, …
QString wireName(ClientAuthenticationMethod method);
std::optional<ClientAuthenticationMethod> authenticationFromWireName(QStringView name);

/// Which fields a request uses, by the method of authentication and the grant type: what an editor
/// shows and what must not be empty.
struct RequiredFields
{
    bool clientId = false;
    bool clientSecret = false;
    bool basicEncoding = false;
    bool privateKey = false;
    bool assertion = false;      ///< AssertionSettings count, all of them optional
    bool assertionGrant = false; ///< its issuer and subject too
    bool clientCertificate = false; ///< of the network settings

    friend bool operator==(const RequiredFields &, const RequiredFields &) = default;
};
RequiredFields requiredFields(ClientAuthenticationMethod method, QStringView grantType);

/// Value of the Authorization header: "Basic " and Base64 of id ":" secret, both encoded as
/// `encoding` says. Holds the secret.
SecretBytes basicAuthorization(QStringView clientId, const SecretBytes &secret, BasicEncoding encoding);

/// application/x-www-form-urlencoded of UTF-8 bytes (HTML §4.10.21.8, RFC 6749 appendix B): space is
/// "+", everything but A-Z a-z 0-9 * - . _ is %XX upper case. Result may hold a secret.
SecretBytes formEncoded(QByteArrayView bytes);

} // namespace mintmark

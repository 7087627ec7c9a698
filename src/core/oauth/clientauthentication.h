// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "oauth/clientconfiguration.h"

#include <optional>

namespace mintmark {

/// RFC 7591 §2 `token_endpoint_auth_method` values: client_secret_post, client_secret_basic, …
QString wireName(ClientAuthenticationMethod method);
std::optional<ClientAuthenticationMethod> authenticationFromWireName(QStringView name);

/// Value of the Authorization header: "Basic " and Base64 of id ":" secret, both encoded as
/// `encoding` says. Holds the secret.
SecretBytes basicAuthorization(QStringView clientId, const SecretBytes &secret, BasicEncoding encoding);

/// application/x-www-form-urlencoded of UTF-8 bytes (HTML §4.10.21.8, RFC 6749 appendix B): space is
/// "+", everything but A-Z a-z 0-9 * - . _ is %XX upper case. Result may hold a secret.
SecretBytes formEncoded(QByteArrayView bytes);

} // namespace mintmark

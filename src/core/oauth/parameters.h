// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QLatin1StringView>

/// Wire names of the standards, each spelled once (RFC 6749, 6750, 7521, 8707).
namespace mintmark::parameter {

using namespace Qt::StringLiterals;

inline constexpr auto grantType = "grant_type"_L1;
inline constexpr auto clientId = "client_id"_L1;
inline constexpr auto clientSecret = "client_secret"_L1;
inline constexpr auto clientAssertion = "client_assertion"_L1;
inline constexpr auto clientAssertionType = "client_assertion_type"_L1;
inline constexpr auto assertion = "assertion"_L1;
inline constexpr auto audience = "audience"_L1;
inline constexpr auto resource = "resource"_L1;
inline constexpr auto scope = "scope"_L1;
inline constexpr auto accessToken = "access_token"_L1;
inline constexpr auto refreshToken = "refresh_token"_L1;
inline constexpr auto token = "token"_L1; // RFC 7009 §2.1
inline constexpr auto tokenTypeHint = "token_type_hint"_L1;
inline constexpr auto tokenType = "token_type"_L1;
inline constexpr auto expiresIn = "expires_in"_L1;
inline constexpr auto expiresAt = "expires_at"_L1;
inline constexpr auto expiresOn = "expires_on"_L1; ///< Microsoft's, in seconds since 1970
inline constexpr auto issuedAt = "issued_at"_L1;
inline constexpr auto error = "error"_L1;
inline constexpr auto errorDescription = "error_description"_L1;
inline constexpr auto errorUri = "error_uri"_L1;

/// RFC 6749 §4.4.2.
inline constexpr auto clientCredentials = "client_credentials"_L1;
/// RFC 6749 §6.
inline constexpr auto refreshTokenGrant = "refresh_token"_L1;
/// What the Sage guide writes instead (reference: Sage's "Get a Sage ID access token").
inline constexpr auto clientCredential = "client_credential"_L1;

/// RFC 7523 §2.1 and §2.2.
inline constexpr auto jwtBearerGrant = "urn:ietf:params:oauth:grant-type:jwt-bearer"_L1;
inline constexpr auto jwtBearerAssertion = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"_L1;

} // namespace mintmark::parameter

// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/result.h"
#include "base/secretbytes.h"

#include <QString>

#include <optional>

namespace mintmark {

struct TokenResponse;

/// A token response with the times that make it an expiry: what the cache keeps and a copy uses.
struct TokenSet
{
    SharedSecret accessToken;  ///< never null in a token set that exists
    SharedSecret refreshToken; ///< may be null
    QString tokenType;
    QString scope;
    std::optional<qint64> expiresInS;  ///< counts from sentAtMs (RFC 6749 §5.1)
    std::optional<qint64> expiresAtMs; ///< server's clock
    qint64 sentAtMs = 0;               ///< local wall clock
    qint64 receivedAtMs = 0;
    std::optional<qint64> skewMs; ///< server's clock minus ours
    int requestRevision = 0;      ///< of the profile it was asked with
    /// min_valid_s of that profile: a cached token is judged without reading the profile again.
    int minValidS = 60;

    static TokenSet from(const TokenResponse &response, int requestRevision, int minValidS);

    /// For the sealed cache: plain JSON, holds the token.
    SecretBytes toJson() const;
    /// Errors: Internal, for anything toJson() did not write.
    static Result<TokenSet> fromJson(const SecretBytes &json);

    friend bool operator==(const TokenSet &a, const TokenSet &b);
};

} // namespace mintmark

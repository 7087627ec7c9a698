// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/result.h"
#include "base/secretbytes.h"
#include "oauth/httpanswer.h"

#include <optional>

namespace mintmark {

struct ClientConfiguration;

/// Access token response (RFC 6749 §5.1), judged by its content, not by its headers.
struct TokenResponse
{
    SharedSecret accessToken; ///< never null or empty
    SharedSecret refreshToken; ///< may be null
    QString tokenType; ///< as sent; "Bearer" when missing
    QString scope;
    std::optional<qint64> expiresInS; ///< number or numeric string; from the moment of sending
    /// `expires_at`, seconds or milliseconds or ISO 8601; `expires_on`, the same, where the answer says
    /// no other expiry and it is plausible
    std::optional<qint64> expiresAtMs;
    std::optional<qint64> issuedAtMs; ///< `issued_at` (Salesforce sends milliseconds as string)
    qint64 sentAtMs = 0;
    qint64 receivedAtMs = 0;
    std::optional<qint64> skewMs;
    QStringList members; ///< names, in order: what the answer had
    QStringList notes; ///< translated, e.g. "Content-Type is text/plain"

    /// 200 with access_token, or the Error that says why not: redirects, HTML, empty, not JSON, not
    /// UTF-8, Content-Encoding, duplicate members, `error` with any status (RFC 6749 §5.2), 429,
    /// 5xx, other statuses. `host` is the subject of the sentences; `sent` gives grant_type, scope
    /// and audience to the errors that name them.
    static Result<TokenResponse> parse(const HttpAnswer &answer, const QString &host,
                                       const ClientConfiguration &sent);
};

} // namespace mintmark

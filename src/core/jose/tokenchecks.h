// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QLatin1StringView>
#include <QList>
#include <QString>

#include <optional>

namespace mintmark {

class Token;

enum class CheckCode {
    Expired,
    NotYetValid,
    NoExpiry,
    ExpiryInMilliseconds,
    LongLifetime,     ///< more than 24 h
    AudienceMismatch, ///< Info when the token names none at all
    IssuerMismatch,
    EnvironmentMismatch, ///< aud or iss says production, the profile another environment, or
                         ///< reverse
    AlgorithmNone,
    DuplicateMember,
    ClockSkew,         ///< this clock is more than 60 s off, or the token was issued in the future
    ExpiresInMismatch, ///< expires_in of the response and exp differ by more than 60 s
    UnsafeText,        ///< characters that displayText() escapes
    SecretLikeClaim,
    LiveTokenShared, ///< stood in a text that others have, and has time left
};
enum class Severity { Info, Warning, Error };

QLatin1StringView checkName(CheckCode code);       ///< stable: `expired`, `not_yet_valid`, …
QLatin1StringView severityName(Severity severity); ///< `info`, `warning`, `error`

struct TokenCheck
{
    CheckCode code = CheckCode::Expired;
    Severity severity = Severity::Info;
    QString message; ///< translated: what was found and what to do; plain text, safe to show

    friend bool operator==(const TokenCheck &, const TokenCheck &) = default;
};

/// What the token is judged by. An empty expectation is not checked.
struct CheckContext
{
    qint64 nowMs = 0;       ///< this computer's wall clock
    qint64 clockSkewMs = 0; ///< server's clock minus this one, as measured; 0 when not known
    QString expectedAudience;
    QString expectedIssuer;
    QString environment;              ///< the profile's word: production, sandbox, …
    std::optional<qint64> expiresInS; ///< expires_in of the response
    std::optional<qint64> receivedMs; ///< when the response came, by this clock
    bool fromSharedText = false;      ///< it was found in a larger text: a ticket, a mail, a log
};

/// Everything there is to say about the token, in the order of CheckCode; nothing for what is fine.
/// A pure function; the signature is not its business (jose/signaturestatus.h). Tokens without
/// claims (opaque, JWE) get the checks that need none.
QList<TokenCheck> checkToken(const Token &token, const CheckContext &context);

} // namespace mintmark

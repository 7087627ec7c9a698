// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "jose/tokendamage.h"
#include "jose/tokenproblem.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace mintmark {

/// A member that was read out of a damaged token: recovered, not verified.
struct RecoveredMember
{
    QString name;     ///< decoded
    QByteArray value; ///< JSON exactly as in the token: a string with its quotes and escapes
    TokenPart part = TokenPart::Payload; ///< Header or Payload, as far as can be told
    qsizetype offset = 0; ///< of the character of Token::text() in which the name begins

    friend bool operator==(const RecoveredMember &, const RecoveredMember &) = default;
};

/// What a damaged token still tells.
struct TokenFragments
{
    TokenDamage damage;
    /// In the token's order, names that stand twice included. The claims also where the claims set
    /// is whole and only the signature is damaged; members of the header only where it is not
    /// whole.
    QList<RecoveredMember> recovered;

    friend bool operator==(const TokenFragments &, const TokenFragments &) = default;
};

/// Decodes the readable runs at every alignment, as lost characters shift those behind them. A
/// whole JWS, a JWE and an opaque token have no fragments; neither has a token folded to lower
/// case, in which nothing can be told from noise.
TokenFragments recoverFragments(const Token &token);

} // namespace mintmark

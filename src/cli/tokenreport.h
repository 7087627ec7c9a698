// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "jose/fragments.h"
#include "jose/signaturestatus.h"
#include "jose/token.h"
#include "jose/tokenchecks.h"

#include <QList>

namespace mintmark {

/// Everything `inspect` says, as a value.
struct TokenReport
{
    enum class State { Expired, NotYetValid, NoExpiry, Live };

    Token token;
    TokenFragments fragments; ///< of a damaged token
    qint64 nowMs = 0;
    State state = State::NoExpiry;
    std::optional<qint64> lifetimeMs; ///< exp - iat
    QList<TokenCheck> checks;
    SignatureStatus signature = SignatureStatus::NotChecked;

    static TokenReport of(const Token &token, const CheckContext &context);
};

/// `live`, `expired`, `not_yet_valid`, `no_expiry`.
QLatin1StringView stateName(TokenReport::State state);

/// One JSON object (design: "Command line"), indented, nothing in it that a terminal would obey.
QByteArray reportJson(const TokenReport &report);

class Output;
/// For people: kind and time first, then problems, header, claims with their meaning, checks.
QString reportText(const TokenReport &report, const Output &output);

} // namespace mintmark

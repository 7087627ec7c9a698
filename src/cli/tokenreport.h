// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "jose/compactserialization.h"
#include "jose/fragments.h"
#include "jose/signaturestatus.h"
#include "jose/token.h"
#include "jose/tokenchecks.h"

#include <QList>

namespace mintmark {

struct JwkSet;

/// Everything `inspect` says, as a value.
struct TokenReport
{
    enum class State { Expired, NotYetValid, NoExpiry, Live };

    Token token;
    QList<Cleaning> cleaned; ///< what was taken away around it and inside it
    TokenFragments fragments; ///< of a damaged token
    qint64 nowMs = 0;
    State state = State::NoExpiry;
    std::optional<qint64> lifetimeMs; ///< exp - iat
    QList<TokenCheck> checks;
    SignatureStatus signature = SignatureStatus::NotChecked;
    QString keyId;             ///< of the key that decided, else the token's
    QString keySource;         ///< file or address the keys are from; null: none were given
    QString signatureSentence; ///< what came of the check, once there were keys

    static TokenReport of(const Token &token, const CheckContext &context);
    void checkSignature(const JwkSet &keys, const QString &source);
};

/// `live`, `expired`, `not_yet_valid`, `no_expiry`.
QLatin1StringView stateName(TokenReport::State state);

/// One JSON object (design: "Command line"), indented, nothing in it that a terminal would obey.
QByteArray reportJson(const TokenReport &report);

class Output;
/// For people: kind and time first, then problems, header, claims with their meaning, checks.
QString reportText(const TokenReport &report, const Output &output);

} // namespace mintmark

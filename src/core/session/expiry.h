// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "jose/token.h"
#include "session/tokenset.h"

#include <optional>

namespace mintmark {

/// How long a token lives, as a pure function of (now, token set, token). All times are local wall
/// clock in ms: server times are corrected by the measured skew. Nothing counts down; each tick
/// asks again.
struct Expiry
{
    enum class State { Live, Ending, Expired, NotYetValid, NoEnd };
    State state = State::NoEnd;
    std::optional<qint64> expiresMs;  ///< earlier of corrected `exp` and sent + expires_in
    std::optional<qint64> startsMs;   ///< corrected `nbf`
    std::optional<qint64> lifetimeMs; ///< exp - iat, else as promised, else counted from sending
    qint64 remainingMs = 0;           ///< negative when expired; 0 without an end

    friend bool operator==(const Expiry &, const Expiry &) = default;
};

Expiry expiryOf(const TokenSet &tokenSet, const Token &token, qint64 nowMs);
/// For an inspected token without a response: no skew, no expires_in.
Expiry expiryOf(const Token &token, qint64 nowMs);

/// 20 % of the lifetime, at least 30 s, at most 5 min.
qint64 endingThresholdMs(std::optional<qint64> lifetimeMs);
/// What a copy needs left: `minValidS`, at most 20 % of the lifetime, or a short-lived token would
/// never be good enough.
qint64 neededMs(int minValidS, std::optional<qint64> lifetimeMs);
/// False when expired, not yet valid (by more than 0 ms) or with less than neededMs left.
bool isGoodEnough(const Expiry &expiry, qint64 neededMs);

} // namespace mintmark

// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "session/expiry.h"

#include <algorithm>

namespace mintmark {

namespace {

constexpr qint64 leastEndingMs = 30'000;
constexpr qint64 mostEndingMs = 5 * 60'000;
/// An end this near to `exp` is the same end, measured with the network in between.
constexpr qint64 toleranceMs = 60'000;
/// As for `exp` (jose/token.h): differences of two such times cannot overflow.
constexpr qint64 boundMs = 4'000'000'000'000'000'000;

qint64 bounded(qint64 value, qint64 bound)
{
    return std::clamp(value, -bound, bound);
}

std::optional<qint64> minus(std::optional<qint64> a, std::optional<qint64> b)
{
    return a && b ? std::optional(*a - *b) : std::nullopt;
}

void takeEarlier(std::optional<qint64> &end, std::optional<qint64> other)
{
    if (other)
        end = std::min(end.value_or(*other), *other);
}

/// expired before not_yet_valid before no_expiry before live, as `inspect --json` promises.
Expiry::State stateOf(const Expiry &expiry, qint64 nowMs)
{
    using enum Expiry::State;
    if (expiry.expiresMs && expiry.remainingMs <= 0)
        return Expired;
    if (expiry.startsMs && *expiry.startsMs > nowMs)
        return NotYetValid;
    if (!expiry.expiresMs)
        return NoEnd;
    return expiry.remainingMs <= endingThresholdMs(expiry.lifetimeMs) ? Ending : Live;
}

Expiry settled(Expiry expiry, qint64 nowMs)
{
    if (expiry.lifetimeMs && *expiry.lifetimeMs <= 0)
        expiry.lifetimeMs.reset();
    expiry.remainingMs = expiry.expiresMs.value_or(nowMs) - nowMs;
    expiry.state = stateOf(expiry, nowMs);
    return expiry;
}

} // namespace

Expiry expiryOf(const TokenSet &tokenSet, const Token &token, qint64 nowMs)
{
    const std::optional<qint64> skewMs = tokenSet.skewMs.value_or(0);
    const std::optional<qint64> expMs = minus(token.expiresAtMs(), skewMs);
    std::optional<qint64> promisedMs; // how long the response says it lives
    if (tokenSet.expiresInS)
        promisedMs = bounded(*tokenSet.expiresInS, boundMs / 1000) * 1000;

    Expiry expiry;
    expiry.startsMs = minus(token.notBeforeMs(), skewMs);
    takeEarlier(expiry.expiresMs, expMs);
    if (tokenSet.expiresAtMs)
        takeEarlier(expiry.expiresMs, bounded(*tokenSet.expiresAtMs, boundMs) - *skewMs);
    if (promisedMs)
        takeEarlier(expiry.expiresMs, tokenSet.sentAtMs + *promisedMs);

    // The issuer's own two times first: a server may hand out a token that is hours old.
    const std::optional<qint64> statedMs = minus(token.expiresAtMs(), token.issuedAtMs());
    if (statedMs && qAbs(*expMs - *expiry.expiresMs) <= toleranceMs)
        expiry.lifetimeMs = statedMs;
    else if (promisedMs && *expiry.expiresMs == tokenSet.sentAtMs + *promisedMs)
        expiry.lifetimeMs = promisedMs;
    else
        expiry.lifetimeMs = minus(expiry.expiresMs, tokenSet.sentAtMs);
    return settled(expiry, nowMs);
}

Expiry expiryOf(const Token &token, qint64 nowMs)
{
    Expiry expiry;
    expiry.expiresMs = token.expiresAtMs();
    expiry.startsMs = token.notBeforeMs();
    const std::optional<qint64> issuedMs = token.issuedAtMs();
    expiry.lifetimeMs = minus(expiry.expiresMs, issuedMs ? issuedMs : expiry.startsMs);
    return settled(expiry, nowMs);
}

qint64 endingThresholdMs(std::optional<qint64> lifetimeMs)
{
    return lifetimeMs ? std::clamp(*lifetimeMs / 5, leastEndingMs, mostEndingMs) : mostEndingMs;
}

qint64 neededMs(int minValidS, std::optional<qint64> lifetimeMs)
{
    const qint64 wantedMs = std::max(minValidS, 0) * qint64(1000);
    return lifetimeMs ? std::min(wantedMs, std::max(*lifetimeMs, qint64(0)) / 5) : wantedMs;
}

bool isGoodEnough(const Expiry &expiry, qint64 neededMs)
{
    switch (expiry.state) {
    case Expiry::State::Expired:
    case Expiry::State::NotYetValid:
        return false;
    case Expiry::State::NoEnd:
        return true;
    case Expiry::State::Live:
    case Expiry::State::Ending:
        break;
    }
    return expiry.remainingMs >= neededMs;
}

} // namespace mintmark

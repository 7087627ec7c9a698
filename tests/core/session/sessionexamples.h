// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/jose/checkexamples.h"

#include "session/tokenset.h"

namespace mintmark::test {

/// 2025-03-10T09:12:04Z, a Monday; the usual token is issued then and lives 8 hours.
inline constexpr qint64 fetchedMs = issuedS * 1000;
inline constexpr qint64 secondMs = 1'000;
inline constexpr qint64 minuteMs = 60'000;
inline constexpr qint64 hourMs = 3'600'000;
inline constexpr qint64 dayMs = 24 * hourMs;

/// A token set as fetched at that moment, in no time; nothing is said about its end.
inline TokenSet tokenSetOf(QByteArrayView token)
{
    TokenSet set;
    set.accessToken = shareSecret(SecretBytes(token));
    set.tokenType = QStringLiteral("Bearer");
    set.sentAtMs = fetchedMs;
    set.receivedAtMs = fetchedMs;
    return set;
}

} // namespace mintmark::test

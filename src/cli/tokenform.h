// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/secretbytes.h"
#include "session/tokenset.h"

namespace mintmark {

/// `--as json`: the members of a token response (RFC 6749 §5.1) as they are now: expires_in counts
/// from `nowMs`, expires_at is in seconds since 1970; both are missing when no end is known.
SecretBytes tokenJson(const TokenSet &tokenSet, std::optional<qint64> expiresMs, qint64 nowMs);

} // namespace mintmark

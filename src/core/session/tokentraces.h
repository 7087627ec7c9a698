// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "profiles/profile.h"
#include "session/tokenset.h"

namespace mintmark {

class ProfileStore;

// What use leaves in a profile's listing: last_used, last_result, last_checked, token_expires. An
// index that cannot be written costs a trace, never a token: nothing is reported.

/// A server was asked, now. No trace of what ended without either an answer or a failed connection.
void traceFetch(ProfileStore &profiles, const ProfileId &id, const Result<TokenSet> &result,
                qint64 nowMs);
/// A token that was there already was handed out. The index is written as a whole, so only what
/// changes the order of use, or is a minute later, is written.
void traceUse(ProfileStore &profiles, const ProfileId &id, qint64 nowMs);
/// The token the profile has, or has no longer.
void traceToken(ProfileStore &profiles, const ProfileId &id,
                const std::optional<TokenSet> &tokenSet, qint64 nowMs);

} // namespace mintmark

// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "session/sessionstate.h"
#include "session/verdict.h"

namespace mintmark {

/// What the token of `state` is judged by: the profile's expectations and the measured times.
CheckContext checkContext(const SessionState &state, qint64 nowMs);
/// Audience the profile expects: as set, else as requested.
QString expectedAudience(const Profile &profile);
/// The answer was there, but had no usable token in it; unlike a refusal or no answer.
bool isAnswerWithoutToken(ErrorCode code);

/// From what TokenSession knows to what the card shows. `nowMs` is the time of both.
VerdictInput verdictInput(const SessionState &state, bool keyringLocked, qint64 nowMs);

} // namespace mintmark

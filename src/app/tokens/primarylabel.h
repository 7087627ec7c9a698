// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "session/sessionstate.h"

namespace mintmark {

/// The token in hand can be copied as it is: it has what the profile wants left.
bool isGoodEnough(const SessionState &state, qint64 nowMs);

/// What the primary button does when it is pressed now.
QString primaryLabel(const ProfileListing &listing, const SessionState &state, bool armed,
                     qint64 nowMs);

/// The newest exchange that asked for a token; keys are fetched beside it. Null without one.
const ExchangeRecord *newestTokenExchange(const SessionState &state);

/// "09:31:07 · HTTP 401 · 214 ms" of the newest exchange; empty without one.
QString exchangeMeta(const SessionState &state, qint64 nowMs);

} // namespace mintmark

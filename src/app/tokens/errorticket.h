// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/error.h"
#include "session/sessionstate.h"

namespace mintmark {

/// What a ticket needs to know about a refusal: whose profile, what was said, the exchange with
/// its secrets replaced. Times in UTC. Plain text.
QString errorTicket(const ProfileListing &listing, const Error &error, const SessionState &state);

} // namespace mintmark

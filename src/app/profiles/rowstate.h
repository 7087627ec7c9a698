// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/profiles/rowchip.h"
#include "session/sessionstate.h"

namespace mintmark {

/// What a row of the list knows beyond the index, from what the session knows.
RowState rowState(const SessionState &state, bool hasDraft, qint64 nowMs);

} // namespace mintmark

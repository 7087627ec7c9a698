// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/widgets/messagebar.h"
#include "base/error.h"

namespace mintmark {

/// How long the server asked to be left alone, in ms; 0 when it did not say (RFC 9110 §10.2.3).
qint64 waitAskedFor(const Error &error);

/// The button that tries again says for how many seconds it cannot be used yet; once none are left,
/// it can. Nothing is asked before it is pressed.
void offerAskAgain(BarMessage &message, qint64 remainingMs);

} // namespace mintmark

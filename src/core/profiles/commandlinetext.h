// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "profiles/pastedfield.h"

namespace mintmark::paste {

/// Every curl command in the text that asks for a token; others are blanked out unread, with the
/// passwords they hold.
void readCommandLines(QString &text, Findings &findings);

} // namespace mintmark::paste

// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "profiles/pastedfield.h"

namespace mintmark::paste {

/// Tables: cells parted by tabs, by "|" (Markdown), by commas or semicolons under a row of labels,
/// or by wide gaps. A row of labels over rows of values, a label beside its value, a column for
/// each environment.
void readTables(QString &text, Findings &findings);

} // namespace mintmark::paste

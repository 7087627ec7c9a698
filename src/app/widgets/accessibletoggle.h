// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

namespace mintmark {

/// Lets assistive technology choose as the mouse does. Where it toggles a check box or one of several
/// choices, Qt 6.4 changes the mark and says to nobody that something was clicked: two choices stand
/// marked, and neither counts (measured). Once per application.
void installAccessibleToggles();

} // namespace mintmark

// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

namespace mintmark {

/// Describes scroll areas to assistive technology by their child widgets, whatever scroll bars they
/// have at the moment. Qt 6.4 describes them by the bars that show and looks a child up without a
/// check: a screen reader that asks while a bar goes ends the program (measured). Once per
/// application.
void installAccessibleScrollAreas();

} // namespace mintmark

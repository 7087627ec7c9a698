// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/theme/look.h"
#include "app/widgets/timebar.h"
#include "jose/tokenchecks.h"
#include "session/verdict.h"

namespace mintmark {

// What a verdict looks like: meanings to colours, names to icons.

/// For words and icons.
ColorRole toneColor(Tone tone);
/// For bars, which stand on the track.
ColorRole toneBarColor(Tone tone);
TimeBar::Shape barShape(Verdict::Bar bar);
/// Icon::Info for a name without a drawing.
Icon iconByName(const QString &name);

Icon severityIcon(Severity severity);
ColorRole severityColor(Severity severity);
/// "Error", "Warning", "Note": what the icon means, for screen readers.
QString severityWord(Severity severity);

} // namespace mintmark

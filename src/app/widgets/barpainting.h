// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/theme/look.h"

namespace mintmark {

enum class BarKind { Info, Warning, Error };

/// For size hints of bars, whose text takes what width there is.
inline constexpr int comfortableBarWidth = 480;

Icon barIcon(BarKind kind);
ColorRole barTextColor(BarKind kind);
/// Rounded ground with a line of 4 px at its start.
void paintBar(QPainter &painter, const QWidget *bar, BarKind kind);
/// Tells screen readers at once; `bar` has the role of an alert.
void announceBar(QWidget *bar, const QString &text);

} // namespace mintmark

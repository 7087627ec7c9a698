// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QImage>
#include <QStringList>

class QWidget;

namespace mintmark::test {

/// What nobody should see in a window, each fault in words. Empty lists are what a test wants.
/// Visual acceptance, 2: to be asked of a window that is shown and laid out.

/// Texts with less room than they need that neither wrap nor end in an ellipsis.
QStringList clippedTexts(const QWidget &window);
/// Scroll areas with something at the right that is out of sight.
QStringList sidewaysScrolls(const QWidget &window);
/// Widgets that reach out of their parents, where nothing can be scrolled to them.
QStringList outsideParents(const QWidget &window);
/// Widgets that take the keyboard and that assistive technology would have no name for.
QStringList namelessStops(const QWidget &window);
/// Texts whose best pixel does not stand out from the ground; `picture` is of the whole window.
QStringList invisibleTexts(const QWidget &window, const QImage &picture);
/// Buttons that Tab does not come to. Presses Tab, so the focus wanders.
QStringList unreachableButtons(QWidget &window);

/// All but the last.
QStringList faultsOf(const QWidget &window, const QImage &picture);

/// WCAG 2, 1 to 21.
double contrast(QRgb a, QRgb b);

} // namespace mintmark::test

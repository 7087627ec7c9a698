// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QColor>
#include <QPalette>

namespace mintmark {

/// The three looks. Which one is used is decided by ThemeController.
enum class ThemeName { Light, Dark, HighContrast };

/// All colours of a look by what they are for. Contrast of each pair that occurs is computed by
/// tst_theme: text 4.5 or more, borders and focus 3 or more (WCAG 2 relative luminance).
struct Theme
{
    QColor window;     ///< page, menu bar, status bar
    QColor sidebar;    ///< list pane
    QColor surface;    ///< cards, fields, tables, editor footer
    QColor sunken;     ///< table header, code areas, alternate rows
    QColor hover;      ///< hovered row, ghost button
    QColor selected;   ///< selected row, chosen segment, active filter
    QColor onSelected; ///< text on `selected`
    QColor line;       ///< decorative lines and card borders; they carry no information
    QColor control;    ///< borders of fields, buttons and check boxes; scroll handle
    QColor text;
    QColor text2;    ///< secondary text, placeholders, idle chips
    QColor disabled; ///< disabled text
    QColor accent;   ///< primary button, tab underline, live bar, check marks
    QColor accentHover;
    QColor accentPressed;
    QColor onAccent;                   ///< text on the accent
    QColor focus;                      ///< focus ring
    QColor focusOnSelected;            ///< focus ring inside a selected row
    QColor link;                       ///< text buttons inside sentences
    QColor ok, okBg;                   ///< live, works, verified
    QColor warn, warnBg, warnLine;     ///< ending, warnings
    QColor err, errBg, errLine;        ///< refused, expired headline, wrong signature
    QColor info, infoBg, infoLine;     ///< notes
    QColor track;                      ///< empty part of bars
    QColor prod, onProd, prodBg;       ///< production only
    QColor sandbox, test, development; ///< environment tags
    QColor tagBg; ///< ground of the outlined tags; transparent where any ground carries them
    QColor partHeader, partPayload, partSignature; ///< the three parts of a token
    int border = 1;                                ///< width of lines and control borders, px

    friend bool operator==(const Theme &, const Theme &) = default;
};

/// A colour of the theme by its purpose, to be kept where the colour itself would outlive a change
/// of theme: `look.theme().*role`.
using ColorRole = QColor Theme::*;

Theme makeTheme(ThemeName name);

/// Palette for Fusion and everything that knows only palettes. Qt 6.4 has no Accent role.
QPalette makePalette(const Theme &theme);

/// The colour for text in `role` on a row that may be selected. Tints keep their hue on the
/// selection of light and dark; on the signal yellow of high contrast nothing but black is legible.
QColor rowColor(const Theme &theme, ColorRole role, bool selected);

} // namespace mintmark

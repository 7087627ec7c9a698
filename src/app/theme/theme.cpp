// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/theme/theme.h"

namespace mintmark {

QPalette makePalette(const Theme &theme)
{
    QPalette palette;
    palette.setColor(QPalette::Window, theme.window);
    palette.setColor(QPalette::WindowText, theme.text);
    palette.setColor(QPalette::Text, theme.text);
    palette.setColor(QPalette::ButtonText, theme.text);
    palette.setColor(QPalette::Base, theme.surface);
    palette.setColor(QPalette::AlternateBase, theme.sunken);
    palette.setColor(QPalette::Button, theme.surface);
    palette.setColor(QPalette::PlaceholderText, theme.text2);
    palette.setColor(QPalette::Highlight, theme.selected);
    palette.setColor(QPalette::HighlightedText, theme.onSelected);
    palette.setColor(QPalette::Link, theme.link);
    palette.setColor(QPalette::LinkVisited, theme.link);
    palette.setColor(QPalette::ToolTipBase, theme.text);
    palette.setColor(QPalette::ToolTipText, theme.window);
    palette.setColor(QPalette::BrightText, theme.err);
    palette.setColor(QPalette::Light, theme.surface);
    palette.setColor(QPalette::Midlight, theme.hover);
    palette.setColor(QPalette::Mid, theme.line);
    palette.setColor(QPalette::Dark, theme.control);
    palette.setColor(QPalette::Shadow, theme.line);
    for (const auto role : { QPalette::WindowText, QPalette::Text, QPalette::ButtonText })
        palette.setColor(QPalette::Disabled, role, theme.disabled);
    return palette;
}

QColor rowColor(const Theme &theme, ColorRole role, bool selected)
{
    const bool tintsStay = theme.onSelected == theme.text;
    return selected && !tintsStay ? theme.onSelected : theme.*role;
}

} // namespace mintmark

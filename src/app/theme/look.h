// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/theme/iconset.h"
#include "app/theme/theme.h"
#include "app/theme/typescale.h"

#include <QWidget>

namespace mintmark {

/// Colours, fonts and icons together: what a widget or a delegate needs to paint itself. Owned by
/// ThemeStyle; never keep what it returns across a change of theme.
class Look
{
public:
    explicit Look(const Theme &theme);

    /// The look of the style this widget is drawn with. Precondition: that is a ThemeStyle, as it
    /// is for the whole application.
    static const Look &of(const QWidget *widget);

    const Theme &theme() const { return m_theme; }
    void setTheme(const Theme &theme);

    /// Follows the application font by itself.
    QFont font(TextStyle style) const { return scale().font(style); }
    const TypeScale &scale() const;

    const IconSet &icons() const { return m_icons; }
    /// The icon in a colour, sharp on the screen `widget` is on.
    QPixmap icon(Icon icon, const QColor &color, int size, const QWidget *widget) const;
    QIcon actionIcon(Icon icon) const;

private:
    Theme m_theme;
    IconSet m_icons;
    mutable QFont m_base;
    mutable TypeScale m_scale;
};

} // namespace mintmark

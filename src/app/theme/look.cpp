// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/theme/look.h"

#include "app/theme/themestyle.h"

#include <QApplication>
#include <QFontDatabase>

namespace mintmark {

Look::Look(const Theme &theme)
    : m_theme(theme),
      m_base(QApplication::font()),
      m_scale(m_base, QFontDatabase::systemFont(QFontDatabase::FixedFont))
{ }

const Look &Look::of(const QWidget *widget)
{
    const QStyle *style = widget->style();
    const auto *own = qobject_cast<const ThemeStyle *>(style);
    // Qt's option -stylesheet wraps the application's style and becomes its parent.
    if (!own)
        own = style->findChild<const ThemeStyle *>();
    Q_ASSERT_X(own, "Look::of", "the application's style is not a ThemeStyle");
    return own->look();
}

void Look::setTheme(const Theme &theme)
{
    m_theme = theme;
    m_icons.clear();
}

const TypeScale &Look::scale() const
{
    if (const QFont base = QApplication::font(); base != m_base) {
        m_base = base;
        m_scale = TypeScale(base, QFontDatabase::systemFont(QFontDatabase::FixedFont));
    }
    return m_scale;
}

QPixmap Look::icon(Icon icon, const QColor &color, int size, const QWidget *widget) const
{
    return m_icons.pixmap(icon, color, size, widget ? widget->devicePixelRatioF() : 1.0);
}

QIcon Look::actionIcon(Icon icon) const
{
    return m_icons.icon(icon, m_theme.text, m_theme.disabled);
}

} // namespace mintmark

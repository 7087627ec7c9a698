// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/widgets/iconlabel.h"

#include "app/theme/painting.h"

namespace mintmark {

IconLabel::IconLabel(Icon icon, int size, QWidget *parent)
    : QWidget(parent), m_icon(icon), m_size(size)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void IconLabel::setIcon(Icon icon, ColorRole color)
{
    if (icon == m_icon && color == m_color)
        return;
    m_icon = icon;
    m_color = color;
    update();
}

void IconLabel::paintEvent(QPaintEvent *)
{
    const Look &look = Look::of(this);
    QPainter painter(this);
    const QColor color = isEnabled() ? look.theme().*m_color : look.theme().disabled;
    painting::icon(painter, look, rect(), m_icon, color, m_size, this);
}

} // namespace mintmark

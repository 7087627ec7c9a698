// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/widgets/linkbutton.h"

#include "app/theme/look.h"
#include "app/theme/metrics.h"
#include "app/theme/painting.h"
#include "app/widgets/keyboardfocus.h"

namespace mintmark {

LinkButton::LinkButton(QWidget *parent) : QAbstractButton(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

LinkButton::LinkButton(const QString &text, QWidget *parent) : LinkButton(parent)
{
    setText(text);
}

void LinkButton::setTextStyle(TextStyle style)
{
    m_style = style;
    updateGeometry();
    update();
}

QSize LinkButton::sizeHint() const
{
    const QFontMetrics metrics(Look::of(this).font(m_style));
    return { metrics.horizontalAdvance(text()) + 2 * ringRoom, metrics.height() + 2 * ringRoom };
}

void LinkButton::paintEvent(QPaintEvent *)
{
    const Look &look = Look::of(this);
    QPainter painter(this);
    QFont font = look.font(m_style);
    font.setUnderline(underMouse() && isEnabled());
    painting::text(painter, rect().adjusted(ringRoom, 0, -ringRoom, 0), text(), font,
                   isEnabled() ? look.theme().link : look.theme().disabled);
    if (showsKeyboardFocus(this))
        painting::focusRing(painter, rect(), look.theme().focus, metrics::tagRadius);
}

} // namespace mintmark

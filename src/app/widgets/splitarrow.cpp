// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/widgets/splitarrow.h"

#include "app/theme/metrics.h"
#include "app/theme/painting.h"
#include "app/widgets/actionbutton.h"
#include "app/widgets/keyboardfocus.h"

#include <QKeyEvent>
#include <QMenu>

namespace mintmark {

SplitArrow::SplitArrow(QMenu *menu, ActionButton *parent)
    : QAbstractButton(parent), m_menu(menu), m_button(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    connect(this, &QAbstractButton::clicked, this, &SplitArrow::openMenu);
}

QSize SplitArrow::sizeHint() const
{
    return { metrics::arrowWidth, metrics::buttonHeight };
}

void SplitArrow::openMenu()
{
    const bool rightToLeft = layoutDirection() == Qt::RightToLeft;
    const QRect whole = m_button->rect();
    QPoint corner = m_button->mapToGlobal(rightToLeft ? whole.bottomRight() : whole.bottomLeft());
    if (rightToLeft)
        corner.rx() -= m_menu->sizeHint().width();
    m_menu->popup(corner);
}

void SplitArrow::paintEvent(QPaintEvent *)
{
    const Look &look = Look::of(this);
    const Theme &theme = look.theme();
    ButtonState state = m_button->state();
    state.hovered = underMouse();
    state.pressed = isDown() || m_menu->isVisible();
    state.enabled = isEnabled();
    state.focused = false;
    QPainter painter(this);
    constexpr int ring = metrics::ringSpace;
    if (state.hovered || state.pressed) {
        // The same ground as the button's, of which only the end is ours.
        painter.save();
        painter.setClipRect(rect());
        const QRect whole = m_button->rect().translated(-pos());
        ButtonState plain = state;
        plain.armed = false;
        painting::button(painter, whole, theme, plain);
        painter.restore();
    }
    const QColor color = painting::buttonText(theme, state);
    QColor divider =
        state.role == ButtonRole::Primary && state.enabled ? theme.onAccent : theme.line;
    const bool rightToLeft = layoutDirection() == Qt::RightToLeft;
    painting::edge(painter, rect().adjusted(0, ring + 7, 0, -ring - 7),
                   rightToLeft ? Qt::RightEdge : Qt::LeftEdge, divider);
    painting::icon(painter, look, rect().adjusted(0, 0, rightToLeft ? 0 : -ring, 0), Icon::Down,
                   color, metrics::iconSmall, this);
    if (showsKeyboardFocus(this))
        painting::focusRing(painter, rect().adjusted(ring + 2, ring + 2, -ring - 2, -ring - 2),
                            state.role == ButtonRole::Primary ? theme.onAccent : theme.focus,
                            metrics::tagRadius);
}

void SplitArrow::keyPressEvent(QKeyEvent *event)
{
    const auto key = event->key();
    if (key == Qt::Key_Down || key == Qt::Key_Return || key == Qt::Key_Enter)
        openMenu();
    else
        QAbstractButton::keyPressEvent(event);
}

} // namespace mintmark

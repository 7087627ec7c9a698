// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/statusbar/statusbutton.h"

#include "app/theme/metrics.h"
#include "app/theme/painting.h"
#include "app/widgets/keyboardfocus.h"

namespace mintmark {

StatusButton::StatusButton(const QString &text, QWidget *parent) : QAbstractButton(parent)
{
    setText(text);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize StatusButton::sizeHint() const
{
    const QFontMetrics metrics(Look::of(this).font(TextStyle::CaptionStrong));
    return { metrics.horizontalAdvance(text()) + 2 * metrics::space3,
             qMax(metrics::smallestTarget, metrics.height() + metrics::space2) };
}

void StatusButton::paintEvent(QPaintEvent *)
{
    const Look &look = Look::of(this);
    const Theme &theme = look.theme();
    QPainter painter(this);
    if (isEnabled() && (isDown() || underMouse()))
        painting::frame(painter, rect(),
                        { isDown() ? theme.selected : theme.hover, {}, 0, metrics::controlRadius });
    const QColor color = !isEnabled() ? theme.disabled : isDown() ? theme.onSelected : theme.text;
    painting::text(painter, rect(), text(), look.font(TextStyle::CaptionStrong), color,
                   Qt::AlignHCenter);
    if (showsKeyboardFocus(this))
        painting::focusRing(painter, rect(), theme.focus, metrics::controlRadius);
}

} // namespace mintmark

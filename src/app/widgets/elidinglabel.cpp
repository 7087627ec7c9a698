// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/widgets/elidinglabel.h"

#include "app/theme/look.h"
#include "app/widgets/plaintooltip.h"

#include <QEvent>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace mintmark {

ElidingLabel::ElidingLabel(QWidget *parent) : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
}

ElidingLabel::ElidingLabel(const QString &text, QWidget *parent) : ElidingLabel(parent)
{
    setText(text);
}

void ElidingLabel::setTextStyle(TextStyle style)
{
    m_style = style;
    updateGeometry();
    update();
}

void ElidingLabel::setColorRole(ColorRole role)
{
    if (role == m_color)
        return;
    m_color = role;
    update();
}

void ElidingLabel::setElideMode(Qt::TextElideMode mode)
{
    m_elideMode = mode;
    update();
}

void ElidingLabel::setHugging(bool hugging)
{
    setSizePolicy(hugging ? QSizePolicy::Maximum : QSizePolicy::Ignored, QSizePolicy::Fixed);
}

QFont ElidingLabel::textFont() const
{
    return Look::of(this).font(m_style);
}

bool ElidingLabel::isElided() const
{
    const int wanted = QFontMetrics(textFont()).horizontalAdvance(text());
    return wanted > contentsRect().width();
}

QSize ElidingLabel::sizeHint() const
{
    const QFontMetrics metrics(textFont());
    const QMargins margins = contentsMargins();
    return { metrics.horizontalAdvance(text()) + margins.left() + margins.right() + 1,
             metrics.height() + margins.top() + margins.bottom() };
}

QSize ElidingLabel::minimumSizeHint() const
{
    const QFontMetrics metrics(textFont());
    return { qMin(sizeHint().width(), metrics.horizontalAdvance(u'x') * 3), sizeHint().height() };
}

bool ElidingLabel::event(QEvent *event)
{
    // Only what cannot be read needs a tool tip; one that was set says something else and stays.
    if (event->type() == QEvent::ToolTip && toolTip().isEmpty()) {
        if (isElided())
            QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(), plainToolTip(text()),
                               this);
        else
            event->ignore();
        return true;
    }
    return QLabel::event(event);
}

void ElidingLabel::paintEvent(QPaintEvent *)
{
    const Look &look = Look::of(this);
    QPainter painter(this);
    painter.setFont(textFont());
    painter.setPen(isEnabled() ? look.theme().*m_color : look.theme().disabled);
    const QRect rect = contentsRect();
    const QString shown = isElided()
        ? painter.fontMetrics().elidedText(text(), m_elideMode, rect.width(), Qt::TextSingleLine)
        : text();
    painter.drawText(rect, static_cast<int>(alignment()) | Qt::TextSingleLine, shown);
}

void ElidingLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        updateGeometry();
}

} // namespace mintmark

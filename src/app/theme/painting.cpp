// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/theme/painting.h"

#include "app/theme/metrics.h"

namespace mintmark::painting {

namespace {

class Saved
{
public:
    explicit Saved(QPainter &painter) : m_painter(painter) { painter.save(); }
    ~Saved() { m_painter.restore(); }
    Q_DISABLE_COPY_MOVE(Saved)

private:
    QPainter &m_painter;
};

} // namespace

void frame(QPainter &painter, const QRectF &rect, const Frame &frame)
{
    const Saved saved(painter);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(frame.fill.isValid() ? QBrush(frame.fill) : QBrush(Qt::NoBrush));
    const qreal width = frame.border.isValid() ? frame.width : 0;
    if (width > 0)
        painter.setPen(QPen(frame.border, width, frame.pen, Qt::FlatCap, Qt::MiterJoin));
    else
        painter.setPen(Qt::NoPen);
    const qreal inset = width / 2;
    const qreal radius = qMax<qreal>(0, frame.radius - inset);
    painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius, radius);
}

void focusRing(QPainter &painter, const QRectF &rect, const QColor &color, qreal radius)
{
    frame(painter, rect, { {}, color, metrics::focusWidth, radius });
}

void edge(QPainter &painter, const QRect &rect, Qt::Edge edge, const QColor &color, int width)
{
    QRect line = rect;
    switch (edge) {
    case Qt::TopEdge:
        line.setHeight(width);
        break;
    case Qt::BottomEdge:
        line.setTop(rect.bottom() - width + 1);
        break;
    case Qt::LeftEdge:
        line.setWidth(width);
        break;
    case Qt::RightEdge:
        line.setLeft(rect.right() - width + 1);
        break;
    }
    painter.fillRect(line, color);
}

void icon(QPainter &painter, const Look &look, const QRect &rect, Icon icon, const QColor &color,
          int size, const QWidget *widget)
{
    const QPoint topLeft(rect.x() + (rect.width() - size) / 2,
                         rect.y() + (rect.height() - size) / 2);
    painter.drawPixmap(topLeft, look.icon(icon, color, size, widget));
}

void text(QPainter &painter, const QRect &rect, const QString &text, const QFont &font,
          const QColor &color, Qt::Alignment alignment)
{
    const Saved saved(painter);
    painter.setFont(font);
    painter.setPen(color);
    // elidedText() counts fractions of pixels that whoever measured the text was not told.
    const QFontMetrics metrics(font);
    const QString shown = metrics.horizontalAdvance(text) <= rect.width()
        ? text
        : metrics.elidedText(text, Qt::ElideRight, rect.width(), Qt::TextSingleLine);
    painter.drawText(rect, static_cast<int>(alignment | Qt::AlignVCenter) | Qt::TextSingleLine,
                     shown);
}

void field(QPainter &painter, const QRect &rect, const Theme &theme, FieldState state)
{
    Frame shape { theme.surface, theme.control, qreal(theme.border), metrics::controlRadius };
    switch (state) {
    case FieldState::Idle:
        break;
    case FieldState::Focused:
        shape.border = theme.focus;
        // Where every border is 2 px wide the ring must differ by more than its colour.
        shape.width = theme.border + metrics::focusWidth - 1;
        break;
    case FieldState::Faulty:
        shape.border = theme.errLine;
        shape.width = theme.border + metrics::faultWidth - 1;
        break;
    case FieldState::Disabled:
        shape.fill = theme.sunken;
        shape.border = theme.line;
        break;
    }
    frame(painter, rect, shape);
}

} // namespace mintmark::painting

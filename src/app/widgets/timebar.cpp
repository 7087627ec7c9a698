// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/widgets/timebar.h"

#include "app/theme/metrics.h"
#include "app/theme/painting.h"

#include <QPainterPath>

namespace mintmark {

namespace {

constexpr int markWidth = 2;

} // namespace

TimeBar::TimeBar(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void TimeBar::setBar(Shape shape, ColorRole color, double fraction)
{
    fraction = qBound(0.0, fraction, 1.0);
    if (shape == m_shape && color == m_color && qFuzzyCompare(1 + fraction, 1 + m_fraction))
        return;
    m_shape = shape;
    m_color = color;
    m_fraction = fraction;
    update();
}

void TimeBar::setMark(std::optional<double> fraction)
{
    if (fraction == m_mark)
        return;
    m_mark = fraction;
    update();
}

QSize TimeBar::sizeHint() const
{
    return { 120, metrics::timeBarHeight };
}

void TimeBar::paintHatching(QPainter &painter, const QColor &color) const
{
    constexpr int step = 8;
    QPainterPath clip;
    clip.addRoundedRect(rect(), height() / 2.0, height() / 2.0);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipPath(clip);
    painter.setPen(QPen(color, 1.5));
    for (int x = -height(); x < width(); x += step)
        painter.drawLine(x, height(), x + height(), 0);
    painter.restore();
}

void TimeBar::paintEvent(QPaintEvent *)
{
    const Theme &theme = Look::of(this).theme();
    const QColor color = theme.*m_color;
    QPainter painter(this);
    const QRectF whole(rect());
    const qreal radius = whole.height() / 2;
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const auto part = [&](qreal width) {
        return QRectF(mirrored ? whole.right() - width : whole.left(), whole.top(), width,
                      whole.height());
    };
    painting::frame(painter, whole, { theme.track, {}, 0, radius });
    switch (m_shape) {
    case Shape::Empty:
        break;
    case Shape::Filled:
        if (m_fraction > 0)
            painting::frame(painter, part(qMax(whole.height(), whole.width() * m_fraction)),
                            { color, {}, 0, radius });
        break;
    case Shape::EndCap:
        painting::frame(painter, part(whole.height()), { color, {}, 0, radius });
        break;
    case Shape::Hollow:
        painting::frame(painter, whole, { theme.surface, color, 1.5, radius });
        break;
    case Shape::Hatched:
        paintHatching(painter, theme.text2);
        break;
    }
    if (theme.border > 1) // black on black without
        painting::frame(painter, whole, { {}, theme.line, 1, radius });
    if (m_mark) {
        const qreal x =
            part(whole.width() * *m_mark).x() + (mirrored ? 0 : whole.width() * *m_mark);
        painter.fillRect(QRectF(qRound(x) - markWidth / 2, 0, markWidth, whole.height()),
                         theme.text2);
    }
}

} // namespace mintmark

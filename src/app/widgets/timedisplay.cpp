// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/widgets/timedisplay.h"

#include "app/theme/look.h"

#include <QEvent>
#include <QPainter>
#include <QtMath>

namespace mintmark {

namespace {

constexpr qreal unitGap = 5;  ///< between digits and their unit
constexpr qreal pairGap = 12; ///< between a unit and the next digits

} // namespace

TimeDisplay::TimeDisplay(QWidget *parent) : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
}

void TimeDisplay::setTime(const QList<TimePart> &parts, const QString &suffix)
{
    if (parts == m_parts && suffix == m_suffix)
        return;
    m_parts = parts;
    m_suffix = suffix;
    QStringList words;
    for (const TimePart &part : parts)
        words << part.digits << part.unit;
    words << suffix;
    words.removeAll(QString());
    setText(words.join(u' ')); // what a screen reader says
    update();
}

void TimeDisplay::setPlain(const QString &text)
{
    m_parts.clear();
    m_suffix = text;
    setText(text);
    update();
}

void TimeDisplay::setDimmed(bool dimmed)
{
    m_dimmed = dimmed;
    update();
}

QList<TimeDisplay::Cell> TimeDisplay::cells() const
{
    const Look &look = Look::of(this);
    const QFontMetricsF display(look.font(TextStyle::Display));
    const QFontMetricsF unit(look.font(TextStyle::Unit));
    const qreal zero = display.horizontalAdvance(u'0');
    QList<Cell> result;
    qreal x = 0;
    const auto word = [&](const QString &text) {
        const qreal width = unit.horizontalAdvance(text);
        result.append({ text, TextStyle::Unit, x, width });
        x += width;
    };
    for (const TimePart &part : m_parts) {
        if (x > 0)
            x += pairGap;
        for (const QChar c : part.digits) {
            const qreal width = c.isDigit() ? zero : display.horizontalAdvance(c);
            result.append({ c, TextStyle::Display, x, width });
            x += width;
        }
        if (!part.unit.isEmpty()) {
            x += unitGap;
            word(part.unit);
        }
    }
    if (!m_suffix.isEmpty()) {
        x += m_parts.isEmpty() ? 0 : unitGap;
        word(m_suffix);
    }
    return result;
}

QList<qreal> TimeDisplay::cellPositions() const
{
    QList<qreal> result;
    const QList<Cell> all = cells();
    for (const Cell &cell : all) {
        if (cell.style == TextStyle::Display)
            result.append(cell.left);
    }
    return result;
}

QSize TimeDisplay::sizeHint() const
{
    const QList<Cell> all = cells();
    const int width = all.isEmpty() ? 0 : qCeil(all.last().left + all.last().width);
    // The height is the display's whatever stands in it: the card must not jump.
    return { width, QFontMetrics(Look::of(this).font(TextStyle::Display)).height() };
}

void TimeDisplay::paintEvent(QPaintEvent *)
{
    const Look &look = Look::of(this);
    QPainter painter(this);
    const QFontMetricsF display(look.font(TextStyle::Display));
    const qreal baseline = (height() + display.ascent() - display.descent()) / 2;
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const QColor loud = m_dimmed ? look.theme().text2 : look.theme().text;
    const QList<Cell> all = cells();
    const qreal total = all.isEmpty() ? 0 : all.last().left + all.last().width;
    const qreal start = mirrored ? width() - total : 0;
    for (const Cell &cell : all) {
        const bool digit = cell.style == TextStyle::Display;
        const QFont font = look.font(cell.style);
        painter.setFont(font);
        painter.setPen(digit ? loud : look.theme().text2);
        const qreal advance = QFontMetricsF(font).horizontalAdvance(cell.text);
        painter.drawText(QPointF(start + cell.left + (cell.width - advance) / 2, baseline),
                         cell.text);
    }
}

void TimeDisplay::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        updateGeometry();
}

} // namespace mintmark

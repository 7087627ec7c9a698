// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/tokens/celltext.h"

#include <QFontInfo>
#include <QFontMetricsF>
#include <QPainter>
#include <QRegularExpression>
#include <QtMath>

#include <algorithm>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

constexpr qreal lineWidth = 2; ///< under an escape

/// One character, one cell: Latin letters and what goes with them.
bool isSimple(const QString &text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) {
        return (c.unicode() >= 0x20 && c.unicode() < 0x250) || c == u'…';
    });
}

} // namespace

CellText::CellText(const QString &text, const QFont &font, int width, int maximumLines,
                   const std::optional<Chip> &chip)
    : m_text(text),
      m_font(font),
      m_width(std::max(width, 1)),
      m_maximumLines(maximumLines),
      m_chip(chip)
{
    const QFontMetricsF metrics(font);
    m_step = qCeil(metrics.height());
    findEscapes();
    if (const qreal widest = metrics.horizontalAdvance(u'W'); isSimple(text)) {
        if (qFuzzyCompare(widest, metrics.horizontalAdvance(u'i'))) {
            count(widest);
            return;
        }
        const qreal most = widest * static_cast<qreal>(text.size());
        if (m_escapes.isEmpty()
            && (most <= m_width || metrics.horizontalAdvance(text) <= m_width)) {
            m_lines = { { 0, text.size() } };
            return;
        }
    }
    layOut();
}

/// What displayText() writes for a character that must not be shown.
void CellText::findEscapes()
{
    if (!m_chip || !m_text.contains("\\u{"_L1))
        return;
    static const QRegularExpression escape(u"\\\\u\\{[0-9A-F]{1,6}\\}"_s);
    for (auto found = escape.globalMatch(m_text); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        m_escapes.append({ match.capturedStart(), match.capturedLength() });
    }
}

QList<QTextLayout::FormatRange> CellText::chips(Range part) const
{
    QList<QTextLayout::FormatRange> formats;
    for (const Range &escape : m_escapes) {
        const qsizetype from = std::max(escape.start, part.start);
        const qsizetype to = std::min(escape.start + escape.length, part.start + part.length);
        if (from >= to)
            continue;
        QTextCharFormat format;
        format.setBackground(m_chip->ground);
        format.setForeground(m_chip->text);
        format.setFontUnderline(m_chip->underlined);
        formats.append(
            { static_cast<int>(from - part.start), static_cast<int>(to - from), format });
    }
    return formats;
}

/// Breaks after a space where there is one, else anywhere.
void CellText::count(qreal advance)
{
    m_advance = advance;
    const qsizetype columns = std::max<qsizetype>(1, static_cast<qsizetype>(m_width / advance));
    qsizetype start = 0;
    while (m_text.size() - start > columns) {
        if (m_lines.size() + 1 == m_maximumLines) {
            m_last = m_text.mid(start, columns - 1) + u'…';
            m_lines.append({ start, columns - 1 });
            return;
        }
        const qsizetype space = m_text.lastIndexOf(u' ', start + columns);
        const qsizetype end = space > start ? space + 1 : start + columns;
        m_lines.append({ start, std::min(end - start, columns) });
        start = end;
    }
    m_lines.append({ start, m_text.size() - start });
}

void CellText::layOut()
{
    m_layout = std::make_shared<QTextLayout>(m_text, m_font);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setTextDirection(Qt::LeftToRight);
    m_layout->setTextOption(option);
    m_layout->setFormats(chips({ 0, m_text.size() }));
    m_layout->beginLayout();
    qsizetype read = 0;
    qsizetype lastStart = 0;
    while (m_lines.size() < m_maximumLines) {
        QTextLine line = m_layout->createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(m_width);
        line.setPosition(QPointF(0, static_cast<qreal>(m_lines.size() * m_step)));
        lastStart = line.textStart();
        read = lastStart + line.textLength();
        m_lines.append({ lastStart, line.textLength() });
    }
    m_layout->endLayout();
    if (read < m_text.size())
        m_last = QFontMetricsF(m_font).elidedText(m_text.mid(lastStart), Qt::ElideRight, m_width);
}

int CellText::lineCount() const
{
    return std::max<int>(1, static_cast<int>(m_lines.size()));
}

void CellText::paint(QPainter &painter, QPointF topLeft, const QColor &color) const
{
    painter.setPen(color);
    painter.setFont(m_font);
    if (m_layout)
        paintLaidOut(painter, topLeft, color);
    else
        paintCounted(painter, topLeft, color);
}

void CellText::paintCounted(QPainter &painter, QPointF topLeft, const QColor &color) const
{
    const qreal ascent = QFontMetricsF(m_font).ascent();
    for (qsizetype i = 0; i < m_lines.size(); ++i) {
        const Range line = m_lines[i];
        const bool elided = !m_last.isEmpty() && i + 1 == m_lines.size();
        const QPointF left = topLeft + QPointF(0, static_cast<qreal>(i * m_step));
        painter.setPen(color);
        painter.drawText(left + QPointF(0, ascent),
                         elided ? m_last : m_text.mid(line.start, line.length));
        for (const Range &escape : m_escapes) {
            const qsizetype from = std::max(escape.start, line.start);
            const qsizetype to = std::min(escape.start + escape.length, line.start + line.length);
            if (from >= to)
                continue;
            const QRectF chip(left.x() + m_advance * static_cast<qreal>(from - line.start),
                              left.y(), m_advance * static_cast<qreal>(to - from), m_step);
            painter.fillRect(chip, m_chip->ground);
            painter.setPen(m_chip->text);
            painter.drawText(chip.topLeft() + QPointF(0, ascent), m_text.mid(from, to - from));
            if (m_chip->underlined)
                painter.fillRect(
                    QRectF(chip.left() + 1, chip.bottom() - lineWidth, chip.width() - 2, lineWidth),
                    m_chip->text);
        }
    }
}

void CellText::paintLaidOut(QPainter &painter, QPointF topLeft, const QColor &color) const
{
    const int whole = m_last.isEmpty() ? m_layout->lineCount() : m_layout->lineCount() - 1;
    for (int i = 0; i < whole; ++i)
        m_layout->lineAt(i).draw(&painter, topLeft);
    if (m_last.isEmpty())
        return;
    painter.setPen(color);
    QTextLayout last(m_last, m_font);
    last.setTextOption(m_layout->textOption());
    last.setFormats(chips({ m_lines.last().start, m_last.size() - 1 })); // without the ellipsis
    last.beginLayout();
    last.createLine();
    last.endLayout();
    last.draw(&painter, topLeft + QPointF(0, whole * m_step));
}

} // namespace mintmark

// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/tokens/celltext.h"

#include <QFontMetricsF>
#include <QList>
#include <QPainter>
#include <QRegularExpression>

#include <algorithm>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

/// What displayText() writes for a character that must not be shown.
QList<QTextLayout::FormatRange> chipRanges(const QString &text, const CellText::Chip &chip)
{
    static const QRegularExpression escape(u"\\\\u\\{[0-9A-F]{1,6}\\}"_s);
    QTextCharFormat format;
    format.setBackground(chip.ground);
    format.setForeground(chip.text);
    QList<QTextLayout::FormatRange> ranges;
    for (auto found = escape.globalMatch(text); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        ranges.append({ static_cast<int>(match.capturedStart()),
                        static_cast<int>(match.capturedLength()), format });
    }
    return ranges;
}

} // namespace

CellText::CellText(const QString &text, const QFont &font, int width, int maximumLines)
    : m_font(font), m_width(std::max(width, 1)), m_maximumLines(maximumLines)
{
    const QFontMetricsF metrics(font);
    m_step = qCeil(std::max(metrics.height(), metrics.lineSpacing()));
    // No character of the usual texts is wider than this; where that lies the layout decides.
    const qreal widest = metrics.horizontalAdvance(u'W');
    const bool sure = static_cast<qreal>(text.size()) * widest <= m_width
        && std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x250; });
    if (sure || (m_maximumLines == 1 && metrics.horizontalAdvance(text) <= m_width))
        m_single = text;
    else
        layOut(text);
}

void CellText::layOut(const QString &text)
{
    m_layout = std::make_shared<QTextLayout>(text, m_font);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setTextDirection(Qt::LeftToRight);
    m_layout->setTextOption(option);
    m_layout->beginLayout();
    m_lines = 0;
    qsizetype read = 0;
    qsizetype lastStart = 0;
    while (m_lines < m_maximumLines) {
        QTextLine line = m_layout->createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(m_width);
        line.setPosition(QPointF(0, m_lines * m_step));
        lastStart = line.textStart();
        read = lastStart + line.textLength();
        ++m_lines;
    }
    m_layout->endLayout();
    m_lines = std::max(m_lines, 1);
    if (read < text.size())
        m_last = QFontMetricsF(m_font).elidedText(text.mid(lastStart), Qt::ElideRight, m_width);
}

void CellText::paint(QPainter &painter, QPointF topLeft, const QColor &color,
                     const Chip *chip) const
{
    painter.setPen(color);
    painter.setFont(m_font);
    const QFontMetricsF metrics(m_font);
    const bool chips = chip && (m_layout || m_single.contains("\\u{"_L1));
    if (!m_layout && !chips) {
        painter.drawText(topLeft + QPointF(0, metrics.ascent()), m_single);
        return;
    }
    if (!m_layout) {
        CellText laidOut(*this);
        laidOut.layOut(m_single);
        laidOut.paint(painter, topLeft, color, chip);
        return;
    }
    m_layout->setFormats(chips ? chipRanges(m_layout->text(), *chip)
                               : QList<QTextLayout::FormatRange>());
    const int whole = m_last.isEmpty() ? m_lines : m_lines - 1;
    for (int i = 0; i < std::min(whole, m_layout->lineCount()); ++i) {
        const QTextLine line = m_layout->lineAt(i);
        const auto formats = m_layout->formats();
        for (const QTextLayout::FormatRange &range : formats) {
            const int from = std::max(range.start, line.textStart());
            const int to = std::min(range.start + range.length, line.textStart() + line.textLength());
            if (from >= to)
                continue;
            const qreal left = line.cursorToX(from);
            const qreal right = line.cursorToX(to);
            painter.fillRect(QRectF(topLeft.x() + std::min(left, right), topLeft.y() + line.y(),
                                    std::abs(right - left), m_step),
                             range.format.background());
        }
        line.draw(&painter, topLeft);
    }
    if (!m_last.isEmpty())
        painter.drawText(topLeft + QPointF(0, whole * m_step + metrics.ascent()), m_last);
}

} // namespace mintmark

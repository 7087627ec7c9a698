// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QColor>
#include <QFont>
#include <QList>
#include <QString>
#include <QTextLayout>

#include <memory>
#include <optional>

class QPainter;

namespace mintmark {

/// Plain text in a cell of a table: broken into so many lines at most, the last one elided.
/// Escapes of displayText() may stand on a chip, so that they are not taken for characters of the
/// text. Text of a fixed font is broken by counting: a table of thousands of rows asks for the
/// height of each.
class CellText
{
public:
    struct Chip
    {
        QColor ground;
        QColor text;
        bool underlined = false; ///< where the ground alone does not tell it from other text
    };

    CellText(const QString &text, const QFont &font, int width, int maximumLines,
             const std::optional<Chip> &chip = {});

    int lineCount() const;
    int lineStep() const { return m_step; }
    int height() const { return lineCount() * m_step; }
    void paint(QPainter &painter, QPointF topLeft, const QColor &color) const;

private:
    struct Range
    {
        qsizetype start = 0;
        qsizetype length = 0;
    };

    void count(qreal advance);
    void layOut();
    void findEscapes();
    /// The chips in so much of the text, counted from its start.
    QList<QTextLayout::FormatRange> chips(Range part) const;
    void paintCounted(QPainter &painter, QPointF topLeft, const QColor &color) const;
    void paintLaidOut(QPainter &painter, QPointF topLeft, const QColor &color) const;

    QString m_text;
    QFont m_font;
    int m_width;
    int m_maximumLines;
    int m_step;
    qreal m_advance = 0; ///< of each character; 0 where it is not the same
    std::optional<Chip> m_chip;
    QList<Range> m_escapes;
    QList<Range> m_lines; ///< counted
    std::shared_ptr<QTextLayout> m_layout;
    QString m_last; ///< the elided last line
};

} // namespace mintmark

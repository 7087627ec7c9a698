// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QColor>
#include <QFont>
#include <QString>
#include <QTextLayout>

#include <memory>

class QPainter;

namespace mintmark {

/// Plain text in a cell of a table: broken into so many lines at most, the last one elided.
/// Escapes of displayText() may stand on a chip, so that they are not taken for characters of the
/// text.
class CellText
{
public:
    struct Chip
    {
        QColor ground;
        QColor text;
    };

    CellText(const QString &text, const QFont &font, int width, int maximumLines);

    int height() const { return m_lines * m_step; }
    int lineStep() const { return m_step; }
    /// `chip` null: escapes are painted as the rest.
    void paint(QPainter &painter, QPointF topLeft, const QColor &color,
               const Chip *chip = nullptr) const;

private:
    void layOut(const QString &text);

    QFont m_font;
    int m_width;
    int m_maximumLines;
    int m_lines = 1;
    int m_step;
    QString m_single; ///< text that fits one line, the usual case: no layout is made
    std::shared_ptr<QTextLayout> m_layout;
    QString m_last; ///< the elided last line
};

} // namespace mintmark

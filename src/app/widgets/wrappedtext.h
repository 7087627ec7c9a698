// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QColor>
#include <QFont>
#include <QString>
#include <QTextLayout>

#include <memory>

namespace mintmark {

/// Running text broken into lines of a width, at the line height of the design.
class WrappedText
{
public:
    WrappedText(const QString &text, const QFont &font, int width,
                Qt::Alignment alignment = Qt::AlignLeft);

    int height() const { return m_height; }
    int lineStep() const { return m_step; }
    /// Width of the longest line.
    int naturalWidth() const;
    /// Where the last line ends and starts, relative to the first line's top left.
    QPoint end() const;
    void paint(QPainter &painter, const QPointF &topLeft, const QColor &color) const;

private:
    std::shared_ptr<QTextLayout> m_layout;
    int m_height = 0;
    int m_step = 0;
};

} // namespace mintmark

// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/theme/look.h"

#include <QPainter>

class QStyleOption;

/// The few shapes everything is made of. Rectangles are outer bounds: borders are drawn inside.
namespace mintmark::painting {

struct Frame
{
    QColor fill;     ///< invalid: none
    QColor border;   ///< invalid: none
    qreal width = 1; ///< of the border
    qreal radius = 6;
    Qt::PenStyle pen = Qt::SolidLine;
};
void frame(QPainter &painter, const QRectF &rect, const Frame &frame);

/// Focus ring of 2 px along the inside of `rect`.
void focusRing(QPainter &painter, const QRectF &rect, const QColor &color, qreal radius);

/// A line one border wide along the given edge of `rect`, inside.
void edge(QPainter &painter, const QRect &rect, Qt::Edge edge, const QColor &color, int width = 1);

/// The icon centred in `rect`.
void icon(QPainter &painter, const Look &look, const QRect &rect, Icon icon, const QColor &color,
          int size, const QWidget *widget);

/// One line of text, elided at the right, vertically centred. Text is never interpreted.
void text(QPainter &painter, const QRect &rect, const QString &text, const QFont &font,
          const QColor &color, Qt::Alignment alignment = Qt::AlignLeft);

/// Frame of an input field in its state: idle, focused, faulty or disabled.
enum class FieldState { Idle, Focused, Faulty, Disabled };
void field(QPainter &painter, const QRect &rect, const Theme &theme, FieldState state);

} // namespace mintmark::painting

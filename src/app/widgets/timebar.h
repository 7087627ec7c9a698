// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/theme/theme.h"

#include <QWidget>

#include <optional>

namespace mintmark {

/// What is left of a lifetime. It steps with the tick; nothing moves between.
class TimeBar : public QWidget
{
    Q_OBJECT
public:
    enum class Shape {
        Filled, ///< `fraction` of it in the colour
        Empty,
        EndCap,  ///< empty, with a cap where the time ended
        Hollow,  ///< outlined: not begun
        Hatched, ///< no end known
    };

    explicit TimeBar(QWidget *parent = nullptr);

    /// `fraction` 0..1; only Filled looks at it.
    void setBar(Shape shape, ColorRole color, double fraction = 0);
    /// A line at the point where the token will be renewed or counts as ending.
    void setMark(std::optional<double> fraction);

    Shape shape() const { return m_shape; }
    ColorRole colorRole() const { return m_color; }
    double fraction() const { return m_fraction; }

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintHatching(QPainter &painter, const QColor &color) const;

    Shape m_shape = Shape::Empty;
    ColorRole m_color = &Theme::accent;
    double m_fraction = 0;
    std::optional<double> m_mark;
};

} // namespace mintmark

// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/theme/theme.h"

#include <QWidget>

namespace mintmark {

/// A plain ground in a colour of the theme: side bar, footer, header.
class Pane : public QWidget
{
    Q_OBJECT
public:
    explicit Pane(ColorRole ground, QWidget *parent = nullptr);

    void setGround(ColorRole ground);
    /// A band of 4 px in `color` along the top; null for none.
    void setBand(ColorRole color);
    /// One line along these edges.
    void setLines(Qt::Edges edges);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    ColorRole m_ground;
    ColorRole m_band = nullptr;
    Qt::Edges m_lines;
};

/// A block that stands out: surface, line, rounded.
class Card : public QWidget
{
    Q_OBJECT
public:
    explicit Card(QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace mintmark

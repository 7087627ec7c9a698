// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/widgets/pane.h"

#include "app/theme/metrics.h"
#include "app/theme/painting.h"

namespace mintmark {

Pane::Pane(ColorRole ground, QWidget *parent) : QWidget(parent), m_ground(ground) { }

void Pane::setGround(ColorRole ground)
{
    m_ground = ground;
    update();
}

void Pane::setBand(ColorRole color)
{
    m_band = color;
    update();
}

void Pane::setLines(Qt::Edges edges)
{
    m_lines = edges;
    update();
}

void Pane::paintEvent(QPaintEvent *)
{
    const Theme &theme = Look::of(this).theme();
    QPainter painter(this);
    painter.fillRect(rect(), theme.*m_ground);
    for (const Qt::Edge edge : { Qt::TopEdge, Qt::BottomEdge, Qt::LeftEdge, Qt::RightEdge }) {
        if (m_lines.testFlag(edge))
            painting::edge(painter, rect(), edge, theme.line, theme.border);
    }
    if (m_band)
        painting::edge(painter, rect(), Qt::TopEdge, theme.*m_band, metrics::bandHeight);
}

Card::Card(QWidget *parent) : QWidget(parent)
{
    setContentsMargins(metrics::cardPaddingX, metrics::cardPaddingY, metrics::cardPaddingX,
                       metrics::cardPaddingY);
}

void Card::paintEvent(QPaintEvent *)
{
    const Theme &theme = Look::of(this).theme();
    QPainter painter(this);
    painting::frame(painter, rect(),
                    { theme.surface, theme.line, qreal(theme.border), metrics::cardRadius });
}

} // namespace mintmark

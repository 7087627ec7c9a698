// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/tokens/blankpage.h"

#include "app/theme/metrics.h"

#include <QHBoxLayout>

namespace mintmark {

namespace {

constexpr int widest = 480;
constexpr int lowest = 220; ///< under that the icon has to go

} // namespace

BlankPage::BlankPage(QWidget *parent) : Pane(&Theme::surface, parent), m_state(new EmptyState(this))
{
    m_state->setMaximumWidth(widest);
    m_state->layout()->setContentsMargins(metrics::space5, metrics::space2, metrics::space5,
                                          metrics::space2);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addStretch(1);
    row->addWidget(m_state, 1000); // all it may have, the rest beside it
    row->addStretch(1);
}

void BlankPage::resizeEvent(QResizeEvent *event)
{
    Pane::resizeEvent(event);
    m_state->setCompact(height() < lowest);
}

} // namespace mintmark

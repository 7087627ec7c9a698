// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/tokens/checksview.h"

#include "app/tokens/blankpage.h"
#include "app/tokens/checkrow.h"

#include <QVBoxLayout>

#include <algorithm>

namespace mintmark {

ChecksView::ChecksView(QWidget *parent)
    : QScrollArea(parent), m_list(new Pane(&Theme::surface)), m_blank(new BlankPage)
{
    setAccessibleName(tr("Checks"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_column = new QVBoxLayout(m_list);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    m_column->addWidget(m_blank, 1);
    m_column->addStretch(0);
    setWidget(m_list);
    setChecks({}, false);
}

void ChecksView::setChecks(const QList<TokenCheck> &checks, bool hasToken)
{
    if (hasToken)
        m_blank->state()->setState(
            Icon::Check, tr("Nothing to complain about"),
            tr("Times, audience, issuer, algorithm and texts were looked at."));
    else
        m_blank->state()->setState(Icon::Clock, tr("No token yet"),
                                   tr("What is odd about a token will be said here."));
    m_blank->setVisible(checks.isEmpty());
    if (checks == m_checks)
        return;
    m_checks = checks;
    QList<TokenCheck> sorted = checks;
    std::stable_sort(sorted.begin(), sorted.end(), [](const TokenCheck &a, const TokenCheck &b) {
        return a.severity > b.severity;
    });
    while (m_rows.size() > sorted.size())
        delete m_rows.takeLast();
    while (m_rows.size() < sorted.size()) {
        auto *row = new CheckRow(m_list);
        m_column->insertWidget(static_cast<int>(m_rows.size()), row);
        m_rows.append(row);
    }
    for (qsizetype i = 0; i < sorted.size(); ++i)
        m_rows[i]->setCheck(sorted[i]);
}

} // namespace mintmark

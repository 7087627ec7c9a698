// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/tokens/checksview.h"

#include "app/theme/metrics.h"
#include "app/tokens/blankpage.h"
#include "app/tokens/checkrow.h"
#include "app/widgets/linkbutton.h"
#include "app/widgets/wraplabel.h"

#include <QLocale>
#include <QVBoxLayout>

#include <algorithm>

namespace mintmark {

namespace {

QString madeSentence(int count)
{
    return count == 1 ? ChecksView::tr("1 check was made.")
                      : ChecksView::tr("%1 checks were made.").arg(QLocale().toString(count));
}

} // namespace

ChecksView::ChecksView(QWidget *parent)
    : QScrollArea(parent),
      m_list(new Pane(&Theme::surface)),
      m_blank(new BlankPage),
      m_footer(new QWidget),
      m_summary(new WrapLabel)
{
    setAccessibleName(tr("Checks"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_summary->setTextStyle(TextStyle::Caption);
    m_summary->setColorRole(&Theme::text2);
    auto *footer = new QVBoxLayout(m_footer);
    footer->setContentsMargins(metrics::space2, metrics::space2, metrics::space4, metrics::space2);
    footer->addWidget(m_summary);
    m_column = new QVBoxLayout(m_list);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    m_column->addWidget(m_footer);
    m_column->addWidget(m_blank, 1);
    m_column->addStretch(0);
    setWidget(m_list);
    connect(m_summary, &WrapLabel::linkClicked, this, [this] { setShowsAll(!m_showsAll); });
    connect(m_blank->state(), &EmptyState::buttonClicked, this, [this] { setShowsAll(true); });
    showRows();
}

void ChecksView::setContent(const TokenContent &content)
{
    QList<TokenCheck> sorted = content.checks;
    std::stable_sort(sorted.begin(), sorted.end(), [](const TokenCheck &a, const TokenCheck &b) {
        return a.severity > b.severity;
    });
    const MadeChecks made = content.token
        ? madeChecks(*content.token, content.context, content.checks)
        : MadeChecks();
    if (sorted == m_checks && made == m_made)
        return;
    m_checks = sorted;
    m_made = made;
    if (made.count == 0)
        m_showsAll = false;
    showRows();
}

void ChecksView::setShowsAll(bool all)
{
    if (all == m_showsAll)
        return;
    m_showsAll = all;
    showRows();
    // The button that was pressed may be gone; its answer is beside this one.
    m_summary->link()->setFocus(Qt::OtherFocusReason);
}

CheckRow *ChecksView::row(qsizetype index)
{
    while (m_rows.size() <= index) {
        auto *made = new CheckRow(m_list);
        m_column->insertWidget(static_cast<int>(m_rows.size()), made);
        m_rows.append(made);
    }
    return m_rows[index];
}

void ChecksView::showRows()
{
    qsizetype count = 0;
    for (const TokenCheck &check : m_checks)
        row(count++)->setCheck(check);
    for (const QString &passed : m_showsAll ? m_made.passed : QStringList())
        row(count++)->setPassed(passed);
    while (m_rows.size() > count)
        delete m_rows.takeLast();
    showBlank();
    showFooter();
}

void ChecksView::showBlank()
{
    m_blank->setVisible(m_rows.isEmpty());
    if (m_made.count > 0)
        m_blank->state()->setState(Icon::Check, tr("Nothing to complain about"),
                                   madeSentence(m_made.count), tr("Show all checks"));
    else
        m_blank->state()->setState(Icon::Clock, tr("No token yet"),
                                   tr("What is odd about a token will be said here."));
}

void ChecksView::showFooter()
{
    m_footer->setVisible(!m_rows.isEmpty() && m_made.count > 0);
    m_summary->setText(madeSentence(m_made.count));
    m_summary->setLink(m_made.passed.isEmpty() ? QString()
                           : m_showsAll        ? tr("Show findings only")
                                               : tr("Show all checks"));
}

} // namespace mintmark

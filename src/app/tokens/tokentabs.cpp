// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/tokens/tokentabs.h"

#include "app/theme/look.h"
#include "app/tokens/checksview.h"
#include "app/tokens/claimspane.h"
#include "app/tokens/claimsview.h"
#include "app/tokens/tokenview.h"
#include "app/widgets/tabbadge.h"

#include <QEvent>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

#include <algorithm>

namespace mintmark {

namespace {

/// Less of a table is of no use: then the page scrolls. At the smallest text size.
constexpr int lowestPage = 150;

} // namespace

TokenTabs::TokenTabs(QWidget *parent)
    : QWidget(parent),
      m_bar(new QTabBar(this)),
      m_pages(new QStackedWidget(this)),
      m_claims(new ClaimsPane),
      m_checks(new ChecksView),
      m_token(new TokenView)
{
    m_bar->setAccessibleName(tr("Parts of the token"));
    m_bar->setExpanding(false);
    m_bar->setDrawBase(true);
    m_bar->setUsesScrollButtons(true);
    m_bar->setElideMode(Qt::ElideNone);
    fitText();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_bar);
    column->addWidget(m_pages, 1);
    addTab(tr("Claims"), m_claims);
    addTab(tr("Checks"), m_checks);
    addTab(tr("Token"), m_token);
    connect(m_bar, &QTabBar::currentChanged, m_pages, &QStackedWidget::setCurrentIndex);
    connect(m_bar, &QTabBar::currentChanged, this, &TokenTabs::currentTabChanged);
    connect(m_claims->view(), &ClaimsView::copyTextRequested, this, &TokenTabs::copyTextRequested);
    connect(m_token, &TokenView::copyTextRequested, this, &TokenTabs::copyTextRequested);
}

void TokenTabs::fitText()
{
    m_pages->setMinimumHeight(lowestPage * Look::of(this).scale().pixelSize() / 13);
}

void TokenTabs::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        fitText();
}

void TokenTabs::addTab(const QString &title, QWidget *page)
{
    m_pages->addWidget(page);
    m_bar->addTab(title);
}

void TokenTabs::setContent(const TokenContent &content)
{
    m_claims->setContent(content);
    m_checks->setContent(content);
    m_token->setToken(content.token);
    const auto notable = [&](Severity severity) {
        return static_cast<int>(
            std::count_if(content.checks.begin(), content.checks.end(),
                          [=](const TokenCheck &check) { return check.severity == severity; }));
    };
    const int errors = notable(Severity::Error);
    TabBadge::set(m_bar, ChecksTab, errors + notable(Severity::Warning),
                  errors > 0 ? BadgeLevel::Error : BadgeLevel::Warning);
}

void TokenTabs::setNow(qint64 nowMs)
{
    m_claims->view()->setNow(nowMs);
}

void TokenTabs::setMeaningBelow(bool below)
{
    m_claims->view()->setMeaningBelow(below);
}

int TokenTabs::currentTab() const
{
    return m_bar->currentIndex();
}

void TokenTabs::showTab(int index)
{
    m_bar->setCurrentIndex(index);
}

} // namespace mintmark

// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/tokens/tokenpage.h"

#include "app/theme/metrics.h"
#include "app/tokens/claimspane.h"
#include "app/tokens/countdowncard.h"
#include "app/tokens/pageheader.h"
#include "app/tokens/requestsview.h"
#include "app/tokens/tokentabs.h"
#include "app/widgets/actionbutton.h"
#include "app/widgets/pagebody.h"
#include "session/verdictinput.h"

#include <QAction>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QScrollBar>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

constexpr int besideWidth = 720; ///< a page narrower than that has no room beside the reading
constexpr int meaningWidth = 680;
constexpr int tableOutdent = 8; ///< a table's ground starts left of the text it lines up with

ClaimContext contextOf(const Profile &profile)
{
    return { expectedAudience(profile), profile.issuer, profile.client.clientId,
             wireName(profile.listing.environment) };
}

bool offersIntrospection(const Verdict &verdict)
{
    return std::any_of(verdict.lines.begin(), verdict.lines.end(),
                       [](const Verdict::Line &line) { return line.linkId == "introspect"_L1; });
}

} // namespace

TokenPage::TokenPage(const Buttons &buttons, QWidget *parent)
    : QWidget(parent),
      m_header(new PageHeader(buttons.edit, buttons.moreMenu, this)),
      m_copy(new ActionButton({}, ButtonRole::Primary, this)),
      m_fetch(new ActionButton({}, ButtonRole::Secondary, this)),
      m_message(new MessageBar),
      m_card(new CountdownCard),
      m_tabs(new TokenTabs),
      m_requests(new RequestsView),
      m_actions(makeActions(buttons)),
      m_body(new QScrollArea(this))
{
    m_tabs->addTab(tr("Requests"), m_requests);
    m_body->setFrameShape(QFrame::NoFrame);
    m_body->setWidgetResizable(true);
    m_body->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_body->setFocusPolicy(Qt::NoFocus);
    m_body->setMinimumSize(0, 120);
    m_body->setWidget(makeBody());
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_actions);
    column->addWidget(m_body, 1);
    m_message->hide();
    setBlank(false);
    connectParts();
    applyWidth();
}

QWidget *TokenPage::makeActions(const Buttons &buttons)
{
    auto *actions = new QWidget(this);
    m_copy->setGlyph(Icon::Copy);
    m_copy->setShrinking(true);
    m_fetch->setGlyph(Icon::Fetch);
    if (buttons.copy) {
        m_copy->setAction(buttons.copy);
        // The action's name stays the menu's; the button says what a press does now.
        connect(buttons.copy, &QAction::changed, this, &TokenPage::showCopyText);
    }
    if (buttons.fetch)
        m_fetch->setAction(buttons.fetch);
    if (buttons.copyMenu)
        m_copy->setSplitMenu(buttons.copyMenu, tr("Copy as"));
    if (buttons.fetchMenu)
        m_fetch->setSplitMenu(buttons.fetchMenu, tr("More ways to fetch"));
    auto *row = new QHBoxLayout(actions);
    row->setSpacing(metrics::space2);
    row->addWidget(m_copy);
    row->addWidget(m_fetch);
    row->addStretch(1);
    return actions;
}

QWidget *TokenPage::makeBody()
{
    auto *body = new PageBody;
    m_blocks = new QVBoxLayout;
    m_blocks->setSpacing(metrics::blockSpacing);
    m_blocks->addWidget(m_message);
    m_blocks->addWidget(m_card);
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::space2);
    column->addLayout(m_blocks);
    auto *table = new QHBoxLayout;
    table->setContentsMargins(metrics::pageMargin - tableOutdent, 0,
                              metrics::pageMargin - tableOutdent, 0);
    table->addWidget(m_tabs);
    column->addLayout(table, 1);
    return body;
}

void TokenPage::connectParts()
{
    connect(m_message, &MessageBar::buttonClicked, this, &TokenPage::barButton);
    connect(m_message, &MessageBar::dismissed, this, &TokenPage::barDismissed);
    connect(m_message, &MessageBar::moreClicked, this, &TokenPage::barMore);
    connect(m_card, &CountdownCard::linkClicked, this, &TokenPage::verdictLink);
    connect(m_card, &CountdownCard::unlockRequested, this, &TokenPage::unlockRequested);
    connect(m_card, &CountdownCard::cancelRequested, this, &TokenPage::cancelRequested);
    connect(m_header, &PageHeader::copyTextRequested, this, &TokenPage::copyTextRequested);
    connect(m_tabs, &TokenTabs::copyTextRequested, this, &TokenPage::copyTextRequested);
    connect(m_tabs->claims(), &ClaimsPane::introspectRequested, this,
            [this] { Q_EMIT verdictLink(u"introspect"_s); });
    connect(m_tabs->claims(), &ClaimsPane::blankClicked, this, [this] {
        if (m_locked)
            Q_EMIT unlockRequested();
        else
            Q_EMIT fetchRequested();
    });
}

void TokenPage::setBlank(bool locked)
{
    m_locked = locked;
    if (locked)
        m_tabs->claims()->setBlank(Icon::Lock, tr("Your keyring is locked"),
                                   tr("Names and times are shown; secrets need the keyring."),
                                   tr("Unlock…"));
    else
        m_tabs->claims()->setBlank(Icon::Clock, tr("No token yet"),
                                   tr("F5 fetches one; nothing is sent before."), tr("Fetch"));
}

void TokenPage::setContent(const Content &content)
{
    const SessionState &state = content.state;
    if (content.listing.id != m_shown) {
        m_shown = content.listing.id;
        m_body->verticalScrollBar()->setValue(0);
    }
    m_header->setProfile(content.listing, state.profile);
    m_copyText = content.copyText;
    m_copy->setArmed(content.armed);
    showCopyText();
    setBlank(content.keyringLocked && !state.token);
    m_card->setVerdict(content.verdict);
    TokenContent token;
    token.token = state.token;
    token.checks = content.checks;
    token.nowMs = content.nowMs;
    token.canIntrospect = offersIntrospection(content.verdict);
    if (state.profile) {
        token.context = contextOf(*state.profile);
        token.server = QUrl(state.profile->client.tokenEndpoint).host();
    }
    m_tabs->setContent(token);
    m_requests->setRecords(state.records, content.nowMs);
}

void TokenPage::showCopyText()
{
    if (!m_copyText.isEmpty() && m_copy->text() != m_copyText) {
        m_copy->setText(m_copyText);
        m_copy->updateGeometry();
    }
}

void TokenPage::setVerdict(const Verdict &verdict, qint64 nowMs)
{
    m_card->setVerdict(verdict);
    m_tabs->setNow(nowMs);
}

void TokenPage::setMessage(const BarMessage &message)
{
    const bool isNew = !m_message->says(message);
    m_message->setMessage(message);
    if (isNew)
        m_body->verticalScrollBar()->setValue(0);
}

void TokenPage::clearMessage()
{
    m_message->hide();
}

bool TokenPage::hasMessage() const
{
    return !m_message->isHidden();
}

void TokenPage::focusCopy()
{
    m_copy->setFocus(Qt::OtherFocusReason);
}

void TokenPage::showTab(int index)
{
    m_tabs->showTab(index);
}

int TokenPage::currentTab() const
{
    return m_tabs->currentTab();
}

void TokenPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    applyWidth();
}

/// Steps by the window's width, as the design has them; what has to fit goes by the page's own.
void TokenPage::applyWidth()
{
    const int window = this->window()->width();
    const bool narrow = window < metrics::widthMedium;
    const bool hints = window >= metrics::widthWide && width() >= besideWidth;
    const int side = narrow ? metrics::pageMarginNarrow : metrics::pageMargin;
    m_header->setNarrow(narrow);
    for (ActionButton *button : { m_copy, m_fetch })
        button->setHintVisible(hints);
    m_fetch->setIconOnly(narrow);
    m_actions->layout()->setContentsMargins(side - metrics::ringSpace,
                                            narrow ? metrics::space1 : metrics::space2, side,
                                            metrics::space3);
    m_blocks->setContentsMargins(side, 0, side, 0);
    m_card->setStacked(narrow || width() < besideWidth);
    m_tabs->setMeaningBelow(narrow || width() < meaningWidth);
}

} // namespace mintmark

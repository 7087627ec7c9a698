// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/inspector/inspectorpage.h"

#include "app/inspector/pastefield.h"
#include "app/inspector/tokenfield.h"
#include "app/theme/metrics.h"
#include "app/tokens/blankpage.h"
#include "app/tokens/claimspane.h"
#include "app/tokens/countdowncard.h"
#include "app/tokens/tokentabs.h"
#include "app/widgets/actionbutton.h"
#include "app/widgets/elidinglabel.h"
#include "app/widgets/fieldmessage.h"
#include "app/widgets/pagebody.h"
#include "base/secretbytes.h"
#include "session/expiry.h"

#include <QHBoxLayout>
#include <QScrollArea>
#include <QVBoxLayout>

namespace mintmark {

namespace {

constexpr int besideWidth = 720;
constexpr int meaningWidth = 680;
constexpr int lowWindow = 640; ///< under that height the field has to be short
constexpr int tableOutdent = 8;

} // namespace

InspectorPage::InspectorPage(QWidget *parent)
    : QWidget(parent),
      m_paste(new ActionButton(tr("Paste"), ButtonRole::Secondary)),
      m_clear(new ActionButton(tr("Clear"), ButtonRole::Ghost)),
      m_title(makeTitle()),
      m_field(new TokenField),
      m_cleaned(new FieldMessage),
      m_card(new CountdownCard),
      m_tabs(new TokenTabs),
      m_blank(new BlankPage),
      m_body(new QScrollArea(this))
{
    setAccessibleName(tr("Inspect a token"));
    m_blank->setGround(&Theme::window);
    m_blank->state()->setState(Icon::Inspect, tr("What is in a token?"),
                               tr("Whom it is for, how long it lives, and what is odd about it. "
                                  "Nothing leaves this computer."));
    m_body->setFrameShape(QFrame::NoFrame);
    m_body->setWidgetResizable(true);
    m_body->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_body->setFocusPolicy(Qt::NoFocus);
    m_body->setMinimumSize(0, 120);
    m_body->setWidget(makeBody());
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_title);
    column->addWidget(m_body, 1);
    connect(m_paste, &QAbstractButton::clicked, this, &InspectorPage::pasteRequested);
    connect(m_clear, &QAbstractButton::clicked, this, &InspectorPage::clear);
    connect(m_field, &TokenField::typed, this, [this](const QString &text) { read(text, true); });
    connect(m_field, &TokenField::pasted, this, &InspectorPage::setText);
    connect(m_tabs, &TokenTabs::copyTextRequested, this, &InspectorPage::copyTextRequested);
    clear();
    applyWidth();
}

QWidget *InspectorPage::makeTitle()
{
    auto *title = new QWidget(this);
    auto *label = new ElidingLabel(tr("Inspect a token"));
    label->setTextStyle(TextStyle::Title);
    m_paste->setGlyph(Icon::Paste);
    m_paste->setHint(
        QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_V).toString(QKeySequence::NativeText));
    auto *row = new QHBoxLayout(title);
    row->setSpacing(metrics::space2);
    row->addWidget(label, 1);
    row->addWidget(m_paste);
    row->addWidget(m_clear);
    return title;
}

QWidget *InspectorPage::makeBody()
{
    auto *body = new PageBody;
    m_blocks = new QVBoxLayout;
    m_blocks->setSpacing(metrics::space3);
    m_blocks->addWidget(m_field);
    m_blocks->addWidget(m_cleaned);
    connect(m_cleaned, &FieldMessage::linkClicked, this,
            [this] { showFound((m_shown + 1) % m_found.size()); });
    m_blocks->addWidget(m_card);
    m_table = new QWidget;
    auto *table = new QVBoxLayout(m_table);
    table->setContentsMargins(metrics::pageMargin - tableOutdent, 0,
                              metrics::pageMargin - tableOutdent, 0);
    table->addWidget(m_tabs);
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::space2);
    column->addLayout(m_blocks);
    column->addWidget(m_table, 1);
    column->addWidget(m_blank, 1);
    return body;
}

void InspectorPage::setText(const QString &text)
{
    read(text, false);
}

void InspectorPage::read(const QString &text, bool typing)
{
    m_found.clear();
    if (text.trimmed().isEmpty()) {
        present({}, typing);
        return;
    }
    QByteArray bytes = text.toUtf8();
    const auto token = std::make_shared<const Token>(Token::parse(bytes));
    const bool isToken = token->kind() == TokenKind::Jws || token->kind() == TokenKind::Jwe;
    if (!isToken && !typing)
        m_found = scanTokens(bytes);
    // A ticket, a log, an answer: more than one token alone.
    if (m_found.size() > 1
        || (!m_found.isEmpty() && m_found.first().length < bytes.trimmed().size())) {
        m_foundIn = text.count(u'\n') + 1;
        showFound(0);
    } else {
        m_found.clear();
        present(inspect(token, m_nowMs), typing);
    }
    wipe(bytes);
}

void InspectorPage::showFound(qsizetype index)
{
    const FoundToken &found = m_found.at(index);
    m_shown = index;
    const auto token = std::make_shared<const Token>(Token::parse(found.text->view()));
    present(inspect(token, m_nowMs), false);
    QStringList sentences { tr("Token %1 of %2, found in a text of %n lines.", nullptr,
                               static_cast<int>(m_foundIn))
                                .arg(index + 1)
                                .arg(m_found.size()) };
    for (const Cleaning cleaning : found.cleaned)
        sentences << cleaningSentence(cleaning);
    m_cleaned->setMessage(MessageLevel::Note, sentences.join(u' '),
                          m_found.size() > 1 ? tr("Next") : QString());
}

void InspectorPage::clear()
{
    read({}, false);
}

void InspectorPage::present(const Inspection &inspection, bool typing)
{
    m_inspection = inspection;
    const bool empty = isEmpty();
    m_field->setToken(inspection.content.token, typing);
    m_cleaned->setMessage(MessageLevel::Note, inspection.cleaned);
    m_card->setVisible(!empty);
    m_table->setVisible(!empty);
    m_blank->setVisible(empty);
    m_clear->setEnabled(!empty);
    m_card->setVerdict(inspection.verdict);
    m_tabs->setContent(inspection.content);
}

/// Checks look through the whole token: not each second for a long one.
bool InspectorPage::needsChecks(qint64 nowMs) const
{
    const TokenContent &content = m_inspection.content;
    constexpr qint64 minuteMs = 60'000;
    constexpr qsizetype shortToken = 16 * 1024;
    const bool otherState =
        expiryOf(*content.token, nowMs).state != expiryOf(*content.token, content.nowMs).state;
    return otherState
        || (content.token->text().size() < shortToken
            && nowMs / minuteMs != content.nowMs / minuteMs);
}

void InspectorPage::setNow(qint64 nowMs)
{
    m_nowMs = nowMs;
    if (isEmpty() || !isVisible())
        return;
    if (needsChecks(nowMs)) {
        m_inspection = inspect(m_inspection.content.token, nowMs);
        m_tabs->setContent(m_inspection.content);
    } else {
        m_inspection.content.nowMs = nowMs;
        m_inspection.verdict = inspectedVerdict(m_inspection.content);
        m_tabs->setNow(nowMs);
    }
    m_card->setVerdict(m_inspection.verdict);
}

void InspectorPage::showTab(int index)
{
    m_tabs->showTab(index);
}

int InspectorPage::currentTab() const
{
    return m_tabs->currentTab();
}

void InspectorPage::focusField()
{
    m_field->focusText();
}

void InspectorPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    applyWidth();
}

void InspectorPage::applyWidth()
{
    const QSize window = this->window()->size();
    const bool narrow = window.width() < metrics::widthMedium;
    const int side = narrow ? metrics::pageMarginNarrow : metrics::pageMargin;
    m_title->layout()->setContentsMargins(side, metrics::space3, side, metrics::space3);
    m_paste->setHintVisible(window.width() >= metrics::widthWide && width() >= besideWidth);
    m_blocks->setContentsMargins(side, 0, side, 0);
    m_field->setLines(window.height() < lowWindow ? 2 : 4);
    m_card->setStacked(narrow || width() < besideWidth);
    m_tabs->setMeaningBelow(narrow || width() < meaningWidth);
}

} // namespace mintmark

// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/start/startpage.h"

#include "app/theme/metrics.h"
#include "app/widgets/pagebody.h"
#include "app/widgets/startcard.h"
#include "app/widgets/wraplabel.h"

#include <QAction>
#include <QBoxLayout>
#include <QScrollArea>
#include <QShowEvent>

namespace mintmark {

namespace {

constexpr int comfortableWidth = 656;

} // namespace

StartPage::StartPage(QAction *newProfile, QAction *inspect, QAction *demo, QWidget *parent)
    : QWidget(parent)
{
    auto *title = new WrapLabel(tr("Which token do you need?"));
    title->setTextStyle(TextStyle::StartTitle);
    auto *sentence = new WrapLabel(
        tr("Mintmark gets access tokens, reads them and keeps the credentials in your keyring."));
    sentence->setColorRole(&Theme::text2);

    auto *column = new QWidget;
    auto *lines = new QVBoxLayout(column);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(metrics::blockSpacing);
    auto *head = new QVBoxLayout;
    head->setSpacing(metrics::space1);
    head->addWidget(title);
    head->addWidget(sentence);
    lines->addLayout(head);
    lines->addSpacing(metrics::space2);

    const auto addCard = [&](Icon icon, const QString &name, const QString &what, QAction *action) {
        auto *card =
            new StartCard(icon, name, what, action->shortcut().toString(QKeySequence::NativeText));
        connect(card, &QAbstractButton::clicked, action, &QAction::trigger);
        lines->addWidget(card);
        return card;
    };
    m_first = addCard(
        Icon::Clip, tr("Add a profile"),
        tr("Client id, secret and audience from an e-mail, a curl command or a form."), newProfile);
    addCard(Icon::Inspect, tr("Inspect a token"),
            tr("Paste a token, a header or a whole answer. Nothing leaves this computer."),
            inspect);
    addCard(Icon::Play, tr("Try it with the demo server"),
            tr("A server inside Mintmark, profiles and tokens. Nothing is saved."), demo);

    m_body = new PageBody;
    auto *page = new QVBoxLayout(m_body);
    page->setSpacing(0);
    page->addStretch(2);
    page->addWidget(column);
    page->addStretch(3);
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(m_body);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(scroll);
}

void StartPage::focusFirst()
{
    m_first->setFocus(Qt::OtherFocusReason);
}

/// Where the page is what there is, its first card is what Enter presses.
void StartPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!event->spontaneous())
        focusFirst();
}

void StartPage::resizeEvent(QResizeEvent *event)
{
    const bool narrow = width() < comfortableWidth;
    const int margin = narrow ? metrics::pageMarginNarrow : metrics::pageMargin;
    const int side = qMax(margin, (width() - comfortableWidth) / 2);
    m_body->layout()->setContentsMargins(side, metrics::space2, side, metrics::space2);
    QWidget::resizeEvent(event);
}

} // namespace mintmark

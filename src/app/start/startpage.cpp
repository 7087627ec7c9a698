// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/start/startpage.h"

#include "app/theme/metrics.h"
#include "app/widgets/startcard.h"
#include "app/widgets/wraplabel.h"

#include <QAction>
#include <QBoxLayout>

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
    column->setMaximumWidth(comfortableWidth);
    auto *lines = new QVBoxLayout(column);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(metrics::blockSpacing);
    lines->addWidget(title);
    lines->addWidget(sentence);
    lines->addSpacing(metrics::space3);

    const auto addCard = [&](Icon icon, const QString &name, const QString &what, QAction *action) {
        auto *card = new StartCard(icon, name, what,
                                   action->shortcut().toString(QKeySequence::NativeText));
        connect(card, &QAbstractButton::clicked, action, &QAction::trigger);
        lines->addWidget(card);
        return card;
    };
    m_first = addCard(Icon::Clip, tr("Add a profile"),
                      tr("Client id, secret and audience from an e-mail, a curl command or a form."),
                      newProfile);
    addCard(Icon::Inspect, tr("Inspect a token"),
            tr("Paste a token, a header or a whole answer. Nothing leaves this computer."), inspect);
    addCard(Icon::Play, tr("Try it with the demo server"),
            tr("A server inside Mintmark, profiles and tokens. Nothing is saved."), demo);

    auto *middle = new QHBoxLayout;
    middle->addStretch(1);
    middle->addWidget(column, 1000);
    middle->addStretch(1);
    auto *page = new QVBoxLayout(this);
    page->setContentsMargins(metrics::pageMargin, metrics::space2, metrics::pageMargin,
                             metrics::space2);
    page->setSpacing(0);
    page->addStretch(2);
    page->addLayout(middle);
    page->addStretch(3);
}

void StartPage::focusFirst()
{
    m_first->setFocus(Qt::OtherFocusReason);
}

void StartPage::resizeEvent(QResizeEvent *event)
{
    const bool narrow = width() < comfortableWidth;
    const int margin = narrow ? metrics::pageMarginNarrow : metrics::pageMargin;
    layout()->setContentsMargins(margin, metrics::space2, margin, metrics::space2);
    QWidget::resizeEvent(event);
}

} // namespace mintmark

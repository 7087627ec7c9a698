// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/widgets/emptystate.h"

#include "app/theme/metrics.h"
#include "app/widgets/actionbutton.h"
#include "app/widgets/iconlabel.h"
#include "app/widgets/wraplabel.h"

#include <QVBoxLayout>

namespace mintmark {

namespace {

constexpr int widestText = 420;

} // namespace

EmptyState::EmptyState(QWidget *parent)
    : QWidget(parent),
      m_icon(new IconLabel(Icon::Info, metrics::iconHuge, this)),
      m_title(new WrapLabel(this)),
      m_sentence(new WrapLabel(this)),
      m_button(new ActionButton(this))
{
    // A label that is narrower than its column would stand at the left of it.
    auto *texts = new QWidget(this);
    texts->setMaximumWidth(widestText);
    auto *lines = new QVBoxLayout(texts);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(metrics::space2);
    for (WrapLabel *label : { m_title, m_sentence }) {
        label->setAlignment(Qt::AlignHCenter);
        lines->addWidget(label);
    }
    auto *middle = new QHBoxLayout;
    middle->addStretch(1);
    middle->addWidget(texts, 1000);
    middle->addStretch(1);
    m_title->setTextStyle(TextStyle::Section);
    m_sentence->setColorRole(&Theme::text2);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::space5, metrics::space5, metrics::space5, metrics::space5);
    column->setSpacing(metrics::space2);
    column->addStretch(2);
    column->addWidget(m_icon, 0, Qt::AlignHCenter);
    column->addLayout(middle);
    column->addSpacing(metrics::space1);
    column->addWidget(m_button, 0, Qt::AlignHCenter);
    column->addStretch(3);
    connect(m_button, &QPushButton::clicked, this, &EmptyState::buttonClicked);
}

void EmptyState::setState(Icon icon, const QString &title, const QString &sentence,
                          const QString &button)
{
    m_icon->setIcon(icon, &Theme::text2);
    m_title->setText(title);
    m_sentence->setText(sentence);
    m_sentence->setVisible(!sentence.isEmpty());
    m_button->setText(button);
    m_button->setVisible(!button.isEmpty());
    m_button->updateGeometry();
}

void EmptyState::setCompact(bool compact)
{
    m_icon->setVisible(!compact);
    m_title->setTextStyle(compact ? TextStyle::BodyStrong : TextStyle::Section);
    m_title->setColorRole(compact ? &Theme::text2 : &Theme::text);
    m_sentence->setTextStyle(compact ? TextStyle::Caption : TextStyle::Body);
}

} // namespace mintmark

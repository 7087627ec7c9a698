// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/inspector/againstrow.h"

#include "app/profiles/quietinputs.h"
#include "app/theme/metrics.h"
#include "app/widgets/actionbutton.h"
#include "app/widgets/elidinglabel.h"
#include "app/widgets/flowlayout.h"

#include <QHBoxLayout>

namespace mintmark {

namespace {

constexpr int choiceWidth = 260;

} // namespace

AgainstRow::AgainstRow(QWidget *parent) : QWidget(parent), m_choice(new ChoiceBox)
{
    auto *flow = new FlowLayout(metrics::space1, this);
    auto *against = new QWidget;
    auto *label = new ElidingLabel(tr("Check against"));
    label->setColorRole(&Theme::text2);
    label->setHugging(true);
    label->setBuddy(m_choice);
    m_choice->setAccessibleName(tr("Check against"));
    m_choice->setFixedHeight(metrics::fieldHeight);
    m_choice->setMinimumWidth(choiceWidth);
    auto *row = new QHBoxLayout(against);
    row->setContentsMargins(0, 0, metrics::space1, 0);
    row->setSpacing(metrics::space2);
    row->addWidget(label);
    row->addWidget(m_choice, 1);
    flow->addWidget(against);
    addButton(tr("Copy for ticket"), &AgainstRow::copyForTicketRequested)->setGlyph(Icon::Copy);
    addButton(tr("Copy reply"), &AgainstRow::copyReplyRequested);
    addButton(tr("At another time…"), &AgainstRow::otherTimeRequested);
    addButton(tr("Keys from file…"), &AgainstRow::keysFromFileRequested);
    // What was guessed before keeps its mark until setChoice() takes it away.
    connect(m_choice, &QComboBox::activated, this,
            [this](int index) { Q_EMIT chosen(m_choice->itemData(index).toUuid()); });
    m_choice->addItem(tr("No profile"), QUuid());
}

ActionButton *AgainstRow::addButton(const QString &text, void (AgainstRow::*signal)())
{
    const auto role = layout()->count() == 1 ? ButtonRole::Secondary : ButtonRole::Ghost;
    auto *button = new ActionButton(text, role);
    layout()->addWidget(button);
    connect(button, &QAbstractButton::clicked, this, signal);
    return button;
}

void AgainstRow::setProfiles(const QList<Entry> &profiles)
{
    if (profiles == m_profiles)
        return;
    m_profiles = profiles;
    m_choice->clear();
    m_choice->addItem(tr("No profile"), QUuid());
    for (const Entry &profile : profiles)
        m_choice->addItem(profile.label, profile.id);
    const ProfileId chosen = std::exchange(m_chosen, {});
    setChoice(chosen, std::exchange(m_guessed, false));
}

void AgainstRow::setChoice(const ProfileId &id, bool guessed)
{
    const auto name = [this](const ProfileId &of, bool isGuess) {
        for (qsizetype i = 0; i < m_profiles.size(); ++i) {
            const Entry &profile = m_profiles[i];
            if (profile.id == of)
                m_choice->setItemText(static_cast<int>(i) + 1,
                                      isGuess ? tr("%1, guessed").arg(profile.label)
                                              : profile.label);
        }
    };
    if (m_guessed)
        name(m_chosen, false);
    if (guessed)
        name(id, true);
    m_chosen = id;
    m_guessed = guessed;
    m_choice->setCurrentData(id);
    if (m_choice->currentIndex() < 0)
        m_choice->setCurrentIndex(0);
}

} // namespace mintmark

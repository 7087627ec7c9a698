// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "profiles/profile.h"

#include <QWidget>

namespace mintmark {

class ActionButton;
class ChoiceBox;

/// What a token is checked against, and what a ticket needs of it: the row under the card.
class AgainstRow : public QWidget
{
    Q_OBJECT
public:
    struct Entry
    {
        ProfileId id;
        QString label;
        friend bool operator==(const Entry &, const Entry &) = default;
    };

    explicit AgainstRow(QWidget *parent = nullptr);

    void setProfiles(const QList<Entry> &profiles);
    /// Null: no profile. `guessed` says so behind the name.
    void setChoice(const ProfileId &id, bool guessed);
    ChoiceBox *choice() const { return m_choice; }

Q_SIGNALS:
    /// By a person. Null: none.
    void chosen(const QUuid &id);
    void otherTimeRequested();
    void keysFromFileRequested();
    void copyForTicketRequested();
    void copyReplyRequested();

private:
    ActionButton *addButton(const QString &text, void (AgainstRow::*signal)());

    QList<Entry> m_profiles;
    ProfileId m_chosen;
    bool m_guessed = false;
    ChoiceBox *m_choice;
};

} // namespace mintmark

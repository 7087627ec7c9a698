// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "session/profilefactscache.h"
#include "session/profileguess.h"
#include "session/verdict.h"

#include <QObject>

#include <memory>
#include <optional>

namespace mintmark {

class Token;
class Workspace;

/// Which profile a token is checked against: the one it seems to belong to, until somebody chooses
/// another. Reads the keychain, never asks for it to be unlocked.
class InspectorProfile : public QObject
{
    Q_OBJECT
public:
    explicit InspectorProfile(Workspace &workspace, QObject *parent = nullptr);

    /// Guesses anew. Null: none.
    void setToken(const std::shared_ptr<const Token> &token);
    /// By a person; null: no profile.
    void choose(const ProfileId &id);
    /// The keychain was unlocked: look again.
    void refresh();

    ProfileId id() const { return m_id; }
    bool isGuessed() const { return !m_byHand && !m_id.isNull(); }
    /// Nothing until it was read.
    std::optional<Profile> profile() const;
    /// What the card says of it; without a text: nothing.
    Verdict::Line line() const;

Q_SIGNALS:
    void changed();

private:
    void guess(const QList<ProfileFacts> &facts);
    void read();
    Verdict::Line chosenLine() const;
    Verdict::Line guessLine() const;
    bool isLocked() const;

    Workspace &m_workspace;
    std::shared_ptr<const Token> m_token;
    std::optional<KnownFacts> m_known; ///< nothing: they are being read
    QList<ProfileGuess> m_guesses;
    ProfileId m_id;
    bool m_byHand = false;
};

} // namespace mintmark

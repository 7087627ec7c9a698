// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "profiles/profilestore.h"
#include "session/tokenset.h"

#include <QTimer>

namespace mintmark {

class Clock;

/// What use leaves in a profile's listing: last_used, last_result, last_checked, token_expires.
/// The index is written as a whole, so traces wait a moment for others, and nobody waits for them:
/// the token is shown before. What failed is listed at once, and written with the others. An index
/// that cannot be written costs a trace, never a token.
class TokenTraces : public QObject
{
    Q_OBJECT
public:
    TokenTraces(ProfileStore &profiles, const Clock &clock, QObject *parent = nullptr);
    /// Writes what is still to be written.
    ~TokenTraces() override;

    /// A server was asked, now. No trace of what ended without an answer or a failed connection.
    void fetched(const ProfileId &id, const Result<TokenSet> &result);
    /// A token that was there already was handed out. Noted when it changes the order of use, or is
    /// a minute later than the last.
    void used(const ProfileId &id);
    /// The token the profile has from now on, or has no longer.
    void changed(const ProfileId &id, const std::optional<TokenSet> &tokenSet);
    /// Writes now.
    void flush();

private:
    void add(const ProfileId &id, std::function<void(ProfileListing &)> leave);

    ProfileStore &m_profiles;
    const Clock &m_clock;
    QList<ProfileStore::Trace> m_waiting;
    QTimer m_soon;
};

} // namespace mintmark

// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/job.h"
#include "jose/tokenchecks.h"
#include "oauth/httpexchange.h"
#include "session/sessionstate.h"

#include <QObject>

namespace mintmark {

class Clock;
class ProfileStore;
class ProgramNetwork;
class TokenCache;

/// The state machine of tokens. One fetch in flight per profile: who asks meanwhile gets the
/// same answer. A failed fetch keeps the earlier token. Nothing is repeated by itself.
class TokenSession : public QObject
{
    Q_OBJECT
public:
    TokenSession(ProfileStore &store, TokenCache &cache, const Clock &clock, ExchangeLimits limits,
                 ProgramNetwork *network = nullptr, QObject *parent = nullptr);
    ~TokenSession() override;

    /// Start the returned job. Cancelling the last job that waits cancels the fetch.
    std::unique_ptr<ResultJob<TokenSet>> token(const ProfileId &id, const TokenDemand &demand);
    /// With a whole profile that is stored nowhere (`token --from`); nothing is cached.
    std::unique_ptr<ResultJob<TokenSet>> token(LoadedProfile profile, const TokenDemand &demand);
    /// With a stored profile that holds another secret than is stored: one request, recorded with
    /// the profile's. Its token is the caller's alone.
    std::unique_ptr<ResultJob<TokenSet>> testSecret(LoadedProfile profile);

    /// Reads profile and cached token so that state() can show them; no network. What goes wrong is
    /// in lastError and failed().
    void open(const ProfileId &id);
    /// Cancels a running fetch; state keeps the earlier token.
    void cancel(const ProfileId &id);
    /// Drops the cached token.
    void forget(const ProfileId &id);
    /// Drops tokens and loaded profiles of all ("Clear from memory").
    void clearMemory();

    /// Idle and empty for a profile nobody opened. The reference lives until the next call.
    const SessionState &state(const ProfileId &id) const;
    /// Time-dependent, computed now: checks of the token against profile and clock.
    QList<TokenCheck> checks(const ProfileId &id, qint64 nowMs) const;

Q_SIGNALS:
    void changed(const mintmark::ProfileId &id);
    void tokenSetChanged(const mintmark::ProfileId &id);
    /// Not for what was cancelled.
    void failed(const mintmark::ProfileId &id, const mintmark::Error &error);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace mintmark

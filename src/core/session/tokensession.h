// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/job.h"
#include "jose/signaturestatus.h"
#include "jose/tokenchecks.h"
#include "oauth/exchangerecord.h"
#include "oauth/httpexchange.h"
#include "profiles/profilestore.h"
#include "session/tokencache.h"
#include "session/tokenset.h"

#include <QHash>
#include <QObject>

namespace mintmark {

/// What is known of one profile's token, for window and command line.
struct SessionState
{
    enum class Step { Idle, ReadingProfile, ReadingCache, Fetching, Renewing };
    Step step = Step::Idle;
    std::optional<qint64> startedAtMs; ///< wall clock, while a request runs
    std::optional<Profile> profile;    ///< as last loaded, without secrets
    std::optional<TokenSet> tokenSet;
    std::shared_ptr<const Token> token; ///< parsed from tokenSet
    std::optional<Error> lastError;     ///< of the last fetch; cleared by the next
    QList<ExchangeRecord> records;      ///< newest first, this process only, no secrets
    SignatureStatus signature = SignatureStatus::NotChecked;

    bool isRunning() const { return step == Step::Fetching || step == Step::Renewing; }
};

/// What a caller wants of token().
struct TokenDemand
{
    enum class Mode {
        CachedOrNew, ///< a cached one that is good enough, else the profile's way to a new one
        New,         ///< the POST, whatever is cached
        Renew,       ///< the profile's renewal policy; GET falls back to the POST once (sage-id.md)
    };
    Mode mode = Mode::CachedOrNew;
    std::optional<int> minValidS; ///< seconds; nullopt: the profile's
    /// Instead of the profile's grant type, this once ("Try client_credentials"); saved by the
    /// caller only after success.
    QString grantType;
};

/// The state machine of design §3. One fetch in flight per profile: who asks meanwhile gets the
/// same answer. A failed fetch keeps the earlier token. Nothing is repeated by itself.
class TokenSession : public QObject
{
    Q_OBJECT
public:
    TokenSession(ProfileStore &store, TokenCache &cache, const Clock &clock, ExchangeLimits limits,
                 QObject *parent = nullptr);
    ~TokenSession() override;

    /// Start the returned job. Cancelling the last job that waits cancels the fetch.
    std::unique_ptr<ResultJob<TokenSet>> token(const ProfileId &id, const TokenDemand &demand);
    /// With a whole profile that is stored nowhere (`token --from`); nothing is cached.
    std::unique_ptr<ResultJob<TokenSet>> token(LoadedProfile profile, const TokenDemand &demand);

    /// Reads profile and cached token so that state() can show them; no network.
    void open(const ProfileId &id);
    /// Cancels a running fetch; state keeps the earlier token.
    void cancel(const ProfileId &id);
    /// Drops the cached token.
    void forget(const ProfileId &id);
    /// Drops tokens and loaded profiles of all (design §8, Clear from memory).
    void clearMemory();

    /// Idle and empty for a profile nobody opened. The reference lives until the next call.
    const SessionState &state(const ProfileId &id) const;
    /// Time-dependent, computed now: checks of the token against profile and clock.
    QList<TokenCheck> checks(const ProfileId &id, qint64 nowMs) const;

Q_SIGNALS:
    void changed(const mintmark::ProfileId &id);
    void tokenSetChanged(const mintmark::ProfileId &id);
    void failed(const mintmark::ProfileId &id, const mintmark::Error &error);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace mintmark

// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/job.h"
#include "oauth/tokenjob.h"
#include "session/sessionstate.h"

namespace mintmark {

class Clock;
class ProfileStore;
class ProgramNetwork;
class TokenCache;

/// What a TokenFlow works with; all of it outlives the flow.
struct TokenFlowServices
{
    ProfileStore &profiles;
    TokenCache &cache;
    const Clock &clock;
    ExchangeLimits limits;
    ProgramNetwork *network = nullptr; ///< null: nothing is set for all profiles
};

/// One way to a token as a list of steps with one next() and one end: cache, profile,
/// then a renewal or the request itself. At most one renewal and one request; nothing else is ever
/// sent. Stores nothing: that is for TokenSession. A fresh token is a success also when it lives
/// shorter than asked: nothing better is to be had, and what to say of it is the caller's business.
class TokenFlow final : public ResultJob<TokenSet>
{
    Q_OBJECT
public:
    TokenFlow(TokenFlowServices services, ProfileListing listing, TokenDemand demand);
    /// With a profile that is stored nowhere; the cache is not asked.
    TokenFlow(TokenFlowServices services, LoadedProfile profile, TokenDemand demand);

    /// Somebody else wants a token of the same profile: the stricter wish counts as long as
    /// nothing was decided. What is fetched is new enough for anybody.
    void join(const TokenDemand &demand);
    SessionState::Step step() const { return m_step; }
    /// A server was asked: the result is its answer, not the cache's or a local refusal.
    bool isNew() const { return m_isNew; }
    /// After finished(): is the result one for `demand`? A token of the cache that was good enough
    /// for those before may not be for one who joined when all was decided.
    bool answers(const TokenDemand &demand) const;

Q_SIGNALS:
    void stepChanged();
    void cacheRead(const std::optional<mintmark::TokenSet> &tokenSet);
    void profileLoaded(const mintmark::Profile &profile);
    /// A demand asks in another way than the profile: this is what is sent instead, for once.
    void altered(const mintmark::ClientConfiguration &client);
    void recorded(const mintmark::ExchangeRecord &record);

protected:
    void run() override;
    void stop() override;

private:
    enum class Stage { ReadCache, ReadProfile, ReadNetwork, Choose, Claim, Renew, Fetch };
    void next(Stage stage);
    void readCache();
    void onCacheRead(const std::optional<TokenSet> &tokenSet);
    void readProfile();
    void onLoaded(Result<LoadedProfile> loaded);
    void readNetwork();
    NetworkAccess networkFor(const QString &host) const;
    void choose();
    void claim();
    void onClaimed(const std::optional<TokenSet> &newest);
    void renew();
    void fetch();
    void end(Result<TokenSet> result);

    TokenDemand::Mode mode() const;
    bool isGoodEnough(const TokenSet &tokenSet, const TokenDemand &demand) const;
    bool canRenew() const;
    bool lacksCertificate() const;
    void enter(SessionState::Step step);
    /// Runs one exchange; `then` gets the response after it was recorded.
    template <class Then> void exchange(TokenRequest request, Then then);
    void record(ExchangeRecord record);
    /// What was refused before a byte left is shown among the requests, too.
    void recordUnsent(const Error &error, bool isRenewal);
    TokenSet renewedSetOf(const TokenResponse &response) const;
    TokenSet tokenSetOf(const TokenResponse &response) const;

    TokenFlowServices m_services;
    ProfileListing m_listing;
    QList<TokenDemand> m_demands; ///< of all who wait
    SessionState::Step m_step = SessionState::Step::Idle;
    std::optional<LoadedProfile> m_profile; ///< holds the secrets, until the end
    NetworkAccess m_network; ///< the program's
    std::optional<TokenSet> m_earlier;
    QPointer<Job> m_running;
    int m_claims = 0; ///< how often the refresh token was asked for
    bool m_hasClaim = false;
    bool m_isNew = false;
    bool m_isStopped = false;
};

} // namespace mintmark

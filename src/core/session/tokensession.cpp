// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "session/tokensession.h"

#include "base/clock.h"
#include "base/errorcatalogue.h"
#include "profiles/profilestore.h"
#include "session/expiry.h"
#include "session/tokencache.h"
#include "session/tokenflows.h"
#include "session/verdictinput.h"

#include <algorithm>
#include <map>

namespace mintmark {

using namespace Qt::StringLiterals;

using Step = SessionState::Step;

namespace {

/// Uses nearer than this to the last one are not written: the index is written as a whole.
constexpr qint64 usedAgainMs = 60'000;

/// The trace a fetch leaves; empty when no server was asked.
QString resultName(const Result<TokenSet> &result)
{
    if (result.ok())
        return u"ok"_s;
    switch (exitCode(result.error().code)) {
    case ExitCode::Refused:
        return u"refused"_s;
    case ExitCode::Network:
    case ExitCode::TimedOut:
        return u"no_answer"_s;
    default:
        return {};
    }
}

} // namespace

class TokenSession::Private
{
public:
    Private(TokenSession *session, const TokenFlowServices &flowServices)
        : q(session), services(flowServices), flows(flowServices)
    { }

    void listen();
    void showStep(const ProfileId &id);
    void setTokenSet(const ProfileId &id, const std::optional<TokenSet> &tokenSet);
    void fail(const ProfileId &id, const Error &error);
    void onEnded(const ProfileId &id, const Result<TokenSet> &result, bool isNew);
    void keepNew(const ProfileId &id, const TokenSet &tokenSet);
    void leaveTraces(const ProfileId &id, const Result<TokenSet> &result);
    void noteUse(const ProfileId &id);
    void onListingsChanged();

    void readCached(const ProfileListing &listing);
    void readProfile(const ProfileId &id);
    void stopOpening(const ProfileId &id);

    /// A reading for open(), beside a flow or without one.
    struct Opening
    {
        QPointer<Job> job;
        Step step = Step::Idle;
        bool isOvertaken = false; ///< a new token came meanwhile
    };

    TokenSession *q;
    TokenFlowServices services;
    TokenFlows flows;
    std::map<ProfileId, SessionState> states;
    std::map<ProfileId, Step> flowSteps; ///< of flows under way
    std::map<ProfileId, Opening> opening;
    const SessionState nothing;
};

void TokenSession::Private::listen()
{
    connect(&flows, &TokenFlows::began, q, [this](const ProfileId &id) {
        states[id].lastError.reset();
        Q_EMIT q->changed(id);
    });
    connect(&flows, &TokenFlows::stepChanged, q, [this](const ProfileId &id, Step step) {
        flowSteps[id] = step;
        showStep(id);
    });
    connect(&flows, &TokenFlows::cacheRead, q,
            [this](const ProfileListing &listing, const std::optional<TokenSet> &tokenSet) {
                setTokenSet(listing.id, tokenSet);
            });
    connect(&flows, &TokenFlows::profileLoaded, q,
            [this](const ProfileId &id, const Profile &profile) {
                states[id].profile = profile;
                Q_EMIT q->changed(id);
            });
    connect(&flows, &TokenFlows::recorded, q,
            [this](const ProfileId &id, const ExchangeRecord &record) {
                states[id].addRecord(record);
                Q_EMIT q->changed(id);
            });
    connect(&flows, &TokenFlows::ended, q,
            [this](const ProfileId &id, const Result<TokenSet> &result, bool isNew) {
                onEnded(id, result, isNew);
            });
    connect(&services.profiles, &ProfileStore::listingsChanged, q, [this] { onListingsChanged(); });
}

void TokenSession::Private::showStep(const ProfileId &id)
{
    const auto flow = flowSteps.find(id);
    const auto reading = opening.find(id);
    SessionState &state = states[id];
    state.step = flow != flowSteps.end() && flow->second != Step::Idle ? flow->second
        : reading != opening.end()                                     ? reading->second.step
                                                                       : Step::Idle;
    if (!state.isRunning())
        state.startedAtMs.reset();
    else if (!state.startedAtMs)
        state.startedAtMs = services.clock.nowMs();
    Q_EMIT q->changed(id);
}

void TokenSession::Private::setTokenSet(const ProfileId &id,
                                        const std::optional<TokenSet> &tokenSet)
{
    SessionState &state = states[id];
    if (state.tokenSet == tokenSet)
        return;
    state.setTokenSet(tokenSet);
    Q_EMIT q->tokenSetChanged(id);
    Q_EMIT q->changed(id);
}

void TokenSession::Private::fail(const ProfileId &id, const Error &error)
{
    states[id].lastError = error;
    showStep(id);
    Q_EMIT q->failed(id, error);
}

void TokenSession::Private::onEnded(const ProfileId &id, const Result<TokenSet> &result, bool isNew)
{
    flowSteps.erase(id);
    if (result.ok() && isNew)
        keepNew(id, *result);
    if (isNew)
        leaveTraces(id, result);
    else if (result.ok())
        noteUse(id);
    if (result.ok())
        showStep(id);
    else
        fail(id, result.error());
}

void TokenSession::Private::keepNew(const ProfileId &id, const TokenSet &tokenSet)
{
    if (const auto listing = services.profiles.listing(id))
        services.cache.store(*listing, tokenSet);
    if (const auto reading = opening.find(id); reading != opening.end())
        reading->second.isOvertaken = true;
    setTokenSet(id, tokenSet);
}

void TokenSession::Private::leaveTraces(const ProfileId &id, const Result<TokenSet> &result)
{
    const QString name = resultName(result);
    if (name.isEmpty())
        return;
    const qint64 now = services.clock.nowMs();
    const SessionState &state = states[id];
    std::optional<qint64> expiresMs;
    if (result.ok() && state.tokenSet && state.token)
        expiresMs = expiryOf(*state.tokenSet, *state.token, now).expiresMs;
    // An index that cannot be written costs a trace, not the token.
    (void)services.profiles.changeListing(id, [&](ProfileListing &listing) {
        listing.lastUsedMs = now;
        listing.lastCheckedMs = now;
        listing.lastResult = name;
        if (result.ok())
            listing.tokenExpiresMs = expiresMs;
    });
}

/// Only what may change an order: which one was used last.
void TokenSession::Private::noteUse(const ProfileId &id)
{
    const qint64 now = services.clock.nowMs();
    const auto known = services.profiles.listing(id);
    const qint64 last = known ? known->lastUsedMs.value_or(0) : 0;
    const QList<ProfileListing> listings = services.profiles.listings();
    const bool isLatest = std::ranges::none_of(listings, [&](const ProfileListing &listing) {
        return listing.lastUsedMs.value_or(0) > last;
    });
    if (isLatest && last <= now && now - last < usedAgainMs)
        return;
    (void)services.profiles.changeListing(
        id, [now](ProfileListing &listing) { listing.lastUsedMs = now; });
}

/// Renamed or moved profiles show their new listing; those that are gone take their token along.
void TokenSession::Private::onListingsChanged()
{
    QList<ProfileId> gone;
    QList<ProfileId> updated;
    for (auto &[id, state] : states) {
        const std::optional<ProfileListing> listing = services.profiles.listing(id);
        if (!listing || listing->deletedAtMs) {
            gone << id;
        } else if (state.profile && state.profile->listing != *listing) {
            state.profile->listing = *listing;
            updated << id;
        }
    }
    for (const ProfileId &id : std::as_const(gone)) {
        flows.drop(id);
        stopOpening(id);
        services.cache.forget(id);
        states.erase(id);
        flowSteps.erase(id);
    }
    for (const ProfileId &id : gone + updated)
        Q_EMIT q->changed(id);
}

void TokenSession::Private::readCached(const ProfileListing &listing)
{
    const ProfileId id = listing.id;
    Job *job = runJob(services.cache.load(listing), q,
                      [this, id](const Result<std::optional<TokenSet>> &cached) {
                          if (!opening[id].isOvertaken)
                              setTokenSet(id, cached.ok() ? *cached : std::nullopt);
                          readProfile(id);
                      });
    opening[id] = { job, Step::ReadingCache };
    showStep(id);
}

void TokenSession::Private::readProfile(const ProfileId &id)
{
    Job *job =
        runJob(services.profiles.load(id), q, [this, id](const Result<LoadedProfile> &loaded) {
            opening.erase(id);
            if (loaded.ok())
                states[id].profile = loaded->profile;
            else if (!flowSteps.contains(id))
                return fail(id, loaded.error()); // a flow finds out by itself
            showStep(id);
        });
    opening[id] = { job, Step::ReadingProfile };
    showStep(id);
}

void TokenSession::Private::stopOpening(const ProfileId &id)
{
    const auto found = opening.find(id);
    if (found == opening.end())
        return;
    delete found->second.job;
    opening.erase(found);
}

TokenSession::TokenSession(ProfileStore &store, TokenCache &cache, const Clock &clock,
                           ExchangeLimits limits, QObject *parent)
    : QObject(parent),
      d(std::make_unique<Private>(this, TokenFlowServices { store, cache, clock, limits }))
{
    d->listen();
}

TokenSession::~TokenSession() = default;

std::unique_ptr<ResultJob<TokenSet>> TokenSession::token(const ProfileId &id,
                                                         const TokenDemand &demand)
{
    return d->flows.ask(id, demand);
}

std::unique_ptr<ResultJob<TokenSet>> TokenSession::token(LoadedProfile profile,
                                                         const TokenDemand &demand)
{
    return std::make_unique<TokenFlow>(d->services, std::move(profile), demand);
}

void TokenSession::open(const ProfileId &id)
{
    if (d->opening.contains(id))
        return;
    d->states[id].lastError.reset();
    const std::optional<ProfileListing> listing = d->services.profiles.listing(id);
    if (listing && !listing->deletedAtMs)
        d->readCached(*listing);
    else
        d->readProfile(id); // which says so
}

void TokenSession::cancel(const ProfileId &id)
{
    d->flows.drop(id);
}

void TokenSession::forget(const ProfileId &id)
{
    d->services.cache.forget(id);
    if (d->states.contains(id))
        d->setTokenSet(id, std::nullopt);
    (void)d->services.profiles.changeListing(
        id, [](ProfileListing &listing) { listing.tokenExpiresMs.reset(); });
}

void TokenSession::clearMemory()
{
    d->flows.dropAll();
    d->services.cache.clearMemory();
    QList<ProfileId> cleared;
    for (auto &[id, state] : d->states) {
        d->stopOpening(id);
        SessionState empty;
        empty.records = state.records; // without secrets
        state = empty;
        cleared << id;
    }
    d->flowSteps.clear();
    for (const ProfileId &id : std::as_const(cleared)) {
        Q_EMIT tokenSetChanged(id);
        Q_EMIT changed(id);
    }
}

const SessionState &TokenSession::state(const ProfileId &id) const
{
    const auto found = d->states.find(id);
    return found == d->states.end() ? d->nothing : found->second;
}

QList<TokenCheck> TokenSession::checks(const ProfileId &id, qint64 nowMs) const
{
    const SessionState &known = state(id);
    return known.token ? checkToken(*known.token, checkContext(known, nowMs)) : QList<TokenCheck>();
}

} // namespace mintmark

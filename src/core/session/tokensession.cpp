// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "session/tokensession.h"

#include "base/clock.h"
#include "profiles/profilestore.h"
#include "session/signingkeys.h"
#include "session/tokencache.h"
#include "session/tokenflows.h"
#include "session/tokentraces.h"
#include "session/verdictinput.h"

#include <map>
#include <set>
#include <utility>

namespace mintmark {

using namespace Qt::StringLiterals;

using Step = SessionState::Step;

class TokenSession::Private
{
public:
    Private(TokenSession *session, const TokenFlowServices &flowServices)
        : q(session),
          services(flowServices),
          flows(flowServices),
          traces(flowServices.profiles, flowServices.clock),
          keys(flowServices.clock, flowServices.limits, flowServices.network, &flowServices.profiles)
    { }

    void listen();
    void showStep(const ProfileId &id);
    void setTokenSet(const ProfileId &id, const std::optional<TokenSet> &tokenSet);
    void fail(const ProfileId &id, const Error &error);
    void onEnded(const ProfileId &id, const Result<TokenSet> &result, bool isNew);
    void keepNew(const ProfileId &id, const TokenSet &tokenSet);
    void adopt(const ProfileId &id);
    void onListingsChanged();

    void readCached(const ProfileListing &listing);
    void readProfile(const ProfileId &id);
    void stopOpening(const ProfileId &id);
    void checkSignature(const ProfileId &id);
    void onChecked(const ProfileId &id, const Token &token, const SignatureFinding &finding);

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
    TokenTraces traces;
    SigningKeys keys;
    std::set<ProfileId> shown; ///< opened: somebody looks at what is known of the signature
    std::map<ProfileId, KeySource> keySources; ///< what a state's signature was checked with
    std::map<ProfileId, SessionState> states;
    std::map<ProfileId, Step> flowSteps; ///< of flows under way
    std::map<ProfileId, Opening> opening;
    std::map<ProfileId, ClientConfiguration> altered; ///< what the token was asked with, for once
    const SessionState nothing;
};

void TokenSession::Private::listen()
{
    connect(&flows, &TokenFlows::began, q, [this](const ProfileId &id) {
        states[id].lastError.reset();
        altered.erase(id);
        Q_EMIT q->changed(id);
    });
    connect(&flows, &TokenFlows::altered, q,
            [this](const ProfileId &id, const ClientConfiguration &client) {
                altered.insert_or_assign(id, client);
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
    connect(&keys, &SigningKeys::recorded, q,
            [this](const ProfileId &id, const ExchangeRecord &record) {
                states[id].addRecord(record);
                Q_EMIT q->changed(id);
            });
    connect(&keys, &SigningKeys::checked, q,
            [this](const ProfileId &id, const std::shared_ptr<const Token> &token,
                   const SignatureFinding &finding) { onChecked(id, *token, finding); });
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
    checkSignature(id);
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
        traces.fetched(id, result);
    else if (result.ok())
        traces.used(id);
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

/// A request that was altered for once, and is the profile's own since: its token is one of the
/// profile as it is now, and need not be asked for again.
void TokenSession::Private::adopt(const ProfileId &id)
{
    const auto found = altered.find(id);
    const SessionState &state = states[id];
    if (found == altered.end() || !state.tokenSet || !state.profile)
        return;
    const int revision = state.profile->listing.requestRevision;
    TokenSet tokenSet = *state.tokenSet;
    if (tokenSet.requestRevision == revision)
        return; // not saved, or not yet
    const bool isOwn =
        state.profile->client == found->second && tokenSet.requestRevision + 1 == revision;
    altered.erase(found);
    if (!isOwn)
        return setTokenSet(id, std::nullopt);
    tokenSet.requestRevision = revision;
    keepNew(id, tokenSet);
    traces.changed(id, tokenSet);
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
        keys.drop(id);
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
    Job *job = runJob(
        services.cache.load(listing), q, [this, id](const Result<std::optional<TokenSet>> &cached) {
            const std::optional<TokenSet> tokenSet = cached.ok() ? *cached : std::nullopt;
            const bool mayBeAdopted = !tokenSet && altered.contains(id);
            if (!opening[id].isOvertaken && !mayBeAdopted)
                setTokenSet(id, tokenSet);
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
            if (loaded.ok()) {
                states[id].profile = loaded->profile;
                adopt(id);
            } else if (!flowSteps.contains(id))
                return fail(id, loaded.error()); // a flow finds out by itself
            showStep(id);
            checkSignature(id);
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

/// The token is there already; what is known of its signature follows. Only for profiles that say
/// where keys are, and only while somebody looks: a command line that prints a token asks nobody.
void TokenSession::Private::checkSignature(const ProfileId &id)
{
    SessionState &state = states[id];
    if (!state.token || !state.profile || !shown.contains(id))
        return keys.drop(id);
    const KeySource source = KeySource::of(*state.profile);
    if (std::exchange(keySources[id], source) != source) {
        keys.drop(id);
        state.setSignature(signatureStatusWithoutKeys(*state.token));
    }
    const bool isOpen = state.token->kind() == TokenKind::Jws
        && state.signature == SignatureStatus::NotChecked;
    if (source.isEmpty() || !isOpen)
        return;
    const std::shared_ptr<const Token> token = state.token;
    const auto finding = keys.check(id, token, source);
    onChecked(id, *token,
              finding.value_or(SignatureFinding {
                  SignatureStatus::NotChecked, {}, fetchingKeysSentence() }));
}

void TokenSession::Private::onChecked(const ProfileId &id, const Token &token,
                                      const SignatureFinding &finding)
{
    SessionState &state = states[id];
    if (!state.token || *state.token != token)
        return;
    state.setSignature(finding.status, finding.keyId, finding.reason);
    Q_EMIT q->changed(id);
}

TokenSession::TokenSession(ProfileStore &store, TokenCache &cache, const Clock &clock,
                           ExchangeLimits limits, ProgramNetwork *network, QObject *parent)
    : QObject(parent),
      d(std::make_unique<Private>(this, TokenFlowServices { store, cache, clock, limits, network }))
{
    d->listen();
}

TokenSession::~TokenSession()
{
    // The last traces are written yet, but nobody is told any more.
    disconnect(&d->services.profiles, nullptr, this, nullptr);
}

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

std::unique_ptr<ResultJob<TokenSet>> TokenSession::testSecret(LoadedProfile profile)
{
    const ProfileId id = profile.profile.listing.id;
    auto flow = std::make_unique<TokenFlow>(d->services, std::move(profile),
                                            TokenDemand { TokenDemand::Mode::New, {}, {} });
    connect(flow.get(), &TokenFlow::recorded, this, [this, id](ExchangeRecord record) {
        record.purpose = u"secret_test"_s;
        d->states[id].addRecord(record);
        Q_EMIT changed(id);
    });
    return flow;
}

void TokenSession::open(const ProfileId &id)
{
    d->shown.insert(id);
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
    d->traces.changed(id, std::nullopt);
}

void TokenSession::clearMemory()
{
    d->flows.dropAll();
    d->services.cache.clearMemory();
    QList<ProfileId> cleared;
    for (auto &[id, state] : d->states) {
        d->stopOpening(id);
        d->keys.drop(id);
        SessionState empty;
        empty.records = state.records; // without secrets
        state = empty;
        cleared << id;
    }
    d->flowSteps.clear();
    d->altered.clear();
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

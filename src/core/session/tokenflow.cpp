// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "session/tokenflow.h"

#include "base/clock.h"
#include "oauth/clientauthentication.h"
#include "oauth/provider.h"
#include "profiles/profilestore.h"
#include "session/expiry.h"
#include "session/flowerrors.h"
#include "session/programnetwork.h"
#include "session/tokencache.h"

#include <QTimer>

#include <algorithm>

namespace mintmark {

using namespace Qt::StringLiterals;

using Mode = TokenDemand::Mode;
using Step = SessionState::Step;

namespace {

/// Longer than a renewal takes, shorter than a person's patience.
constexpr int claimEveryMs = 50;
constexpr int mostClaims = 200;

} // namespace

TokenFlow::TokenFlow(TokenFlowServices services, ProfileListing listing, TokenDemand demand)
    : m_services(services), m_listing(std::move(listing)), m_demands { std::move(demand) }
{ }

TokenFlow::TokenFlow(TokenFlowServices services, LoadedProfile profile, TokenDemand demand)
    : m_services(services),
      m_listing(profile.profile.listing),
      m_demands { std::move(demand) },
      m_profile(std::move(profile))
{ }

void TokenFlow::join(const TokenDemand &demand)
{
    m_demands << demand;
}

void TokenFlow::run()
{
    if (m_profile)
        return next(Stage::ReadNetwork);
    next(mode() == Mode::New ? Stage::ReadProfile : Stage::ReadCache);
}

void TokenFlow::stop()
{
    m_isStopped = true;
    if (m_hasClaim)
        m_services.cache.release(m_listing.id);
    // A request that is cancelled was sent all the same.
    if (auto *sending = qobject_cast<TokenJob *>(m_running.data())) {
        sending->disconnect(this);
        sending->cancel();
        if (!sending->record().request.isEmpty())
            record(sending->record());
    }
    delete m_running;
    m_profile.reset();
}

/// Whoever hears a signal of ours may have cancelled: nothing follows then.
void TokenFlow::next(Stage stage)
{
    if (m_isStopped)
        return;
    switch (stage) {
    case Stage::ReadCache:
        return readCache();
    case Stage::ReadProfile:
        return readProfile();
    case Stage::ReadNetwork:
        return readNetwork();
    case Stage::Choose:
        return choose();
    case Stage::Claim:
        return claim();
    case Stage::Renew:
        return renew();
    case Stage::Fetch:
        return fetch();
    }
}

void TokenFlow::readCache()
{
    m_running = runJob(m_services.cache.load(m_listing), this,
                       [this](const Result<std::optional<TokenSet>> &cached) {
                           onCacheRead(cached.ok() ? *cached : std::nullopt);
                       });
    enter(Step::ReadingCache);
}

void TokenFlow::onCacheRead(const std::optional<TokenSet> &tokenSet)
{
    m_earlier = tokenSet;
    Q_EMIT cacheRead(tokenSet);
    const auto isEnoughFor = [&](const TokenDemand &demand) {
        return isGoodEnough(*tokenSet, demand);
    };
    // The profile is not needed for a token that is there already.
    if (tokenSet && std::ranges::all_of(m_demands, isEnoughFor))
        return end(*tokenSet);
    next(Stage::ReadProfile);
}

void TokenFlow::readProfile()
{
    m_running = runJob(m_services.profiles.load(m_listing.id), this,
                       [this](Result<LoadedProfile> loaded) { onLoaded(std::move(loaded)); });
    enter(Step::ReadingProfile);
}

void TokenFlow::onLoaded(Result<LoadedProfile> loaded)
{
    if (!loaded.ok())
        return end(loaded.error());
    const Profile profile = loaded->profile;
    m_profile = std::move(loaded).value();
    Q_EMIT profileLoaded(profile);
    next(Stage::ReadNetwork);
}

void TokenFlow::readNetwork()
{
    if (m_services.network == nullptr)
        return next(Stage::Choose);
    if (const std::optional<NetworkAccess> known = m_services.network->known()) {
        m_network = *known;
        return next(Stage::Choose);
    }
    m_running = runJob(m_services.network->access(), this, [this](const Result<NetworkAccess> &read) {
        if (read.ok())
            m_network = *read;
        next(Stage::Choose);
    });
}

NetworkAccess TokenFlow::networkFor(const QString &host) const
{
    NetworkAccess own { m_profile->profile.client.network, m_profile->secrets.client.network, {} };
    if (m_services.network != nullptr)
        own.trusted = m_services.network->trusted().forHost(host);
    return merged(m_network, own);
}

void TokenFlow::choose()
{
    ClientConfiguration &client = m_profile->profile.client;
    const ClientConfiguration own = client;
    for (const TokenDemand &demand : std::as_const(m_demands))
        applyChange(client, demand.change);
    const bool spends = client.renewal == RenewalPolicy::RefreshToken;
    const Stage stage = !canRenew() ? Stage::Fetch : spends ? Stage::Claim : Stage::Renew;
    if (client != own)
        Q_EMIT altered(ClientConfiguration(client));
    next(stage);
}

/// A refresh token is spent once: when two processes send the same one, the server takes the tokens
/// of both away (RFC 9700 §4.14.2).
void TokenFlow::claim()
{
    const ProfileListing &listing = m_profile->profile.listing;
    m_hasClaim = m_services.cache.claim(listing);
    enter(Step::Renewing);
    if (!m_hasClaim) {
        if (++m_claims == mostClaims)
            return next(Stage::Fetch);
        QTimer::singleShot(claimEveryMs, this, [this] { next(Stage::Claim); });
        return;
    }
    m_running = runJob(m_services.cache.load(listing), this,
                       [this](const Result<std::optional<TokenSet>> &cached) {
                           onClaimed(cached.ok() ? *cached : std::nullopt);
                       });
}

/// Whoever had it before may have left a newer token.
void TokenFlow::onClaimed(const std::optional<TokenSet> &newest)
{
    m_earlier = newest;
    const auto isEnoughFor = [&](const TokenDemand &demand) {
        return isGoodEnough(*newest, demand);
    };
    if (newest && std::ranges::all_of(m_demands, isEnoughFor))
        return end(*newest);
    next(canRenew() ? Stage::Renew : Stage::Fetch);
}

void TokenFlow::renew()
{
    const ClientConfiguration client = requestConfiguration(m_profile->profile);
    const ClientCredentials &credentials = m_profile->secrets.client;
    Result<TokenRequest> request = client.renewal == RenewalPolicy::Get
        ? TokenRequest::renewal(client, *m_earlier->accessToken, credentials)
        : TokenRequest::refresh(client, *m_earlier->refreshToken, credentials, m_services.clock);
    if (!request.ok()) {
        recordUnsent(request.error(), true);
        return next(Stage::Fetch);
    }
    exchange(std::move(request).value(), [this](const Result<TokenResponse> &response) {
        if (response.ok())
            return end(renewedSetOf(*response));
        // Who asks to wait is not asked in another way at once.
        if (response.error().code == ErrorCode::TooManyRequests)
            return end(response.error());
        next(Stage::Fetch);
    });
    enter(Step::Renewing);
}

void TokenFlow::fetch()
{
    const Profile &profile = m_profile->profile;
    const Provider provider = providerById(profile.provider);
    const bool hasSecret = !m_profile->secrets.client.clientSecret.isEmpty();
    if (const auto missing = missingField(provider, profile.client, hasSecret))
        return end(profileIncomplete(provider, *missing));
    if (lacksCertificate())
        return end(profileIncomplete(provider, u"client_certificate"_s));
    Result<TokenRequest> request = TokenRequest::from(
        requestConfiguration(profile), m_profile->secrets.client, m_services.clock);
    if (!request.ok()) {
        recordUnsent(request.error(), false);
        return end(withProfile(request.error(), profile));
    }
    exchange(std::move(request).value(), [this](const Result<TokenResponse> &response) {
        if (response.ok())
            return end(tokenSetOf(*response));
        end(withProfile(response.error(), m_profile->profile)); // as recorded
    });
    enter(Step::Fetching);
}

/// RFC 8705 §2: without a certificate in the handshake the request proves nothing.
bool TokenFlow::lacksCertificate() const
{
    const ClientConfiguration &client = m_profile->profile.client;
    const NetworkAccess access = networkFor(QUrl(client.tokenEndpoint).host());
    return requiredFields(client.authentication, client.grantType).clientCertificate
        && access.settings.clientCertificate == ClientCertificateSource::Inherited;
}

void TokenFlow::end(Result<TokenSet> result)
{
    // A new token keeps the claim until it is in its file.
    if (m_hasClaim && !(m_isNew && result.ok()))
        m_services.cache.release(m_listing.id);
    m_profile.reset();
    finish(std::move(result));
}

Mode TokenFlow::mode() const
{
    return std::ranges::max(m_demands, {}, &TokenDemand::mode).mode;
}

bool TokenFlow::answers(const TokenDemand &demand) const
{
    return m_isNew || !result().ok() || isGoodEnough(*result(), demand);
}

bool TokenFlow::isGoodEnough(const TokenSet &tokenSet, const TokenDemand &demand) const
{
    if (demand.mode != Mode::CachedOrNew)
        return false;
    const Token token = Token::parse(tokenSet.accessToken->view());
    const Expiry expiry = expiryOf(tokenSet, token, m_services.clock.nowMs());
    return mintmark::isGoodEnough(expiry,
                                  demand.minValidS
                                      ? *demand.minValidS * qint64(1000)
                                      : neededMs(tokenSet.minValidS, expiry.lifetimeMs));
}

/// A token that has ended authorizes nothing (RFC 6750 §3.1), a renewal by it neither: it is tried
/// only when a person asks for just that. A refresh token outlives it.
bool TokenFlow::canRenew() const
{
    const Profile &profile = m_profile->profile;
    const bool asksInAnotherWay = std::ranges::any_of(
        m_demands, [](const TokenDemand &demand) { return !demand.change.isEmpty(); });
    if (profile.client.renewal == RenewalPolicy::Repeat || mode() == Mode::New || asksInAnotherWay
        || !m_earlier || m_earlier->requestRevision != profile.listing.requestRevision)
        return false;
    if (profile.client.renewal == RenewalPolicy::RefreshToken)
        return m_earlier->refreshToken != nullptr;
    if (mode() == Mode::Renew)
        return true;
    const Token token = Token::parse(m_earlier->accessToken->view());
    return expiryOf(*m_earlier, token, m_services.clock.nowMs()).state != Expiry::State::Expired;
}

void TokenFlow::enter(Step step)
{
    if (step == m_step)
        return;
    m_step = step;
    Q_EMIT stepChanged();
}

template <class Then> void TokenFlow::exchange(TokenRequest request, Then then)
{
    NetworkAccess access = networkFor(request.http().host());
    auto job = std::make_unique<TokenJob>(std::move(request), std::move(access), m_services.limits,
                                          m_services.clock);
    TokenJob *sending = job.get();
    m_running = runJob(std::move(job), this, [this, sending, then](Result<TokenResponse> response) {
        m_isNew = true;
        record(sending->record());
        if (!m_isStopped)
            then(std::move(response));
    });
    if (const std::optional<ProfileListing> listing = m_services.profiles.listing(m_listing.id))
        m_services.cache.expectStore(*listing);
}

void TokenFlow::record(ExchangeRecord record)
{
    if (record.error)
        record.error = record.purpose == "renewal"_L1
            ? renewalError(*record.error, m_profile->profile.client.renewal)
            : withProfile(*record.error, m_profile->profile);
    Q_EMIT recorded(record);
}

void TokenFlow::recordUnsent(const Error &error, bool isRenewal)
{
    const ClientConfiguration &client = m_profile->profile.client;
    const bool own = isRenewal && !client.renewalEndpoint.isEmpty();
    ExchangeRecord unsent;
    unsent.startedAtMs = m_services.clock.nowMs();
    unsent.purpose = isRenewal ? u"renewal"_s : u"token"_s;
    const bool isGet = isRenewal && client.renewal == RenewalPolicy::Get;
    unsent.method = isGet ? u"GET"_s : u"POST"_s;
    unsent.url = QUrl(own ? client.renewalEndpoint : client.tokenEndpoint)
                     .toString(QUrl::RemoveUserInfo | QUrl::RemoveFragment);
    unsent.error = error;
    record(unsent);
}

/// RFC 6749 §6: a server that issues no new refresh token leaves the old one in force.
TokenSet TokenFlow::renewedSetOf(const TokenResponse &response) const
{
    TokenSet set = tokenSetOf(response);
    if (!set.refreshToken && m_profile->profile.client.renewal == RenewalPolicy::RefreshToken)
        set.refreshToken = m_earlier->refreshToken;
    return set;
}

TokenSet TokenFlow::tokenSetOf(const TokenResponse &response) const
{
    const Profile &profile = m_profile->profile;
    return TokenSet::from(response, profile.listing.requestRevision, profile.minValidS);
}

} // namespace mintmark

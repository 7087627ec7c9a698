// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "session/tokentraces.h"

#include "base/clock.h"
#include "base/errorcatalogue.h"
#include "session/expiry.h"

#include <algorithm>
#include <utility>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 usedAgainMs = 60'000;
/// Long enough for a token to be painted first, short for whoever looks at the list.
constexpr int waitMs = 100;

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

std::optional<qint64> expiresMs(const TokenSet &tokenSet, qint64 nowMs)
{
    return expiryOf(tokenSet, Token::parse(tokenSet.accessToken->view()), nowMs).expiresMs;
}

} // namespace

TokenTraces::TokenTraces(ProfileStore &profiles, const Clock &clock, QObject *parent)
    : QObject(parent), m_profiles(profiles), m_clock(clock)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(waitMs);
    connect(&m_soon, &QTimer::timeout, this, &TokenTraces::flush);
}

TokenTraces::~TokenTraces()
{
    flush();
}

void TokenTraces::fetched(const ProfileId &id, const Result<TokenSet> &result)
{
    const QString name = resultName(result);
    if (name.isEmpty())
        return;
    const qint64 now = m_clock.nowMs();
    if (result.ok())
        changed(id, *result);
    const auto leave = [now, name](ProfileListing &listing) {
        listing.lastUsedMs = now;
        listing.lastCheckedMs = now;
        listing.lastResult = name;
    };
    // There is no token to be shown first: the list says it when the page does.
    if (!result.ok())
        m_profiles.showTraces({ { id, leave } });
    add(id, leave);
}

void TokenTraces::used(const ProfileId &id)
{
    const qint64 now = m_clock.nowMs();
    const std::optional<ProfileListing> known = m_profiles.listing(id);
    const qint64 last = known ? known->lastUsedMs.value_or(0) : 0;
    const QList<ProfileListing> listings = m_profiles.listings();
    const bool isLatest = std::ranges::none_of(listings, [last](const ProfileListing &listing) {
        return listing.lastUsedMs.value_or(0) > last;
    });
    if (!isLatest || last > now || now - last >= usedAgainMs)
        add(id, [now](ProfileListing &listing) { listing.lastUsedMs = now; });
}

void TokenTraces::changed(const ProfileId &id, const std::optional<TokenSet> &tokenSet)
{
    if (!tokenSet)
        return add(id, [](ProfileListing &listing) { listing.tokenExpiresMs.reset(); });
    add(id,
        [expires = expiresMs(*tokenSet, m_clock.nowMs()),
         revision = tokenSet->requestRevision](ProfileListing &listing) {
            // Edited meanwhile: it is a token of another request.
            if (listing.requestRevision == revision)
                listing.tokenExpiresMs = expires;
        });
}

void TokenTraces::add(const ProfileId &id, std::function<void(ProfileListing &)> leave)
{
    m_waiting << ProfileStore::Trace { id, std::move(leave) };
    if (!m_soon.isActive())
        m_soon.start();
}

void TokenTraces::flush()
{
    m_soon.stop();
    const QList<ProfileStore::Trace> traces = std::exchange(m_waiting, {});
    if (!traces.isEmpty())
        (void)m_profiles.leaveTraces(traces);
}

} // namespace mintmark

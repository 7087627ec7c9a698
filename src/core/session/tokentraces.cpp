// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "session/tokentraces.h"

#include "base/errorcatalogue.h"
#include "profiles/profilestore.h"
#include "session/expiry.h"

#include <algorithm>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 usedAgainMs = 60'000;

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

void traceFetch(ProfileStore &profiles, const ProfileId &id, const Result<TokenSet> &result,
                qint64 nowMs)
{
    const QString name = resultName(result);
    if (name.isEmpty())
        return;
    (void)profiles.changeListing(id, [&](ProfileListing &listing) {
        listing.lastUsedMs = nowMs;
        listing.lastCheckedMs = nowMs;
        listing.lastResult = name;
        if (result.ok())
            listing.tokenExpiresMs = expiresMs(*result, nowMs);
    });
}

void traceUse(ProfileStore &profiles, const ProfileId &id, qint64 nowMs)
{
    const std::optional<ProfileListing> known = profiles.listing(id);
    const qint64 last = known ? known->lastUsedMs.value_or(0) : 0;
    const QList<ProfileListing> listings = profiles.listings();
    const bool isLatest = std::ranges::none_of(listings, [last](const ProfileListing &listing) {
        return listing.lastUsedMs.value_or(0) > last;
    });
    if (isLatest && last <= nowMs && nowMs - last < usedAgainMs)
        return;
    (void)profiles.changeListing(id,
                                 [nowMs](ProfileListing &listing) { listing.lastUsedMs = nowMs; });
}

void traceToken(ProfileStore &profiles, const ProfileId &id,
                const std::optional<TokenSet> &tokenSet, qint64 nowMs)
{
    (void)profiles.changeListing(id, [&](ProfileListing &listing) {
        listing.tokenExpiresMs = tokenSet ? expiresMs(*tokenSet, nowMs) : std::nullopt;
    });
}

} // namespace mintmark

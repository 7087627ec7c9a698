// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/tokens/primarylabel.h"

#include "session/expiry.h"
#include "session/timetext.h"

#include <QCoreApplication>

#include <algorithm>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(PrimaryLabel)
};

} // namespace

bool isGoodEnough(const SessionState &state, qint64 nowMs)
{
    if (!state.tokenSet || !state.token)
        return false;
    const Expiry expiry = expiryOf(*state.tokenSet, *state.token, nowMs);
    return isGoodEnough(expiry, neededMs(state.tokenSet->minValidS, expiry.lifetimeMs));
}

QString primaryLabel(const ProfileListing &listing, const SessionState &state, bool armed,
                     qint64 nowMs)
{
    const bool production = listing.environment == Environment::Production;
    if (armed)
        return Text::tr("Press again to copy production token");
    if (isGoodEnough(state, nowMs))
        return production ? Text::tr("Copy production token") : Text::tr("Copy token");
    return production ? Text::tr("Fetch and copy production token")
                      : Text::tr("Fetch and copy token");
}

const ExchangeRecord *newestTokenExchange(const SessionState &state)
{
    const auto found = std::find_if(
        state.records.cbegin(), state.records.cend(), [](const ExchangeRecord &record) {
            return record.purpose == "token"_L1 || record.purpose == "renewal"_L1;
        });
    return found == state.records.cend() ? nullptr : &*found;
}

QString exchangeMeta(const SessionState &state, qint64 nowMs)
{
    const ExchangeRecord *record = newestTokenExchange(state);
    if (!record)
        return {};
    QStringList parts { localTimeText(record->startedAtMs, nowMs) };
    if (record->status > 0)
        parts << u"HTTP %1"_s.arg(record->status);
    if (record->timings.totalMs >= 0)
        parts << u"%1 ms"_s.arg(record->timings.totalMs);
    return parts.join(u" · "_s);
}

} // namespace mintmark

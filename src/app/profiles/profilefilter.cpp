// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/profiles/profilefilter.h"

#include <QCoreApplication>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

struct Row
{
    ProfileFilter filter;
    QLatin1StringView id;
    const char *name;
};

constexpr Row rows[] = {
    { ProfileFilter::All, "all"_L1, QT_TRANSLATE_NOOP("ProfileFilter", "All") },
    { ProfileFilter::Live, "live"_L1, QT_TRANSLATE_NOOP("ProfileFilter", "Live") },
    { ProfileFilter::Production, "production"_L1,
      QT_TRANSLATE_NOOP("ProfileFilter", "Production") },
    { ProfileFilter::Failing, "failing"_L1, QT_TRANSLATE_NOOP("ProfileFilter", "Failing") },
    { ProfileFilter::NeedsSecret, "needs_secret"_L1,
      QT_TRANSLATE_NOOP("ProfileFilter", "Needs a secret") },
};

bool isLive(const ProfileListing &listing, qint64 nowMs)
{
    return listing.tokenExpiresMs && *listing.tokenExpiresMs > nowMs;
}

bool isFailing(const ProfileListing &listing)
{
    return listing.lastResult == "refused"_L1 || listing.lastResult == "no_answer"_L1;
}

} // namespace

bool passes(ProfileFilter filter, const ProfileListing &listing, const RowState &state,
            qint64 nowMs)
{
    switch (filter) {
    case ProfileFilter::All:
        return true;
    case ProfileFilter::Live:
        return isLive(listing, nowMs);
    case ProfileFilter::Production:
        return listing.environment == Environment::Production;
    case ProfileFilter::Failing:
        return isFailing(listing);
    case ProfileFilter::NeedsSecret:
        return state.noSecret;
    }
    return false;
}

void FilterCounts::add(const ProfileListing &listing, const RowState &state, qint64 nowMs, int step)
{
    all += step;
    live += isLive(listing, nowMs) ? step : 0;
    failing += isFailing(listing) ? step : 0;
    needsSecret += state.noSecret ? step : 0;
}

QList<FilterChoice> filterChoices(const FilterCounts &counts)
{
    const auto choice = [](ProfileFilter filter, int count) {
        return FilterChoice { filterChipId(filter), filterName(filter), count };
    };
    QList<FilterChoice> choices { choice(ProfileFilter::All, counts.all),
                                  choice(ProfileFilter::Live, counts.live),
                                  choice(ProfileFilter::Production, -1) };
    if (counts.failing > 0)
        choices << choice(ProfileFilter::Failing, counts.failing);
    if (counts.needsSecret > 0)
        choices << choice(ProfileFilter::NeedsSecret, counts.needsSecret);
    return choices;
}

ProfileFilter filterOfChip(const QString &chipId)
{
    for (const Row &row : rows) {
        if (chipId == row.id)
            return row.filter;
    }
    return ProfileFilter::All;
}

QString filterName(ProfileFilter filter)
{
    return QCoreApplication::translate("ProfileFilter", rows[static_cast<size_t>(filter)].name);
}

QString filterChipId(ProfileFilter filter)
{
    return rows[static_cast<size_t>(filter)].id;
}

} // namespace mintmark

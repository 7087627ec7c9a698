// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/tokens/curememory.h"

#include "oauth/provider.h"

namespace mintmark {

bool CureMemory::canBeShared(const Profile &profile)
{
    return providerById(profile.provider).id == profile.provider
        && profile.provider != providerById({}).id;
}

void CureMemory::noteRefused(const Profile &profile)
{
    QList<Profile> &refused = m_refused[profile.listing.id];
    if (refused.isEmpty() || refused.constLast().client != profile.client)
        refused << profile;
}

std::optional<PresetAdjustment> CureMemory::takeCure(const Profile &worked)
{
    const QList<Profile> refused = m_refused.take(worked.listing.id);
    for (const Profile &before : refused) {
        const auto change = onlyChange(before.client, worked.client);
        if (change && before.provider == worked.provider
            && before.secretSavedAtMs == worked.secretSavedAtMs)
            return PresetAdjustment { worked.provider, requestValue(before.client, change->field),
                                      *change };
    }
    return {};
}

} // namespace mintmark

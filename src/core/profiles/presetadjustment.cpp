// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "profiles/presetadjustment.h"

#include "oauth/provider.h"
#include "profiles/profile.h"

namespace mintmark {

bool adjust(Profile &profile, const PresetAdjustment &adjustment)
{
    if (profile.provider != adjustment.provider)
        return false;
    const QString &field = adjustment.change.field;
    QString value = requestValue(profile.client, field);
    if (value.isEmpty())
        value = requestValue(providerById(profile.provider).defaults, field);
    return value == adjustment.from && value != adjustment.change.value
        && applyChange(profile.client, adjustment.change);
}

void adjustNew(Profile &profile, const QList<PresetAdjustment> &adjustments)
{
    for (const PresetAdjustment &adjustment : adjustments)
        adjust(profile, adjustment);
}

PresetAdjustment inverse(const PresetAdjustment &adjustment)
{
    return { adjustment.provider, adjustment.change.value,
             { adjustment.change.field, adjustment.from } };
}

} // namespace mintmark

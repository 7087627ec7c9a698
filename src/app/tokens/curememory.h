// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "profiles/presetadjustment.h"
#include "profiles/profile.h"

#include <QHash>

#include <optional>

namespace mintmark {

/// How profiles were when their server refused, to tell what it was that helped.
class CureMemory
{
public:
    /// Without a preset of its own a profile has nobody to share a cure with.
    static bool canBeShared(const Profile &profile);

    void noteRefused(const Profile &profile);
    /// The one thing that was changed in the profile since one of the refusals, oldest first;
    /// nothing when there was none, or more was changed, its secret too. Forgets them.
    std::optional<PresetAdjustment> takeCure(const Profile &worked);

private:
    QHash<ProfileId, QList<Profile>> m_refused;
};

} // namespace mintmark

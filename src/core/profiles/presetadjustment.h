// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "profiles/requestchange.h"

#include <QList>

namespace mintmark {

struct Profile;

/// A cure that worked, for all profiles of a preset: what its server wants otherwise than the preset
/// says. Holds no secret and nothing of one client.
struct PresetAdjustment
{
    QString provider; ///< preset id
    QString from;     ///< the value that was refused
    RequestChange change;

    friend bool operator==(const PresetAdjustment &, const PresetAdjustment &) = default;
};

/// Takes a profile from the value that was refused to the one that worked, if it is of the preset
/// and has the former: said so by itself, or left to the preset. False, and nothing changed, for any
/// other: it says something else on purpose.
bool adjust(Profile &profile, const PresetAdjustment &adjustment);
/// What a new profile of its preset is given.
void adjustNew(Profile &profile, const QList<PresetAdjustment> &adjustments);
/// The way back.
PresetAdjustment inverse(const PresetAdjustment &adjustment);

} // namespace mintmark

// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "profiles/profile.h"

#include <QJsonObject>

namespace mintmark {

/// One entry of profiles.json. nullopt when it has no valid id; any other member that is missing or
/// of another type is as if it were not set.
std::optional<ProfileListing> listingFromJson(const QJsonObject &entry);

/// `entry` with the members of `listing`; members this version does not know stay.
QJsonObject listingToJson(const ProfileListing &listing, QJsonObject entry = {});

} // namespace mintmark

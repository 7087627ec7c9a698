// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "oauth/provider.h"

namespace mintmark {

struct Profile;

/// What a new profile of this preset has: the request, and the addresses of keys, introspection and
/// revocation. Names, ids and notes stay.
void startFromPreset(Profile &profile, const Provider &provider);

/// The values of the variables of the profile's preset, read back from its addresses, scope and
/// parameters. Those that were written by hand in another way are left out.
ProviderValues presetValues(const Profile &profile);

/// Is the token endpoint as the preset makes it, so that its variables say all there is to say?
bool presetReadsAddress(const Profile &profile);

/// Puts `values` where the profile's preset has its variables. What no variable stands in stays as
/// it is; what needs one that is missing becomes empty.
void setPresetValues(Profile &profile, const ProviderValues &values);

} // namespace mintmark

// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "profiles/profile.h"

namespace mintmark {

/// A profile while it is edited, secrets included: nothing of it is stored before Save.
/// Move-only because of them.
struct ProfileDraft
{
    Profile profile; ///< a null id for one that was never saved
    ProfileSecrets secrets; ///< as they would be saved
    bool secretReplaced = false; ///< the client secret is not the saved one

    ProfileDraft clone() const { return { profile, secrets.clone(), secretReplaced }; }
};

} // namespace mintmark

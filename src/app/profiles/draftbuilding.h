// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/profiles/profiledraft.h"
#include "profiles/presetadjustment.h"
#include "profiles/profiletext.h"

namespace mintmark {

/// An empty form of the first preset. `adjustments`, here and below: what its server wants otherwise.
ProfileDraft newDraft(const QString &customer, const QList<PresetAdjustment> &adjustments = {});
/// Another profile to begin with: what belongs to the client and to its past is left out.
ProfileDraft duplicateDraft(const Profile &profile);

/// What the preset `id` decides; the client's own values stay.
void applyProvider(Profile &profile, const QString &id,
                   const QList<PresetAdjustment> &adjustments = {});

/// "POST id.sage.com/oauth/token · JSON · secret in the body"
QString requestLine(const Profile &profile);

/// Puts what a text says into a draft. An address of another server than the preset's changes the
/// preset too.
void fillDraft(ProfileDraft &draft, const ProfileText &text,
               const QList<PresetAdjustment> &adjustments = {});
/// Takes that back out of `now` and leaves everything else that was changed since.
void unfillDraft(ProfileDraft &now, const ProfileDraft &before, const ProfileText &text);

} // namespace mintmark

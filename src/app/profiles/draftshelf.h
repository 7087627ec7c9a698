// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/profiles/profiledraft.h"
#include "app/profiles/profilefield.h"

#include <QSet>

#include <map>
#include <optional>

namespace mintmark {

/// A draft with what the page needs to be as it was left.
struct KeptDraft
{
    ProfileDraft draft;
    ProfileDraft original; ///< to tell what was changed
    QSet<ProfileField> revealed;
    bool secretsForgotten = false; ///< a saved profile's; they have to be loaded before it is saved

    bool isModified() const;
    /// "Acme · Payments Out", or "New profile" while it has no name.
    QString name() const;
    /// The typed ones are lost, the saved ones can be loaded again.
    void forgetSecrets();
    /// Brings the loaded secrets back where no newer one was typed.
    void restoreSecrets(ProfileSecrets secrets);
};

/// Drafts that were left, in memory, by profile id; null for the new profile.
class DraftShelf
{
public:
    QList<ProfileId> ids() const;
    const KeptDraft &at(const ProfileId &id) const { return m_drafts.at(id); }
    bool has(const ProfileId &id) const { return m_drafts.contains(id); }
    void put(KeptDraft draft);
    std::optional<KeptDraft> take(const ProfileId &id);
    void discard(const ProfileId &id) { m_drafts.erase(id); }
    void forgetSecrets();

private:
    std::map<ProfileId, KeptDraft> m_drafts;
};

} // namespace mintmark

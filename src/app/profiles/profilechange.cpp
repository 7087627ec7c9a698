// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/profiles/profilechange.h"

namespace mintmark {

ChangeProfileJob::ChangeProfileJob(ProfileStore &store, const ProfileId &id, Edit edit)
    : m_store(store), m_id(id), m_edit(std::move(edit))
{ }

void ChangeProfileJob::run()
{
    m_step = runJob(m_store.load(m_id), this, [this](Result<LoadedProfile> loaded) {
        if (loaded)
            save(std::move(loaded).value());
        else
            finish(loaded.error());
    });
}

void ChangeProfileJob::save(LoadedProfile loaded)
{
    m_edit(loaded.profile);
    const auto keep = ProfileStore::keepOf(loaded.profile.listing);
    m_step = runJob(m_store.save(std::move(loaded.profile), std::move(loaded.secrets), keep), this,
                    [this](const Result<ProfileListing> &saved) { finish(saved); });
}

} // namespace mintmark

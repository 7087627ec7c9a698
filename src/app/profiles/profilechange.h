// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/job.h"
#include "profiles/profilestore.h"

#include <functional>

namespace mintmark {

/// Loads a profile, changes it and saves it where it was. Errors: those of load and save.
class ChangeProfileJob final : public ResultJob<ProfileListing>
{
    Q_OBJECT
public:
    using Edit = std::function<void(Profile &)>;
    ChangeProfileJob(ProfileStore &store, const ProfileId &id, Edit edit);

protected:
    void run() override;
    void stop() override { delete m_step; }

private:
    void save(LoadedProfile loaded);

    ProfileStore &m_store;
    const ProfileId m_id;
    const Edit m_edit;
    QPointer<Job> m_step;
};

} // namespace mintmark

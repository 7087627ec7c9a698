// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/job.h"
#include "profiles/profilestore.h"

#include <functional>

namespace mintmark {

struct UnreachedProfile
{
    ProfileListing listing;
    Error error;
};

/// What came of going through several profiles.
struct ProfilesVisited
{
    QList<ProfileListing> done; ///< found, or changed, as listed then
    QList<ProfileListing> left; ///< read, and nothing to do
    QList<UnreachedProfile> failed;
    qsizetype notAsked = 0; ///< stopped before they came
};

/// Goes through profiles one after the other: each is read from its keychain, and stored again if
/// `visit` changed it, which the store reads back. A keychain that is locked or gone fails all that
/// are left at once. Never ends with an error, unless it is cancelled, which leaves it unknown what
/// was done: stopSoon() is for people.
class VisitProfilesJob final : public ResultJob<ProfilesVisited>
{
    Q_OBJECT
public:
    enum class Then { Nothing, Store };
    /// True: this is one of them (and it is stored, if that is wanted).
    using Visit = std::function<bool(LoadedProfile &)>;
    VisitProfilesJob(ProfileStore &store, QList<ProfileListing> profiles, Visit visit, Then then);

    /// After the profile that is under way, whose outcome is awaited.
    void stopSoon() { m_stops = true; }

Q_SIGNALS:
    void progressed(qsizetype done, qsizetype total);

protected:
    void run() override { next(); }
    void stop() override { delete m_step; }

private:
    void next();
    void onLoaded(Result<LoadedProfile> loaded);
    void onStored(const Result<ProfileListing> &stored);
    void fail(const Error &error);
    void goOn();

    ProfileStore &m_store;
    const QList<ProfileListing> m_profiles;
    const Visit m_visit;
    const Then m_then;
    qsizetype m_index = 0;
    ProfilesVisited m_visited;
    bool m_stops = false;
    QPointer<Job> m_step;
};

} // namespace mintmark

// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "session/manyprofiles.h"

namespace mintmark {

namespace {

bool concernsAll(ErrorCode code)
{
    return code == ErrorCode::KeychainLocked || code == ErrorCode::KeychainNoService;
}

} // namespace

VisitProfilesJob::VisitProfilesJob(ProfileStore &store, QList<ProfileListing> profiles, Visit visit,
                                   Then then)
    : m_store(store), m_profiles(std::move(profiles)), m_visit(std::move(visit)), m_then(then)
{ }

void VisitProfilesJob::next()
{
    if (m_stops)
        m_visited.notAsked = m_profiles.size() - m_index;
    if (m_stops || m_index == m_profiles.size())
        return finish(std::move(m_visited));
    m_step = runJob(m_store.load(m_profiles.at(m_index).id), this,
                    [this](Result<LoadedProfile> loaded) { onLoaded(std::move(loaded)); });
}

void VisitProfilesJob::onLoaded(Result<LoadedProfile> loaded)
{
    if (!loaded)
        return fail(loaded.error());
    const ProfileListing listing = loaded->profile.listing;
    if (!m_visit(*loaded)) {
        m_visited.left << listing;
        return goOn();
    }
    if (m_then == Then::Nothing) {
        m_visited.done << listing;
        return goOn();
    }
    const auto keep = ProfileStore::keepOf(listing);
    m_step = runJob(
        m_store.save(std::move(loaded->profile), std::move(loaded->secrets), keep), this,
        [this](const Result<ProfileListing> &stored) { onStored(stored); });
}

void VisitProfilesJob::onStored(const Result<ProfileListing> &stored)
{
    if (!stored)
        return fail(stored.error());
    m_visited.done << *stored;
    goOn();
}

void VisitProfilesJob::fail(const Error &error)
{
    m_visited.failed << UnreachedProfile { m_profiles.at(m_index), error };
    while (concernsAll(error.code) && m_index + 1 < m_profiles.size())
        m_visited.failed << UnreachedProfile { m_profiles.at(++m_index), error };
    goOn();
}

void VisitProfilesJob::goOn()
{
    ++m_index;
    Q_EMIT progressed(m_index, m_profiles.size());
    next();
}

} // namespace mintmark

// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "profiles/profile.h"

#include <QHash>
#include <QList>

namespace mintmark {

/// The listings of both sources as one sorted list. A listing in memory hides one of the same id on
/// disk.
class ListingTable
{
public:
    /// False when nothing changed.
    bool setDisk(QList<ProfileListing> listings);
    bool setMemory(QList<ProfileListing> listings);
    const QList<ProfileListing> &disk() const { return m_disk; }
    const QList<ProfileListing> &memory() const { return m_memory; }

    /// By customer, name, environment, id; case does not count.
    const QList<ProfileListing> &live() const { return m_live; }
    const QList<ProfileListing> &deleted() const { return m_deleted; }
    /// Live or deleted; nullptr when there is none. Valid until the next change.
    const ProfileListing *find(const ProfileId &id) const;
    static bool has(const QList<ProfileListing> &listings, const ProfileId &id);

private:
    void rebuild();

    QList<ProfileListing> m_disk;
    QList<ProfileListing> m_memory;
    QList<ProfileListing> m_live;
    QList<ProfileListing> m_deleted;
    QHash<ProfileId, const ProfileListing *> m_byId;
};

/// Another live listing than `listing` that nobody could tell from it: same customer, name and
/// environment, or same alias. nullptr when there is none.
const ProfileListing *findRival(const QList<ProfileListing> &listings,
                                const ProfileListing &listing);

} // namespace mintmark

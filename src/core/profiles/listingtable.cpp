// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "profiles/listingtable.h"

#include "profiles/profilename.h"

#include <algorithm>
#include <compare>

namespace mintmark {

namespace {

bool comesBefore(const ProfileListing &a, const ProfileListing &b)
{
    if (const int order = a.customer.compare(b.customer, Qt::CaseInsensitive); order != 0)
        return order < 0;
    if (const int order = a.name.compare(b.name, Qt::CaseInsensitive); order != 0)
        return order < 0;
    if (a.environment != b.environment)
        return a.environment < b.environment;
    return a.id < b.id;
}

} // namespace

bool ListingTable::setDisk(QList<ProfileListing> listings)
{
    if (listings == m_disk)
        return false;
    m_disk = std::move(listings);
    rebuild();
    return true;
}

bool ListingTable::setMemory(QList<ProfileListing> listings)
{
    if (listings == m_memory)
        return false;
    m_memory = std::move(listings);
    rebuild();
    return true;
}

const ProfileListing *ListingTable::find(const ProfileId &id) const
{
    return m_byId.value(id);
}

bool ListingTable::has(const QList<ProfileListing> &listings, const ProfileId &id)
{
    return std::ranges::find(listings, id, &ProfileListing::id) != listings.end();
}

void ListingTable::rebuild()
{
    QList<ProfileListing> all = m_memory;
    QSet<ProfileId> hidden;
    for (const ProfileListing &listing : m_memory)
        hidden.insert(listing.id);
    for (const ProfileListing &listing : m_disk) {
        if (!hidden.contains(listing.id))
            all << listing;
    }
    std::ranges::sort(all, comesBefore);
    m_live.clear();
    m_deleted.clear();
    for (const ProfileListing &listing : all)
        (listing.deletedAtMs ? m_deleted : m_live) << listing;
    m_byId.clear();
    m_byId.reserve(all.size());
    for (const QList<ProfileListing> *list :
         { &std::as_const(m_live), &std::as_const(m_deleted) }) {
        for (const ProfileListing &listing : *list)
            m_byId.insert(listing.id, &listing);
    }
}

const ProfileListing *findRival(const QList<ProfileListing> &listings,
                                const ProfileListing &listing)
{
    const auto rivals = [&listing](const ProfileListing &other) {
        if (other.id == listing.id || other.deletedAtMs)
            return false;
        return isSameName(other, listing) || isSameAlias(other, listing);
    };
    const auto found = std::ranges::find_if(listings, rivals);
    return found == listings.end() ? nullptr : &*found;
}

} // namespace mintmark

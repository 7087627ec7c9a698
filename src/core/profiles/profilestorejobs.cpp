// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "profiles/profilestorejobs.h"

#include "profiles/profilename.h"

#include <QCoreApplication>

#include <algorithm>

namespace mintmark {

using namespace Qt::StringLiterals;

void ProfileStore::LoadJob::run()
{
    const ProfileListing *found = m_store.table.find(m_id);
    if (found == nullptr || found->deletedAtMs)
        return finish(noSuchProfile(m_id));
    m_listing = *found;
    await(m_store.source(m_listing.inMemory).read(profileKey(m_id)), this, m_step,
          &LoadJob::onRead);
}

void ProfileStore::LoadJob::onRead(Result<SecretBytes> item)
{
    if (!item.ok())
        return finish(withName(item.error(), m_listing));
    Result<LoadedProfile> loaded = fromKeychainItem(*item, m_listing);
    if (!loaded.ok())
        return finish(std::move(loaded));
    // The item was saved elsewhere, or the index is an older one: a cached token of the former
    // request must not be taken for one of this.
    const int revision = loaded->profile.listing.requestRevision;
    if (revision > m_listing.requestRevision)
        (void)m_store.q->changeListing(
            m_id, [revision](ProfileListing &listing) { listing.requestRevision = revision; });
    Q_EMIT m_store.q->loaded(loaded->profile);
    finish(std::move(loaded));
}

void ProfileStore::RemoveJob::next()
{
    if (m_ids.isEmpty())
        return finish(true);
    const ProfileListing *listing = m_store.table.find(m_ids.first());
    if (listing == nullptr || !listing->deletedAtMs)
        return finish(noSuchProfile(m_ids.first()));
    await(m_store.source(listing->inMemory).remove(profileKey(listing->id)), this, m_step,
          &RemoveJob::onRemoved);
}

void ProfileStore::RemoveJob::onRemoved(const Result<bool> &removed)
{
    if (!removed.ok())
        return finish(removed);
    const ProfileId id = m_ids.takeFirst();
    const auto erase = [&id](QList<ProfileListing> &listings) -> std::optional<Error> {
        listings.removeIf([&id](const ProfileListing &listing) { return listing.id == id; });
        return {};
    };
    const ProfileListing *listing = m_store.table.find(id);
    const bool inMemory = listing != nullptr && listing->inMemory;
    const Result<void> erased = inMemory ? m_store.changeMemory(erase) : m_store.changeDisk(erase);
    if (!erased.ok())
        return finish(erased.error());
    next();
}

void ProfileStore::RecoverJob::run()
{
    await(m_store.keychain.list(), this, m_step, &RecoverJob::onListed);
}

void ProfileStore::RecoverJob::onListed(Result<QList<KeychainItem>> items)
{
    if (!items.ok())
        return finish(items.error());
    const QString prefix = u"mintmark/v1/profile/"_s;
    for (const KeychainItem &item : *items) {
        const ProfileId id =
            QUuid::fromString(item.key.sliced(std::min(prefix.size(), item.key.size())));
        if (item.key.startsWith(prefix) && !id.isNull() && m_store.table.find(id) == nullptr)
            m_keys << item.key;
    }
    m_keys.removeDuplicates();
    next();
}

void ProfileStore::RecoverJob::next()
{
    if (m_keys.isEmpty())
        return publish();
    await(m_store.keychain.read(m_keys.takeFirst()), this, m_step, &RecoverJob::onRead);
}

void ProfileStore::RecoverJob::onRead(Result<SecretBytes> item)
{
    if (!item.ok() && item.error().code != ErrorCode::KeychainNotFound
        && item.error().code != ErrorCode::KeychainCorrupt)
        return finish(item.error());
    if (item.ok()) {
        if (const Result<ProfileListing> listing = listingFromKeychainItem(*item); listing.ok())
            m_found << *listing;
    }
    next();
}

void ProfileStore::RecoverJob::publish()
{
    QList<ProfileListing> added;
    const Result<void> published =
        m_store.changeDisk([&](QList<ProfileListing> &listings) -> std::optional<Error> {
            for (ProfileListing &listing : m_found) {
                if (std::ranges::find(listings, listing.id, &ProfileListing::id) != listings.end())
                    continue;
                const QString name = listing.name;
                for (int number = 2; findRival(listings, listing) != nullptr; ++number)
                    listing.name = name + u" (%1)"_s.arg(number);
                listings << listing;
                added << listing;
            }
            return {};
        });
    if (!published.ok())
        return finish(published.error());
    finish(added);
}

} // namespace mintmark

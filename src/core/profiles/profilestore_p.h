// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/clock.h"
#include "keychain/keychain.h"
#include "profiles/listingtable.h"
#include "profiles/profilestore.h"

#include <QFileSystemWatcher>
#include <QTimer>

namespace mintmark {

inline constexpr qint64 dayMs = 24LL * 60 * 60 * 1000;
inline constexpr qint64 keptDeletedMs = 7 * dayMs;

/// What the store's jobs work with.
class ProfileStore::Private
{
public:
    Private(ProfileStore *store, ProfileIndex profileIndex, Keychain &itemStore,
            Keychain &memoryStore, const Clock &wallClock)
        : q(store),
          index(std::move(profileIndex)),
          keychain(itemStore),
          memory(memoryStore),
          clock(wallClock)
    { }

    Keychain &source(bool inMemory) const { return inMemory ? memory : keychain; }

    /// Puts `listing` into its source's list, new or changed; what changes by use stays as it is
    /// there.
    Result<void> publish(const ProfileListing &listing);
    void forgetInMemory(const ProfileId &id);
    /// The edit sees what is on disk now. An error it returns leaves everything as it was.
    using Edit = std::function<std::optional<Error>(QList<ProfileListing> &)>;
    Result<void> changeDisk(const Edit &edit);
    Result<void> changeMemory(const Edit &edit);
    void reload();
    void watch();

    ProfileStore *q;
    ProfileIndex index;
    Keychain &keychain;
    Keychain &memory;
    const Clock &clock;
    ListingTable table;
    QString warning;
    bool readOnly = false;
    /// By key: listings whose item may still be stored though its caller was told Busy.
    QHash<QString, ProfileListing> unconfirmed;
    std::unique_ptr<QFileSystemWatcher> watcher;
    QTimer reloadSoon;
};

Error noSuchProfile(const ProfileId &id);
Error profileExists(const ProfileListing &listing);
/// `error` with the profile's name, where its words need one.
Error withName(Error error, const ProfileListing &listing);

} // namespace mintmark

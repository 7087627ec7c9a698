// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/job.h"
#include "profiles/profileindex.h"

#include <QObject>

#include <functional>
#include <memory>

namespace mintmark {

class Clock;
class Keychain;

/// All profiles: listings from the index at once, whole profiles through the keychain when asked.
/// Two sources: the keychain with the index on disk, and memory (demo, "keep for this session"),
/// whose profiles are gone at exit and touch neither.
class ProfileStore : public QObject
{
    Q_OBJECT
public:
    ProfileStore(ProfileIndex index, Keychain &keychain, Keychain &memory, const Clock &clock,
                 QObject *parent = nullptr);
    ~ProfileStore() override;

    /// Reads the index; blocking for a local file, no keychain. Watches it for other processes.
    Result<void> open();
    /// Without the deleted ones.
    QList<ProfileListing> listings() const;
    QList<ProfileListing> deletedListings() const;
    std::optional<ProfileListing> listing(const ProfileId &id) const;
    QString indexWarning() const;

    enum class Keep { InKeychain, ForSession };

    /// Errors: NoSuchProfile, Keychain… . Holds secrets only in its result.
    std::unique_ptr<ResultJob<LoadedProfile>> load(const ProfileId &id);
    /// New (null id gets one) or changed: item written and read back, then the index. Raises revision,
    /// and request_revision when the request differs. Result: the listing as saved.
    std::unique_ptr<ResultJob<ProfileListing>> save(Profile profile, ProfileSecrets secrets, Keep keep);
    /// Only what the index holds: rename, move, pin, last_used …; touches no secret.
    Result<void> changeListing(const ProfileId &id, const std::function<void(ProfileListing &)> &edit);
    /// Tombstone; the keychain item stays for 7 days. A memory profile goes at once but for undo.
    Result<void> remove(const ProfileId &id);
    Result<void> restore(const ProfileId &id);
    /// Removes items whose tombstone is older than 7 days, then the tombstones. Call when idle.
    void sweepDeleted();

Q_SIGNALS:
    void listingsChanged();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace mintmark

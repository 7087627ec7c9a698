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

/// The keychain key of a profile's item.
QString profileKey(const ProfileId &id);

/// All profiles: listings from the index at once, whole profiles through the keychain when asked.
/// Two sources: the keychain with the index on disk, and memory (demo, "keep for this session"),
/// whose profiles are gone at exit and touch neither. One in memory hides one of the same id on
/// disk.
///
/// Nothing is half saved: an item is written and read back before the index names it, and taken
/// back when the index cannot be written. What was told as Busy and is stored after all joins the
/// index then.
class ProfileStore : public QObject
{
    Q_OBJECT
public:
    ProfileStore(ProfileIndex index, Keychain &keychain, Keychain &memory, const Clock &clock,
                 QObject *parent = nullptr);
    ~ProfileStore() override;

    /// Do changes by other processes show? Who ends soon need not know, and the kernel takes 15 ms to
    /// end a watch.
    enum class Watching { Yes, No };
    /// Reads the index; blocking for a local file, no keychain.
    Result<void> open(Watching watching = Watching::Yes);
    /// Without the deleted ones; by customer, name and environment.
    QList<ProfileListing> listings() const;
    QList<ProfileListing> deletedListings() const;
    std::optional<ProfileListing> listing(const ProfileId &id) const;
    /// What had to be done to read the index, translated; empty when nothing.
    QString indexWarning() const;
    /// The index may not be changed; saving and changing answer IndexReadOnly.
    bool isReadOnly() const;

    enum class Keep { InKeychain, ForSession };
    /// Where a profile lies that is only changed: there it stays.
    static Keep keepOf(const ProfileListing &listing)
    {
        return listing.inMemory ? Keep::ForSession : Keep::InKeychain;
    }

    /// Errors: NoSuchProfile, Keychain… . Holds secrets only in its result.
    std::unique_ptr<ResultJob<LoadedProfile>> load(const ProfileId &id);
    /// New (null id gets one) or changed: item written and read back, then the index. Raises
    /// revision, and request_revision when the request differs; notes when the client secret
    /// changed and keeps the former one for 7 days. Result: the listing as saved. Errors:
    /// Keychain…, FileNotWritten, IndexReadOnly, ProfileInvalid, ProfileTooNew, ProfileExists
    /// (another one has this name or alias), ProfileChanged (saved elsewhere since it was loaded).
    std::unique_ptr<ResultJob<ProfileListing>> save(Profile profile, ProfileSecrets secrets,
                                                    Keep keep);
    /// Only what the index holds: rename, move, pin, last_used …; touches no secret. Errors:
    /// NoSuchProfile, ProfileExists, FileNotWritten, IndexReadOnly.
    Result<void> changeListing(const ProfileId &id,
                               const std::function<void(ProfileListing &)> &edit);
    struct Trace
    {
        ProfileId id;
        std::function<void(ProfileListing &)> leave;
    };
    /// Traces of use of many at once, in one writing; nothing else of a listing changes. Profiles
    /// that are gone are left out. Errors: FileNotWritten, IndexReadOnly.
    Result<void> leaveTraces(const QList<Trace> &traces);
    /// Lists what leaveTraces() will write soon; nothing is written.
    void showTraces(const QList<Trace> &traces);
    /// Tombstone; the keychain item stays for 7 days, that of a memory profile until the end.
    Result<void> remove(const ProfileId &id);
    /// Errors: also ProfileExists, when the name was given away meanwhile.
    Result<void> restore(const ProfileId &id);
    /// The items of deleted profiles, then their tombstones; stops at the first error.
    std::unique_ptr<ResultJob<bool>> removeForGood(const QList<ProfileId> &ids);
    /// removeForGood() for tombstones older than 7 days. Call when idle.
    void sweepDeleted();
    /// Items in the keychain that the index does not know become listed again. Result: those.
    std::unique_ptr<ResultJob<QList<ProfileListing>>> recover();

Q_SIGNALS:
    void listingsChanged();
    /// An item was read, or written: this is what it holds.
    void loaded(const mintmark::Profile &profile);
    void saved(const mintmark::Profile &profile);

private:
    class Private;
    class LoadJob;
    class SaveJob;
    class RemoveJob;
    class RecoverJob;
    std::unique_ptr<Private> d;
};

} // namespace mintmark

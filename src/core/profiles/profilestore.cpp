// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "profiles/profilestore.h"

#include "profiles/profilename.h"
#include "profiles/profilestore_p.h"
#include "profiles/profilestorejobs.h"

#include <QFileInfo>

#include <algorithm>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

ProfileListing *findIn(QList<ProfileListing> &listings, const ProfileId &id)
{
    const auto found = std::ranges::find(listings, id, &ProfileListing::id);
    return found == listings.end() ? nullptr : &*found;
}

void leave(const QList<ProfileStore::Trace> &traces, QList<ProfileListing> &listings)
{
    for (const ProfileStore::Trace &trace : traces) {
        if (ProfileListing *stored = findIn(listings, trace.id)) {
            ProfileListing changed = *stored;
            trace.leave(changed);
            copyTracesOfUse(changed, *stored);
        }
    }
}

} // namespace

QString profileKey(const ProfileId &id)
{
    return u"mintmark/v1/profile/"_s + id.toString(QUuid::WithoutBraces);
}

Error noSuchProfile(const ProfileId &id)
{
    return { ErrorCode::NoSuchProfile, { { u"name"_s, id.toString(QUuid::WithoutBraces) } }, {} };
}

Error profileExists(const ProfileListing &listing)
{
    return { ErrorCode::ProfileExists, { { u"name"_s, commandLineName(listing) } }, {} };
}

Error withName(Error error, const ProfileListing &listing)
{
    error.arguments.insert(u"name"_s, displayName(listing));
    return error;
}

Result<void> ProfileStore::Private::changeDisk(const Edit &edit)
{
    std::optional<Error> refusal;
    const auto changed = index.change([&](QList<ProfileListing> &listings) {
        QList<ProfileListing> draft = listings;
        refusal = edit(draft);
        if (!refusal)
            listings = draft;
    });
    if (!changed.ok())
        return changed.error();
    watch();
    if (table.setDisk(*changed))
        Q_EMIT q->listingsChanged();
    return refusal ? Result<void>(*refusal) : Result<void>();
}

Result<void> ProfileStore::Private::changeMemory(const Edit &edit)
{
    QList<ProfileListing> listings = table.memory();
    if (const std::optional<Error> refusal = edit(listings))
        return *refusal;
    if (table.setMemory(listings))
        Q_EMIT q->listingsChanged();
    return {};
}

Result<void> ProfileStore::Private::publish(const ProfileListing &listing)
{
    const auto edit = [this, &listing](QList<ProfileListing> &listings) -> std::optional<Error> {
        const ProfileListing *rival = findRival(listings, listing);
        if (rival == nullptr)
            rival = findRival(table.live(), listing);
        if (rival != nullptr)
            return profileExists(*rival);
        ProfileListing *stored = findIn(listings, listing.id);
        ProfileListing published = listing;
        if (stored == nullptr) {
            listings << published;
            return {};
        }
        // An editor that was open meanwhile knows older ones.
        copyTracesOfUse(*stored, published);
        if (published.requestRevision != stored->requestRevision)
            published.tokenExpiresMs = {}; // of a token that another request got
        *stored = published;
        return {};
    };
    return listing.inMemory ? changeMemory(edit) : changeDisk(edit);
}

void ProfileStore::Private::forgetInMemory(const ProfileId &id)
{
    runJob(memory.remove(profileKey(id)), q, [](const Result<bool> &) {});
    (void)changeMemory([&id](QList<ProfileListing> &listings) -> std::optional<Error> {
        listings.removeIf([&id](const ProfileListing &listing) { return listing.id == id; });
        return {};
    });
}

void ProfileStore::Private::reload()
{
    const Result<ProfileIndex::Contents> contents = index.read();
    if (!contents.ok())
        return; // what is shown stays; saving will say what is wrong
    readOnly = contents->readOnly;
    if (table.setDisk(contents->listings))
        Q_EMIT q->listingsChanged();
}

// The file is replaced at each save, so it is its folder that is watched.
void ProfileStore::Private::watch()
{
    if (index.file().isEmpty())
        return;
    const QString folder = QFileInfo(index.file()).absolutePath();
    if (watcher && watcher->directories().isEmpty() && QFileInfo::exists(folder))
        watcher->addPath(folder);
}

ProfileStore::ProfileStore(ProfileIndex index, Keychain &keychain, Keychain &memory,
                           const Clock &clock, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(this, std::move(index), keychain, memory, clock))
{
    d->reloadSoon.setSingleShot(true);
    d->reloadSoon.setInterval(20); // one save changes the folder several times
    connect(&d->reloadSoon, &QTimer::timeout, this, [this] { d->reload(); });
    connect(&keychain, &Keychain::lateNews, this, [this](const QString &key) {
        if (const auto found = d->unconfirmed.constFind(key); found != d->unconfirmed.cend()) {
            (void)d->publish(*found);
            d->unconfirmed.erase(found);
        }
    });
}

ProfileStore::~ProfileStore() = default;

Result<void> ProfileStore::open(Watching watching)
{
    const Result<ProfileIndex::Contents> contents = d->index.read();
    if (!contents.ok())
        return contents.error();
    d->warning = contents->warning;
    d->readOnly = contents->readOnly;
    if (watching == Watching::Yes) {
        d->watcher = std::make_unique<QFileSystemWatcher>();
        connect(d->watcher.get(), &QFileSystemWatcher::directoryChanged, &d->reloadSoon,
                [this] { d->reloadSoon.start(); });
        d->watch();
    }
    if (d->table.setDisk(contents->listings))
        Q_EMIT listingsChanged();
    return {};
}

QList<ProfileListing> ProfileStore::listings() const
{
    return d->table.live();
}

QList<ProfileListing> ProfileStore::deletedListings() const
{
    return d->table.deleted();
}

std::optional<ProfileListing> ProfileStore::listing(const ProfileId &id) const
{
    const ProfileListing *found = d->table.find(id);
    return found == nullptr ? std::nullopt : std::optional(*found);
}

QString ProfileStore::indexWarning() const
{
    return d->warning;
}

bool ProfileStore::isReadOnly() const
{
    return d->readOnly;
}

Result<void> ProfileStore::changeListing(const ProfileId &id,
                                         const std::function<void(ProfileListing &)> &edit)
{
    const ProfileListing *known = d->table.find(id);
    if (known == nullptr)
        return noSuchProfile(id);
    const bool inMemory = known->inMemory;
    const auto change = [&](QList<ProfileListing> &listings) -> std::optional<Error> {
        ProfileListing *stored = findIn(listings, id);
        if (stored == nullptr)
            return noSuchProfile(id);
        ProfileListing changed = *stored;
        edit(changed);
        changed.id = id;
        changed.inMemory = inMemory;
        const bool renamed = !isSameName(changed, *stored) || changed.alias != stored->alias
            || (stored->deletedAtMs && !changed.deletedAtMs);
        if (const ProfileListing *rival = renamed ? findRival(d->table.live(), changed) : nullptr)
            return profileExists(*rival);
        *stored = changed;
        return {};
    };
    return inMemory ? d->changeMemory(change) : d->changeDisk(change);
}

Result<void> ProfileStore::leaveTraces(const QList<Trace> &traces)
{
    const auto change = [&traces](QList<ProfileListing> &listings) -> std::optional<Error> {
        leave(traces, listings);
        return {};
    };
    const auto isIn = [](const QList<ProfileListing> &listings) {
        return [&listings](const Trace &trace) { return ListingTable::has(listings, trace.id); };
    };
    if (std::ranges::any_of(traces, isIn(d->table.memory())))
        (void)d->changeMemory(change);
    if (!std::ranges::any_of(traces, isIn(d->table.disk())))
        return {};
    return d->changeDisk(change);
}

void ProfileStore::showTraces(const QList<Trace> &traces)
{
    QList<ProfileListing> memory = d->table.memory();
    QList<ProfileListing> disk = d->table.disk();
    leave(traces, memory);
    leave(traces, disk);
    const bool memoryChanged = d->table.setMemory(memory);
    if (d->table.setDisk(disk) || memoryChanged)
        Q_EMIT listingsChanged();
}

Result<void> ProfileStore::remove(const ProfileId &id)
{
    return changeListing(id, [this](ProfileListing &listing) {
        listing.deletedAtMs = listing.deletedAtMs.value_or(d->clock.nowMs());
    });
}

Result<void> ProfileStore::restore(const ProfileId &id)
{
    return changeListing(id, [](ProfileListing &listing) { listing.deletedAtMs = {}; });
}

std::unique_ptr<ResultJob<LoadedProfile>> ProfileStore::load(const ProfileId &id)
{
    return std::make_unique<LoadJob>(*d, id);
}

std::unique_ptr<ResultJob<ProfileListing>> ProfileStore::save(Profile profile,
                                                              ProfileSecrets secrets, Keep keep)
{
    return std::make_unique<SaveJob>(*d, LoadedProfile { std::move(profile), std::move(secrets) },
                                     keep);
}

std::unique_ptr<ResultJob<bool>> ProfileStore::removeForGood(const QList<ProfileId> &ids)
{
    return std::make_unique<RemoveJob>(*d, ids);
}

void ProfileStore::sweepDeleted()
{
    QList<ProfileId> old;
    for (const ProfileListing &listing : d->table.deleted()) {
        if (*listing.deletedAtMs + keptDeletedMs <= d->clock.nowMs())
            old << listing.id;
    }
    // Whatever could not be removed now is tried again at the next sweep.
    if (!old.isEmpty())
        runJob(removeForGood(old), this, [](const Result<bool> &) {});
}

std::unique_ptr<ResultJob<QList<ProfileListing>>> ProfileStore::recover()
{
    return std::make_unique<RecoverJob>(*d);
}

} // namespace mintmark

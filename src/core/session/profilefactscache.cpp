// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "session/profilefactscache.h"

#include "profiles/profilestore.h"
#include "session/cachekey.h"
#include "session/profilefactsfile.h"

#include <QPointer>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace mintmark {

class ProfileFactsCache::Private
{
public:
    Private(const QString &fileName, ProfileStore &profileStore, CacheKey &cacheKey)
        : file(fileName), store(profileStore), key(cacheKey)
    { }

    void remember(const Profile &profile);
    void addStored(const QList<ProfileFacts> &read);
    bool isCurrent(const ProfileListing &listing) const;
    QList<ProfileFacts> toStore() const;
    QList<ProfileFacts> known() const;
    bool dropDeleted();
    bool write();

    ProfileFactsFile file;
    ProfileStore &store;
    CacheKey &key;
    std::map<ProfileId, ProfileFacts> memory; ///< without environments: those are the index's
    QList<ProfileFacts> stored;               ///< in the file, as far as known
    std::set<ProfileId> listed; ///< when the list last changed
    bool isDirty = false;       ///< the file is older than memory, and waits for the key
};

void ProfileFactsCache::Private::remember(const Profile &profile)
{
    ProfileFacts facts = ProfileFacts::of(profile);
    facts.environment = Environment::None;
    memory.insert_or_assign(facts.id, facts);
}

/// Another process may have saved a profile since this one read it.
void ProfileFactsCache::Private::addStored(const QList<ProfileFacts> &read)
{
    stored = read;
    for (const ProfileFacts &facts : read) {
        const auto known = memory.find(facts.id);
        if (known == memory.end() || known->second.revision < facts.revision)
            memory.insert_or_assign(facts.id, facts);
    }
}

bool ProfileFactsCache::Private::isCurrent(const ProfileListing &listing) const
{
    const auto known = memory.find(listing.id);
    return known != memory.end() && known->second.requestRevision == listing.requestRevision;
}

QList<ProfileFacts> ProfileFactsCache::Private::known() const
{
    QList<ProfileFacts> facts;
    const QList<ProfileListing> listings = store.listings();
    for (const ProfileListing &listing : listings) {
        if (!isCurrent(listing))
            continue;
        ProfileFacts one = memory.at(listing.id);
        one.environment = listing.environment; // may be changed without the item
        facts << one;
    }
    return facts;
}

/// True when a profile is gone since the list last changed.
bool ProfileFactsCache::Private::dropDeleted()
{
    std::set<ProfileId> now;
    const QList<ProfileListing> listings = store.listings();
    for (const ProfileListing &listing : listings)
        now.insert(listing.id);
    const std::set<ProfileId> before = std::exchange(listed, now);
    std::erase_if(memory, [&](const auto &entry) { return !now.contains(entry.first); });
    return std::ranges::any_of(before, [&](const ProfileId &id) { return !now.contains(id); });
}

/// What the file has of other profiles stays in it; what it has of deleted ones does not.
bool ProfileFactsCache::Private::write()
{
    isDirty = false;
    return key.key() && file.change(*key.key(), [this](const QList<ProfileFacts> &read) {
        addStored(read);
        return stored = toStore();
    });
}

QList<ProfileFacts> ProfileFactsCache::Private::toStore() const
{
    QList<ProfileFacts> facts;
    const QList<ProfileListing> listings = store.listings();
    for (const ProfileListing &listing : listings) {
        if (const auto found = memory.find(listing.id); found != memory.end() && !listing.inMemory)
            facts << found->second;
    }
    return facts;
}

/// The file when it changed, then the items of what is missing.
class KnownFactsJob final : public ResultJob<KnownFacts>
{
public:
    explicit KnownFactsJob(ProfileFactsCache *cache) : m_cache(cache) { }

protected:
    void run() override;
    void stop() override;

private:
    void onKey();
    void readItems();
    void next();
    void onLoaded(const Result<LoadedProfile> &loaded);
    void end(KnownFacts::State state);
    void letGo();

    QPointer<ProfileFactsCache> m_cache;
    QList<ProfileListing> m_missing;
    std::optional<Error> m_error;
    QPointer<Job> m_running;
    bool m_keyIsFresh = false;
};

void KnownFactsJob::run()
{
    if (!m_cache)
        return finish(KnownFacts {});
    ProfileFactsCache::Private &cache = *m_cache->d;
    if (!cache.file.hasChanged())
        return readItems();
    m_keyIsFresh = !cache.key.key();
    connect(&cache.key, &CacheKey::settled, this, &KnownFactsJob::onKey);
    cache.key.ask(CacheKey::Want::Existing);
}

void KnownFactsJob::onKey()
{
    ProfileFactsCache::Private &cache = *m_cache->d;
    if (cache.key.isAsking())
        return;
    const SharedSecret key = cache.key.key();
    const std::optional<QList<ProfileFacts>> stored = key ? cache.file.read(*key) : std::nullopt;
    if (key && !stored && !m_keyIsFresh) {
        // Sealed by another process, perhaps, with a key that is newer than ours.
        m_keyIsFresh = true;
        cache.key.forget();
        return cache.key.ask(CacheKey::Want::Existing);
    }
    letGo();
    if (key)
        cache.addStored(stored.value_or(QList<ProfileFacts>()));
    readItems();
}

void KnownFactsJob::readItems()
{
    if (!m_cache)
        return finish(KnownFacts {});
    const QList<ProfileListing> listings = m_cache->d->store.listings();
    for (const ProfileListing &listing : listings) {
        if (!m_cache->d->isCurrent(listing))
            m_missing << listing;
    }
    next();
}

void KnownFactsJob::next()
{
    if (!m_cache)
        return finish(KnownFacts {});
    // Whoever loaded one meanwhile has told.
    while (!m_missing.isEmpty() && m_cache->d->isCurrent(m_missing.first()))
        m_missing.removeFirst();
    if (m_missing.isEmpty())
        return end(KnownFacts::State::Complete);
    const ProfileListing listing = m_missing.takeFirst();
    m_running = runJob(m_cache->d->store.load(listing.id), this,
                       [this](const Result<LoadedProfile> &loaded) { onLoaded(loaded); });
}

void KnownFactsJob::onLoaded(const Result<LoadedProfile> &loaded)
{
    if (loaded.ok())
        return next(); // ProfileStore::loaded has told what is in it
    m_error = loaded.error();
    switch (loaded.error().code) {
    case ErrorCode::KeychainLocked:
        return end(KnownFacts::State::Locked);
    case ErrorCode::KeychainDenied:
    case ErrorCode::KeychainNoService:
    case ErrorCode::KeychainBusy:
    case ErrorCode::KeychainFailed:
        return end(KnownFacts::State::Incomplete); // the next one would fare no better
    default:
        m_error.reset(); // this item alone: lost, damaged, of a newer version
        return next();
    }
}

void KnownFactsJob::end(KnownFacts::State state)
{
    if (!m_cache)
        return finish(KnownFacts {});
    KnownFacts known { state, m_cache->known(), 0, m_error };
    known.missing = m_cache->d->store.listings().size() - known.facts.size();
    m_cache->writeWhenOutdated();
    finish(std::move(known));
}

/// What was read so far need not be read again.
void KnownFactsJob::stop()
{
    letGo();
    delete m_running;
    if (m_cache)
        m_cache->writeWhenOutdated();
}

void KnownFactsJob::letGo()
{
    if (m_cache)
        m_cache->d->key.disconnect(this);
}

ProfileFactsCache::ProfileFactsCache(const QString &file, ProfileStore &store, CacheKey &key,
                                     QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(file, store, key))
{
    connect(&store, &ProfileStore::loaded, this,
            [this](const Profile &profile) { d->remember(profile); });
    connect(&store, &ProfileStore::saved, this, [this](const Profile &profile) {
        d->remember(profile);
        // Also when the request is the same as before: its revision would not tell.
        if (!profile.listing.inMemory && d->file.exists())
            writeSoon();
    });
    connect(&store, &ProfileStore::listingsChanged, this, [this] {
        if (d->dropDeleted() && d->file.exists())
            writeSoon();
    });
    connect(&key, &CacheKey::settled, this, [this] {
        if (!d->isDirty || d->key.isAsking())
            return;
        d->write();
        Q_EMIT written();
    });
}

ProfileFactsCache::~ProfileFactsCache() = default;

std::unique_ptr<ResultJob<KnownFacts>> ProfileFactsCache::facts()
{
    return std::make_unique<KnownFactsJob>(this);
}

QList<ProfileFacts> ProfileFactsCache::known() const
{
    return d->known();
}

void ProfileFactsCache::clearMemory()
{
    d->memory.clear();
    d->stored.clear();
    d->file.forget();
}

bool ProfileFactsCache::isWriting() const
{
    return d->isDirty;
}

void ProfileFactsCache::writeWhenOutdated()
{
    if (d->stored != d->toStore())
        writeSoon();
}

void ProfileFactsCache::writeSoon()
{
    if (!d->file.hasName())
        return;
    d->isDirty = true;
    d->key.ask(CacheKey::Want::ExistingOrNew);
}

} // namespace mintmark

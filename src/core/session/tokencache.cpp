// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "session/tokencache.h"

#include "base/atomicfile.h"
#include "base/filelock.h"
#include "session/cachekey.h"
#include "session/sealing.h"

#include <QFile>
#include <QFileInfo>
#include <QPointer>

#include <algorithm>
#include <map>
#include <utility>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 largestFile = 8 * 1024 * 1024;
constexpr qint64 lockTimeoutMs = 200;

/// What tells one writing of a file from the next: its nonce. A time is too coarse, two processes
/// may write within one tick of the file system's clock.
struct FileStamp
{
    bool exists = false;
    QByteArray nonce;

    friend bool operator==(const FileStamp &, const FileStamp &) = default;
};

FileStamp stampOf(QByteArrayView sealed)
{
    return { true, sealed.first(std::min(sealed.size(), sealingNonceSize)).toByteArray() };
}

FileStamp stampOfFile(const QString &file)
{
    // Opening a pipe would wait for whoever writes into it.
    QFile reader(file);
    if (!QFileInfo(file).isFile() || !reader.open(QIODevice::ReadOnly))
        return {};
    return stampOf(reader.read(sealingNonceSize));
}

/// Bound to the text by the seal: a file under another name, or of another request, is damaged.
QByteArray associatedData(const ProfileId &id, int requestRevision)
{
    return "mintmark token set 1\n" + id.toByteArray(QUuid::WithoutBraces) + '\n'
        + QByteArray::number(requestRevision);
}

} // namespace

class TokenCache::Private
{
public:
    struct Kept
    {
        TokenSet tokenSet;
        FileStamp seen; ///< its file as it was when it was last read, written or about to be
    };

    Private(QString tokenFolder, Keychain &keychain) : folder(std::move(tokenFolder)), key(keychain)
    { }

    bool hasFile(const ProfileListing &listing) const
    {
        return !folder.isEmpty() && !listing.inMemory;
    }
    QString file(const ProfileId &id) const
    {
        return folder + u'/' + id.toString(QUuid::WithoutBraces);
    }
    std::optional<TokenSet> inMemory(const ProfileListing &listing) const;
    std::optional<TokenSet> fromFile(const ProfileListing &listing);
    void write(const ProfileId &id, const SecretBytes &sealingKey);
    void writeWaiting();
    bool isWaiting(const ProfileId &id) const { return waiting.contains(id); }

    const QString folder;
    CacheKey key;
    std::map<ProfileId, Kept> memory;
    QList<ProfileId> waiting; ///< in memory, not yet in their file
    std::map<ProfileId, std::unique_ptr<FileLock>> claims;
};

std::optional<TokenSet> TokenCache::Private::inMemory(const ProfileListing &listing) const
{
    const auto kept = memory.find(listing.id);
    if (kept == memory.end() || kept->second.tokenSet.requestRevision != listing.requestRevision)
        return {};
    return kept->second.tokenSet;
}

/// Into memory, too. Precondition: there is a key.
std::optional<TokenSet> TokenCache::Private::fromFile(const ProfileListing &listing)
{
    const QString name = file(listing.id);
    if (QFileInfo(name).size() > largestFile)
        return {};
    const Result<QByteArray> sealed = readWhole(name);
    if (!sealed.ok())
        return {};
    const std::optional<SecretBytes> plain =
        unseal(*key.key(), *sealed, associatedData(listing.id, listing.requestRevision));
    if (!plain)
        return {};
    Result<TokenSet> tokenSet = TokenSet::fromJson(*plain);
    if (!tokenSet.ok() || tokenSet->requestRevision != listing.requestRevision)
        return {};
    memory.insert_or_assign(listing.id, Kept { *tokenSet, stampOf(*sealed) });
    return std::move(tokenSet).value();
}

void TokenCache::Private::write(const ProfileId &id, const SecretBytes &sealingKey)
{
    const auto kept = memory.find(id);
    if (kept == memory.end() || !makePrivateFolder(folder).ok())
        return;
    const TokenSet &tokenSet = kept->second.tokenSet;
    const QByteArray sealed =
        seal(sealingKey, tokenSet.toJson(), associatedData(id, tokenSet.requestRevision));
    const FileLock lock(folder + u"/lock"_s, lockTimeoutMs);
    if (sealed.isEmpty() || !lock.isHeld())
        return;
    const QString name = file(id);
    removeLeftovers(name);
    // No wait for the disk: what a power cut takes is fetched again.
    if (writeAtomically(name, sealed, { .keepBackup = false, .sync = false }).ok())
        kept->second.seen = stampOf(sealed);
}

void TokenCache::Private::writeWaiting()
{
    const QList<ProfileId> ids = std::exchange(waiting, {});
    const SharedSecret sealingKey = key.key();
    for (const ProfileId &id : ids) {
        if (sealingKey)
            write(id, *sealingKey);
        claims.erase(id);
    }
}

/// Memory, when nobody wrote the file since; else the file, for which the key is asked.
class CachedTokenJob final : public ResultJob<std::optional<TokenSet>>
{
public:
    CachedTokenJob(TokenCache *cache, ProfileListing listing)
        : m_cache(cache), m_listing(std::move(listing))
    { }

protected:
    void run() override;
    void stop() override { letGo(); }

private:
    void onKey();
    void end(std::optional<TokenSet> tokenSet);
    void letGo();

    QPointer<TokenCache> m_cache;
    const ProfileListing m_listing;
    bool m_keyIsFresh = false;
};

void CachedTokenJob::run()
{
    if (!m_cache)
        return end({});
    TokenCache::Private &cache = *m_cache->d;
    const FileStamp now =
        cache.hasFile(m_listing) ? stampOfFile(cache.file(m_listing.id)) : FileStamp {};
    const auto kept = cache.memory.find(m_listing.id);
    const FileStamp seen = kept == cache.memory.end() ? FileStamp {} : kept->second.seen;
    if (now == seen || cache.isWaiting(m_listing.id) || !cache.hasFile(m_listing))
        return end(cache.inMemory(m_listing));
    if (!now.exists) {
        cache.memory.erase(kept); // another process was told to forget it
        return end({});
    }
    m_keyIsFresh = !cache.key.key();
    connect(&cache.key, &CacheKey::settled, this, &CachedTokenJob::onKey);
    cache.key.ask(CacheKey::Want::Existing);
}

void CachedTokenJob::onKey()
{
    TokenCache::Private &cache = *m_cache->d;
    if (cache.key.isAsking())
        return;
    if (!cache.key.key())
        return end(cache.inMemory(m_listing));
    std::optional<TokenSet> tokenSet = cache.fromFile(m_listing);
    if (!tokenSet && !m_keyIsFresh) {
        // Sealed by another process, perhaps, with a key that is newer than ours.
        m_keyIsFresh = true;
        cache.key.forget();
        return cache.key.ask(CacheKey::Want::Existing);
    }
    end(tokenSet ? std::move(tokenSet) : cache.inMemory(m_listing));
}

void CachedTokenJob::end(std::optional<TokenSet> tokenSet)
{
    letGo();
    finish(std::move(tokenSet));
}

void CachedTokenJob::letGo()
{
    if (m_cache)
        m_cache->d->key.disconnect(this);
}

TokenCache::TokenCache(QString folder, Keychain &keychain, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(std::move(folder), keychain))
{
    connect(&d->key, &CacheKey::settled, this, [this] {
        if (d->waiting.isEmpty() || d->key.isAsking())
            return;
        d->writeWaiting();
        Q_EMIT written();
    });
}

TokenCache::~TokenCache() = default;

std::unique_ptr<ResultJob<std::optional<TokenSet>>> TokenCache::load(const ProfileListing &listing)
{
    return std::make_unique<CachedTokenJob>(this, listing);
}

void TokenCache::expectStore(const ProfileListing &listing)
{
    if (d->hasFile(listing))
        d->key.ask(CacheKey::Want::Existing);
}

void TokenCache::store(const ProfileListing &listing, const TokenSet &tokenSet)
{
    const bool hasFile = d->hasFile(listing);
    // What lies in the file now is older, also when it cannot be replaced.
    const FileStamp older = hasFile ? stampOfFile(d->file(listing.id)) : FileStamp {};
    d->memory.insert_or_assign(listing.id, Private::Kept { tokenSet, older });
    if (!hasFile)
        return;
    if (!d->isWaiting(listing.id))
        d->waiting << listing.id;
    d->key.ask(CacheKey::Want::ExistingOrNew);
}

bool TokenCache::claim(const ProfileListing &listing)
{
    if (!d->hasFile(listing) || d->claims.contains(listing.id) || !makePrivateFolder(d->folder).ok())
        return true;
    auto lock = std::make_unique<FileLock>(d->file(listing.id) + u".claim"_s, 0);
    if (!lock->isHeld() && !lock->isForbidden())
        return false;
    d->claims.emplace(listing.id, std::move(lock));
    return true;
}

void TokenCache::release(const ProfileId &id)
{
    d->claims.erase(id);
}

bool TokenCache::isWriting() const
{
    return !d->waiting.isEmpty();
}

void TokenCache::forget(const ProfileId &id)
{
    d->memory.erase(id);
    d->claims.erase(id);
    if (!d->folder.isEmpty())
        QFile::remove(d->file(id));
    if (d->waiting.removeAll(id) > 0 && d->waiting.isEmpty())
        Q_EMIT written();
}

CacheKey &TokenCache::key()
{
    return d->key;
}

void TokenCache::clearMemory()
{
    const bool wasWriting = isWriting();
    d->memory.clear();
    d->waiting.clear();
    d->key.forget();
    if (wasWriting)
        Q_EMIT written();
}

} // namespace mintmark

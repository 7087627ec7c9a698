// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/job.h"
#include "profiles/profile.h"
#include "session/tokenset.h"

#include <QObject>

#include <memory>
#include <optional>

namespace mintmark {

class CacheKey;
class Keychain;

/// Token sets shared by window and command line: one sealed file a profile under
/// $XDG_CACHE_HOME/mintmark/tokens, mode 0600, AES-256-GCM (session/sealing.h) under the keychain
/// item "mintmark/v1/cache-key", AAD = format version, profile id, request_revision. Any damage,
/// another revision or a keychain that does not answer means: no token, fetch again. Without a
/// keychain token sets live in memory only; so do those of in-memory profiles. Several processes
/// may share the folder: files are replaced whole, and a newer file wins over the memory copy.
class TokenCache : public QObject
{
    Q_OBJECT
public:
    /// An empty folder keeps everything in memory.
    TokenCache(QString folder, Keychain &keychain, QObject *parent = nullptr);
    ~TokenCache() override;

    /// Never an error for "nothing there": nullopt.
    std::unique_ptr<ResultJob<std::optional<TokenSet>>> load(const ProfileListing &listing);
    /// store() will follow, perhaps: the key it needs is read now, while a server takes its time.
    void expectStore(const ProfileListing &listing);
    /// Writes in the background; the memory copy is there at once.
    void store(const ProfileListing &listing, const TokenSet &tokenSet);
    /// The right to spend what is cached once, a refresh token, before any other process: held until
    /// the next token set is in its file, release(), or the end of the process. False: another has
    /// it; ask again later. Who gets it reads the cache again first.
    bool claim(const ProfileListing &listing);
    void release(const ProfileId &id);
    /// True while something stored is on its way to its file.
    bool isWriting() const;
    /// File and memory copy.
    void forget(const ProfileId &id);
    /// Memory copies and the key; files stay.
    void clearMemory();
    /// For others who seal files: one process never makes two keys.
    CacheKey &key();

Q_SIGNALS:
    /// Everything stored has reached its file, or never will.
    void written();

private:
    friend class CachedTokenJob;
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace mintmark

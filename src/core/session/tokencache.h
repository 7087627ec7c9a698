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

class Keychain;

/// Token sets shared by window and command line: one sealed file a profile under
/// $XDG_CACHE_HOME/mintmark/tokens, mode 0600, AES-256-GCM under the keychain item
/// "mintmark/v1/cache-key", random nonce, AAD = format version, profile id, request_revision. Any
/// damage, another revision or a keychain that does not answer means: no token, fetch again.
/// Without a keychain token sets live in memory only; so do those of in-memory profiles.
class TokenCache : public QObject
{
    Q_OBJECT
public:
    TokenCache(QString folder, Keychain &keychain, QObject *parent = nullptr);
    ~TokenCache() override;

    /// Never an error for "nothing there": nullopt.
    std::unique_ptr<ResultJob<std::optional<TokenSet>>> load(const ProfileListing &listing);
    /// Writes in the background; the memory copy is there at once.
    void store(const ProfileListing &listing, const TokenSet &tokenSet);
    /// File and memory copy.
    void forget(const ProfileId &id);
    /// Memory copies and the key; files stay.
    void clearMemory();

private:
    class Private;
    std::unique_ptr<Private> d;
};

/// The sealing itself, apart from files: tested alone. Key is 32 bytes.
SecretBytes sealedKey();
QByteArray seal(const SecretBytes &key, const SecretBytes &plain, QByteArrayView associatedData);
std::optional<SecretBytes> unseal(const SecretBytes &key, QByteArrayView sealed,
                                  QByteArrayView associatedData);

} // namespace mintmark

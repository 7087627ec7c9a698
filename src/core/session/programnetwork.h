// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/job.h"
#include "oauth/networksettings.h"
#include "oauth/trustedauthorities.h"

namespace mintmark {

class Clock;
class Keychain;

/// Network settings for all profiles that have none of their own: `network.json` beside the index,
/// mode 0600, no secret in it; a proxy's password and a client key lie in the keychain, item
/// "mintmark/v1/network", which is only asked when the file says that there is one.
class ProgramNetwork : public QObject
{
    Q_OBJECT
public:
    /// An empty `folder`: nothing is read or kept.
    ProgramNetwork(const QString &folder, Keychain &keychain, const Clock &clock);

    /// Read at the first call. A file that is not there, or cannot be read, says nothing.
    const NetworkSettings &settings() const;
    /// Why the file could not be read, if so.
    const std::optional<Error> &fault() const;
    /// Settings and secrets. A keychain that does not answer leaves the secrets out: the proxy will
    /// say that it wants a login.
    std::unique_ptr<ResultJob<NetworkAccess>> access();
    /// What access() would give without asking the keychain; nothing when it has to be asked.
    std::optional<NetworkAccess> known() const;
    /// Keychain first, then the file, which is read back. Errors: Keychain…, FileNotWritten.
    std::unique_ptr<ResultJob<bool>> save(NetworkAccess access);

    TrustedAuthorities &trusted() { return m_trusted; }

Q_SIGNALS:
    void changed();

private:
    class AccessJob;
    class SaveJob;
    void read() const;

    QString m_file;
    Keychain &m_keychain;
    TrustedAuthorities m_trusted;
    // Read when first asked.
    mutable bool m_isRead = false;
    mutable bool m_hasSecrets = false;
    mutable NetworkAccess m_access;
    mutable std::optional<Error> m_fault;
};

} // namespace mintmark

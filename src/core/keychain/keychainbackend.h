// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/job.h"
#include "base/secretbytes.h"

#include <QString>

#include <memory>

namespace mintmark {

/// The states a keychain operation can end in; errors of these jobs map one to one
/// (ErrorCode::Keychain…). Ok is not an error.
enum class KeychainState {
    Ok,
    NotFound,
    Locked,
    Denied,
    NoService,
    Busy,
    TooLarge,
    Corrupt,
    Failed
};

KeychainState keychainState(const Error &error);
Error keychainError(KeychainState state, const QString &said = {});

struct KeychainItem
{
    QString key;
    QString label;
    friend bool operator==(const KeychainItem &, const KeychainItem &) = default;
};

/// What the status bar says about the keychain.
struct KeychainStatus
{
    KeychainState state = KeychainState::NoService; ///< Ok, Locked, NoService or Busy
    QString serviceName; ///< "GNOME Keyring", "KeePassXC", "memory"; what the system calls itself
    friend bool operator==(const KeychainStatus &, const KeychainStatus &) = default;
};

/// One store of binary items. Implementations: qtkeychain, memory, and fakes of the tests. Jobs
/// may hang or lie; Keychain is what makes them safe. Destroying a running job must be harmless:
/// what the system cannot stop is left behind. Keys are ASCII, ≤ 200 characters.
class KeychainBackend
{
public:
    virtual ~KeychainBackend();
    virtual std::unique_ptr<ResultJob<SecretBytes>> read(const QString &key) = 0;
    virtual std::unique_ptr<ResultJob<bool>> write(const QString &key, const QString &label,
                                                   SecretBytes value) = 0;
    /// Ok also when there was nothing to remove.
    virtual std::unique_ptr<ResultJob<bool>> remove(const QString &key) = 0;
    /// Alive and unlocked? Asynchronous, answers within about a second, never prompts.
    virtual std::unique_ptr<ResultJob<KeychainStatus>> probe() = 0;
    /// Asks the system to unlock; the prompt is the system's. Ends when the person answered.
    virtual std::unique_ptr<ResultJob<KeychainStatus>> unlock() = 0;
    /// All items of ours, for recovery. Failed where the system cannot list.
    virtual std::unique_ptr<ResultJob<QList<KeychainItem>>> list() = 0;
    /// Largest value in bytes; 0 when there is no limit worth naming.
    virtual qsizetype sizeLimit() const = 0;
};

} // namespace mintmark

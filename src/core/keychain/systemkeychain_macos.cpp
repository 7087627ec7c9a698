// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

// Written from the documentation; not tried on macOS yet.

#include "base/directjob.h"
#include "keychain/systemkeychain.h"

#include <Security/Security.h>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

Result<KeychainStatus> keychainStatus()
{
    SecKeychainStatus status = 0;
    const OSStatus result = SecKeychainGetStatus(nullptr, &status);
    if (result == errSecNoDefaultKeychain || result == errSecNotAvailable)
        return keychainError(KeychainState::NoService);
    if (result != errSecSuccess)
        return keychainError(KeychainState::Failed, QString::number(result));
    const bool open = (status & kSecUnlockStateStatus) != 0;
    return KeychainStatus { open ? KeychainState::Ok : KeychainState::Locked, u"Keychain"_s };
}

/// The default keychain. The state is a local question, answered at once.
class MacKeychain final : public SystemKeychain
{
public:
    std::unique_ptr<ResultJob<KeychainStatus>> probe() override
    {
        return makeDirectJob<KeychainStatus>(keychainStatus);
    }
    /// The system prompts in this call and lets the window wait, as qtkeychain 0.13 does for each
    /// item.
    std::unique_ptr<ResultJob<KeychainStatus>> unlock() override
    {
        return makeDirectJob<KeychainStatus>([]() -> Result<KeychainStatus> {
            const OSStatus result = SecKeychainUnlock(nullptr, 0, nullptr, FALSE);
            if (result == errSecUserCanceled || result == errSecAuthFailed)
                return keychainError(KeychainState::Denied);
            return keychainStatus();
        });
    }
    std::unique_ptr<ResultJob<QList<KeychainItem>>> list() override
    {
        return makeDirectJob<QList<KeychainItem>>(
            [] { return Result<QList<KeychainItem>>(keychainError(KeychainState::Failed)); });
    }
};

} // namespace

std::unique_ptr<SystemKeychain> makeSystemKeychain(qint64)
{
    return std::make_unique<MacKeychain>();
}

} // namespace mintmark

// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "keychain/kwallet.h"
#include "keychain/secretservice.h"
#include "keychain/systemkeychain.h"

namespace mintmark {

std::unique_ptr<SystemKeychain> makeSystemKeychain(qint64 timeoutMs)
{
    const QDBusConnection bus = QDBusConnection::sessionBus();
    const QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    if (usesKWallet(environment))
        return std::make_unique<KWallet>(bus, timeoutMs);
    return std::make_unique<SecretService>(bus, timeoutMs, canShowPrompts(environment));
}

} // namespace mintmark

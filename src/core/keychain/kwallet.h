// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "keychain/systemkeychain.h"

#include <QDBusConnection>
#include <QProcessEnvironment>

namespace mintmark {

/// Would qtkeychain 0.13 take KWallet 5 here, not the Secret Service?
bool usesKWallet(const QProcessEnvironment &environment);

/// KDE's wallet, as far as it can be asked. Tried against a stand-in, not on a KDE desktop.
class KWallet final : public SystemKeychain
{
public:
    KWallet(QDBusConnection bus, qint64 timeoutMs);

    std::unique_ptr<ResultJob<KeychainStatus>> probe() override;
    /// The wallet's own window asks for the password.
    std::unique_ptr<ResultJob<KeychainStatus>> unlock() override;
    /// Failed: qtkeychain's folder is listed by nobody but the wallet itself.
    std::unique_ptr<ResultJob<QList<KeychainItem>>> list() override;

private:
    const QDBusConnection m_bus;
    const qint64 m_timeoutMs;
};

} // namespace mintmark

// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "keychain/keychainbackend.h"

namespace mintmark {

/// What a system tells of its keychain beside reading and writing items. Jobs never block, may be
/// destroyed at any time and end by themselves; only unlock() may prompt.
class SystemKeychain
{
public:
    virtual ~SystemKeychain();

    /// The service our items lie under.
    virtual QString itemService() const { return QStringLiteral("mintmark"); }
    virtual qsizetype sizeLimit() const { return 0; }

    virtual std::unique_ptr<ResultJob<KeychainStatus>> probe() = 0;
    /// Errors: KeychainDenied when the person dismissed the prompt.
    virtual std::unique_ptr<ResultJob<KeychainStatus>> unlock() = 0;
    virtual std::unique_ptr<ResultJob<QList<KeychainItem>>> list() = 0;
    /// Is there an item under `key` that is called absent only because it is locked? Default: no.
    virtual std::unique_ptr<ResultJob<bool>> isHidden(const QString &key);
    /// Gives our item a name that people can tell from others. Default: nothing.
    virtual std::unique_ptr<ResultJob<bool>> setLabel(const QString &key, const QString &label);
};

/// The one qtkeychain uses here: systemkeychain_linux.cpp (and other Unix systems), …_windows.cpp,
/// …_macos.cpp.
std::unique_ptr<SystemKeychain> makeSystemKeychain(qint64 timeoutMs);

} // namespace mintmark

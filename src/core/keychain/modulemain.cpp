// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "keychain/qtkeychainbackend.h"

#include <cstring>

/// What a program calls of this module: keychainmodule.cpp. The caller owns what it gets.
/// C++ objects cross here, so both sides must be of one version; null when they are not.
extern "C" Q_DECL_EXPORT mintmark::KeychainBackend *mintmarkKeychain(const char *version,
                                                                     qint64 probeTimeoutMs)
{
    if (std::strcmp(version, MINTMARK_VERSION) != 0)
        return nullptr;
    return mintmark::makeQtKeychainBackend(probeTimeoutMs).release();
}

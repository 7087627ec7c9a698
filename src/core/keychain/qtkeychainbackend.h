// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "keychain/keychainbackend.h"

namespace mintmark {

/// The operating system's keychain through qtkeychain: binary items only, never the plaintext
/// fallback, service "mintmark" (empty on Windows: systemkeychain_windows.cpp). On Linux the probe,
/// unlock and list speak D-Bus to the Secret Service or KWallet (secretservice.h). Nothing is
/// touched before the first job. A locked item is said to be locked, not absent, wherever it lies.
std::unique_ptr<KeychainBackend> makeQtKeychainBackend(qint64 probeTimeoutMs);

} // namespace mintmark

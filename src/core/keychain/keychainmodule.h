// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "keychain/keychainbackend.h"

namespace mintmark {

/// The file the programs load the system's keychain from: installed below the library folder, and
/// as far from the program in a build folder. Needs the application object.
QString keychainModuleFile();

/// makeQtKeychainBackend() of that file, loaded with the first job: the ten libraries behind it take
/// longer to start than all the rest, and most commands ask no keychain. Without the file, or with
/// one of another version, each job ends with KeychainFailed and says so.
std::unique_ptr<KeychainBackend> loadedKeychain(const QString &file, qint64 probeTimeoutMs);

} // namespace mintmark

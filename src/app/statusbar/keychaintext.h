// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/theme/iconset.h"
#include "app/theme/theme.h"
#include "keychain/keychainbackend.h"

namespace mintmark {

/// What the system calls its keychain: "Keyring" (GNOME, KeePassXC), "Wallet" (KDE), "Keychain"
/// (macOS), "Credential Manager" (Windows). `serviceName` is KeychainStatus::serviceName.
QString keychainWord(const QString &serviceName);

/// The keychain in the status bar.
struct KeychainLine
{
    QString text;    ///< "Keyring unlocked"
    QString service; ///< "GNOME Keyring"; empty when it says nothing new
    Icon icon = Icon::Lock;
    ColorRole color = &Theme::text2;
    bool canUnlock = false;
    friend bool operator==(const KeychainLine &, const KeychainLine &) = default;
};
/// `known`: has it been asked yet? Before that it is "not needed yet".
KeychainLine keychainLine(const KeychainStatus &status, bool known);

} // namespace mintmark

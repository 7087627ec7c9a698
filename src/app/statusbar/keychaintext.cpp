// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/statusbar/keychaintext.h"

#include <QCoreApplication>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("KeychainText", text);
}

} // namespace

QString keychainWord(const QString &serviceName)
{
    if (serviceName.contains("Wallet"_L1, Qt::CaseInsensitive))
        return translated("Wallet");
    if (serviceName == "Keychain"_L1)
        return translated("Keychain");
    if (serviceName == "Credential Manager"_L1)
        return translated("Credential Manager");
    return translated("Keyring");
}

KeychainLine keychainLine(const KeychainStatus &status, bool known)
{
    const QString word = keychainWord(status.serviceName);
    KeychainLine line;
    if (!known) {
        line.text = translated("%1 not needed yet").arg(word);
    } else if (status.state == KeychainState::Locked) {
        line = { translated("%1 locked").arg(word), Icon::Lock, &Theme::warn, true };
    } else if (status.state == KeychainState::NoService) {
        return { translated("No keyring: profiles last until Mintmark closes"), Icon::Warn,
                 &Theme::warn, false };
    } else if (status.state == KeychainState::Busy) {
        line = { translated("%1 does not answer").arg(word), Icon::Warn, &Theme::warn, false };
    } else if (status.state == KeychainState::Ok) {
        line = { translated("%1 unlocked").arg(word), Icon::Unlock, &Theme::text2, false };
    } else {
        line = { translated("%1 cannot be used").arg(word), Icon::Warn, &Theme::warn, false };
    }
    // "Keychain unlocked · Keychain" would say nothing.
    if (!status.serviceName.isEmpty() && status.serviceName != word)
        line.text += u" · "_s + status.serviceName;
    return line;
}

} // namespace mintmark

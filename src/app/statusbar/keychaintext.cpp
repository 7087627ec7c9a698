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
    const auto said = [&line](const QString &text, Icon icon, ColorRole color) {
        line.text = text;
        line.icon = icon;
        line.color = color;
    };
    if (known && status.serviceName == "memory"_L1) {
        said(translated("Demo: nothing is saved, no keyring is used"), Icon::Unlock, &Theme::text2);
        return line;
    }
    if (!known) {
        said(translated("%1 not needed yet").arg(word), Icon::Lock, &Theme::text2);
    } else if (status.state == KeychainState::Locked) {
        said(translated("%1 locked").arg(word), Icon::Lock, &Theme::warn);
        line.canUnlock = true;
    } else if (status.state == KeychainState::NoService) {
        said(translated("No keyring: profiles last until Mintmark closes"), Icon::Warn,
             &Theme::warn);
        return line;
    } else if (status.state == KeychainState::Busy) {
        said(translated("%1 does not answer").arg(word), Icon::Warn, &Theme::warn);
    } else if (status.state == KeychainState::Ok) {
        said(translated("%1 unlocked").arg(word), Icon::Unlock, &Theme::text2);
    } else {
        said(translated("%1 cannot be used").arg(word), Icon::Warn, &Theme::warn);
    }
    // "Keychain unlocked · Keychain" would say nothing.
    if (!status.serviceName.isEmpty() && status.serviceName != word)
        line.service = status.serviceName;
    return line;
}

} // namespace mintmark

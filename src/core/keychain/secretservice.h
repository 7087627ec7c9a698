// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "keychain/systemkeychain.h"

#include <QDBusConnection>
#include <QProcessEnvironment>

namespace mintmark {

/// Could a prompt of the keychain appear on a screen somebody of this session looks at?
bool canShowPrompts(const QProcessEnvironment &environment);

/// The Secret Service (freedesktop specification 0.2): GNOME Keyring, KeePassXC, KDE's newer
/// wallet. Spoken to directly for what libsecret and qtkeychain do not tell.
class SecretService final : public SystemKeychain
{
public:
    SecretService(QDBusConnection bus, qint64 timeoutMs, bool prompts);

    /// Locked also when there is no default collection yet: to make one takes a prompt.
    std::unique_ptr<ResultJob<KeychainStatus>> probe() override;
    /// Without anywhere to show a prompt: Locked within 1.5 s, unless it takes none.
    std::unique_ptr<ResultJob<KeychainStatus>> unlock() override;
    std::unique_ptr<ResultJob<QList<KeychainItem>>> list() override;
    std::unique_ptr<ResultJob<bool>> isHidden(const QString &key) override;
    std::unique_ptr<ResultJob<bool>> setLabel(const QString &key, const QString &label) override;

private:
    const QDBusConnection m_bus;
    const qint64 m_timeoutMs;
    const bool m_prompts;
};

} // namespace mintmark

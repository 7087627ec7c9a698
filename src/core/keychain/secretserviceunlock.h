// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "keychain/servicejob.h"

#include <QDBusAbstractInterface>
#include <QDBusObjectPath>
#include <QDBusVariant>
#include <QTimer>

namespace mintmark::secretservice {

/// Finds the default collection and whether it is locked.
class ProbeJob : public ServiceJob
{
public:
    ProbeJob(const QDBusConnection &bus, qint64 timeoutMs);

protected:
    void reached() override;
    /// Ok or Locked; `collection` is "/" when there is none.
    virtual void judged(KeychainState state, const QDBusObjectPath &collection);

    void askLocked();

private:
    void onDefault(const QDBusMessage &reply);
    void onLocked(const QDBusMessage &reply);

    QDBusObjectPath m_collection;
};

/// A prompt the service has ready, as qdbusxml2cpp would write it.
class SecretPrompt final : public QDBusAbstractInterface
{
    Q_OBJECT
public:
    SecretPrompt(const QString &owner, const QString &path, const QDBusConnection &bus)
        : QDBusAbstractInterface(owner, path, interfaceName, bus, nullptr)
    { }
    static constexpr const char *interfaceName = "org.freedesktop.Secret.Prompt";

Q_SIGNALS:
    void Completed(bool dismissed, const QDBusVariant &result);
};

/// Unlocks it, or makes one, with the prompt of the service.
class UnlockJob final : public ProbeJob
{
public:
    UnlockJob(const QDBusConnection &bus, qint64 timeoutMs, bool prompts);

protected:
    void judged(KeychainState state, const QDBusObjectPath &collection) override;
    void stop() override;

private:
    void onPromptOffered(const QDBusMessage &reply);
    void onPromptShown(const QDBusMessage &reply);
    void onCompleted(bool dismissed);
    void dismiss();

    const bool m_prompts;
    bool m_asked = false;
    std::unique_ptr<SecretPrompt> m_prompt;
    QTimer m_patience; ///< where nobody can answer
};

} // namespace mintmark::secretservice

// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/error.h"
#include "keychain/keychain.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace mintmark {

/// Asks the system to unlock the keyring, and says how long it has been waiting: the system's window
/// may be hidden behind ours.
class KeyringUnlocker : public QObject
{
    Q_OBJECT
public:
    explicit KeyringUnlocker(Keychain &keychain, QObject *parent = nullptr);

    /// Does nothing while an answer is awaited.
    void unlock();
    /// Withdraws the system's prompt. False when there is none.
    bool cancel();

Q_SIGNALS:
    /// "Waiting for your keyring (12 s): …"; empty when it is over.
    void waiting(const QString &text);
    void unlocked();
    void failed(const mintmark::Error &error);

private:
    void say();

    Keychain &m_keychain;
    QPointer<Job> m_job;
    QTimer m_timer;
    QElapsedTimer m_since;
};

} // namespace mintmark

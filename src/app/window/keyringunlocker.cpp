// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/window/keyringunlocker.h"

namespace mintmark {

KeyringUnlocker::KeyringUnlocker(Keychain &keychain, QObject *parent)
    : QObject(parent), m_keychain(keychain)
{
    m_timer.setInterval(1'000);
    connect(&m_timer, &QTimer::timeout, this, &KeyringUnlocker::say);
}

void KeyringUnlocker::unlock()
{
    if (m_job)
        return;
    m_since.start();
    m_timer.start();
    say();
    m_job = runJob(m_keychain.unlock(), this, [this](const Result<KeychainStatus> &status) {
        m_timer.stop();
        Q_EMIT waiting({});
        m_keychain.refreshStatus();
        if (status)
            Q_EMIT unlocked();
        else if (status.error().code != ErrorCode::Cancelled)
            Q_EMIT failed(status.error());
    });
}

bool KeyringUnlocker::cancel()
{
    if (!m_job || m_job->isFinished())
        return false;
    m_job->cancel();
    return true;
}

void KeyringUnlocker::say()
{
    Q_EMIT waiting(tr("Waiting for your keyring (%1 s): a window of your system may be hidden "
                      "behind this one.")
                       .arg(m_since.elapsed() / 1'000));
}

} // namespace mintmark

// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/tokens/copyguard.h"

namespace mintmark {

CopyGuard::CopyGuard(int armedMs, QObject *parent) : QObject(parent)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(armedMs);
    connect(&m_timer, &QTimer::timeout, this, &CopyGuard::changed);
}

bool CopyGuard::press(const ProfileListing &listing)
{
    if (listing.environment != Environment::Production || m_passed.contains(listing.id))
        return true;
    if (isArmed(listing.id)) {
        m_timer.stop();
        m_passed.insert(listing.id);
        Q_EMIT changed();
        return true;
    }
    m_armed = listing.id;
    m_timer.start();
    Q_EMIT changed();
    return false;
}

} // namespace mintmark

// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "profiles/profile.h"

#include <QObject>
#include <QSet>
#include <QTimer>

namespace mintmark {

/// The first copy from a production profile in a session takes two presses: a
/// dialog each time would be clicked away unread.
class CopyGuard : public QObject
{
    Q_OBJECT
public:
    explicit CopyGuard(int armedMs = 4'000, QObject *parent = nullptr);

    /// True: go on. False: this was the first press, the next one within the time goes on.
    bool press(const ProfileListing &listing);
    bool isArmed(const ProfileId &id) const { return m_timer.isActive() && m_armed == id; }

Q_SIGNALS:
    /// Armed, or no longer.
    void changed();

private:
    QTimer m_timer;
    ProfileId m_armed;
    QSet<ProfileId> m_passed;
};

} // namespace mintmark

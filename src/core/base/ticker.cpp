// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "base/ticker.h"

#include "base/clock.h"

namespace mintmark {

Ticker::Ticker(const Clock &clock, QObject *parent) : QObject(parent), m_clock(clock)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        arm();
        Q_EMIT tick();
    });
}

void Ticker::setRunning(bool running)
{
    if (running == m_timer.isActive())
        return;
    if (running)
        arm();
    else
        m_timer.stop();
}

void Ticker::arm()
{
    // 5 ms past the second: a timer that fires early would show the old second for another one.
    const qint64 inSecond = ((m_clock.nowMs() % 1000) + 1000) % 1000;
    m_timer.start(static_cast<int>(1005 - inSecond));
}

} // namespace mintmark

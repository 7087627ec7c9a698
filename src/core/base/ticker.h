// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QObject>
#include <QTimer>

namespace mintmark {

class Clock;

/// The one timer of the program: tick() just after each full second of the wall clock, while it is
/// running. Listeners recompute from the clock, they never count ticks.
class Ticker : public QObject
{
    Q_OBJECT
public:
    explicit Ticker(const Clock &clock, QObject *parent = nullptr);

    /// Off while the window is minimised or nothing counts down: then nothing wakes up.
    void setRunning(bool running);
    bool isRunning() const { return m_timer.isActive(); }

Q_SIGNALS:
    void tick();

private:
    void arm();

    const Clock &m_clock;
    QTimer m_timer;
};

} // namespace mintmark

// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtGlobal>

namespace mintmark {

/// Time as a service, so that tests own it. Nothing else in the program asks the system for time.
class Clock
{
public:
    virtual ~Clock();
    /// Wall clock: milliseconds since 1970-01-01T00:00Z. Jumps when a person or NTP sets it.
    virtual qint64 nowMs() const = 0;
    /// Milliseconds since boot, suspend included; never goes back.
    virtual qint64 bootMs() const = 0;
};

class SystemClock final : public Clock
{
public:
    qint64 nowMs() const override;
    qint64 bootMs() const override;
};

} // namespace mintmark

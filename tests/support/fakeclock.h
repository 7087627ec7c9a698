// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/clock.h"

namespace mintmark::test {

/// A clock that stands still until told otherwise.
class FakeClock final : public Clock
{
public:
    explicit FakeClock(qint64 nowMs = 1'741'597'924'000) : wall(nowMs) { }
    qint64 nowMs() const override { return wall; }
    qint64 bootMs() const override { return boot; }

    /// Time passes, suspend or not.
    void advance(qint64 ms)
    {
        wall += ms;
        boot += ms;
    }
    /// Somebody sets the clock.
    void setWall(qint64 ms) { wall = ms; }

    qint64 wall;
    qint64 boot = 1'000'000;
};

} // namespace mintmark::test

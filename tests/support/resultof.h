// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/job.h"

#include <QtTest>

#include <memory>

namespace mintmark::test {

/// Starts `job`, lets the event loop run until it has finished, and hands over its result. A job that
/// does not finish in time counts as an ErrorCode::Internal that says so.
template<class T>
Result<T> resultOf(std::unique_ptr<ResultJob<T>> job, int timeoutMs = 10'000)
{
    job->start();
    if (!QTest::qWaitFor([&job] { return job->isFinished(); }, timeoutMs))
        return Error { ErrorCode::Internal, {}, QStringLiteral("the job did not finish") };
    return job->takeResult();
}

} // namespace mintmark::test

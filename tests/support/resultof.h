// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/job.h"

#include <QSignalSpy>

#include <memory>

namespace mintmark::test {

/// Starts `job`, lets the event loop run until it has finished, and hands over its result. A job
/// that does not finish in time counts as an ErrorCode::Internal that says so.
template <class T> Result<T> resultOf(std::unique_ptr<ResultJob<T>> job, int timeoutMs = 10'000)
{
    // qWaitFor() would sleep 10 ms between two looks.
    QSignalSpy finished(job.get(), &Job::finished);
    job->start();
    if (!finished.wait(timeoutMs))
        return Error { ErrorCode::Internal, {}, QStringLiteral("the job did not finish") };
    return job->takeResult();
}

} // namespace mintmark::test

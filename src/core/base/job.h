// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/result.h"

#include <QObject>
#include <QPointer>

#include <memory>
#include <optional>

namespace mintmark {

/// The one job shape: start() returns at once, exactly one finished(), always from the event loop
/// (never inside start() or cancel()), cancel() any time. A job runs once. The owner keeps it (or
/// calls deleteWhenFinished()); destroying a running job drops it silently.
class Job : public QObject
{
    Q_OBJECT
public:
    explicit Job(QObject *parent = nullptr);
    ~Job() override;

    void start();
    /// Ends with ErrorCode::Cancelled unless already finished.
    void cancel();
    bool isStarted() const { return m_state != State::Idle; }
    bool isFinished() const { return m_state == State::Finished; }
    /// The job frees itself after finished() has been delivered.
    void deleteWhenFinished();

Q_SIGNALS:
    void finished(QPrivateSignal);

protected:
    /// Called once from the event loop after start().
    virtual void run() = 0;
    /// Called by cancel() while running: let go of replies, timers, children. Default: nothing.
    virtual void stop();
    /// Stores ErrorCode::Cancelled as the result.
    virtual void setCancelled() = 0;
    /// First call wins, later ones are ignored: a late answer after a deadline is not news here.
    /// True when this call is the one that counts.
    bool claimEnd();
    /// Emits finished() from the event loop. Call after claimEnd() returned true.
    void announce();

private:
    enum class State { Idle, Running, Ending, Finished };
    State m_state = State::Idle;
};

/// A job with a typed result. Subclasses implement run() and call finish(result) once or more; the
/// first counts.
template<class T>
class ResultJob : public Job
{
public:
    using Job::Job;

    /// Precondition: isFinished().
    const Result<T> &result() const { return *m_result; }
    /// Takes the result out, for move-only values. Once.
    Result<T> takeResult() { return std::move(*m_result); }

protected:
    void finish(Result<T> result)
    {
        if (!claimEnd())
            return;
        m_result.emplace(std::move(result));
        announce();
    }
    void setCancelled() override { m_result.emplace(Error { ErrorCode::Cancelled, {}, {} }); }

private:
    std::optional<Result<T>> m_result;
};

/// Starts `job`, hands its result to `then` in `context`'s life time, and frees the job.
/// Returns the job so that it can be cancelled.
template<class JobType, class Context, class Then>
QPointer<JobType> runJob(std::unique_ptr<JobType> job, Context *context, Then then)
{
    JobType *raw = job.release();
    raw->setParent(context);
    raw->deleteWhenFinished();
    QObject::connect(raw, &Job::finished, context,
                     [raw, then = std::move(then)]() mutable { then(raw->takeResult()); });
    raw->start();
    return raw;
}

} // namespace mintmark

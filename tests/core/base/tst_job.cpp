// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "base/job.h"
#include "support/testmain.h"

#include <QSignalSpy>

using namespace mintmark;

namespace {

class ScriptedJob : public ResultJob<int>
{
public:
    int answers = 1; ///< how often run() finishes
    int stopped = 0;

protected:
    void run() override
    {
        for (int i = 0; i < answers; ++i)
            finish(i);
    }
    void stop() override { ++stopped; }
};

} // namespace

class TestJob : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void finishesOnceFromTheEventLoop()
    {
        ScriptedJob job;
        job.answers = 3;
        QSignalSpy spy(&job, &Job::finished);
        job.start();
        job.start();
        QCOMPARE(spy.count(), 0);
        QTRY_COMPARE(spy.count(), 1);
        QCoreApplication::sendPostedEvents();
        QCOMPARE(spy.count(), 1);
        QCOMPARE(job.result().value(), 0);
    }
    void cancelBeforeAndWhileRunning()
    {
        ScriptedJob never;
        never.answers = 0;
        QSignalSpy spy(&never, &Job::finished);
        never.start();
        QCoreApplication::processEvents();
        never.cancel();
        never.cancel();
        QCOMPARE(spy.count(), 0);
        QTRY_COMPARE(spy.count(), 1);
        QCOMPARE(never.stopped, 1);
        QCOMPARE(never.result().error().code, ErrorCode::Cancelled);

        ScriptedJob idle;
        QSignalSpy idleSpy(&idle, &Job::finished);
        idle.cancel();
        QTRY_COMPARE(idleSpy.count(), 1);
        QCOMPARE(idle.stopped, 0);
    }
    void cancelAfterTheEndChangesNothing()
    {
        ScriptedJob job;
        QSignalSpy spy(&job, &Job::finished);
        job.start();
        QTRY_COMPARE(spy.count(), 1);
        job.cancel();
        QCoreApplication::processEvents();
        QCOMPARE(spy.count(), 1);
        QVERIFY(job.result().ok());
    }
    void startedThenDestroyedIsSilent()
    {
        auto job = std::make_unique<ScriptedJob>();
        job->start();
        job.reset();
        QCoreApplication::processEvents();
    }
    void runJobHandsOverAndFrees()
    {
        QObject context;
        int got = -1;
        QPointer<ScriptedJob> job = runJob(std::make_unique<ScriptedJob>(), &context,
                                           [&got](const Result<int> &result) { got = *result; });
        QTRY_COMPARE(got, 0);
        QTRY_VERIFY(job.isNull());
    }
};

MINTMARK_TEST(tst_job, TestJob)
#include "tst_job.moc"

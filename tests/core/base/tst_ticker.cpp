// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "base/ticker.h"
#include "support/fakeclock.h"
#include "support/testmain.h"

#include <QSignalSpy>

using namespace mintmark;

class TestTicker : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void ticksJustAfterTheSecond()
    {
        test::FakeClock clock(1'000'980); // 20 ms before a full second
        Ticker ticker(clock);
        QSignalSpy spy(&ticker, &Ticker::tick);
        ticker.setRunning(true);
        QVERIFY(spy.wait(500));
        QVERIFY(ticker.isRunning());
    }
    void silentWhenStopped()
    {
        test::FakeClock clock(1'000'990);
        Ticker ticker(clock);
        QSignalSpy spy(&ticker, &Ticker::tick);
        ticker.setRunning(true);
        ticker.setRunning(false);
        QVERIFY(!spy.wait(60));
    }
};

MINTMARK_TEST(tst_ticker, TestTicker)
#include "tst_ticker.moc"

// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "base/clock.h"
#include "support/testmain.h"

#include <QDateTime>

using namespace mintmark;

class TestClock : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void wallClockIsTheSystems()
    {
        const qint64 before = QDateTime::currentMSecsSinceEpoch();
        const qint64 now = SystemClock().nowMs();
        QVERIFY(now >= before && now <= QDateTime::currentMSecsSinceEpoch());
    }
    void bootTimeNeverGoesBack()
    {
        const SystemClock clock;
        qint64 last = clock.bootMs();
        QVERIFY(last > 0);
        for (int i = 0; i < 1000; ++i) {
            const qint64 next = clock.bootMs();
            QVERIFY(next >= last);
            last = next;
        }
    }
};

MINTMARK_TEST(tst_clock, TestClock)
#include "tst_clock.moc"

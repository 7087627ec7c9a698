// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "core/session/faultrows.h"
#include "support/testmain.h"

using namespace mintmark;
using namespace mintmark::test;

/// A live token, then a status line that says it all.
class TestStatusFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void overHttp_data() { FaultBench::addRows(statusFaults()); }
    void overHttp() { m_bench.judge(false); }
    /// The same rows over TLS, where Qt is another one.
    void overTls_data() { FaultBench::addRows(statusFaults()); }
    void overTls() { m_bench.judge(true); }

private:
    FaultBench m_bench;
};

MINTMARK_TEST(tst_statusfaults, TestStatusFaults)
#include "tst_statusfaults.moc"

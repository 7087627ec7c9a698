// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "core/session/faultrows.h"
#include "support/testmain.h"

using namespace mintmark;
using namespace mintmark::test;

/// A live token, then an answer that holds none: see FaultRig for what has to hold.
class TestBodyFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void overHttp_data() { FaultBench::addRows(bodyFaults()); }
    void overHttp() { m_bench.judge(false); }
    /// The same rows over TLS, where Qt is another one.
    void overTls_data() { FaultBench::addRows(bodyFaults()); }
    void overTls() { m_bench.judge(true); }

private:
    FaultBench m_bench;
};

MINTMARK_TEST(tst_bodyfaults, TestBodyFaults)
#include "tst_bodyfaults.moc"

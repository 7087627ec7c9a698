// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "core/session/faultrows.h"
#include "support/testmain.h"

using namespace mintmark;
using namespace mintmark::test;

/// A live token, then what is no whole HTTP.
class TestWireFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void overHttp_data() { FaultBench::addRows(wireFaults()); }
    void overHttp() { m_bench.judge(false); }
    /// The same rows over TLS, where Qt is another one.
    void overTls_data() { FaultBench::addRows(wireFaults()); }
    void overTls() { m_bench.judge(true); }

private:
    FaultBench m_bench;
};

MINTMARK_TEST(tst_wirefaults, TestWireFaults)
#include "tst_wirefaults.moc"

// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "core/session/faultrows.h"
#include "support/testmain.h"

using namespace mintmark;
using namespace mintmark::test;

/// A live token, then a redirect: a token address answers itself (RFC 9700 §4.12).
class TestRedirectFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void overHttp_data() { FaultBench::addRows(redirectFaults()); }
    void overHttp() { m_bench.judge(false); }
    /// The same rows over TLS, where Qt is another one.
    void overTls_data() { FaultBench::addRows(redirectFaults()); }
    void overTls() { m_bench.judge(true); }

private:
    FaultBench m_bench;
};

MINTMARK_TEST(tst_redirectfaults, TestRedirectFaults)
#include "tst_redirectfaults.moc"

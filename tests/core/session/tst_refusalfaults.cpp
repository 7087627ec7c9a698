// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "core/session/faultrows.h"
#include "support/testmain.h"

using namespace mintmark;
using namespace mintmark::test;

/// A live token, then a refusal in the words of OAuth or in others.
class TestRefusalFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void overHttp_data() { addFaultRows(refusalFaults()); }
    void overHttp() { judgeFaultRow(m_authority, false); }
    /// The same rows over TLS, where Qt is another one.
    void overTls_data() { addFaultRows(refusalFaults()); }
    void overTls() { judgeFaultRow(m_authority, true); }

private:
    TestAuthority m_authority;
};

MINTMARK_TEST(tst_refusalfaults, TestRefusalFaults)
#include "tst_refusalfaults.moc"

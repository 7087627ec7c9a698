// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "oauth/peercheck.h"

#include "support/testcertificates.h"
#include "support/testmain.h"

#include <QSslSocket>

using namespace mintmark;
using namespace mintmark::test;
using namespace Qt::StringLiterals;

/// With a TLS of Qt that is not OpenSSL's, as on Windows and macOS: there is nothing to share.
class TestPeerCheckBackends : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(QSslSocket::availableBackends().contains(u"cert-only"_s));
        QVERIFY(QSslSocket::setActiveBackend(u"cert-only"_s));
    }
    void judgesAlike()
    {
        const TestCertificate root = TestCertificate::authority(u"Root"_s);
        const TestCertificate intermediate = root.issueAuthority(u"Intermediate"_s);
        const QSslCertificate leaf = intermediate.issue({}).certificate();
        QCOMPARE(leaf.handle(), nullptr);
        const TrustAnchors ours { { root.certificate() }, false };
        const TrustAnchors others { { TestCertificate::authority(u"Other"_s).certificate() }, false };
        const QList<QSslCertificate> chain { leaf, intermediate.certificate() };
        QVERIFY(checkPeer(chain, u"localhost"_s, ours).ok());
        QCOMPARE(checkPeer(chain, u"id.example.com"_s, ours).error().code, ErrorCode::TlsWrongHost);
        QCOMPARE(checkPeer(chain, u"localhost"_s, others).error().code, ErrorCode::TlsUntrusted);
        QCOMPARE(checkPeer({ leaf }, u"localhost"_s, ours).error().code, ErrorCode::TlsIncomplete);
    }
};

MINTMARK_TEST(tst_peercheckbackends, TestPeerCheckBackends)
#include "tst_peercheckbackends.moc"

// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "oauth/certificatedetails.h"

#include "support/testcertificates.h"
#include "support/testmain.h"

#include <QProcess>

using namespace mintmark;
using namespace mintmark::test;
using namespace Qt::StringLiterals;

class TestCertificateDetails : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void chain()
    {
        CertificateRecipe recipe;
        recipe.commonName = u"id.example.com"_s;
        recipe.from = QDateTime({ 2026, 1, 2 }, { 12, 0 }, Qt::UTC);
        recipe.to = QDateTime({ 2031, 3, 3 }, { 12, 0 }, Qt::UTC);
        const TestCertificate leaf = m_root.issue(recipe);
        const QList<CertificateDetails> details =
            detailsOf({ leaf.certificate(), m_root.certificate() });
        QCOMPARE(details.size(), 2);
        QCOMPARE(details[0].summary(), u"id.example.com, issued by Root, ends 2031-03-03"_s);
        QCOMPARE(details[0].particulars().first(), u"valid 2026-01-02 to 2031-03-03"_s);
        QCOMPARE(details[0].isSelfIssued, false);
        QCOMPARE(details[1].isSelfIssued, true);
        QCOMPARE(details[1].subject, details[1].issuer);
        QVERIFY(detailsOf({}).isEmpty());
    }
    /// As OpenSSL's own program writes it, so that two people can compare it.
    void fingerprint()
    {
        QProcess openssl;
        openssl.start(u"openssl"_s, { u"x509"_s, u"-noout"_s, u"-fingerprint"_s, u"-sha256"_s });
        openssl.write(m_root.pem());
        openssl.closeWriteChannel();
        QVERIFY(openssl.waitForFinished());
        const QString said = QString::fromLatin1(openssl.readAll()).trimmed().section(u'=', 1);
        QCOMPARE(said.size(), 95);
        QCOMPARE(CertificateDetails::of(m_root.certificate()).sha256, said);
    }
    /// What stands in a certificate was written by whoever made it.
    void namesWithTricks()
    {
        CertificateRecipe recipe;
        recipe.commonName = u"good\u202etxt\n<b>"_s;
        const TestCertificate leaf = m_root.issue(recipe);
        const QString line = CertificateDetails::of(leaf.certificate()).summary();
        QVERIFY2(line.startsWith(u"good\\u{202E}txt\\u{"_s), qPrintable(line));
    }

private:
    TestCertificate m_root = TestCertificate::authority(u"Root"_s);
};

MINTMARK_TEST(tst_certificatedetails, TestCertificateDetails)

#include "tst_certificatedetails.moc"

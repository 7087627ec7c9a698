// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "oauth/trustedauthorities.h"

#include "support/fakeclock.h"
#include "support/testcertificates.h"
#include "support/testmain.h"

#include <QFileInfo>
#include <QTemporaryDir>

using namespace mintmark;
using namespace mintmark::test;
using namespace Qt::StringLiterals;

using Until = TrustedAuthorities::Until;

class TestTrustedAuthorities : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void forToday()
    {
        TrustedAuthorities trusted(file(), m_clock);
        QVERIFY(trusted.trust(u"id.acme.test"_s, m_root, Until::EndOfDay).ok());
        QCOMPARE(trusted.forHost(u"ID.acme.test"_s), QList { m_certificate.certificate() });
        QVERIFY(trusted.forHost(u"acme.test"_s).isEmpty());
        QVERIFY(!QFileInfo::exists(file()));
        m_clock.advance(24 * qint64(3'600'000));
        QVERIFY(trusted.forHost(u"id.acme.test"_s).isEmpty());
        QVERIFY(trusted.entries().isEmpty());
    }
    void untilForgotten()
    {
        {
            TrustedAuthorities trusted(file(), m_clock);
            QVERIFY(trusted.trust(u"id.acme.test"_s, m_root, Until::Forgotten).ok());
            QVERIFY(trusted.trust(u"id.acme.test"_s, m_root, Until::Forgotten).ok());
            QVERIFY(trusted.trust(u"other.test"_s, m_other, Until::Forgotten).ok());
        }
        QCOMPARE(QFileInfo(file()).permissions() & (QFile::ReadGroup | QFile::ReadOther),
                 QFile::Permissions());
        TrustedAuthorities again(file(), m_clock);
        QCOMPARE(again.entries().size(), 2);
        QCOMPARE(again.forHost(u"id.acme.test"_s), QList { m_certificate.certificate() });
        QVERIFY(again.forget(u"id.acme.test"_s, m_root.sha256).ok());
        QVERIFY(again.forHost(u"id.acme.test"_s).isEmpty());
        QCOMPARE(TrustedAuthorities(file(), m_clock).entries().size(), 1);
    }
    void nothingElseIsTaken()
    {
        TrustedAuthorities trusted(file(), m_clock);
        QVERIFY(!trusted.trust(u"id.acme.test"_s, {}, Until::Forgotten).ok());
        QVERIFY(!trusted.trust({}, m_root, Until::Forgotten).ok());
        QVERIFY(!trusted.trust(u"a\nb"_s, m_root, Until::Forgotten).ok());
        QVERIFY(trusted.entries().isEmpty());
    }
    void damagedFile()
    {
        QFile damaged(file());
        QVERIFY(damaged.open(QIODevice::WriteOnly));
        damaged.write("# host: a.test\nnonsense\n-----END CERTIFICATE-----\n" + m_certificate.pem());
        damaged.close();
        const TrustedAuthorities trusted(file(), m_clock);
        QVERIFY(trusted.forHost(u"a.test"_s).isEmpty());
    }

private:
    QString file() const { return m_folder->filePath(u"trusted.pem"_s); }

    std::unique_ptr<QTemporaryDir> m_folder;
    FakeClock m_clock;
    const TestCertificate m_certificate = TestCertificate::authority(u"Acme root"_s);
    const CertificateDetails m_root = CertificateDetails::of(m_certificate.certificate());
    const CertificateDetails m_other =
        CertificateDetails::of(TestCertificate::authority(u"Other"_s).certificate());
};

MINTMARK_TEST(tst_trustedauthorities, TestTrustedAuthorities)

#include "tst_trustedauthorities.moc"

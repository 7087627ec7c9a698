// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "oauth/assertionheader.h"

#include "jose/privatekey.h"
#include "support/testcertificates.h"
#include "support/testmain.h"

#include <QCryptographicHash>
#include <QSslKey>

using namespace mintmark;
using namespace mintmark::test;
using namespace Qt::StringLiterals;

namespace {

constexpr auto base64Url = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

QByteArray quoted(const QByteArray &text)
{
    return '"' + text + '"';
}

} // namespace

class TestAssertionHeader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void members_data();
    void members();
    void refused_data();
    void refused();
    void certificatesAlone();

private:
    static PrivateKey keyOf(const TestCertificate &certificate)
    {
        const QByteArray pem = certificate.configuration().privateKey().toPem();
        return PrivateKey::from(SecretBytes(pem)).value();
    }

    const TestCertificate m_root = TestCertificate::authority(u"root"_s);
    const TestCertificate m_own = m_root.issue({});
};

void TestAssertionHeader::members_data()
{
    QTest::addColumn<QString>("wanted");
    QTest::addColumn<bool>("hasCertificate");
    QTest::addColumn<QList<CertificateMember>>("members");
    const QByteArray der = m_own.certificate().toDer();
    const auto digest = [&der](QCryptographicHash::Algorithm algorithm) {
        return QCryptographicHash::hash(der, algorithm);
    };
    const QByteArray sha1 = digest(QCryptographicHash::Sha1);
    const QByteArray sha256 = digest(QCryptographicHash::Sha256);
    const CertificateMember x5t { "x5t", quoted(sha1.toBase64(base64Url)) };
    const CertificateMember x5tS256 { "x5t#S256", quoted(sha256.toBase64(base64Url)) };
    const CertificateMember x5c { "x5c",
                                  '[' + quoted(der.toBase64()) + ','
                                      + quoted(m_root.certificate().toDer().toBase64()) + ']' };
    using Members = QList<CertificateMember>;
    QTest::newRow("nothing") << QString() << false << Members();
    QTest::newRow("usual") << QString() << true << Members { x5tS256 };
    QTest::newRow("x5t") << u"x5t"_s << true << Members { x5t };
    QTest::newRow("all") << u" x5c x5t  x5t#S256"_s << true << Members { x5c, x5t, x5tS256 };
    for (const QByteArray &text : { sha256.toHex(), sha256.toHex(':').toUpper(), sha256.toBase64(),
                                    sha256.toBase64(base64Url) })
        QTest::newRow(text.constData())
            << QString::fromLatin1(text) << false << Members { x5tS256 };
    for (const QByteArray &text : { sha1.toHex(), sha1.toHex(':'), sha1.toBase64(base64Url) })
        QTest::newRow(text.constData()) << QString::fromLatin1(text) << false << Members { x5t };
    QTest::newRow("openssl") << u"sha256 Fingerprint="_s + QString::fromLatin1(sha256.toHex(':').toUpper())
                             << false << Members { x5tS256 };
    QTest::newRow("dialog of Windows")
        << QChar(0x200E) + QString::fromLatin1(sha1.toHex(' ')) << true << Members { x5t };
}

void TestAssertionHeader::members()
{
    QFETCH(const QString, wanted);
    QFETCH(const bool, hasCertificate);
    QFETCH(const QList<CertificateMember>, members);
    AssertionSettings settings;
    settings.certificateThumbprint = wanted;
    if (hasCertificate)
        settings.certificate = QString::fromLatin1(m_own.pem() + m_root.pem());
    const auto made = certificateMembers(settings, keyOf(m_own));
    QVERIFY(made.ok());
    QCOMPARE(*made, members);
}

void TestAssertionHeader::refused_data()
{
    QTest::addColumn<QString>("certificate");
    QTest::addColumn<QString>("thumbprint");
    QTest::addColumn<ErrorCode>("code");
    using enum ErrorCode;
    const QString own = QString::fromLatin1(m_own.pem());
    QTest::newRow("another key's")
        << QString::fromLatin1(m_root.pem()) << QString() << CertificateOfOtherKey;
    QTest::newRow("cut off") << own.first(own.size() / 2) << QString() << CertificateUnreadable;
    QTest::newRow("no certificate") << u"x"_s << QString() << CertificateUnreadable;
    QTest::newRow("x5t of nothing") << QString() << u"x5t"_s << ProfileInvalid;
    QTest::newRow("no digest") << QString() << u"abcd"_s << ProfileInvalid;
    QTest::newRow("letters") << QString() << QString(40, u'z') << ProfileInvalid;
}

void TestAssertionHeader::refused()
{
    QFETCH(const QString, certificate);
    QFETCH(const QString, thumbprint);
    QFETCH(const ErrorCode, code);
    AssertionSettings settings;
    settings.certificate = certificate;
    settings.certificateThumbprint = thumbprint;
    const auto made = certificateMembers(settings, keyOf(m_own));
    QVERIFY(!made.ok());
    QCOMPARE(made.error().code, code);
}

/// A file that has the key as well must not bring it into the settings.
void TestAssertionHeader::certificatesAlone()
{
    const QByteArray key = m_own.configuration().privateKey().toPem();
    const QByteArray own = m_own.pem().trimmed();
    const QByteArray root = m_root.pem().trimmed();
    const QString both = QString::fromLatin1(own + '\n' + root + '\n');
    QCOMPARE(certificatesIn(key + "Bag Attributes\n" + own + "\n\n" + root), both);
    QCOMPARE(certificatesIn(own + '\n' + key + root), both);
    QCOMPARE(certificatesIn(m_own.certificate().toDer()).trimmed(), QString::fromLatin1(own));
    QCOMPARE(certificatesIn(key), QString());
    QCOMPARE(certificatesIn(own.first(own.size() - 10)), QString());
    QCOMPARE(certificatesIn({}), QString());
}

MINTMARK_TEST(tst_assertionheader, TestAssertionHeader)

#include "tst_assertionheader.moc"

// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QStringList>

namespace mintmark::test {

/// What stands in a certificate. The defaults are a good one for loopback.
struct CertificateRecipe
{
    QString commonName = QStringLiteral("server under test");
    /// As OpenSSL writes them: "DNS:localhost", "IP:127.0.0.1"; empty: the extension is left out.
    QStringList alternativeNames { QStringLiteral("DNS:localhost"), QStringLiteral("IP:127.0.0.1"),
                                   QStringLiteral("IP:::1") };
    QDateTime from = QDateTime::currentDateTimeUtc().addDays(-1);
    QDateTime to = QDateTime::currentDateTimeUtc().addDays(30);
    QByteArray usage = "serverAuth"; ///< extended key usage; empty: left out
    bool isAuthority = false;
    int rsaBits = 0; ///< 0: an EC key on P-256, which is made in no time
    bool sha1 = false; ///< signed with SHA-1
    QByteArray nameConstraints; ///< of an authority, as OpenSSL writes them; empty: left out
};

/// A certificate with its key, made by OpenSSL.
class TestCertificate
{
public:
    static TestCertificate selfSigned(const CertificateRecipe &recipe);
    /// A root of its own.
    static TestCertificate authority(const QString &name);

    TestCertificate issue(const CertificateRecipe &recipe) const;
    TestCertificate issueAuthority(const QString &name) const;

    QSslCertificate certificate() const;
    QByteArray pem() const { return m_certificate; }
    QByteArray keyPem() const { return m_key; }
    /// The key as PKCS#8, encrypted.
    QByteArray encryptedKeyPem(const QByteArray &passphrase) const;
    /// Certificate and key as PKCS#12. `old`: sealed with RC2 and 3DES, as Windows and OpenSSL 1 did.
    QByteArray pkcs12(const QByteArray &passphrase, bool old = false) const;

    /// For LoopbackServer::listenTls(): this certificate, then those that are sent along.
    QSslConfiguration configuration(const QList<TestCertificate> &chain = {}) const;

private:
    QByteArray m_certificate; ///< PEM
    QByteArray m_key;         ///< PEM
    bool m_isRsa = false;

    static TestCertificate made(const CertificateRecipe &recipe, const TestCertificate *issuer);
};

} // namespace mintmark::test

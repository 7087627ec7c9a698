// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QList>
#include <QSslCertificate>
#include <QString>

namespace mintmark {

/// A certificate as people compare it. Names are safe to show: displayText() was applied.
struct CertificateDetails
{
    QString subject; ///< common name, else organization
    QString issuer;
    qint64 notBeforeMs = 0;
    qint64 notAfterMs = 0;
    QString sha256; ///< of the DER: "AB:CD:…", as browsers and openssl write it
    bool isSelfIssued = false; ///< the end of a chain: a root, or a certificate that vouches for itself
    QByteArray pem; ///< the certificate itself, to be kept or trusted

    static CertificateDetails of(const QSslCertificate &certificate);
    /// "subject, issued by issuer, ends 2027-03-03"
    QString summary() const;
    /// "valid 2026-01-02 to 2027-03-03" and "SHA-256 AB:CD:…"
    QStringList particulars() const;

    friend bool operator==(const CertificateDetails &, const CertificateDetails &) = default;
};

/// In the order given: as a server sends them, leaf first.
QList<CertificateDetails> detailsOf(const QList<QSslCertificate> &chain);

/// Text of a certificate for a message: written by whoever made it.
QString subjectName(const QSslCertificate &certificate);
QString issuerName(const QSslCertificate &certificate);
/// "3 March 2027", UTC
QString certificateDay(const QDateTime &time);

} // namespace mintmark

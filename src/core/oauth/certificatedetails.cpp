// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "oauth/certificatedetails.h"

#include "base/displaytext.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QLocale>

#include <algorithm>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestName = 200;

QString firstOf(const QStringList &names, const QStringList &otherwise)
{
    return displayText((names.isEmpty() ? otherwise : names).value(0).left(longestName)).text;
}

QString isoDay(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC).date().toString(Qt::ISODate);
}

} // namespace

CertificateDetails CertificateDetails::of(const QSslCertificate &certificate)
{
    const QByteArray digest = certificate.digest(QCryptographicHash::Sha256);
    return { subjectName(certificate),
             issuerName(certificate),
             certificate.effectiveDate().toMSecsSinceEpoch(),
             certificate.expiryDate().toMSecsSinceEpoch(),
             QString::fromLatin1(digest.toHex(':')).toUpper(),
             certificate.isSelfSigned(),
             certificate.toPem() };
}

QString CertificateDetails::summary() const
{
    return u"%1, issued by %2, ends %3"_s.arg(subject, issuer, isoDay(notAfterMs));
}

QStringList CertificateDetails::particulars() const
{
    return { u"valid %1 to %2"_s.arg(isoDay(notBeforeMs), isoDay(notAfterMs)), "SHA-256 "_L1 + sha256 };
}

QList<CertificateDetails> detailsOf(const QList<QSslCertificate> &chain)
{
    QList<CertificateDetails> details;
    std::ranges::transform(chain, std::back_inserter(details), &CertificateDetails::of);
    return details;
}

QString subjectName(const QSslCertificate &certificate)
{
    return firstOf(certificate.subjectInfo(QSslCertificate::CommonName),
                   certificate.subjectInfo(QSslCertificate::Organization));
}

QString issuerName(const QSslCertificate &certificate)
{
    return firstOf(certificate.issuerInfo(QSslCertificate::CommonName),
                   certificate.issuerInfo(QSslCertificate::Organization));
}

QString certificateDay(const QDateTime &time)
{
    return QLocale().toString(time.toUTC().date(), u"d MMMM yyyy"_s);
}

} // namespace mintmark

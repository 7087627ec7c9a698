// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/tokens/certificatetext.h"

#include "base/displaytext.h"

#include <QCoreApplication>
#include <QDateTime>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostNames = 50;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CertificateText)
};

/// Whom the certificate is for (RFC 6125 §1.7.2); a leaf's alone, as a rule.
QStringList alternativeNames(const CertificateDetails &certificate)
{
    const QList<QSslCertificate> read = QSslCertificate::fromData(certificate.pem, QSsl::Pem);
    if (read.isEmpty())
        return {};
    QStringList names = read.first().subjectAlternativeNames().values();
    names.sort();
    if (names.size() > mostNames)
        names = names.mid(0, mostNames) << u"…"_s;
    for (QString &name : names)
        name = displayText(name).text;
    return names;
}

QString day(qint64 ms)
{
    return certificateDay(QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC));
}

QString certificateText(const CertificateDetails &certificate)
{
    QStringList lines { Text::tr("Subject: %1").arg(certificate.subject),
                        certificate.isSelfIssued
                            ? Text::tr("Issuer: itself")
                            : Text::tr("Issuer: %1").arg(certificate.issuer) };
    if (const QStringList names = alternativeNames(certificate); !names.isEmpty())
        lines << Text::tr("Names: %1").arg(names.join(Text::tr(", ", "between list items")));
    lines << Text::tr("Valid: %1 to %2").arg(day(certificate.notBeforeMs), day(certificate.notAfterMs))
          << Text::tr("SHA-256: %1").arg(certificate.sha256);
    return lines.join(u'\n');
}

} // namespace

QString chainText(const QList<CertificateDetails> &chain)
{
    QStringList paragraphs;
    for (const CertificateDetails &certificate : chain)
        paragraphs << certificateText(certificate);
    return paragraphs.join(u"\n\n"_s);
}

} // namespace mintmark

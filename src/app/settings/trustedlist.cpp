// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/settings/trustedlist.h"

#include "base/displaytext.h"

namespace mintmark {

TrustedList::TrustedList(QWidget *parent)
    : TakeBackList(tr("None beside those of the system and of CA files."),
                   tr("Do not trust any more"), parent)
{ }

void TrustedList::setEntries(const QList<TrustedAuthorities::Entry> &entries)
{
    QList<Line> lines;
    for (const TrustedAuthorities::Entry &entry : entries) {
        const CertificateDetails &certificate = entry.certificate;
        const QString host = displayText(entry.host).text;
        lines << Line { (entry.until == TrustedAuthorities::Until::EndOfDay
                             ? tr("“%1” for %2, until the end of today. SHA-256 %3")
                             : tr("“%1” for %2. SHA-256 %3"))
                            .arg(certificate.subject, host, certificate.sha256),
                        tr("Do not trust %1 for %2 any more").arg(certificate.subject, host),
                        [this, entry] {
                            Q_EMIT forgetRequested(entry.host, entry.certificate.sha256);
                        } };
    }
    setLines(lines);
}

} // namespace mintmark

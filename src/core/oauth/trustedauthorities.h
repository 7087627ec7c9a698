// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/result.h"
#include "oauth/certificatedetails.h"

#include <QDate>

namespace mintmark {

class Clock;

/// Authorities a person trusts for one host, beside those of the system or of a CA file: until the
/// local day ends (in memory, gone with the program too), or until they are forgotten (a file of PEM
/// certificates, mode 0600). Nothing else of the check is waived: name, time and strength still
/// count.
class TrustedAuthorities
{
public:
    enum class Until { EndOfDay, Forgotten };
    struct Entry
    {
        QString host;
        CertificateDetails certificate;
        Until until = Until::Forgotten;
        friend bool operator==(const Entry &, const Entry &) = default;
    };

    /// An empty `file`: nothing is kept beyond the day.
    TrustedAuthorities(QString file, const Clock &clock);

    /// `certificate` is what TlsDetails::authority() gave. Errors: ProfileInvalid for what is no
    /// certificate, FileUnreadable, FileNotWritten.
    Result<void> trust(const QString &host, const CertificateDetails &certificate, Until until);
    /// What an exchange with `host` may end at as well: NetworkAccess::trusted.
    QList<QSslCertificate> forHost(const QString &host) const;
    QList<Entry> entries() const;
    /// Errors: FileUnreadable, FileNotWritten.
    Result<void> forget(const QString &host, const QString &sha256);

private:
    Result<QList<Entry>> kept() const;
    Result<void> keep(const QList<Entry> &entries) const;
    QList<Entry> ofToday() const;

    struct ForToday
    {
        Entry entry;
        QDate day;
    };
    QString m_file;
    const Clock &m_clock;
    QList<ForToday> m_today;
};

} // namespace mintmark

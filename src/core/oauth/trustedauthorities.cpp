// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "oauth/trustedauthorities.h"

#include "base/atomicfile.h"
#include "base/clock.h"

#include <QDateTime>
#include <QFileInfo>

#include <algorithm>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

constexpr QByteArrayView hostLine = "# host: ";
constexpr QByteArrayView pemEnd = "-----END CERTIFICATE-----";

bool isSame(const TrustedAuthorities::Entry &entry, const QString &host, const QString &sha256)
{
    return entry.host.compare(host, Qt::CaseInsensitive) == 0 && entry.certificate.sha256 == sha256;
}

/// One entry of the file: its host line and its certificate.
std::optional<TrustedAuthorities::Entry> entryFrom(const QByteArray &text)
{
    const qsizetype at = text.lastIndexOf(hostLine);
    const QList<QSslCertificate> certificates = QSslCertificate::fromData(text, QSsl::Pem);
    if (at < 0 || certificates.isEmpty())
        return {};
    const qsizetype from = at + hostLine.size();
    const QByteArray host = text.sliced(from, qMax(from, text.indexOf('\n', from)) - from).trimmed();
    return TrustedAuthorities::Entry { QString::fromUtf8(host),
                                       CertificateDetails::of(certificates.first()),
                                       TrustedAuthorities::Until::Forgotten };
}

} // namespace

TrustedAuthorities::TrustedAuthorities(QString file, const Clock &clock)
    : m_file(std::move(file)), m_clock(clock)
{ }

Result<void> TrustedAuthorities::trust(const QString &host, const CertificateDetails &certificate,
                                       Until until)
{
    const QList<QSslCertificate> read = QSslCertificate::fromData(certificate.pem, QSsl::Pem);
    if (read.size() != 1 || host.isEmpty() || host.contains(u'\n'))
        return Error { ErrorCode::ProfileInvalid, { { u"field"_s, u"certificate"_s } }, {} };
    const Entry entry { host, CertificateDetails::of(read.first()), until };
    if (until == Until::EndOfDay) {
        const QDate today = QDateTime::fromMSecsSinceEpoch(m_clock.nowMs()).date();
        m_today << ForToday { entry, today };
        return {};
    }
    Result<QList<Entry>> entries = kept();
    if (!entries)
        return entries.error();
    entries->removeIf([&](const Entry &one) { return isSame(one, host, entry.certificate.sha256); });
    *entries << entry;
    return keep(*entries);
}

QList<QSslCertificate> TrustedAuthorities::forHost(const QString &host) const
{
    QList<QSslCertificate> certificates;
    const QList<Entry> all = entries();
    for (const Entry &entry : all) {
        if (entry.host.compare(host, Qt::CaseInsensitive) == 0)
            certificates += QSslCertificate::fromData(entry.certificate.pem, QSsl::Pem);
    }
    return certificates;
}

QList<TrustedAuthorities::Entry> TrustedAuthorities::entries() const
{
    const Result<QList<Entry>> file = kept();
    return ofToday() + (file ? *file : QList<Entry>());
}

Result<void> TrustedAuthorities::forget(const QString &host, const QString &sha256)
{
    m_today.removeIf([&](const ForToday &one) { return isSame(one.entry, host, sha256); });
    Result<QList<Entry>> entries = kept();
    if (!entries)
        return entries.error();
    const auto isMeant = [&](const Entry &one) { return isSame(one, host, sha256); };
    return entries->removeIf(isMeant) > 0 ? keep(*entries) : Result<void>();
}

QList<TrustedAuthorities::Entry> TrustedAuthorities::ofToday() const
{
    const QDate today = QDateTime::fromMSecsSinceEpoch(m_clock.nowMs()).date();
    QList<Entry> entries;
    for (const ForToday &one : m_today) {
        if (one.day == today)
            entries << one.entry;
    }
    return entries;
}

Result<QList<TrustedAuthorities::Entry>> TrustedAuthorities::kept() const
{
    QList<Entry> entries;
    if (m_file.isEmpty() || !QFileInfo::exists(m_file))
        return entries;
    const Result<QByteArray> text = readWhole(m_file);
    if (!text)
        return text.error();
    qsizetype from = 0;
    for (qsizetype end = text->indexOf(pemEnd); end >= 0; end = text->indexOf(pemEnd, from)) {
        end += pemEnd.size();
        if (const std::optional<Entry> entry = entryFrom(text->sliced(from, end - from)))
            entries << *entry;
        from = end;
    }
    return entries;
}

Result<void> TrustedAuthorities::keep(const QList<Entry> &entries) const
{
    if (m_file.isEmpty())
        return {};
    if (const Result<void> folder = makePrivateFolder(QFileInfo(m_file).path()); !folder)
        return folder.error();
    QByteArray text;
    for (const Entry &entry : entries)
        text += hostLine.toByteArray() + entry.host.toUtf8() + '\n' + entry.certificate.pem + '\n';
    return writeAtomically(m_file, text);
}

} // namespace mintmark

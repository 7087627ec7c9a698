// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/result.h"
#include "oauth/exchangerecord.h"

#include <QList>
#include <QSslCertificate>

namespace mintmark {

/// Certificates of a PEM file, for ClientConfiguration::caFile. Error: FileUnreadable, also for a file
/// without a certificate.
Result<QList<QSslCertificate>> readCaFile(const QString &file);

/// Judges a server's certificates once more, with OpenSSL and stricter than Qt 6.4 does: the host must
/// stand in the subject alternative names (RFC 9525; Qt accepts a common name), and
/// the chain must end at one of `anchors`, or, when that is empty, in the system's folder.
/// `chain` is leaf first, as sent. Errors: TlsSelfSigned, TlsUntrusted, TlsWrongHost, TlsExpired,
/// TlsNotYetValid, TlsFailed.
Result<void> checkPeer(const QList<QSslCertificate> &chain, const QString &host,
                       const QList<QSslCertificate> &anchors);

/// "subject, issued by issuer, ends 2027-03-03" for each certificate.
QStringList chainSummary(const QList<QSslCertificate> &chain);

} // namespace mintmark

// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/result.h"

#include <QList>
#include <QSslCertificate>

namespace mintmark {

struct NetworkAccess;

/// Certificates of a PEM file, or the one of a DER file, for NetworkSettings::caFile. Error: NamedFileUnreadable, also for a file
/// without a certificate.
Result<QList<QSslCertificate>> readCaFile(const QString &file);

/// Who is trusted.
struct TrustAnchors
{
    QList<QSslCertificate> certificates;
    bool besideSystem = false; ///< as well as the system's, not in their place

    /// The system's alone.
    bool isSystem() const { return certificates.isEmpty(); }
};

/// Those one exchange goes by. Errors: those of readCaFile().
Result<TrustAnchors> trustAnchors(const NetworkAccess &access);

/// Judges a server's certificates once more, with OpenSSL and stricter than Qt 6.4 does: the host must
/// stand in the subject alternative names (RFC 9525; Qt accepts a common name), and
/// the chain must end at one of `anchors`. `chain` is leaf first, as sent. Errors: TlsSelfSigned,
/// TlsIntercepted, TlsUntrusted, TlsIncomplete, TlsWrongHost, TlsExpired, TlsNotYetValid, TlsWeak,
/// TlsWrongPurpose,
/// TlsCertificateInvalid, TlsFailed (no certificate at all).
Result<void> checkPeer(const QList<QSslCertificate> &chain, const QString &host,
                       const TrustAnchors &anchors);

/// What Qt has to be given so that it trusts the same; empty: its own default, the system's.
QList<QSslCertificate> authoritiesForQt(const TrustAnchors &anchors);

} // namespace mintmark

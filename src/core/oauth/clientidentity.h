// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/result.h"
#include "oauth/networksettings.h"

#include <QSslKey>

namespace mintmark {

/// Certificate and private key that prove the client in the TLS handshake (RFC 8705 §2). The key
/// stays with OpenSSL: it is never bytes of ours again.
struct ClientIdentity
{
    QList<QSslCertificate> chain; ///< leaf first
    QSslKey key;

    bool isEmpty() const { return chain.isEmpty(); }
};

/// The identity of `access`, empty when it has none. PEM (any order, key encrypted or not) or
/// PKCS#12, old ciphers included. Judged before anything is sent: certificate and key belong
/// together, and `nowMs` lies in the certificate's time. Errors: ClientCertificateUnusable,
/// ClientKeyPassphrase, ClientKeyMismatch, ClientCertificateExpired, ClientCertificateNotYetValid.
Result<ClientIdentity> clientIdentity(const NetworkAccess &access, qint64 nowMs);

/// What the keychain keeps of the two files (`keyFile` empty: all is in the first), for
/// NetworkSecrets::clientIdentity. Errors: NamedFileUnreadable.
Result<SecretBytes> readClientIdentity(const QString &certificateFile, const QString &keyFile);

} // namespace mintmark

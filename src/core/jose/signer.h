// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QLatin1StringView>
#include <QList>

#include <memory>

struct evp_pkey_st; // OpenSSL's EVP_PKEY

namespace mintmark {

enum class SigningAlgorithm { RS256, ES256 };
QLatin1StringView signingAlgorithmName(SigningAlgorithm algorithm);

/// A private key that signs (RFC 7518 §3.3, §3.4), for the demo server and for tests. Move-only.
class SigningKey
{
public:
    /// RSA with 2048 bits, or P-256.
    static Result<SigningKey> generate(SigningAlgorithm algorithm);
    /// PKCS#8, PKCS#1 or SEC1 PEM without a passphrase; RSA of at least 2048 bits, or P-256.
    static Result<SigningKey> fromPem(QByteArrayView pem);

    SigningAlgorithm algorithm() const { return m_algorithm; }
    /// The RFC 7638 SHA-256 thumbprint, base64url.
    const QByteArray &keyId() const { return m_keyId; }
    /// Public JWK (RFC 7517) with use, alg and kid: one element of a JWKS's `keys`.
    const QByteArray &publicJwk() const { return m_publicJwk; }
    /// {"alg":…,"typ":…,"kid":…}
    QByteArray header(QLatin1StringView typ) const;

    /// JWS signature of `signingInput`, raw: r‖s for ES256. Empty when OpenSSL refuses.
    QByteArray sign(QByteArrayView signingInput) const;
    /// Compact serialization (RFC 7515 §7.1) of the bytes as they are.
    QByteArray signCompact(QByteArrayView header, QByteArrayView payload) const;

private:
    struct Free
    {
        void operator()(evp_pkey_st *key) const;
    };
    using Handle = std::unique_ptr<evp_pkey_st, Free>;
    SigningKey(Handle key, SigningAlgorithm algorithm);

    Handle m_key;
    SigningAlgorithm m_algorithm;
    QByteArray m_keyId;
    QByteArray m_publicJwk;
};

/// {"keys":[…]} of the given public JWKs, which are written as they stand.
QByteArray publicJwkSet(const QList<QByteArray> &publicJwks);

} // namespace mintmark

// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/result.h"
#include "base/secretbytes.h"
#include "jose/jwk.h"
#include "jose/signaturealgorithm.h"

#include <memory>

namespace mintmark {

/// A private key of somebody else's making that signs what proves a client. Move-only; the key
/// itself is in OpenSSL's hands, which clears it.
class PrivateKey
{
public:
    /// PEM (PKCS#8, PKCS#1, SEC1, each also encrypted), wherever it stands among other blocks and in
    /// what form (see tidyPem()); the same as DER, plain or in Base64; a private JWK; of a JWK Set the
    /// one that is called `keyId`, or the only one that signs. Errors: KeyUnreadable, KeyNotChosen,
    /// KeyEncrypted, KeyPassphraseWrong, KeyIsPublic, KeyTooShort, KeyUnsuitable for a type that signs
    /// nothing here.
    static Result<PrivateKey> from(const SecretBytes &text, const SecretBytes &passphrase = {},
                                   const QString &keyId = {});

    const Jwk &publicHalf() const { return m_public; }
    const QString &keyId() const { return m_keyId; } ///< `kid` of a JWK
    /// "RSA with 2048 bits", "EC P-256", "Ed25519"
    QString description() const;

    bool suits(const SignatureAlgorithm &algorithm) const;
    /// The `alg` to take when nobody says one: what the JWK names, else RS256, the ES of the curve,
    /// EdDSA.
    QString usualAlgorithm() const;
    /// JWS signature, raw (RFC 7518 §3.3–3.5, RFC 8037 §3.1), checked with the public half. Empty
    /// when the algorithm does not suit or both halves do not belong together.
    QByteArray signature(QByteArrayView input, const SignatureAlgorithm &algorithm) const;
    /// Unencrypted PKCS#8 PEM.
    SecretBytes pem() const;

private:
    using Handle = std::shared_ptr<evp_pkey_st>;
    PrivateKey() = default;
    static Result<PrivateKey> fromHandle(Handle key);
    static Result<PrivateKey> fromPem(const SecretBytes &text, const SecretBytes &passphrase);
    static Result<PrivateKey> fromDer(const SecretBytes &der, const SecretBytes &passphrase);
    static Result<PrivateKey> fromJson(const SecretBytes &text, const QString &keyId);

    Handle m_key;
    Jwk m_public;
    QString m_keyId;
    QString m_algorithm;      ///< the JWK's `alg`
    bool m_isPssOnly = false; ///< RFC 4055 §1.2: a key that signs PSS and nothing else
};

} // namespace mintmark

// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <openssl/evp.h>

#include <memory>

namespace mintmark::test {

/// A key pair that signs whatever it is told to, right or wrong. Made with OpenSSL alone: nothing
/// of the code under test is in it.
class Forger
{
public:
    static Forger rsa(int bits = 2048, const char *type = "RSA"); ///< or "RSA-PSS"
    static Forger ec(const char *curve);                          ///< "P-256", "secp256k1", …
    static Forger okp(const char *type);                          ///< "ED25519", "ED448", "X25519"
    static Forger oct(const QByteArray &secret);

    /// Members of the public JWK (of the whole secret one), without braces.
    QByteArray members() const;
    /// `{` members, then `more` as it stands, `}`.
    QByteArray jwk(const QByteArray &more = {}) const;
    QByteArray publicPem() const;
    QByteArray privatePem() const;

    /// By the letter of the algorithm; `saltBytes` < 0: as long as the hash.
    QByteArray sign(const QByteArray &algorithm, const QByteArray &input, int saltBytes = -1,
                    const char *mgf1 = nullptr) const;
    /// Header, payload and signature in compact serialization.
    QByteArray token(const QByteArray &header, const QByteArray &algorithm,
                     const QByteArray &payload = R"({"sub":"1"})") const;
    EVP_PKEY *key() const { return m_key.get(); }

private:
    std::shared_ptr<EVP_PKEY> m_key;
    QByteArray m_secret;
};

QByteArray encoded(const QByteArray &bytes); ///< base64url, by Qt
QByteArray jwks(const QList<QByteArray> &keys);

} // namespace mintmark::test

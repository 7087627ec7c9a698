// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/secretbytes.h"
#include "jose/keyfault.h"
#include "json/value.h"

#include <QByteArray>
#include <QString>

#include <memory>
#include <optional>

struct evp_pkey_st; // OpenSSL's EVP_PKEY

namespace mintmark {

enum class KeyType { Unknown, Rsa, Ec, Okp, Oct };

/// Whether symmetric keys count: yes in a file that a person opened as theirs, no in a set that was
/// published, where every reader could sign with them.
enum class SymmetricKeys { Refuse, Accept };

/// One key to check signatures with (RFC 7517), whatever it was written as. A key with a fault
/// keeps what was read, so that it can be said why it is not used, but has neither publicKey nor
/// secret.
struct Jwk
{
    KeyType type = KeyType::Unknown; ///< kty
    QString curve;                   ///< crv of Ec and Okp
    std::optional<QString> keyId;    ///< kid
    QString algorithm;               ///< alg; empty: the key does not say
    int bits = 0;                    ///< of modulus, field or secret
    QByteArray thumbprint; ///< RFC 7638, SHA-256, base64url; none for Oct: it tells of the secret
    bool hasPrivateMembers = false; ///< a private key lies where a public one suffices
    std::optional<KeyFault> fault;
    std::shared_ptr<evp_pkey_st> publicKey; ///< Rsa, Ec, Okp: public part only
    SharedSecret secret;                    ///< Oct

    /// `value` as an element of `keys`; only its public members are used, but for `k` of an oct
    /// key. Duplicate members are the business of the reader of the whole text, see JwkSet.
    static Jwk fromJson(const JsonValue &value, SymmetricKeys symmetric);
    static Jwk refused(KeyFault fault);

    /// Same key material and the same said of it.
    friend bool operator==(const Jwk &a, const Jwk &b);
};

} // namespace mintmark

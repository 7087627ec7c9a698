// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "jose/jwk.h"

#include <QByteArrayView>
#include <QLatin1StringView>

#include <span>

namespace mintmark {

/// What a name of `alg` stands for (RFC 7518 §3.1, RFC 8037 §3.1, RFC 9864 §2.2).
struct SignatureAlgorithm
{
    enum class Scheme { Hmac, RsaPkcs1, RsaPss, Ecdsa, EdDsa };

    QLatin1StringView name;
    Scheme scheme;
    KeyType keyType;
    QLatin1StringView curve; ///< empty: any of the key type
    const char *digest;      ///< OpenSSL's name; nullptr where the scheme has its own
    int hashBytes = 0;       ///< also the least size of a secret and the PSS salt

    /// The allow-list: right type, right curve, a secret that is long enough. Nothing else is ever
    /// tried, whatever the token says (RFC 8725 §3.1). Says nothing of faults and of the key's
    /// `alg`.
    bool suits(const Jwk &key) const;
};

/// All that are supported, in the order they are offered.
std::span<const SignatureAlgorithm> signatureAlgorithms();
/// nullptr for what is not supported, none included. Names are case-sensitive.
const SignatureAlgorithm *signatureAlgorithm(QStringView name);

/// Whether `signature` is one of `input` under `key`, which has no fault and suits. Leaves
/// OpenSSL's error queue empty.
bool isSignatureOf(QByteArrayView input, QByteArrayView signature, const Jwk &key,
                   const SignatureAlgorithm &algorithm);

} // namespace mintmark

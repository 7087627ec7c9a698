// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArrayView>

struct bignum_st; // OpenSSL's BIGNUM

namespace mintmark {

/// True when a prime up to 751 divides the modulus, as SP 800-56B §6.4.2.1 has it.
bool hasSmallFactor(const bignum_st *modulus);
/// CVE-2017-15361: primes of that library are powers of 65537 modulo many small primes, and so is
/// their product. One in 2^27 good moduli looks the same.
bool isRocaModulus(const bignum_st *modulus);
/// RFC 8032 §5.1.3, §5.2.3: y below the prime; and no point of small order, under which anybody can
/// sign. `key` has the length of Ed25519 or Ed448.
bool isUsableEdwardsPoint(QByteArrayView key);
/// PEM, DER, JWK, JWKS or SSH: an HMAC with such a "secret" is the confusion of RFC 8725 §2.1.
bool isPublicKeyText(QByteArrayView secret);

} // namespace mintmark

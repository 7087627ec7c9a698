// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "jose/jwk.h"

#include <QByteArrayView>

namespace mintmark {

/// Keys from their numbers, checked; the one way to a Jwk with a public key. Type, curve, bits,
/// thumbprint and publicKey are set, or a fault.
/// RFC 7518 §6.3.1: big-endian, the minimum number of octets.
Jwk rsaKey(QByteArrayView modulus, QByteArrayView exponent);
/// RFC 7518 §6.2.1: P-256, P-384 or P-521; coordinates of exactly the field's length.
Jwk ecKey(QStringView curve, QByteArrayView x, QByteArrayView y);
/// RFC 8037 §2: Ed25519 or Ed448.
Jwk okpKey(QStringView curve, QByteArrayView x);
/// RFC 7518 §6.4. The bytes are wiped.
Jwk octKey(QByteArray &secret);

} // namespace mintmark

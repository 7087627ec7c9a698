// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QLatin1StringView>
#include <QString>

namespace mintmark {

/// Why a key is not used. Names of members are those of RFC 7517, RFC 7518 §6 and RFC 8037.
enum class KeyFault {
    NotAnObject,
    DuplicateMember, ///< programs differ in which of the two they take
    MemberMissing,   ///< one that the kty requires, or kty itself
    MemberMalformed, ///< wrong JSON type, or not base64url in its one canonical form
    KeyIdNotText,
    KeyTypeUnsupported, ///< also X25519, X448, secp256k1: nothing to check tokens with
    UseNotSignature,    ///< `use` is not sig
    NotForVerifying,    ///< `key_ops` without verify (or a private key's sign), one twice, or at odds with `use`
    LeadingZero,        ///< RFC 7518 §2: the minimum number of octets
    RsaTooShort,        ///< RFC 7518 §3.3: 2048 bits
    RsaTooLong,         ///< more than 16384 bits
    RsaModulus,         ///< even, or with a small factor
    RsaExponent,        ///< even, 1, or longer than 64 bits
    RsaRoca,            ///< CVE-2017-15361: the private key can be computed
    CoordinateLength,   ///< RFC 7518 §6.2.1.2, RFC 8037 §2
    PointInvalid,       ///< not on the curve, or of small order
    SecretTooShort,     ///< RFC 7518 §3.2: shorter than any hash
    SecretIsPublicKey,  ///< oct, but the bytes are a PEM, DER, JWK or SSH key
    SecretNotTrusted,   ///< oct in a set that anybody can read
    PemUnreadable,      ///< also encrypted
};

/// Stable name: `duplicate_member`, `rsa_too_short`, ….
QLatin1StringView keyFaultName(KeyFault fault);
/// One translated sentence.
QString keyFaultSentence(KeyFault fault);

} // namespace mintmark

// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "jose/keyfault.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

struct FaultRow
{
    KeyFault fault;
    QLatin1StringView name;
    const char *sentence;
};

#define W(text) QT_TRANSLATE_NOOP("KeyFaults", text)

using enum KeyFault;

// clang-format off
const FaultRow faultRows[] = {
    { NotAnObject, "not_an_object"_L1, W("The key is not a JSON object.") },
    { DuplicateMember, "duplicate_member"_L1, W("A member of the key stands twice. Programs differ in which one they take.") },
    { MemberMissing, "member_missing"_L1, W("A member that this type of key needs is missing.") },
    { MemberMalformed, "member_malformed"_L1, W("A member of the key is not of the form that its standard demands.") },
    { KeyIdNotText, "key_id_not_text"_L1, W("The key's id (kid) is not a text.") },
    { KeyTypeUnsupported, "key_type_unsupported"_L1, W("No supported algorithm checks signatures with this type of key.") },
    { UseNotSignature, "use_not_signature"_L1, W("The key is not meant for signatures (use).") },
    { NotForVerifying, "not_for_verifying"_L1, W("The key is not meant for checking signatures (key_ops).") },
    { LeadingZero, "leading_zero"_L1, W("A number of the key begins with a zero byte, which RFC 7518 forbids.") },
    { RsaTooShort, "rsa_too_short"_L1, W("The RSA key has fewer than 2048 bits. Its signatures can be forged.") },
    { RsaTooLong, "rsa_too_long"_L1, W("The RSA key has more than 16384 bits.") },
    { RsaModulus, "rsa_modulus"_L1, W("The RSA modulus is not a product of two large primes.") },
    { RsaExponent, "rsa_exponent"_L1, W("The RSA exponent is even, smaller than 3 or longer than 64 bits.") },
    { RsaRoca, "rsa_roca"_L1, W("The RSA key comes from a faulty chip (ROCA, CVE-2017-15361). Its private key can be computed.") },
    { CoordinateLength, "coordinate_length"_L1, W("A coordinate of the key does not have the length of its curve.") },
    { PointInvalid, "point_invalid"_L1, W("The key is not a usable point on its curve.") },
    { SecretTooShort, "secret_too_short"_L1, W("The secret is shorter than the hash it is used with. It can be guessed.") },
    { SecretIsPublicKey, "secret_is_public_key"_L1, W("The secret is the text of a public key, which is no secret.") },
    { SecretNotTrusted, "secret_not_trusted"_L1, W("A secret key in a published set is known to everybody.") },
    { PemUnreadable, "pem_unreadable"_L1, W("The PEM text holds no public key or certificate that can be read.") },
};
// clang-format on

#undef W

const FaultRow &rowOf(KeyFault fault)
{
    return *std::find_if(std::begin(faultRows), std::end(faultRows),
                         [fault](const FaultRow &row) { return row.fault == fault; });
}

} // namespace

QLatin1StringView keyFaultName(KeyFault fault)
{
    return rowOf(fault).name;
}

QString keyFaultSentence(KeyFault fault)
{
    return QCoreApplication::translate("KeyFaults", rowOf(fault).sentence);
}

} // namespace mintmark

// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "jose/weakkeys.h"

#include "jose/evp.h"
#include "json/reader.h"

#include <algorithm>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

constexpr int largestFactor = 751;
constexpr int largestRocaPrime = 167;
constexpr qsizetype ed25519Bytes = 32;

bool isPrime(int number)
{
    for (int divisor = 2; divisor * divisor <= number; ++divisor) {
        if (number % divisor == 0)
            return false;
    }
    return true;
}

/// Whether `residue` is a power of 65537 modulo `prime`.
bool isPowerOf65537(unsigned residue, unsigned prime)
{
    unsigned power = 1;
    do {
        if (power == residue)
            return true;
        power = power * (65537 % prime) % prime;
    } while (power != 1);
    return false;
}

evp::Number hexNumber(const char *hex)
{
    BIGNUM *value = nullptr;
    BN_hex2bn(&value, hex);
    return evp::Number(value);
}

/// y of the two pairs of points of order 8 on edwards25519, big-endian.
constexpr const char *order8[] = {
    "7a03ac9277fdc74ec6cc392cfa53202a0f67100d760b3cba4fd84d3d706a17c7",
    "05fc536d880238b13933c6d305acdfd5f098eff289f4c345b027b2c28f95e826",
};
constexpr const char *prime25519 =
    "7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffed";
constexpr const char *prime448 = "fffffffffffffffffffffffffffffffffffffffffffffffffffffffe"
                                 "ffffffffffffffffffffffffffffffffffffffffffffffffffffffff";

template <class Read> bool isWholeDer(QByteArrayView der, Read read)
{
    const uchar *at = evp::data(der);
    return read(&at, static_cast<long>(der.size())) && at == evp::data(der) + der.size();
}

bool isDerKey(QByteArrayView text)
{
    return text.startsWith('\x30')
        && (isWholeDer(text,
                       [](const uchar **at, long size) {
                           return evp::Key(d2i_PUBKEY(nullptr, at, size)) != nullptr;
                       })
            || isWholeDer(text,
                          [](const uchar **at, long size) {
                              return evp::Key(d2i_PublicKey(EVP_PKEY_RSA, nullptr, at, size))
                                  != nullptr;
                          })
            || isWholeDer(text, [](const uchar **at, long size) {
                   return evp::Certificate(d2i_X509(nullptr, at, size)) != nullptr;
               }));
}

bool isJsonKey(QByteArrayView text)
{
    if (!text.trimmed().startsWith('{'))
        return false;
    const JsonDocument document =
        JsonDocument::parse(QByteArray::fromRawData(text.data(), text.size()));
    return document.root().member("kty"_L1).exists() || document.root().member("keys"_L1).exists();
}

} // namespace

bool hasSmallFactor(const BIGNUM *modulus)
{
    for (int number = 2; number <= largestFactor; ++number) {
        if (isPrime(number) && BN_mod_word(modulus, static_cast<BN_ULONG>(number)) == 0)
            return true;
    }
    return false;
}

bool isRocaModulus(const BIGNUM *modulus)
{
    for (int number = 3; number <= largestRocaPrime; number += 2) {
        const auto prime = static_cast<unsigned>(number);
        if (isPrime(number)
            && !isPowerOf65537(static_cast<unsigned>(BN_mod_word(modulus, prime)), prime))
            return false;
    }
    return true;
}

bool isUsableEdwardsPoint(QByteArrayView key)
{
    const bool ed25519 = key.size() == ed25519Bytes;
    QByteArray bytes = key.toByteArray();
    bytes.back() = static_cast<char>(bytes.back() & 0x7F); // the sign of x
    const evp::Number y(BN_lebin2bn(evp::data(bytes), static_cast<int>(bytes.size()), nullptr));
    const evp::Number prime = hexNumber(ed25519 ? prime25519 : prime448);
    if (BN_cmp(y.get(), prime.get()) >= 0)
        return false;
    BN_sub_word(prime.get(), 1);
    // (0, 1), (0, -1) and the points with y = 0
    if (BN_is_zero(y.get()) || BN_is_one(y.get()) || BN_cmp(y.get(), prime.get()) == 0)
        return false;
    return !ed25519 || std::none_of(std::begin(order8), std::end(order8), [&](const char *hex) {
        return BN_cmp(y.get(), hexNumber(hex).get()) == 0;
    });
}

bool isPublicKeyText(QByteArrayView secret)
{
    constexpr QByteArrayView sshKinds[] = { "ssh-rsa ", "ssh-ed25519 ", "ssh-ed448 ",
                                            "ecdsa-sha2-" };
    const bool ssh = std::any_of(std::begin(sshKinds), std::end(sshKinds),
                                 [&](QByteArrayView kind) { return secret.startsWith(kind); });
    return ssh || secret.indexOf("-----BEGIN ") >= 0 || isJsonKey(secret) || isDerKey(secret);
}

} // namespace mintmark

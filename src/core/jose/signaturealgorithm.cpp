// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "jose/signaturealgorithm.h"

#include "jose/evp.h"

#include <openssl/crypto.h>
#include <openssl/hmac.h>
#include <openssl/rsa.h>

#include <algorithm>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

using Scheme = SignatureAlgorithm::Scheme;

constexpr SignatureAlgorithm algorithms[] = {
    { "RS256"_L1, Scheme::RsaPkcs1, KeyType::Rsa, {}, "SHA256", 32 },
    { "RS384"_L1, Scheme::RsaPkcs1, KeyType::Rsa, {}, "SHA384", 48 },
    { "RS512"_L1, Scheme::RsaPkcs1, KeyType::Rsa, {}, "SHA512", 64 },
    { "PS256"_L1, Scheme::RsaPss, KeyType::Rsa, {}, "SHA256", 32 },
    { "PS384"_L1, Scheme::RsaPss, KeyType::Rsa, {}, "SHA384", 48 },
    { "PS512"_L1, Scheme::RsaPss, KeyType::Rsa, {}, "SHA512", 64 },
    { "ES256"_L1, Scheme::Ecdsa, KeyType::Ec, "P-256"_L1, "SHA256", 32 },
    { "ES384"_L1, Scheme::Ecdsa, KeyType::Ec, "P-384"_L1, "SHA384", 48 },
    { "ES512"_L1, Scheme::Ecdsa, KeyType::Ec, "P-521"_L1, "SHA512", 64 },
    { "HS256"_L1, Scheme::Hmac, KeyType::Oct, {}, "SHA256", 32 },
    { "HS384"_L1, Scheme::Hmac, KeyType::Oct, {}, "SHA384", 48 },
    { "HS512"_L1, Scheme::Hmac, KeyType::Oct, {}, "SHA512", 64 },
    { "EdDSA"_L1, Scheme::EdDsa, KeyType::Okp, {}, nullptr, 0 },
    { "Ed25519"_L1, Scheme::EdDsa, KeyType::Okp, "Ed25519"_L1, nullptr, 0 },
    { "Ed448"_L1, Scheme::EdDsa, KeyType::Okp, "Ed448"_L1, nullptr, 0 },
};

bool isHmacOf(QByteArrayView input, QByteArrayView signature, QByteArrayView secret,
              const SignatureAlgorithm &algorithm)
{
    uchar code[EVP_MAX_MD_SIZE] = {};
    unsigned size = 0;
    const uchar *made =
        HMAC(EVP_get_digestbyname(algorithm.digest), secret.data(), static_cast<int>(secret.size()),
             evp::data(input), evp::size(input), code, &size);
    const bool same = made != nullptr && evp::size(signature) == size
        && CRYPTO_memcmp(code, signature.data(), size) == 0;
    OPENSSL_cleanse(code, sizeof code);
    return same;
}

/// r‖s (RFC 7518 §3.4) to the DER that OpenSSL reads. Empty when the length is not exactly right.
QByteArray derSignature(QByteArrayView raw, qsizetype coordinateBytes)
{
    if (raw.size() != 2 * coordinateBytes)
        return {};
    evp::Number r = evp::number(raw.first(coordinateBytes));
    evp::Number s = evp::number(raw.last(coordinateBytes));
    const evp::EcdsaSignature signature(ECDSA_SIG_new());
    if (!r || !s || !signature || ECDSA_SIG_set0(signature.get(), r.get(), s.get()) != 1)
        return {};
    static_cast<void>(r.release()); // the signature owns both now
    static_cast<void>(s.release());
    uchar *der = nullptr;
    const int size = i2d_ECDSA_SIG(signature.get(), &der);
    QByteArray bytes(reinterpret_cast<char *>(der), std::max(size, 0));
    OPENSSL_free(der);
    return bytes;
}

/// RFC 7518 §3.5: the salt is as long as the hash, MGF1 uses the same hash.
bool setPadding(EVP_PKEY_CTX *context, const SignatureAlgorithm &algorithm)
{
    if (algorithm.scheme == Scheme::RsaPkcs1)
        return EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PADDING) == 1;
    if (algorithm.scheme != Scheme::RsaPss)
        return true;
    return EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PSS_PADDING) == 1
        && EVP_PKEY_CTX_set_rsa_pss_saltlen(context, algorithm.hashBytes) == 1
        && EVP_PKEY_CTX_set_rsa_mgf1_md(context, EVP_get_digestbyname(algorithm.digest)) == 1;
}

bool isPublicKeySignatureOf(QByteArrayView input, QByteArrayView signature, EVP_PKEY *key,
                            const SignatureAlgorithm &algorithm)
{
    const evp::DigestContext context(EVP_MD_CTX_new());
    EVP_PKEY_CTX *keyContext = nullptr; // owned by the other
    return context
        && EVP_DigestVerifyInit_ex(context.get(), &keyContext, algorithm.digest, nullptr, nullptr,
                                   key, nullptr)
        == 1
        && setPadding(keyContext, algorithm)
        && EVP_DigestVerify(context.get(), evp::data(signature), evp::size(signature),
                            evp::data(input), evp::size(input))
        == 1;
}

} // namespace

bool SignatureAlgorithm::suits(const Jwk &key) const
{
    return key.type == keyType && (curve.isEmpty() || key.curve == curve)
        && (scheme != Scheme::Hmac || key.bits >= hashBytes * 8); // RFC 7518 §3.2
}

std::span<const SignatureAlgorithm> signatureAlgorithms()
{
    return algorithms;
}

const SignatureAlgorithm *signatureAlgorithm(QStringView name)
{
    const auto found =
        std::find_if(std::begin(algorithms), std::end(algorithms),
                     [name](const SignatureAlgorithm &row) { return row.name == name; });
    return found == std::end(algorithms) ? nullptr : found;
}

bool isSignatureOf(QByteArrayView input, QByteArrayView signature, const Jwk &key,
                   const SignatureAlgorithm &algorithm)
{
    const evp::ErrorQueueGuard guard;
    if (key.fault || !algorithm.suits(key) || signature.isEmpty())
        return false;
    if (algorithm.scheme == Scheme::Hmac)
        return key.secret && isHmacOf(input, signature, key.secret->view(), algorithm);
    if (!key.publicKey)
        return false;
    if (algorithm.scheme == Scheme::Ecdsa) {
        const QByteArray der = derSignature(signature, (key.bits + 7) / 8);
        return !der.isEmpty() && isPublicKeySignatureOf(input, der, key.publicKey.get(), algorithm);
    }
    const bool rightLength = algorithm.scheme == Scheme::EdDsa
        || signature.size() == EVP_PKEY_get_size(key.publicKey.get()); // RFC 8017 §8.1.2, §8.2.2
    return rightLength && isPublicKeySignatureOf(input, signature, key.publicKey.get(), algorithm);
}

} // namespace mintmark

// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "jose/keymaterial.h"

#include "jose/base64url.h"
#include "jose/evp.h"
#include "jose/weakkeys.h"

#include <openssl/core_names.h>

#include <QCryptographicHash>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype maximumModulusBytes = 16384 / 8; // OpenSSL's own bound
constexpr qsizetype maximumExponentBytes = 64 / 8;   // likewise, for long moduli
constexpr int minimumRsaBits = 2048;                 // RFC 7518 §3.3
constexpr qsizetype minimumSecretBytes = 32;         // RFC 7518 §3.2, of HS256

struct Curve
{
    QLatin1StringView name;
    const char *openssl;
    qsizetype bytes; ///< of a coordinate (RFC 7518 §6.2.1.2) or a public key (RFC 8032)
    int bits;
};
constexpr Curve ecCurves[] = {
    { "P-256"_L1, "P-256", 32, 256 },
    { "P-384"_L1, "P-384", 48, 384 },
    { "P-521"_L1, "P-521", 66, 521 },
};
constexpr Curve okpCurves[] = {
    { "Ed25519"_L1, "ED25519", 32, 255 },
    { "Ed448"_L1, "ED448", 57, 448 },
};

template <size_t count> const Curve *curveNamed(const Curve (&curves)[count], QStringView name)
{
    const auto found = std::find_if(std::begin(curves), std::end(curves),
                                    [name](const Curve &curve) { return curve.name == name; });
    return found == std::end(curves) ? nullptr : found;
}

Jwk faulty(KeyType type, KeyFault fault, QStringView curve = {})
{
    Jwk key;
    key.type = type;
    key.curve = curve.toString();
    key.fault = fault;
    return key;
}

/// RFC 7638 §3: the required members in lexicographic order, without white space.
QByteArray thumbprintOf(const QByteArray &members)
{
    return base64UrlEncode(QCryptographicHash::hash(members, QCryptographicHash::Sha256));
}

std::shared_ptr<EVP_PKEY> shared(evp::Key key)
{
    return { key.release(), EVP_PKEY_free };
}

evp::Key keyFromParameters(const char *type, OSSL_PARAM_BLD *builder)
{
    const evp::Parameters parameters(OSSL_PARAM_BLD_to_param(builder));
    const evp::KeyContext context(EVP_PKEY_CTX_new_from_name(nullptr, type, nullptr));
    EVP_PKEY *key = nullptr;
    if (!parameters || !context || EVP_PKEY_fromdata_init(context.get()) != 1
        || EVP_PKEY_fromdata(context.get(), &key, EVP_PKEY_PUBLIC_KEY, parameters.get()) != 1)
        return {};
    return evp::Key(key);
}

std::optional<KeyFault> rsaFault(const BIGNUM *modulus, QByteArrayView exponent)
{
    if (BN_num_bits(modulus) < minimumRsaBits)
        return KeyFault::RsaTooShort;
    const bool even = (exponent.back() & 1) == 0;
    if (exponent.size() > maximumExponentBytes || even
        || (exponent.size() == 1 && exponent.front() == 1))
        return KeyFault::RsaExponent;
    if (hasSmallFactor(modulus))
        return KeyFault::RsaModulus;
    if (isRocaModulus(modulus))
        return KeyFault::RsaRoca;
    return std::nullopt;
}

} // namespace

Jwk rsaKey(QByteArrayView modulus, QByteArrayView exponent)
{
    if (modulus.isEmpty() || exponent.isEmpty())
        return faulty(KeyType::Rsa, KeyFault::MemberMalformed);
    if (modulus.front() == 0 || exponent.front() == 0)
        return faulty(KeyType::Rsa, KeyFault::LeadingZero);
    if (modulus.size() > maximumModulusBytes)
        return faulty(KeyType::Rsa, KeyFault::RsaTooLong);

    const evp::ErrorQueueGuard guard;
    const evp::Number n = evp::number(modulus);
    if (const auto fault = rsaFault(n.get(), exponent))
        return faulty(KeyType::Rsa, *fault);
    const evp::Number e = evp::number(exponent);
    const evp::ParameterBuilder builder(OSSL_PARAM_BLD_new());
    OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_N, n.get());
    OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_E, e.get());
    evp::Key made = keyFromParameters("RSA", builder.get());
    if (!made)
        return faulty(KeyType::Rsa, KeyFault::RsaModulus);

    Jwk key;
    key.type = KeyType::Rsa;
    key.bits = BN_num_bits(n.get());
    key.thumbprint = thumbprintOf(R"({"e":")" + base64UrlEncode(exponent) + R"(","kty":"RSA","n":")"
                                  + base64UrlEncode(modulus) + "\"}");
    key.publicKey = shared(std::move(made));
    return key;
}

Jwk ecKey(QStringView curveName, QByteArrayView x, QByteArrayView y)
{
    const Curve *curve = curveNamed(ecCurves, curveName);
    if (curve == nullptr)
        return faulty(KeyType::Ec, KeyFault::KeyTypeUnsupported, curveName);
    if (x.size() != curve->bytes || y.size() != curve->bytes)
        return faulty(KeyType::Ec, KeyFault::CoordinateLength, curveName);

    const evp::ErrorQueueGuard guard;
    const QByteArray point = '\x04' + x.toByteArray() + y.toByteArray(); // SEC 1 §2.3.3
    const evp::ParameterBuilder builder(OSSL_PARAM_BLD_new());
    OSSL_PARAM_BLD_push_utf8_string(builder.get(), OSSL_PKEY_PARAM_GROUP_NAME, curve->openssl, 0);
    OSSL_PARAM_BLD_push_octet_string(builder.get(), OSSL_PKEY_PARAM_PUB_KEY, point.constData(),
                                     evp::size(point));
    evp::Key made = keyFromParameters("EC", builder.get());
    const evp::KeyContext context(made ? EVP_PKEY_CTX_new_from_pkey(nullptr, made.get(), nullptr)
                                       : nullptr);
    // The cofactor of these curves is 1: a point that is on the curve is in the group, and the
    // quick check says all that the slow one does.
    if (!context || EVP_PKEY_public_check_quick(context.get()) != 1)
        return faulty(KeyType::Ec, KeyFault::PointInvalid, curveName);

    Jwk key;
    key.type = KeyType::Ec;
    key.curve = curve->name;
    key.bits = curve->bits;
    key.thumbprint = thumbprintOf(R"({"crv":")" + key.curve.toLatin1() + R"(","kty":"EC","x":")"
                                  + base64UrlEncode(x) + R"(","y":")" + base64UrlEncode(y) + "\"}");
    key.publicKey = shared(std::move(made));
    return key;
}

Jwk okpKey(QStringView curveName, QByteArrayView x)
{
    const Curve *curve = curveNamed(okpCurves, curveName);
    if (curve == nullptr)
        return faulty(KeyType::Okp, KeyFault::KeyTypeUnsupported, curveName);
    if (x.size() != curve->bytes)
        return faulty(KeyType::Okp, KeyFault::CoordinateLength, curveName);

    const evp::ErrorQueueGuard guard;
    evp::Key made(EVP_PKEY_new_raw_public_key_ex(nullptr, curve->openssl, nullptr, evp::data(x),
                                                 evp::size(x)));
    if (!made || !isUsableEdwardsPoint(x))
        return faulty(KeyType::Okp, KeyFault::PointInvalid, curveName);

    Jwk key;
    key.type = KeyType::Okp;
    key.curve = curve->name;
    key.bits = curve->bits;
    key.thumbprint = thumbprintOf(R"({"crv":")" + key.curve.toLatin1() + R"(","kty":"OKP","x":")"
                                  + base64UrlEncode(x) + "\"}");
    key.publicKey = shared(std::move(made));
    return key;
}

Jwk octKey(QByteArray &secret)
{
    const evp::ErrorQueueGuard guard;
    Jwk key;
    key.type = KeyType::Oct;
    key.bits = static_cast<int>(std::min<qsizetype>(secret.size(), 1 << 24) * 8);
    if (secret.size() < minimumSecretBytes)
        key.fault = KeyFault::SecretTooShort;
    else if (isPublicKeyText(secret))
        key.fault = KeyFault::SecretIsPublicKey;
    else
        key.secret = shareSecret(SecretBytes::take(secret));
    wipe(secret);
    return key;
}

} // namespace mintmark

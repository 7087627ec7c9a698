// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "jose/signer.h"

#include "jose/base64url.h"
#include "jose/evp.h"
#include "json/writer.h"

#include <openssl/core_names.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>

#include <QCryptographicHash>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

constexpr int minimumRsaBits = 2048; // RFC 7518 §3.3
constexpr int p256Bytes = 32; // RFC 7518 §3.4: r and s of a P-256 signature, x and y of its key

/// Big-endian, with leading zeros up to `size`; 0: as short as it is.
QByteArray numberBytes(const BIGNUM *number, int size)
{
    QByteArray bytes(size == 0 ? BN_num_bytes(number) : size, '\0');
    BN_bn2binpad(number, reinterpret_cast<uchar *>(bytes.data()), static_cast<int>(bytes.size()));
    return bytes;
}

QByteArray encodedParameter(const EVP_PKEY *key, const char *name, int size)
{
    BIGNUM *value = nullptr;
    if (EVP_PKEY_get_bn_param(key, name, &value) != 1)
        return {};
    const evp::Number number(value);
    return base64UrlEncode(numberBytes(number.get(), size));
}

/// The members RFC 7638 §3.2 requires, in its order, without braces.
QByteArray requiredMembers(const EVP_PKEY *key, SigningAlgorithm algorithm)
{
    if (algorithm == SigningAlgorithm::RS256)
        return R"("e":")" + encodedParameter(key, OSSL_PKEY_PARAM_RSA_E, 0)
            + R"(","kty":"RSA","n":")" + encodedParameter(key, OSSL_PKEY_PARAM_RSA_N, 0) + '"';
    return R"("crv":"P-256","kty":"EC","x":")"
        + encodedParameter(key, OSSL_PKEY_PARAM_EC_PUB_X, p256Bytes) + R"(","y":")"
        + encodedParameter(key, OSSL_PKEY_PARAM_EC_PUB_Y, p256Bytes) + '"';
}

/// DER (RFC 3279 §2.2.3) to r‖s (RFC 7518 §3.4).
QByteArray rawSignature(const QByteArray &der)
{
    auto at = reinterpret_cast<const uchar *>(der.constData());
    const evp::EcdsaSignature signature(d2i_ECDSA_SIG(nullptr, &at, static_cast<long>(der.size())));
    if (!signature)
        return {};
    return numberBytes(ECDSA_SIG_get0_r(signature.get()), p256Bytes)
        + numberBytes(ECDSA_SIG_get0_s(signature.get()), p256Bytes);
}

std::optional<SigningAlgorithm> algorithmFor(const EVP_PKEY *key)
{
    if (EVP_PKEY_get_base_id(key) == EVP_PKEY_RSA && EVP_PKEY_get_bits(key) >= minimumRsaBits)
        return SigningAlgorithm::RS256;
    char group[32] = {};
    if (EVP_PKEY_get_base_id(key) == EVP_PKEY_EC
        && EVP_PKEY_get_group_name(key, group, sizeof group, nullptr) == 1
        && "prime256v1"_L1 == QLatin1StringView(group))
        return SigningAlgorithm::ES256;
    return std::nullopt;
}

/// OpenSSL would ask on the terminal.
int noPassphrase(char *, int, int, void *)
{
    return -1;
}

} // namespace

QLatin1StringView signingAlgorithmName(SigningAlgorithm algorithm)
{
    return algorithm == SigningAlgorithm::RS256 ? "RS256"_L1 : "ES256"_L1;
}

void SigningKey::Free::operator()(evp_pkey_st *key) const
{
    EVP_PKEY_free(key);
}

SigningKey::SigningKey(Handle key, SigningAlgorithm algorithm)
    : m_key(std::move(key)), m_algorithm(algorithm)
{
    const QByteArray required = requiredMembers(m_key.get(), algorithm);
    m_keyId =
        base64UrlEncode(QCryptographicHash::hash('{' + required + '}', QCryptographicHash::Sha256));
    m_publicJwk = '{' + required + R"(,"use":"sig","alg":")"
        + signingAlgorithmName(algorithm).toString().toLatin1() + R"(","kid":")" + m_keyId + "\"}";
}

Result<SigningKey> SigningKey::generate(SigningAlgorithm algorithm)
{
    Handle key(algorithm == SigningAlgorithm::RS256 ? EVP_RSA_gen(minimumRsaBits)
                                                    : EVP_EC_gen("P-256"));
    ERR_clear_error();
    if (!key)
        return Error { ErrorCode::Internal, {}, u"OpenSSL made no key"_s };
    return SigningKey(std::move(key), algorithm);
}

Result<SigningKey> SigningKey::fromPem(QByteArrayView pem)
{
    const evp::Bio bio(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
    Handle key(bio ? PEM_read_bio_PrivateKey(bio.get(), nullptr, noPassphrase, nullptr) : nullptr);
    ERR_clear_error();
    const std::optional<SigningAlgorithm> algorithm = key ? algorithmFor(key.get()) : std::nullopt;
    if (!algorithm)
        return Error {
            ErrorCode::ProfileInvalid,
            { { u"field"_s, u"private_key"_s } },
            u"not a PEM private key, RSA of 2048 bits or more or P-256, without a passphrase"_s
        };
    return SigningKey(std::move(key), *algorithm);
}

QByteArray SigningKey::header(QLatin1StringView typ) const
{
    JsonWriter json;
    json.beginObject();
    json.member("alg").string(signingAlgorithmName(m_algorithm));
    json.member("typ").string(typ);
    json.member("kid").string(QUtf8StringView(m_keyId));
    return json.endObject().take();
}

QByteArray SigningKey::sign(QByteArrayView signingInput) const
{
    const evp::DigestContext context(EVP_MD_CTX_new());
    const auto data = reinterpret_cast<const uchar *>(signingInput.data());
    const auto size = static_cast<size_t>(signingInput.size());
    size_t length = static_cast<size_t>(EVP_PKEY_get_size(m_key.get()));
    QByteArray signature(static_cast<qsizetype>(length), '\0');
    const bool good = context
        && EVP_DigestSignInit(context.get(), nullptr, EVP_sha256(), nullptr, m_key.get()) == 1
        && EVP_DigestSign(context.get(), reinterpret_cast<uchar *>(signature.data()), &length, data,
                          size)
            == 1;
    ERR_clear_error();
    if (!good)
        return {};
    signature.truncate(static_cast<qsizetype>(length));
    return m_algorithm == SigningAlgorithm::ES256 ? rawSignature(signature) : signature;
}

QByteArray SigningKey::signCompact(QByteArrayView header, QByteArrayView payload) const
{
    const QByteArray input = base64UrlEncode(header) + '.' + base64UrlEncode(payload);
    return input + '.' + base64UrlEncode(sign(input));
}

QByteArray publicJwkSet(const QList<QByteArray> &publicJwks)
{
    return R"({"keys":[)" + publicJwks.join(',') + "]}";
}

} // namespace mintmark

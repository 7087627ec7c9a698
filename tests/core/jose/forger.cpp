// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "forger.h"

#include <QMessageAuthenticationCode>

#include <openssl/bio.h>
#include <openssl/bn.h>
#include <openssl/ec.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>

namespace mintmark::test {

namespace {

std::shared_ptr<EVP_PKEY> owned(EVP_PKEY *key)
{
    return { key, EVP_PKEY_free };
}

QByteArray numberOf(EVP_PKEY *key, const char *name, int size = 0)
{
    BIGNUM *number = nullptr;
    EVP_PKEY_get_bn_param(key, name, &number);
    QByteArray bytes(size > 0 ? size : BN_num_bytes(number), '\0');
    BN_bn2binpad(number, reinterpret_cast<uchar *>(bytes.data()), int(bytes.size()));
    BN_free(number);
    return bytes;
}

QByteArray takeText(BIO *bio)
{
    char *data = nullptr;
    const long size = BIO_get_mem_data(bio, &data);
    const QByteArray text(data, size);
    BIO_free(bio);
    return text;
}

int coordinateBytes(EVP_PKEY *key)
{
    return (EVP_PKEY_get_bits(key) + 7) / 8;
}

QByteArray rawSignature(const QByteArray &der, int size)
{
    auto at = reinterpret_cast<const uchar *>(der.constData());
    ECDSA_SIG *signature = d2i_ECDSA_SIG(nullptr, &at, long(der.size()));
    QByteArray raw(2 * size, '\0');
    BN_bn2binpad(ECDSA_SIG_get0_r(signature), reinterpret_cast<uchar *>(raw.data()), size);
    BN_bn2binpad(ECDSA_SIG_get0_s(signature), reinterpret_cast<uchar *>(raw.data()) + size, size);
    ECDSA_SIG_free(signature);
    return raw;
}

QByteArray hmac(const QByteArray &algorithm, const QByteArray &input, const QByteArray &secret)
{
    const auto method = algorithm == "HS256" ? QCryptographicHash::Sha256
        : algorithm == "HS384"               ? QCryptographicHash::Sha384
                                             : QCryptographicHash::Sha512;
    return QMessageAuthenticationCode::hash(input, secret, method);
}

} // namespace

Forger Forger::rsa(int bits, const char *type)
{
    EVP_PKEY_CTX *context = EVP_PKEY_CTX_new_from_name(nullptr, type, nullptr);
    EVP_PKEY *key = nullptr;
    EVP_PKEY_keygen_init(context);
    EVP_PKEY_CTX_set_rsa_keygen_bits(context, bits);
    EVP_PKEY_generate(context, &key);
    EVP_PKEY_CTX_free(context);
    Forger forger;
    forger.m_key = owned(key);
    return forger;
}

Forger Forger::ec(const char *curve)
{
    Forger forger;
    forger.m_key = owned(EVP_EC_gen(curve));
    return forger;
}

Forger Forger::okp(const char *type)
{
    Forger forger;
    forger.m_key = owned(EVP_PKEY_Q_keygen(nullptr, nullptr, type));
    return forger;
}

Forger Forger::oct(const QByteArray &secret)
{
    Forger forger;
    forger.m_secret = secret;
    return forger;
}

QByteArray Forger::members() const
{
    if (!m_key)
        return R"("kty":"oct","k":")" + encoded(m_secret) + '"';
    if (EVP_PKEY_is_a(m_key.get(), "RSA"))
        return R"("kty":"RSA","n":")" + encoded(numberOf(m_key.get(), "n")) + R"(","e":")"
            + encoded(numberOf(m_key.get(), "e")) + '"';
    if (EVP_PKEY_is_a(m_key.get(), "EC")) {
        char group[64] = {};
        EVP_PKEY_get_group_name(m_key.get(), group, sizeof group, nullptr);
        const QByteArray name = qstrcmp(group, "secp256k1") == 0
            ? QByteArray(group)
            : "P-" + QByteArray::number(EVP_PKEY_get_bits(m_key.get()));
        const int size = coordinateBytes(m_key.get());
        return R"("kty":"EC","crv":")" + name + R"(","x":")"
            + encoded(numberOf(m_key.get(), "qx", size)) + R"(","y":")"
            + encoded(numberOf(m_key.get(), "qy", size)) + '"';
    }
    QByteArray raw(64, '\0');
    size_t size = 64;
    EVP_PKEY_get_raw_public_key(m_key.get(), reinterpret_cast<uchar *>(raw.data()), &size);
    QByteArray name = EVP_PKEY_get0_type_name(m_key.get());
    if (name.startsWith("ED"))
        name[1] = 'd';
    return R"("kty":"OKP","crv":")" + name + R"(","x":")" + encoded(raw.first(qsizetype(size)))
        + '"';
}

QByteArray Forger::jwk(const QByteArray &more) const
{
    return '{' + members() + more + '}';
}

QByteArray Forger::publicPem() const
{
    BIO *bio = BIO_new(BIO_s_mem());
    PEM_write_bio_PUBKEY(bio, m_key.get());
    return takeText(bio);
}

QByteArray Forger::privatePem() const
{
    BIO *bio = BIO_new(BIO_s_mem());
    PEM_write_bio_PrivateKey(bio, m_key.get(), nullptr, nullptr, 0, nullptr, nullptr);
    return takeText(bio);
}

QByteArray Forger::sign(const QByteArray &algorithm, const QByteArray &input, int saltBytes,
                        const char *mgf1) const
{
    if (!m_key)
        return hmac(algorithm, input, m_secret);
    const bool edwards = algorithm.startsWith("Ed");
    const QByteArray digest = edwards ? QByteArray() : "SHA" + algorithm.right(3);
    EVP_MD_CTX *context = EVP_MD_CTX_new();
    EVP_PKEY_CTX *keyContext = nullptr;
    EVP_DigestSignInit_ex(context, &keyContext, edwards ? nullptr : digest.constData(), nullptr,
                          nullptr, m_key.get(), nullptr);
    if (algorithm.startsWith("PS")) {
        const int hashBytes = algorithm.right(3).toInt() / 8;
        EVP_PKEY_CTX_set_rsa_padding(keyContext, RSA_PKCS1_PSS_PADDING);
        EVP_PKEY_CTX_set_rsa_pss_saltlen(keyContext, saltBytes < 0 ? hashBytes : saltBytes);
        EVP_PKEY_CTX_set_rsa_mgf1_md_name(keyContext, mgf1 ? mgf1 : digest.constData(), nullptr);
    }
    QByteArray signature(EVP_PKEY_get_size(m_key.get()), '\0');
    size_t size = size_t(signature.size());
    const int good =
        EVP_DigestSign(context, reinterpret_cast<uchar *>(signature.data()), &size,
                       reinterpret_cast<const uchar *>(input.constData()), size_t(input.size()));
    EVP_MD_CTX_free(context);
    if (good != 1)
        return {};
    signature.truncate(qsizetype(size));
    return algorithm.startsWith("ES") ? rawSignature(signature, coordinateBytes(m_key.get()))
                                      : signature;
}

QByteArray Forger::token(const QByteArray &header, const QByteArray &algorithm,
                         const QByteArray &payload) const
{
    const QByteArray input = encoded(header) + '.' + encoded(payload);
    return input + '.' + encoded(sign(algorithm, input));
}

QByteArray encoded(const QByteArray &bytes)
{
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

QByteArray jwks(const QList<QByteArray> &keys)
{
    return R"({"keys":[)" + keys.join(',') + "]}";
}

} // namespace mintmark::test

// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "jose/pemkeys.h"

#include "jose/evp.h"
#include "jose/keymaterial.h"

#include <openssl/core_names.h>
#include <openssl/pem.h>

#include <limits>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype maximumBlocks = 1000;

QByteArray numberParameter(const EVP_PKEY *key, const char *name, qsizetype size = 0)
{
    BIGNUM *value = nullptr;
    if (EVP_PKEY_get_bn_param(key, name, &value) != 1)
        return {};
    const evp::Number number(value);
    QByteArray bytes(std::max<qsizetype>(size, BN_num_bytes(value)), '\0');
    BN_bn2binpad(value, reinterpret_cast<uchar *>(bytes.data()), static_cast<int>(bytes.size()));
    return bytes;
}

Jwk ecKeyOf(const EVP_PKEY *key)
{
    struct Group
    {
        QLatin1StringView openssl;
        QStringView curve;
        qsizetype bytes;
    };
    static constexpr Group groups[] = { { "prime256v1"_L1, u"P-256", 32 },
                                        { "secp384r1"_L1, u"P-384", 48 },
                                        { "secp521r1"_L1, u"P-521", 66 } };
    char name[64] = {};
    size_t length = 0;
    EVP_PKEY_get_group_name(key, name, sizeof name, &length);
    for (const Group &group : groups) {
        if (group.openssl == QLatin1StringView(name))
            return ecKey(group.curve, numberParameter(key, OSSL_PKEY_PARAM_EC_PUB_X, group.bytes),
                         numberParameter(key, OSSL_PKEY_PARAM_EC_PUB_Y, group.bytes));
    }
    return Jwk::refused(KeyFault::KeyTypeUnsupported);
}

Jwk okpKeyOf(const EVP_PKEY *key, QStringView curve)
{
    QByteArray bytes(64, '\0');
    size_t size = evp::size(bytes);
    if (EVP_PKEY_get_raw_public_key(key, reinterpret_cast<uchar *>(bytes.data()), &size) != 1)
        return Jwk::refused(KeyFault::PemUnreadable);
    return okpKey(curve, QByteArrayView(bytes).first(static_cast<qsizetype>(size)));
}

/// Made anew from its numbers: one set of checks for every key, and nothing private is kept.
Jwk keyOf(const EVP_PKEY *key)
{
    if (key == nullptr)
        return Jwk::refused(KeyFault::PemUnreadable);
    switch (EVP_PKEY_get_base_id(key)) {
    case EVP_PKEY_RSA:
        return rsaKey(numberParameter(key, OSSL_PKEY_PARAM_RSA_N),
                      numberParameter(key, OSSL_PKEY_PARAM_RSA_E));
    case EVP_PKEY_EC:
        return ecKeyOf(key);
    case EVP_PKEY_ED25519:
        return okpKeyOf(key, u"Ed25519");
    case EVP_PKEY_ED448:
        return okpKeyOf(key, u"Ed448");
    default:
        return Jwk::refused(KeyFault::KeyTypeUnsupported);
    }
}

struct Block
{
    QLatin1StringView label;
    bool encrypted;
    const uchar *der;
    long size;
};

Jwk keyOfBlock(const Block &block)
{
    const uchar *at = block.der;
    const uchar *end = block.der + block.size;
    evp::Key key;
    bool isPrivate = false;
    if (block.label == "PUBLIC KEY"_L1) {
        key.reset(d2i_PUBKEY(nullptr, &at, block.size));
    } else if (block.label == "RSA PUBLIC KEY"_L1) {
        key.reset(d2i_PublicKey(EVP_PKEY_RSA, nullptr, &at, block.size));
    } else if (block.label == "CERTIFICATE"_L1 || block.label == "X509 CERTIFICATE"_L1) {
        const evp::Certificate certificate(d2i_X509(nullptr, &at, block.size));
        key.reset(certificate ? X509_get_pubkey(certificate.get()) : nullptr);
    } else if (block.label.endsWith("PRIVATE KEY"_L1) && !block.encrypted) {
        isPrivate = true;
        key.reset(d2i_AutoPrivateKey(nullptr, &at, block.size));
    }
    Jwk jwk = keyOf(at == end ? key.get() : nullptr);
    jwk.hasPrivateMembers = isPrivate;
    return jwk;
}

} // namespace

QList<Jwk> keysFromPem(QByteArrayView text)
{
    const evp::ErrorQueueGuard guard;
    QList<Jwk> keys;
    if (text.size() > std::numeric_limits<int>::max())
        return { Jwk::refused(KeyFault::PemUnreadable) };
    const evp::Bio bio(BIO_new_mem_buf(text.data(), static_cast<int>(text.size())));
    while (bio && keys.size() < maximumBlocks) {
        char *label = nullptr;
        char *header = nullptr;
        uchar *der = nullptr;
        long size = 0;
        if (PEM_read_bio(bio.get(), &label, &header, &der, &size) != 1) {
            if (ERR_GET_REASON(ERR_peek_last_error()) != PEM_R_NO_START_LINE)
                keys.append(Jwk::refused(KeyFault::PemUnreadable));
            break;
        }
        const QLatin1StringView name(label);
        if (!name.endsWith("PARAMETERS"_L1)) // of an EC key, which stands in a block of its own
            keys.append(keyOfBlock({ name, *header != '\0', der, size }));
        OPENSSL_free(label);
        OPENSSL_free(header);
        OPENSSL_clear_free(der, static_cast<size_t>(size));
    }
    return keys;
}

} // namespace mintmark

// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "session/sealing.h"

#include <openssl/evp.h>
#include <openssl/rand.h>

#include <limits>
#include <memory>

namespace mintmark {

namespace {

constexpr qsizetype nonceSize = sealingNonceSize;
constexpr qsizetype tagSize = 16;
constexpr qsizetype largestText = std::numeric_limits<int>::max() - nonceSize - tagSize;

using CipherContext = std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)>;

const unsigned char *unsignedBytes(QByteArrayView bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.data());
}

unsigned char *unsignedBytes(QByteArray &bytes)
{
    return reinterpret_cast<unsigned char *>(bytes.data());
}

int sizeOf(QByteArrayView bytes)
{
    return static_cast<int>(bytes.size());
}

/// A context with key, nonce and associated data; null when OpenSSL refuses.
CipherContext begin(bool encrypt, const SecretBytes &key, QByteArrayView nonce,
                    QByteArrayView associatedData)
{
    CipherContext context(EVP_CIPHER_CTX_new(), &EVP_CIPHER_CTX_free);
    int size = 0;
    if (!context
        || EVP_CipherInit_ex(context.get(), EVP_aes_256_gcm(), nullptr, unsignedBytes(key.view()),
                             unsignedBytes(nonce), encrypt ? 1 : 0)
            != 1
        || EVP_CipherUpdate(context.get(), nullptr, &size, unsignedBytes(associatedData),
                            sizeOf(associatedData))
            != 1)
        context.reset();
    return context;
}

} // namespace

SecretBytes newSealingKey()
{
    QByteArray key(sealingKeySize, Qt::Uninitialized);
    if (RAND_priv_bytes(unsignedBytes(key), sizeOf(key)) != 1)
        return {};
    return SecretBytes::take(key);
}

QByteArray seal(const SecretBytes &key, const SecretBytes &plain, QByteArrayView associatedData)
{
    if (key.size() != sealingKeySize || plain.size() > largestText)
        return {};
    QByteArray sealed(nonceSize + plain.size() + tagSize, Qt::Uninitialized);
    unsigned char *out = unsignedBytes(sealed);
    if (RAND_bytes(out, nonceSize) != 1)
        return {};
    const CipherContext context =
        begin(true, key, QByteArrayView(sealed).first(nonceSize), associatedData);
    int size = 0;
    int rest = 0;
    // With GCM the final step writes nothing more: it is a stream.
    if (!context
        || EVP_CipherUpdate(context.get(), out + nonceSize, &size, unsignedBytes(plain.view()),
                            sizeOf(plain.view()))
            != 1
        || EVP_CipherFinal_ex(context.get(), out + nonceSize + size, &rest) != 1
        || EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_AEAD_GET_TAG, tagSize,
                               out + nonceSize + plain.size())
            != 1)
        return {};
    return sealed;
}

std::optional<SecretBytes> unseal(const SecretBytes &key, QByteArrayView sealed,
                                  QByteArrayView associatedData)
{
    if (key.size() != sealingKeySize || sealed.size() < nonceSize + tagSize
        || sealed.size() > largestText)
        return {};
    const QByteArrayView text = sealed.sliced(nonceSize).chopped(tagSize);
    QByteArray tag = sealed.last(tagSize).toByteArray();
    QByteArray plain(text.size(), Qt::Uninitialized);
    const CipherContext context = begin(false, key, sealed.first(nonceSize), associatedData);
    int size = 0;
    int rest = 0;
    const bool whole = context
        && EVP_CipherUpdate(context.get(), unsignedBytes(plain), &size, unsignedBytes(text),
                            sizeOf(text))
            == 1
        && EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_AEAD_SET_TAG, tagSize, tag.data()) == 1
        && EVP_CipherFinal_ex(context.get(), unsignedBytes(plain) + size, &rest) == 1;
    // What was deciphered before the tag was compared is worth nothing, but may be a token.
    SecretBytes result = SecretBytes::take(plain);
    if (!whole)
        return {};
    return result;
}

} // namespace mintmark

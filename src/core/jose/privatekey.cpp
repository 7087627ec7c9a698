// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "jose/privatekey.h"

#include "jose/evp.h"
#include "jose/keymaterial.h"
#include "jose/pemkeys.h"
#include "jose/pemtext.h"
#include "jose/privatejwk.h"
#include "json/reader.h"

#include <openssl/core_names.h>
#include <openssl/pem.h>
#include <openssl/pkcs12.h>
#include <openssl/rsa.h>

#include <QCoreApplication>

#include <cstring>

namespace mintmark {

using namespace Qt::StringLiterals;

using Scheme = SignatureAlgorithm::Scheme;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(PrivateKey)
};

Error unreadable(const QString &detail)
{
    return { ErrorCode::KeyUnreadable, { { u"detail"_s, detail } }, {} };
}

int givePassphrase(char *buffer, int size, int, void *passphrase)
{
    const QByteArrayView bytes = static_cast<const SecretBytes *>(passphrase)->view();
    if (bytes.isEmpty() || bytes.size() > size)
        return -1;
    std::memcpy(buffer, bytes.data(), evp::size(bytes));
    return static_cast<int>(bytes.size());
}

/// What OpenSSL does not even try any more: DES and RC2 of the nineties.
bool wasCipherUnknown()
{
    while (const unsigned long error = ERR_get_error()) {
        if (ERR_GET_LIB(error) == ERR_LIB_EVP && ERR_GET_REASON(error) == ERR_R_UNSUPPORTED)
            return true;
    }
    return false;
}

/// Why OpenSSL found no key in it.
Error pemError(QByteArrayView text, bool hasPassphrase)
{
    if (text.contains("BEGIN OPENSSH PRIVATE KEY"))
        return unreadable(Text::tr("It is in OpenSSH's own format; ssh-keygen -p -m PEM turns it "
                                   "into PEM."));
    if (!text.contains("PRIVATE KEY-----")) {
        if (text.contains("PUBLIC KEY-----") || text.contains("CERTIFICATE-----")
            || text.trimmed().startsWith("ssh-"))
            return { ErrorCode::KeyIsPublic, {}, {} };
        return unreadable(Text::tr("There is no private key in it."));
    }
    if (!text.contains("ENCRYPTED"))
        return unreadable(Text::tr("It is damaged or cut off."));
    if (!hasPassphrase)
        return { ErrorCode::KeyEncrypted, {}, {} };
    if (wasCipherUnknown())
        return unreadable(Text::tr("It is encrypted in a way that is no longer safe; openssl pkcs8 "
                                   "-topk8 encrypts it anew."));
    return { ErrorCode::KeyPassphraseWrong, {}, {} };
}

/// Only the public half is written, read again and judged like any other.
Jwk publicHalfOf(EVP_PKEY *key)
{
    const evp::Bio bio(BIO_new(BIO_s_mem()));
    char *data = nullptr;
    if (!bio || PEM_write_bio_PUBKEY(bio.get(), key) != 1)
        return Jwk::refused(KeyFault::KeyTypeUnsupported);
    const long size = BIO_get_mem_data(bio.get(), &data);
    return keysFromPem(QByteArrayView(data, size)).value(0);
}

QByteArray numberOf(const EVP_PKEY *key, const char *name)
{
    BIGNUM *value = nullptr;
    if (EVP_PKEY_get_bn_param(key, name, &value) != 1)
        return {};
    const evp::Number number(value);
    QByteArray bytes(BN_num_bytes(value), '\0');
    BN_bn2bin(value, reinterpret_cast<uchar *>(bytes.data()));
    return bytes;
}

/// DER (RFC 3279 §2.2.3) to r‖s (RFC 7518 §3.4).
QByteArray rawSignature(const QByteArray &der, int coordinateBytes)
{
    const uchar *at = evp::data(der);
    const evp::EcdsaSignature signature(d2i_ECDSA_SIG(nullptr, &at, static_cast<long>(der.size())));
    if (!signature)
        return {};
    QByteArray raw(2 * coordinateBytes, '\0');
    auto *bytes = reinterpret_cast<uchar *>(raw.data());
    BN_bn2binpad(ECDSA_SIG_get0_r(signature.get()), bytes, coordinateBytes);
    BN_bn2binpad(ECDSA_SIG_get0_s(signature.get()), bytes + coordinateBytes, coordinateBytes);
    return raw;
}

/// RFC 7518 §3.5: the salt is as long as the hash, MGF1 uses the same hash.
bool setPadding(EVP_PKEY_CTX *context, const SignatureAlgorithm &algorithm)
{
    if (algorithm.scheme != Scheme::RsaPss)
        return true;
    return EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PSS_PADDING) == 1
        && EVP_PKEY_CTX_set_rsa_pss_saltlen(context, algorithm.hashBytes) == 1;
}

QByteArray signedBy(EVP_PKEY *key, QByteArrayView input, const SignatureAlgorithm &algorithm)
{
    const evp::DigestContext context(EVP_MD_CTX_new());
    EVP_PKEY_CTX *keyContext = nullptr; // owned by the other
    size_t size = static_cast<size_t>(EVP_PKEY_get_size(key));
    QByteArray signature(static_cast<qsizetype>(size), '\0');
    if (!context
        || EVP_DigestSignInit_ex(context.get(), &keyContext, algorithm.digest, nullptr, nullptr,
                                 key, nullptr)
            != 1
        || !setPadding(keyContext, algorithm)
        || EVP_DigestSign(context.get(), reinterpret_cast<uchar *>(signature.data()), &size,
                          evp::data(input), evp::size(input))
            != 1)
        return {};
    signature.truncate(static_cast<qsizetype>(size));
    return signature;
}

} // namespace

Result<PrivateKey> PrivateKey::from(const SecretBytes &text, const SecretBytes &passphrase,
                                    const QString &keyId)
{
    const evp::ErrorQueueGuard guard;
    if (text.view().trimmed().isEmpty())
        return unreadable(Text::tr("It is empty."));
    if (text.view().trimmed().startsWith('{'))
        return fromJson(text, keyId);
    if (!text.view().contains("-----BEGIN ")) {
        if (const SecretBytes der = derFrom(text.view()); !der.isEmpty())
            return fromDer(der, passphrase);
    }
    return fromPem(text, passphrase);
}

/// PKCS#8, also encrypted, PKCS#1 and SEC1, told apart by what is in them.
Result<PrivateKey> PrivateKey::fromDer(const SecretBytes &der, const SecretBytes &passphrase)
{
    const uchar *at = evp::data(der.view());
    const auto size = static_cast<long>(der.size());
    if (EVP_PKEY *key = d2i_AutoPrivateKey(nullptr, &at, size))
        return fromHandle(Handle(key, EVP_PKEY_free));
    at = evp::data(der.view());
    if (const evp::Handle<PKCS12, PKCS12_free> packed(d2i_PKCS12(nullptr, &at, size)); packed)
        return unreadable(Text::tr("It is PKCS#12; openssl pkcs12 -in FILE -nocerts -noenc turns it "
                                   "into PEM."));
    at = evp::data(der.view());
    const evp::Key published(d2i_PUBKEY(nullptr, &at, size));
    at = evp::data(der.view());
    const evp::Certificate certificate(d2i_X509(nullptr, &at, size));
    if (published || certificate)
        return Error { ErrorCode::KeyIsPublic, {}, {} };
    at = evp::data(der.view());
    const evp::Handle<X509_SIG, X509_SIG_free> encrypted(d2i_X509_SIG(nullptr, &at, size)); // RFC 5958 §3
    if (!encrypted)
        return unreadable(Text::tr("There is no private key in it."));
    const evp::Bio bio(BIO_new_mem_buf(der.view().data(), static_cast<int>(der.size())));
    SecretBytes given = passphrase.clone();
    if (EVP_PKEY *key = d2i_PKCS8PrivateKey_bio(bio.get(), nullptr, givePassphrase, &given))
        return fromHandle(Handle(key, EVP_PKEY_free));
    return pemError("ENCRYPTED PRIVATE KEY-----", !given.isEmpty());
}

Result<PrivateKey> PrivateKey::fromPem(const SecretBytes &text, const SecretBytes &passphrase)
{
    const SecretBytes tidy = tidyPem(text.view());
    const evp::Bio bio(BIO_new_mem_buf(tidy.view().data(), static_cast<int>(tidy.size())));
    SecretBytes given = passphrase.clone();
    EVP_PKEY *key =
        bio ? PEM_read_bio_PrivateKey(bio.get(), nullptr, givePassphrase, &given) : nullptr;
    if (key == nullptr)
        return pemError(text.view(), !given.isEmpty());
    return fromHandle(Handle(key, EVP_PKEY_free));
}

Result<PrivateKey> PrivateKey::fromJson(const SecretBytes &text, const QString &keyId)
{
    const JsonDocument document =
        JsonDocument::parse(QByteArray::fromRawData(text.view().data(), text.size()));
    JsonValue jwk = document.root();
    if (!document.isValid() || !document.duplicateMembers().isEmpty())
        return unreadable(Text::tr("It is not JSON, or a member stands twice."));
    if (const JsonValue keys = jwk.member("keys"_L1); keys.isArray()) {
        const Result<JsonValue> chosen = signingKeyOf(keys, keyId);
        if (!chosen)
            return chosen.error();
        jwk = *chosen;
    }
    if (!jwk.member("kty"_L1).exists())
        return unreadable(Text::tr("It has no kty, so it is no JWK."));
    if (jwk.member("kty"_L1).toString() == "oct"_L1)
        return unreadable(Text::tr("It is a secret (oct), which belongs into the client secret."));
    if (!jwk.member("d"_L1).exists())
        return Error { ErrorCode::KeyIsPublic, {}, {} };
    if (!isForSigning(jwk))
        return unreadable(Text::tr("It is not meant for signing (use, key_ops)."));
    evp::Key key = privateKeyFromJwk(jwk);
    if (!key)
        return unreadable(Text::tr("Its members are no key."));
    Result<PrivateKey> result = fromHandle(Handle(key.release(), EVP_PKEY_free));
    if (result) {
        result->m_keyId = jwk.member("kid"_L1).toString();
        result->m_algorithm = jwk.member("alg"_L1).toString();
    }
    return result;
}

Result<PrivateKey> PrivateKey::fromHandle(Handle handle)
{
    PrivateKey key;
    key.m_key = std::move(handle);
    key.m_isPssOnly = EVP_PKEY_get_base_id(key.m_key.get()) == EVP_PKEY_RSA_PSS;
    key.m_public = key.m_isPssOnly ? rsaKey(numberOf(key.m_key.get(), OSSL_PKEY_PARAM_RSA_N),
                                            numberOf(key.m_key.get(), OSSL_PKEY_PARAM_RSA_E))
                                   : publicHalfOf(key.m_key.get());
    if (key.m_public.fault == KeyFault::RsaTooShort)
        return Error { ErrorCode::KeyTooShort,
                       { { u"bits"_s, QString::number(EVP_PKEY_get_bits(key.m_key.get())) } },
                       {} };
    if (key.m_public.fault)
        return unreadable(keyFaultSentence(*key.m_public.fault));
    return key;
}

QString PrivateKey::description() const
{
    switch (m_public.type) {
    case KeyType::Rsa:
        return m_isPssOnly ? Text::tr("RSA for PSS only, with %1 bits").arg(m_public.bits)
                           : Text::tr("RSA with %1 bits").arg(m_public.bits);
    case KeyType::Ec:
        return u"EC "_s + m_public.curve;
    default:
        return m_public.curve;
    }
}

bool PrivateKey::suits(const SignatureAlgorithm &algorithm) const
{
    return algorithm.suits(m_public) && !(m_isPssOnly && algorithm.scheme == Scheme::RsaPkcs1);
}

QString PrivateKey::usualAlgorithm() const
{
    if (!m_algorithm.isEmpty())
        return m_algorithm;
    if (m_public.type == KeyType::Rsa)
        return m_isPssOnly ? u"PS256"_s : u"RS256"_s;
    if (m_public.type == KeyType::Ec)
        return m_public.curve == "P-256"_L1 ? u"ES256"_s
            : m_public.curve == "P-384"_L1  ? u"ES384"_s
                                            : u"ES512"_s;
    return u"EdDSA"_s;
}

QByteArray PrivateKey::signature(QByteArrayView input, const SignatureAlgorithm &algorithm) const
{
    const evp::ErrorQueueGuard guard;
    if (!suits(algorithm))
        return {};
    QByteArray signature = signedBy(m_key.get(), input, algorithm);
    if (algorithm.scheme == Scheme::Ecdsa)
        signature = rawSignature(signature, (m_public.bits + 7) / 8);
    return isSignatureOf(input, signature, m_public, algorithm) ? signature : QByteArray();
}

SecretBytes PrivateKey::pem() const
{
    const evp::ErrorQueueGuard guard;
    const evp::Bio bio(BIO_new(BIO_s_secmem()));
    char *data = nullptr;
    if (!bio
        || PEM_write_bio_PKCS8PrivateKey(bio.get(), m_key.get(), nullptr, nullptr, 0, nullptr,
                                         nullptr)
            != 1)
        return {};
    const long size = BIO_get_mem_data(bio.get(), &data);
    return SecretBytes(QByteArrayView(data, size));
}

} // namespace mintmark

// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "support/testcertificates.h"

#include <QSslKey>

#include <openssl/ec.h>
#include <openssl/pem.h>
#include <openssl/pkcs12.h>
#include <openssl/provider.h>
#include <openssl/rsa.h>
#include <openssl/x509v3.h>

#include <atomic>
#include <memory>

namespace mintmark::test {

using namespace Qt::StringLiterals;

namespace {

template <auto function> struct Free
{
    template <class T> void operator()(T *pointer) const { function(pointer); }
};
using Key = std::unique_ptr<EVP_PKEY, Free<EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, Free<X509_free>>;
using Extension = std::unique_ptr<X509_EXTENSION, Free<X509_EXTENSION_free>>;
using Bio = std::unique_ptr<BIO, Free<BIO_free_all>>;

Bio reader(const QByteArray &bytes)
{
    return Bio(BIO_new_mem_buf(bytes.constData(), static_cast<int>(bytes.size())));
}

QByteArray written(BIO *bio)
{
    char *data = nullptr;
    const long size = BIO_get_mem_data(bio, &data);
    return QByteArray(data, size);
}

Certificate certificateFrom(const QByteArray &pem)
{
    return Certificate(PEM_read_bio_X509(reader(pem).get(), nullptr, nullptr, nullptr));
}

Key keyFrom(const QByteArray &pem)
{
    return Key(PEM_read_bio_PrivateKey(reader(pem).get(), nullptr, nullptr, nullptr));
}

void setName(X509_NAME *name, const QString &commonName)
{
    const QByteArray text = commonName.toUtf8();
    X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_UTF8,
                               reinterpret_cast<const uchar *>(text.constData()),
                               static_cast<int>(text.size()), -1, 0);
}

void extend(X509 *certificate, X509 *issuer, int kind, const QByteArray &value)
{
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    const Extension extension(X509V3_EXT_conf_nid(nullptr, &context, kind, value.constData()));
    if (!extension)
        qFatal("OpenSSL refuses the extension \"%s\"", value.constData());
    X509_add_ext(certificate, extension.get(), -1);
}

void extendAll(X509 *certificate, X509 *issuer, const CertificateRecipe &recipe)
{
    extend(certificate, issuer, NID_basic_constraints,
           recipe.isAuthority ? "critical,CA:TRUE" : "critical,CA:FALSE");
    extend(certificate, issuer, NID_key_usage,
           recipe.isAuthority ? "critical,keyCertSign,cRLSign" : "critical,digitalSignature");
    extend(certificate, issuer, NID_subject_key_identifier, "hash");
    if (certificate != issuer)
        extend(certificate, issuer, NID_authority_key_identifier, "keyid:always");
    if (!recipe.alternativeNames.isEmpty())
        extend(certificate, issuer, NID_subject_alt_name,
               recipe.alternativeNames.join(u',').toUtf8());
    if (!recipe.nameConstraints.isEmpty())
        extend(certificate, issuer, NID_name_constraints, recipe.nameConstraints);
    if (!recipe.usage.isEmpty())
        extend(certificate, issuer, NID_ext_key_usage, recipe.usage);
}

CertificateRecipe authorityRecipe(const QString &name)
{
    CertificateRecipe recipe;
    recipe.commonName = name;
    recipe.alternativeNames.clear();
    recipe.usage.clear();
    recipe.isAuthority = true;
    return recipe;
}

} // namespace

TestCertificate TestCertificate::made(const CertificateRecipe &recipe,
                                      const TestCertificate *issuer)
{
    static std::atomic<long> serial = 1000;
    const Key key(recipe.rsaBits > 0 ? EVP_RSA_gen(static_cast<unsigned>(recipe.rsaBits))
                                     : EVP_EC_gen("P-256"));
    const Key issuerKey = issuer ? keyFrom(issuer->m_key) : Key();
    const Certificate issuerCertificate =
        issuer ? certificateFrom(issuer->m_certificate) : Certificate();
    const Certificate certificate(X509_new());
    X509 *const signer = issuer ? issuerCertificate.get() : certificate.get();

    X509_set_version(certificate.get(), X509_VERSION_3);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), ++serial);
    ASN1_TIME_set(X509_getm_notBefore(certificate.get()), recipe.from.toSecsSinceEpoch());
    ASN1_TIME_set(X509_getm_notAfter(certificate.get()), recipe.to.toSecsSinceEpoch());
    X509_set_pubkey(certificate.get(), key.get());
    setName(X509_get_subject_name(certificate.get()), recipe.commonName);
    X509_set_issuer_name(certificate.get(), X509_get_subject_name(signer));
    extendAll(certificate.get(), signer, recipe);
    X509_sign(certificate.get(), issuer ? issuerKey.get() : key.get(),
              recipe.sha1 ? EVP_sha1() : EVP_sha256());

    TestCertificate result;
    const Bio certificatePem(BIO_new(BIO_s_mem()));
    PEM_write_bio_X509(certificatePem.get(), certificate.get());
    result.m_certificate = written(certificatePem.get());
    const Bio keyPem(BIO_new(BIO_s_mem()));
    PEM_write_bio_PrivateKey_traditional(keyPem.get(), key.get(), nullptr, nullptr, 0, nullptr,
                                         nullptr);
    result.m_key = written(keyPem.get());
    result.m_isRsa = recipe.rsaBits > 0;
    return result;
}

TestCertificate TestCertificate::selfSigned(const CertificateRecipe &recipe)
{
    return made(recipe, nullptr);
}

TestCertificate TestCertificate::authority(const QString &name)
{
    return made(authorityRecipe(name), nullptr);
}

TestCertificate TestCertificate::issue(const CertificateRecipe &recipe) const
{
    return made(recipe, this);
}

TestCertificate TestCertificate::issueAuthority(const QString &name) const
{
    return made(authorityRecipe(name), this);
}

QSslCertificate TestCertificate::certificate() const
{
    return QSslCertificate(m_certificate, QSsl::Pem);
}

QSslConfiguration TestCertificate::configuration(const QList<TestCertificate> &chain) const
{
    QList<QSslCertificate> sent { certificate() };
    for (const TestCertificate &other : chain)
        sent << other.certificate();
    QSslConfiguration result;
    result.setLocalCertificateChain(sent);
    result.setPrivateKey(QSslKey(m_key, m_isRsa ? QSsl::Rsa : QSsl::Ec, QSsl::Pem));
    result.setPeerVerifyMode(QSslSocket::VerifyNone);
    result.setProtocol(QSsl::TlsV1_2OrLater);
    return result;
}

QByteArray TestCertificate::encryptedKeyPem(const QByteArray &passphrase) const
{
    const Key key = keyFrom(m_key);
    const Bio pem(BIO_new(BIO_s_mem()));
    PEM_write_bio_PKCS8PrivateKey(pem.get(), key.get(), EVP_aes_256_cbc(), passphrase.constData(),
                                  static_cast<int>(passphrase.size()), nullptr, nullptr);
    return written(pem.get());
}

QByteArray TestCertificate::pkcs12(const QByteArray &passphrase, bool old) const
{
    const std::unique_ptr<OSSL_PROVIDER, Free<OSSL_PROVIDER_unload>> provider(
        old ? OSSL_PROVIDER_try_load(nullptr, "legacy", 1) : nullptr);
    const Key key = keyFrom(m_key);
    const Certificate certificate = certificateFrom(m_certificate);
    const int keySeal = old ? NID_pbe_WithSHA1And3_Key_TripleDES_CBC : 0;
    const int certificateSeal = old ? NID_pbe_WithSHA1And40BitRC2_CBC : 0;
    const std::unique_ptr<PKCS12, Free<PKCS12_free>> store(
        PKCS12_create(passphrase.constData(), "test", key.get(), certificate.get(), nullptr, keySeal,
                      certificateSeal, 0, 0, 0));
    const Bio bytes(BIO_new(BIO_s_mem()));
    if (!store || i2d_PKCS12_bio(bytes.get(), store.get()) != 1)
        qFatal("OpenSSL makes no PKCS#12");
    return written(bytes.get());
}

} // namespace mintmark::test

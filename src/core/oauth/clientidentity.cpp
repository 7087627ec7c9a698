// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "oauth/clientidentity.h"

#include "base/atomicfile.h"
#include "jose/evp.h"
#include "oauth/certificatedetails.h"

#include <QCoreApplication>
#include <QDateTime>

#include <openssl/pem.h>
#include <openssl/pkcs12.h>
#include <openssl/provider.h>

#include <algorithm>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

using Pkcs12 = evp::Handle<PKCS12, PKCS12_free>;
using Provider = evp::Handle<OSSL_PROVIDER, OSSL_PROVIDER_unload>;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ClientIdentity)
};

void freeStack(STACK_OF(X509) *stack)
{
    sk_X509_pop_free(stack, X509_free);
}
using Stack = evp::Handle<STACK_OF(X509), freeStack>;

/// What was found in the bytes, whatever their form.
struct Material
{
    QList<QSslCertificate> certificates;
    evp::Key key;
};

Error unusable(const QString &file, const QString &said)
{
    return { ErrorCode::ClientCertificateUnusable, { { u"file"_s, file }, { u"said"_s, said } }, {} };
}

Error locked(const QString &file)
{
    return { ErrorCode::ClientKeyPassphrase, { { u"file"_s, file } }, {} };
}

QSslCertificate converted(X509 *certificate)
{
    unsigned char *der = nullptr;
    const int size = certificate == nullptr ? 0 : i2d_X509(certificate, &der);
    QSslCertificate result(QByteArray(reinterpret_cast<const char *>(der), qMax(size, 0)), QSsl::Der);
    OPENSSL_free(der);
    return result;
}

evp::Bio reader(QByteArrayView bytes)
{
    return evp::Bio(BIO_new_mem_buf(bytes.data(), static_cast<int>(bytes.size())));
}

/// OpenSSL asks for the passphrase through this; without it, it would ask on the terminal.
int givePassphrase(char *buffer, int size, int, void *given)
{
    const QByteArrayView passphrase = static_cast<const SecretBytes *>(given)->view();
    if (passphrase.size() > size)
        return 0;
    std::copy(passphrase.begin(), passphrase.end(), buffer);
    return static_cast<int>(passphrase.size());
}

bool isPem(QByteArrayView bytes)
{
    return bytes.contains("-----BEGIN ");
}

Result<evp::Key> pemKey(QByteArrayView bytes, const SecretBytes &passphrase, const QString &file)
{
    const evp::ErrorQueueGuard guard;
    if (!bytes.contains("PRIVATE KEY-----"))
        return unusable(file, Text::tr("There is no private key in it."));
    SecretBytes given = passphrase.clone();
    evp::Key key(PEM_read_bio_PrivateKey(reader(bytes).get(), nullptr, givePassphrase, &given));
    if (key)
        return key;
    const bool isEncrypted = bytes.contains("ENCRYPTED");
    return isEncrypted ? locked(file)
                       : unusable(file, Text::tr("The private key in it is damaged."));
}

QByteArray passphraseText(const SecretBytes &passphrase)
{
    return passphrase.view().toByteArray(); // the zero at the end is what OpenSSL looks for
}

Result<Material> fromPkcs12(QByteArrayView bytes, const SecretBytes &passphrase, const QString &file)
{
    const evp::ErrorQueueGuard guard;
    const Pkcs12 store(d2i_PKCS12_bio(reader(bytes).get(), nullptr));
    if (!store)
        return unusable(file, Text::tr("It is neither PEM nor PKCS#12."));
    QByteArray text = passphraseText(passphrase);
    EVP_PKEY *key = nullptr;
    X509 *leaf = nullptr;
    STACK_OF(X509) *others = nullptr;
    const bool hasMac = PKCS12_mac_present(store.get()) == 1;
    if (hasMac && PKCS12_verify_mac(store.get(), text.constData(), -1) != 1
        && !(text.isEmpty() && PKCS12_verify_mac(store.get(), nullptr, 0) == 1)) {
        wipe(text);
        return locked(file);
    }
    int parsed = PKCS12_parse(store.get(), text.constData(), &key, &leaf, &others);
    if (parsed != 1) {
        // Windows, macOS and OpenSSL 1 seal certificates with RC2, which OpenSSL 3 keeps apart.
        const Provider old(OSSL_PROVIDER_try_load(nullptr, "legacy", 1));
        parsed = PKCS12_parse(store.get(), text.constData(), &key, &leaf, &others);
    }
    wipe(text);
    Material material { {}, evp::Key(key) };
    const evp::Certificate ownLeaf(leaf);
    const Stack ownOthers(others);
    if (parsed != 1)
        return unusable(file, Text::tr("It is PKCS#12, sealed in a way that is not known here."));
    if (!key || !leaf)
        return unusable(file, Text::tr("It has no certificate with a private key."));
    material.certificates << converted(leaf);
    for (int i = 0; i < sk_X509_num(others); ++i)
        material.certificates << converted(sk_X509_value(others, i));
    return material;
}

Result<Material> materialFrom(const SecretBytes &certificateBytes, const SecretBytes *keyBytes,
                              const SecretBytes &passphrase, const QString &file,
                              const QString &keyFile)
{
    if (!isPem(certificateBytes.view()))
        return fromPkcs12(certificateBytes.view(), passphrase, file);
    Material material;
    QByteArray text = certificateBytes.view().toByteArray();
    material.certificates = QSslCertificate::fromData(text, QSsl::Pem);
    wipe(text);
    if (material.certificates.isEmpty())
        return unusable(file, Text::tr("There is no PEM certificate in it."));
    Result<evp::Key> key =
        pemKey((keyBytes ? *keyBytes : certificateBytes).view(), passphrase, keyFile);
    if (!key)
        return key.error();
    material.key = std::move(key).value();
    return material;
}

bool belongTogether(const QSslCertificate &certificate, EVP_PKEY *key)
{
    const evp::ErrorQueueGuard guard;
    const QByteArray der = certificate.toDer();
    const uchar *at = evp::data(der);
    const evp::Certificate parsed(d2i_X509(nullptr, &at, static_cast<long>(der.size())));
    return parsed && X509_check_private_key(parsed.get(), key) == 1;
}

/// The certificate of the key first, whatever the order in the file; the others as they stand.
Result<ClientIdentity> judged(Material material, const QString &keyFile, qint64 nowMs)
{
    QList<QSslCertificate> &chain = material.certificates;
    const auto own = std::find_if(chain.begin(), chain.end(), [&](const QSslCertificate &one) {
        return belongTogether(one, material.key.get());
    });
    if (own == chain.end())
        return Error { ErrorCode::ClientKeyMismatch,
                       { { u"file"_s, keyFile }, { u"subject"_s, subjectName(chain.first()) } },
                       {} };
    std::rotate(chain.begin(), own, own + 1);
    const QSslCertificate &leaf = chain.first();
    const QDateTime now = QDateTime::fromMSecsSinceEpoch(nowMs, Qt::UTC);
    QMap<QString, QString> arguments { { u"subject"_s, subjectName(leaf) } };
    if (leaf.expiryDate() <= now) {
        arguments.insert(u"date"_s, certificateDay(leaf.expiryDate()));
        return Error { ErrorCode::ClientCertificateExpired, arguments, {} };
    }
    if (leaf.effectiveDate() > now) {
        arguments.insert(u"date"_s, certificateDay(leaf.effectiveDate()));
        return Error { ErrorCode::ClientCertificateNotYetValid, arguments, {} };
    }
    // Qt owns the handle from here on; it knows RSA, EC and Ed25519 keys alike that way.
    return ClientIdentity { chain, QSslKey(Qt::HANDLE(material.key.release()), QSsl::PrivateKey) };
}

Result<SecretBytes> secretFrom(const QString &file)
{
    Result<QByteArray> bytes = readWhole(file);
    if (!bytes)
        return Error { ErrorCode::NamedFileUnreadable, bytes.error().arguments, bytes.error().detail };
    return SecretBytes::take(*bytes);
}

} // namespace

Result<ClientIdentity> clientIdentity(const NetworkAccess &access, qint64 nowMs)
{
    const NetworkSettings &settings = access.settings;
    const SecretBytes none;
    const SecretBytes &passphrase =
        access.secrets.keyPassphrase ? *access.secrets.keyPassphrase : none;
    if (settings.clientCertificate == ClientCertificateSource::Inherited)
        return ClientIdentity {};
    Result<Material> material = Error {};
    QString keyFile = Text::tr("the keyring");
    if (settings.clientCertificate == ClientCertificateSource::Stored) {
        const SecretBytes &stored =
            access.secrets.clientIdentity ? *access.secrets.clientIdentity : none;
        material = materialFrom(stored, nullptr, passphrase, keyFile, keyFile);
    } else {
        const QString &file = settings.clientCertificateFile;
        const bool isApart = !settings.clientKeyFile.isEmpty();
        keyFile = isApart ? settings.clientKeyFile : file;
        const Result<SecretBytes> certificate = secretFrom(file);
        if (!certificate)
            return unusable(file, certificate.error().argument(u"said"));
        const Result<SecretBytes> key = isApart ? secretFrom(keyFile) : SecretBytes();
        if (!key)
            return unusable(keyFile, key.error().argument(u"said"));
        material = materialFrom(*certificate, isApart ? &*key : nullptr, passphrase, file, keyFile);
    }
    if (!material)
        return material.error();
    return judged(std::move(material).value(), keyFile, nowMs);
}

Result<SecretBytes> readClientIdentity(const QString &certificateFile, const QString &keyFile)
{
    Result<SecretBytes> certificate = secretFrom(certificateFile);
    if (!certificate || keyFile.isEmpty())
        return certificate;
    const Result<SecretBytes> key = secretFrom(keyFile);
    if (!key)
        return key.error();
    QByteArray both;
    both.reserve(certificate->size() + key->size() + 1);
    both.append(certificate->view()).append('\n').append(key->view());
    return SecretBytes::take(both);
}

} // namespace mintmark

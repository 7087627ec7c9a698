// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "oauth/peercheck.h"

#include "base/displaytext.h"
#include "oauth/certificatedetails.h"
#include "oauth/interception.h"
#include "oauth/networksettings.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QHostAddress>
#include <QSslConfiguration>
#include <QSslSocket>

#include <openssl/crypto.h>
#include <openssl/err.h>
#include <openssl/x509v3.h>

#include <memory>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

// Debian, Fedora, SUSE and Arch keep a hashed folder there.
const QString systemFolder = u"/etc/ssl/certs"_s;
// What OpenSSL's TLS asks for by default on Debian: RSA of 2048 bits, no SHA-1.
constexpr int authenticationLevel = 2;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(PeerCheck)
};

template<auto function>
struct Free
{
    template<class T>
    void operator()(T *pointer) const
    {
        function(pointer);
    }
};
void freeStack(STACK_OF(X509) *stack)
{
    sk_X509_pop_free(stack, X509_free);
}
using Certificate = std::unique_ptr<X509, Free<X509_free>>;
using Stack = std::unique_ptr<STACK_OF(X509), Free<freeStack>>;
using Store = std::unique_ptr<X509_STORE, Free<X509_STORE_free>>;
using Context = std::unique_ptr<X509_STORE_CTX, Free<X509_STORE_CTX_free>>;

/// Qt's own X509, where it is one of the OpenSSL that is used here: reading it again, key and all,
/// takes a millisecond. Null with Qt's other backends.
X509 *sharedWithQt(const QSslCertificate &certificate)
{
    static const bool isSame = QSslSocket::activeBackend() == "openssl"_L1
        && static_cast<unsigned long>(QSslSocket::sslLibraryVersionNumber()) == OpenSSL_version_num();
    return isSame ? static_cast<X509 *>(certificate.handle()) : nullptr;
}

Certificate converted(const QSslCertificate &certificate)
{
    if (X509 *shared = sharedWithQt(certificate); shared != nullptr && X509_up_ref(shared) == 1)
        return Certificate(shared);
    const QByteArray der = certificate.toDer();
    const auto *data = reinterpret_cast<const unsigned char *>(der.constData());
    return Certificate(d2i_X509(nullptr, &data, static_cast<long>(der.size())));
}

QSslCertificate converted(X509 *certificate)
{
    unsigned char *der = nullptr;
    const int size = certificate == nullptr ? 0 : i2d_X509(certificate, &der);
    const QSslCertificate result(QByteArray(reinterpret_cast<const char *>(der), qMax(size, 0)), QSsl::Der);
    OPENSSL_free(der);
    return result;
}

/// The names the certificate is for; a common name alone does not count (RFC 9525 §2).
QString hostNames(const QSslCertificate &certificate)
{
    const QStringList names = certificate.subjectAlternativeNames().values();
    if (names.isEmpty())
        return Text::tr("no host; the common name \"%1\" does not count")
            .arg(displayText(certificate.subjectInfo(QSslCertificate::CommonName).value(0).left(200)).text);
    return displayText(names.mid(0, 5).join(u", "_s).left(200)).text + (names.size() > 5 ? u", …"_s : QString());
}

/// Nobody this computer trusts stands at the end of the chain.
ErrorCode untrustedCode(int verdict, const QList<QSslCertificate> &chain, const QString &host)
{
    QStringList authorities;
    for (const QSslCertificate &certificate : chain)
        authorities << issuerName(certificate)
                    << displayText(certificate.issuerInfo(QSslCertificate::Organization).value(0)).text;
    if (looksIntercepted(host, authorities))
        return ErrorCode::TlsIntercepted;
    if (verdict == X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT)
        return ErrorCode::TlsSelfSigned;
    // A server has to send all but the root (RFC 8446 §4.4.2): a leaf alone may lack the one between.
    const bool isAlone = chain.size() == 1 && verdict != X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN;
    return isAlone ? ErrorCode::TlsIncomplete : ErrorCode::TlsUntrusted;
}

Error judged(int verdict, const QSslCertificate &culprit, const QList<QSslCertificate> &chain,
             const QString &host)
{
    const QString said = QString::fromLatin1(X509_verify_cert_error_string(verdict));
    const QString detail = u"OpenSSL %1: %2"_s.arg(verdict).arg(said);
    QMap<QString, QString> arguments { { u"host"_s, host } };
    switch (verdict) {
    case X509_V_ERR_HOSTNAME_MISMATCH:
    case X509_V_ERR_IP_ADDRESS_MISMATCH:
        arguments.insert(u"names"_s, hostNames(chain.first()));
        return { ErrorCode::TlsWrongHost, arguments, detail };
    case X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT:
    case X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN:
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT:
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY:
    case X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE:
        arguments.insert(u"issuer"_s, issuerName(culprit));
        return { untrustedCode(verdict, chain, host), arguments, detail };
    case X509_V_ERR_CERT_HAS_EXPIRED:
        arguments.insert(u"date"_s, certificateDay(culprit.expiryDate()));
        return { ErrorCode::TlsExpired, arguments, detail };
    case X509_V_ERR_CERT_NOT_YET_VALID:
        arguments.insert(u"date"_s, certificateDay(culprit.effectiveDate()));
        return { ErrorCode::TlsNotYetValid, arguments, detail };
    case X509_V_ERR_EE_KEY_TOO_SMALL:
    case X509_V_ERR_CA_KEY_TOO_SMALL:
    case X509_V_ERR_CA_MD_TOO_WEAK:
        arguments.insert(u"said"_s, said);
        return { ErrorCode::TlsWeak, arguments, detail };
    case X509_V_ERR_INVALID_PURPOSE:
    case X509_V_ERR_INVALID_CA:
    case X509_V_ERR_INVALID_NON_CA:
    case X509_V_ERR_KEYUSAGE_NO_CERTSIGN:
    case X509_V_ERR_PATH_LENGTH_EXCEEDED:
        arguments.insert(u"said"_s, said);
        return { ErrorCode::TlsWrongPurpose, arguments, detail };
    case X509_V_ERR_UNSPECIFIED: // there is no chain at all
        arguments.insert(u"said"_s, said);
        return { ErrorCode::TlsFailed, arguments, detail };
    default: // name constraints, critical extensions, a signature that is none, …
        arguments.insert(u"said"_s, said);
        return { ErrorCode::TlsCertificateInvalid, arguments, detail };
    }
}

bool hasSystemFolder()
{
    return QFileInfo(systemFolder).isDir();
}

Store trustStore(const TrustAnchors &anchors, const QSslCertificate &top)
{
    Store store(X509_STORE_new());
    for (const QSslCertificate &anchor : anchors.certificates)
        X509_STORE_add_cert(store.get(), converted(anchor).get());
    if (!anchors.isSystem() && !anchors.besideSystem)
        return store;
    if (hasSystemFolder()) {
        X509_STORE_load_path(store.get(), systemFolder.toLatin1().constData());
    } else {
        // Windows, macOS: Qt's verdict on the chain, from the system's own store, has to do.
        X509_STORE_add_cert(store.get(), converted(top).get());
        X509_STORE_set_flags(store.get(), X509_V_FLAG_PARTIAL_CHAIN);
    }
    return store;
}

void expectHost(X509_STORE_CTX *context, const QString &host)
{
    X509_VERIFY_PARAM *expected = X509_STORE_CTX_get0_param(context);
    X509_VERIFY_PARAM_set_hostflags(
        expected, X509_CHECK_FLAG_NEVER_CHECK_SUBJECT | X509_CHECK_FLAG_NO_PARTIAL_WILDCARDS);
    X509_VERIFY_PARAM_set_auth_level(expected, authenticationLevel);
    QByteArray name = host.toLatin1();
    if (!QHostAddress(host).isNull()) {
        X509_VERIFY_PARAM_set1_ip_asc(expected, name.constData());
        return;
    }
    if (name.endsWith('.'))
        name.chop(1);
    X509_VERIFY_PARAM_set1_host(expected, name.constData(), static_cast<size_t>(name.size()));
}

} // namespace

Result<QList<QSslCertificate>> readCaFile(const QString &file)
{
    QFile input(file);
    if (!input.open(QIODevice::ReadOnly))
        return Error { ErrorCode::NamedFileUnreadable,
                       { { u"file"_s, file }, { u"said"_s, input.errorString() } }, {} };
    const QByteArray bytes = input.readAll();
    QList<QSslCertificate> certificates = QSslCertificate::fromData(bytes, QSsl::Pem);
    if (certificates.isEmpty())
        certificates = QSslCertificate::fromData(bytes, QSsl::Der); // as Windows exports one
    if (certificates.isEmpty() || certificates.first().isNull()) {
        const QString said = Text::tr("There is no certificate in it, neither as PEM nor as DER.");
        return Error { ErrorCode::NamedFileUnreadable, { { u"file"_s, file }, { u"said"_s, said } }, {} };
    }
    return certificates;
}

Result<void> checkPeer(const QList<QSslCertificate> &chain, const QString &host,
                       const TrustAnchors &anchors)
{
    const QSslCertificate none;
    if (chain.isEmpty())
        return judged(X509_V_ERR_UNSPECIFIED, none, {}, host);
    const Store store = trustStore(anchors, chain.last());
    const Certificate leaf = converted(chain.first());
    const Stack sent(sk_X509_new_null());
    for (const QSslCertificate &certificate : chain.mid(1))
        sk_X509_push(sent.get(), converted(certificate).release());
    const Context context(X509_STORE_CTX_new());
    if (!leaf || X509_STORE_CTX_init(context.get(), store.get(), leaf.get(), sent.get()) != 1)
        return judged(X509_V_ERR_UNSPECIFIED, none, chain, host);
    X509_STORE_CTX_set_default(context.get(), "ssl_server");
    expectHost(context.get(), host);
    const bool good = X509_verify_cert(context.get()) == 1;
    ERR_clear_error(); // the queue is the thread's: leftovers would fail the next TLS read
    if (good)
        return {};
    return judged(X509_STORE_CTX_get_error(context.get()),
                  converted(X509_STORE_CTX_get_current_cert(context.get())), chain, host);
}

QList<QSslCertificate> authoritiesForQt(const TrustAnchors &anchors)
{
    if (anchors.isSystem() || !anchors.besideSystem)
        return anchors.certificates;
    // The bundle in one file takes a tenth of the time of Qt's way through the folder.
    QFile bundle(systemFolder + u"/ca-certificates.crt"_s);
    return anchors.certificates
        + (bundle.open(QIODevice::ReadOnly) ? QSslCertificate::fromData(bundle.readAll(), QSsl::Pem)
                                            : QSslConfiguration::systemCaCertificates());
}

Result<TrustAnchors> trustAnchors(const NetworkAccess &access)
{
    TrustAnchors anchors { access.trusted, access.settings.caFileAdded };
    if (access.settings.caFile.isEmpty()) {
        anchors.besideSystem = true;
        return anchors;
    }
    const Result<QList<QSslCertificate>> read = readCaFile(access.settings.caFile);
    if (!read)
        return read.error();
    anchors.certificates += *read;
    return anchors;
}

} // namespace mintmark

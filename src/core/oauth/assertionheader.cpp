// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "oauth/assertionheader.h"

#include "jose/base64url.h"
#include "jose/pemkeys.h"
#include "jose/privatekey.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QSslCertificate>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype sha1Bytes = 20;
constexpr qsizetype sha256Bytes = 32;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(TokenRequest)
};

Error invalidThumbprint()
{
    return { ErrorCode::ProfileInvalid,
             { { u"field"_s, u"certificate_thumbprint"_s },
               { u"detail"_s,
                 Text::tr("It is x5t#S256, x5t or x5c, which need the certificate, or a SHA-256 or "
                          "SHA-1 fingerprint in hex or Base64.") } },
             {} };
}

QByteArray quoted(const QByteArray &plain)
{
    return '"' + plain + '"';
}

CertificateMember thumbprint(const QByteArray &digest)
{
    return { digest.size() == sha256Bytes ? "x5t#S256"_ba : "x5t"_ba,
             quoted(base64UrlEncode(digest)) };
}

bool isDigest(const QByteArray &bytes)
{
    return bytes.size() == sha1Bytes || bytes.size() == sha256Bytes;
}

/// A fingerprint in hex as tools and dialogs write it: "AB:CD:…", "ab cd …", "sha256 Fingerprint=AB:…".
/// That of Windows has an invisible mark before it.
QByteArray hexDigestFrom(const QString &text)
{
    QString hex = text.section(u'=', -1);
    hex.removeIf([](QChar c) { return c == u':' || c.isSpace() || c.category() == QChar::Other_Format; });
    const QByteArray bytes = QByteArray::fromHex(hex.toLatin1());
    return isDigest(bytes) && hex.size() == 2 * bytes.size() ? bytes : QByteArray();
}

/// In hex, or in Base64 with either alphabet.
QByteArray digestFrom(const QString &text)
{
    if (const QByteArray digest = hexDigestFrom(text); !digest.isEmpty())
        return digest;
    QByteArray plain = text.toLatin1();
    plain.replace('+', '-').replace('/', '_').replace('=', "");
    const Base64UrlDecoded decoded = base64UrlDecode(plain);
    return decoded.problems.isEmpty() && isDigest(decoded.bytes) ? decoded.bytes : QByteArray();
}

CertificateMember chainMember(const QList<QSslCertificate> &chain)
{
    QByteArrayList encoded; // RFC 7515 §4.1.6: Base64, not base64url
    for (const QSslCertificate &certificate : chain)
        encoded << quoted(certificate.toDer().toBase64());
    return { "x5c"_ba, '[' + encoded.join(',') + ']' };
}

Result<QList<QSslCertificate>> chainFrom(const AssertionSettings &settings, const PrivateKey &key)
{
    const QList<QSslCertificate> chain =
        QSslCertificate::fromData(settings.certificate.toUtf8(), QSsl::Pem);
    if (chain.isEmpty() || chain.first().isNull())
        return Error { ErrorCode::CertificateUnreadable, {}, {} };
    const Jwk certified = keysFromPem(chain.first().toPem()).value(0);
    if (certified.thumbprint != key.publicHalf().thumbprint)
        return Error { ErrorCode::CertificateOfOtherKey, {}, {} };
    return chain;
}

} // namespace

Result<QList<CertificateMember>> certificateMembers(const AssertionSettings &settings,
                                                    const PrivateKey &key)
{
    QList<QSslCertificate> chain;
    if (!settings.certificate.trimmed().isEmpty()) {
        const Result<QList<QSslCertificate>> read = chainFrom(settings, key);
        if (!read)
            return read.error();
        chain = *read;
    }
    QStringList wanted { settings.certificateThumbprint };
    if (hexDigestFrom(settings.certificateThumbprint).isEmpty()) // which may have blanks in it
        wanted = settings.certificateThumbprint.simplified().split(u' ', Qt::SkipEmptyParts);
    if (wanted.isEmpty() && !chain.isEmpty())
        wanted << u"x5t#S256"_s;
    QList<CertificateMember> members;
    for (const QString &word : std::as_const(wanted)) {
        const bool isName = word == "x5t#S256"_L1 || word == "x5t"_L1 || word == "x5c"_L1;
        const QByteArray digest = isName && !chain.isEmpty()
            ? chain.first().digest(word == "x5t"_L1 ? QCryptographicHash::Sha1
                                                    : QCryptographicHash::Sha256)
            : digestFrom(word);
        if (digest.isEmpty())
            return invalidThumbprint();
        members << (word == "x5c"_L1 ? chainMember(chain) : thumbprint(digest));
    }
    return members;
}

QString certificatesIn(const QByteArray &file)
{
    constexpr QByteArrayView begin = "-----BEGIN CERTIFICATE-----";
    constexpr QByteArrayView end = "-----END CERTIFICATE-----";
    QByteArray certificates;
    for (qsizetype at = 0; (at = file.indexOf(begin, at)) >= 0;) {
        const qsizetype behind = file.indexOf(end, at);
        if (behind < 0)
            break;
        certificates += file.mid(at, behind + end.size() - at) + '\n';
        at = behind;
    }
    if (certificates.isEmpty())
        certificates = QSslCertificate(file, QSsl::Der).toPem();
    return QString::fromLatin1(certificates);
}

} // namespace mintmark

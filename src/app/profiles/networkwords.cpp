// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/profiles/networkwords.h"

#include "base/displaytext.h"
#include "oauth/certificatedetails.h"
#include "oauth/clientidentity.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFileInfo>
#include <QSslCertificate>
#include <QStringList>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(NetworkWords)
};

QString fileName(const QString &path)
{
    return displayText(QFileInfo(path).fileName()).text;
}

} // namespace

QString proxyWords(const ProxySettings &proxy)
{
    switch (proxy.kind) {
    case ProxySettings::Kind::None:
        return Text::tr("no proxy");
    case ProxySettings::Kind::Http:
        return Text::tr("proxy %1:%2").arg(displayText(proxy.host).text).arg(proxy.port);
    case ProxySettings::Kind::Inherited:
    case ProxySettings::Kind::System:
        break;
    }
    return Text::tr("system proxy");
}

QString authorityWords(const NetworkSettings &settings)
{
    if (settings.caFile.isEmpty())
        return Text::tr("system certificates");
    return (settings.caFileAdded ? Text::tr("system certificates and %1") : Text::tr("only %1"))
        .arg(fileName(settings.caFile));
}

QString clientCertificateWords(const NetworkSettings &settings)
{
    switch (settings.clientCertificate) {
    case ClientCertificateSource::Files:
        return Text::tr("client certificate %1").arg(fileName(settings.clientCertificateFile));
    case ClientCertificateSource::Stored:
        return Text::tr("client certificate in the keychain");
    case ClientCertificateSource::Inherited:
        break;
    }
    return Text::tr("no client certificate");
}

QString savedCertificateWords(const NetworkSecrets &secrets)
{
    const QString saved = Text::tr("Saved certificate");
    if (!secrets.clientIdentity)
        return saved; // cleared from memory
    const QByteArrayView bytes = secrets.clientIdentity->view();
    const bool isPem = bytes.contains("-----BEGIN");
    QList<QSslCertificate> chain;
    if (isPem) {
        chain = QSslCertificate::fromData(
            QByteArray::fromRawData(bytes.data(), bytes.size()), QSsl::Pem);
    } else {
        NetworkAccess access;
        access.settings.clientCertificate = ClientCertificateSource::Stored;
        access.secrets = secrets;
        if (const auto identity = clientIdentity(access, QDateTime::currentMSecsSinceEpoch()))
            chain = identity->chain;
    }
    const QString form = isPem ? u"PEM"_s : u"PKCS#12"_s;
    if (chain.isEmpty())
        return u"%1 · %2"_s.arg(saved, form);
    const CertificateDetails details = CertificateDetails::of(chain.first());
    const QDateTime end = QDateTime::fromMSecsSinceEpoch(details.notAfterMs, Qt::UTC);
    return Text::tr("%1 · %2 · %3 · ends %4", "saved certificate, its name, PEM, day")
        .arg(saved, details.subject, form, certificateDay(end));
}

QString timeLimitWords(const NetworkSettings &settings)
{
    return Text::tr("%1 s", "number of seconds").arg(deadlineMs(settings) / 1000);
}

QString networkWords(const NetworkSettings &settings)
{
    QStringList parts { proxyWords(settings.proxy), authorityWords(settings) };
    if (settings.clientCertificate != ClientCertificateSource::Inherited)
        parts << clientCertificateWords(settings);
    parts << timeLimitWords(settings);
    if (settings.allowHttp)
        parts << Text::tr("http allowed");
    return parts.join(u" · "_s);
}

} // namespace mintmark

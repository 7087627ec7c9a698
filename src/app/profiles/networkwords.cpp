// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/profiles/networkwords.h"

#include "base/displaytext.h"

#include <QCoreApplication>
#include <QFileInfo>
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

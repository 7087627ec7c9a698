// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "oauth/proxychoice.h"

#include "oauth/endpoint.h"

#include <QUrl>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

/// Always the same answer.
class OneProxy : public QNetworkProxyFactory
{
public:
    explicit OneProxy(const QNetworkProxy &proxy) : m_proxy(proxy) { }
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &) override { return { m_proxy }; }

private:
    QNetworkProxy m_proxy;
};

QNetworkProxy namedProxy(const NetworkAccess &access)
{
    const ProxySettings &named = access.settings.proxy;
    QNetworkProxy proxy(QNetworkProxy::HttpProxy, named.host, static_cast<quint16>(named.port));
    if (named.user.isEmpty())
        return proxy;
    proxy.setUser(named.user);
    if (access.secrets.proxyPassword) // Qt keeps it as text for as long as the exchange takes
        proxy.setPassword(QString::fromUtf8(access.secrets.proxyPassword->view()));
    return proxy;
}

} // namespace

QNetworkProxy proxyFor(const QUrl &url, const NetworkAccess &access)
{
    using enum ProxySettings::Kind;
    const ProxySettings::Kind kind = access.settings.proxy.kind;
    if (kind == None || isLoopback(url))
        return QNetworkProxy::NoProxy;
    QNetworkProxy proxy = kind == Http
        ? namedProxy(access)
        : QNetworkProxyFactory::systemProxyForQuery(QNetworkProxyQuery(url)).value(0);
    if (proxy.type() == QNetworkProxy::HttpProxy)
        proxy.setCapabilities(QNetworkProxy::TunnelingCapability
                              | QNetworkProxy::HostNameLookupCapability);
    return proxy;
}

std::unique_ptr<QNetworkProxyFactory> proxiesForQt(const QNetworkProxy &proxy, const QUrl &url)
{
    if (proxy.type() != QNetworkProxy::NoProxy || url.scheme() != "http"_L1)
        return std::make_unique<OneProxy>(proxy);
    // "As the application says", and it says none: Qt then takes the way with a buffer.
    QNetworkProxy::setApplicationProxy(QNetworkProxy::NoProxy);
    return std::make_unique<OneProxy>(QNetworkProxy(QNetworkProxy::DefaultProxy));
}

QString proxyName(const QNetworkProxy &proxy)
{
    const bool isNone =
        proxy.type() == QNetworkProxy::NoProxy || proxy.type() == QNetworkProxy::DefaultProxy;
    return isNone ? QString() : u"%1:%2"_s.arg(proxy.hostName()).arg(proxy.port());
}

} // namespace mintmark

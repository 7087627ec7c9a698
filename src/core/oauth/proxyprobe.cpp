// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "oauth/proxyprobe.h"

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestLine = 4096;

/// Of "HTTP/1.1 403 Forbidden"; 0 for anything else.
int statusOf(const QByteArray &line)
{
    const QList<QByteArray> words = line.trimmed().split(' ');
    bool isNumber = false;
    const int status = words.value(1).toInt(&isNumber);
    return line.startsWith("HTTP/1.") && isNumber && status >= 100 && status <= 999 ? status : 0;
}

} // namespace

ProxyProbe::ProxyProbe(const QNetworkProxy &proxy, QString host, int port, QObject *parent)
    : ResultJob(parent), m_proxy(proxy), m_host(std::move(host)), m_port(port)
{
    m_socket.setProxy(QNetworkProxy::NoProxy);
    connect(&m_socket, &QTcpSocket::connected, this, &ProxyProbe::ask);
    connect(&m_socket, &QTcpSocket::readyRead, this, &ProxyProbe::hear);
    connect(&m_socket, &QTcpSocket::errorOccurred, this, &ProxyProbe::fail);
}

void ProxyProbe::run()
{
    m_socket.connectToHost(m_proxy.hostName(), m_proxy.port());
}

void ProxyProbe::stop()
{
    m_socket.disconnect(this);
    m_socket.abort();
}

void ProxyProbe::ask()
{
    const bool isIpv6 = m_host.contains(u':');
    const QByteArray target =
        (isIpv6 ? u"[%1]:%2"_s : u"%1:%2"_s).arg(m_host).arg(m_port).toLatin1();
    m_socket.write("CONNECT " + target + " HTTP/1.1\r\nHost: " + target + "\r\n\r\n");
}

void ProxyProbe::hear()
{
    m_heard += m_socket.read(longestLine - m_heard.size());
    const qsizetype end = m_heard.indexOf('\n');
    if (end < 0 && m_heard.size() < longestLine)
        return;
    stop();
    finish(statusOf(m_heard.first(qMax<qsizetype>(end, 0))));
}

void ProxyProbe::fail()
{
    if (m_socket.error() == QAbstractSocket::RemoteHostClosedError)
        return finish(0);
    finish(Error { ErrorCode::ProxyFailed, {}, m_socket.errorString() });
}

} // namespace mintmark

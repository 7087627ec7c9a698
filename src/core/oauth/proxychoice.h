// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "oauth/networksettings.h"

#include <QNetworkProxy>

#include <memory>

class QUrl;

namespace mintmark {

/// The proxy a request to `url` goes through: none for loopback, whatever is set; else the one that is
/// named, or what the system says (http_proxy, https_proxy and no_proxy included). An HTTP proxy is
/// always asked for a tunnel: a caching one would get another request line than the one previewed.
QNetworkProxy proxyFor(const QUrl &url, const NetworkAccess &access);

/// The same choice as QNetworkAccessManager has to be told. A connection without TLS and without a proxy
/// would be read by Qt byte for byte, which no deadline ends while a server sends headers without end;
/// this way it is read in blocks.
std::unique_ptr<QNetworkProxyFactory> proxiesForQt(const QNetworkProxy &proxy, const QUrl &url);

/// "proxy.example:8080", empty for none. Never with a login.
QString proxyName(const QNetworkProxy &proxy);

} // namespace mintmark

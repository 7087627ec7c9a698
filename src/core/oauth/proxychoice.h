// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "oauth/networksettings.h"

#include <QNetworkProxy>

class QUrl;

namespace mintmark {

/// The proxy a request to `url` goes through: none for loopback, whatever is set; else the one that is
/// named, or what the system says (http_proxy, https_proxy and no_proxy included). An HTTP proxy is
/// always asked for a tunnel: a caching one would get another request line than the one previewed.
QNetworkProxy proxyFor(const QUrl &url, const NetworkAccess &access);

/// "proxy.example:8080", empty for none. Never with a login.
QString proxyName(const QNetworkProxy &proxy);

} // namespace mintmark

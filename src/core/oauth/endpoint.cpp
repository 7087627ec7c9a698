// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "oauth/endpoint.h"

#include <QHostAddress>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

/// The address for a message. It is no good one, so everything before the last "@" may be a password,
/// slashes and all.
QString shownAddress(const QString &address)
{
    const qsizetype at = address.lastIndexOf(u'@');
    const qsizetype slashes = address.indexOf("://"_L1);
    const qsizetype scheme = slashes < 0 || slashes > at ? 0 : slashes + 3;
    return (at < 0 ? address : address.first(scheme) + u'…' + address.sliced(at)).left(200);
}

} // namespace

Result<QUrl> endpointFrom(const QString &address, bool allowHttp)
{
    const QUrl url(address.trimmed(), QUrl::StrictMode);
    const bool web = url.scheme() == "https"_L1 || url.scheme() == "http"_L1;
    if (!url.isValid() || !web || url.host().isEmpty() || url.port() == 0)
        return Error { ErrorCode::EndpointInvalid, { { u"address"_s, shownAddress(address) } },
                       url.errorString().section(u';', 0, 0) };
    if (url.authority().contains(u'@') || url.hasFragment())
        return Error { ErrorCode::EndpointWithCredentials, { { u"host"_s, url.host() } }, {} };
    if (url.scheme() == "http"_L1 && !allowHttp && !isLoopback(url))
        return Error { ErrorCode::EndpointInsecure, { { u"host"_s, url.host() } }, {} };
    return url;
}

bool isLoopback(const QUrl &url)
{
    return url.host() == "localhost"_L1 || QHostAddress(url.host()).isLoopback();
}

} // namespace mintmark

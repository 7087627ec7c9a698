// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/tokens/issueraddress.h"

#include <QHostAddress>
#include <QUrl>

namespace mintmark {

using namespace Qt::StringLiterals;

QString issuerHost(const QString &issuer)
{
    const QUrl address(issuer, QUrl::StrictMode);
    const QString host = address.host();
    if (!address.isValid() || host.isEmpty() || !address.userInfo().isEmpty())
        return {};
    const bool loopback = host == "localhost"_L1 || QHostAddress(host).isLoopback();
    const bool mayBeAsked =
        address.scheme() == "https"_L1 || (address.scheme() == "http"_L1 && loopback);
    return mayBeAsked ? host : QString();
}

} // namespace mintmark

// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "oauth/interception.h"

#include <algorithm>
#include <array>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

/// What such authorities are called: what they do, and the products that make them.
constexpr std::array interceptors {
    "proxy"_L1,      "inspect"_L1,   "intercept"_L1, "firewall"_L1,   "web gateway"_L1,
    "ssl scan"_L1,   "decrypt"_L1,   "mitm"_L1,      "web filter"_L1, "webfilter"_L1,
    "zscaler"_L1,    "netskope"_L1,  "fortinet"_L1,  "fortigate"_L1,  "blue coat"_L1,
    "bluecoat"_L1,   "palo alto"_L1, "forcepoint"_L1, "websense"_L1,  "umbrella"_L1,
    "mcafee"_L1,     "skyhigh"_L1,   "sophos"_L1,    "check point"_L1, "barracuda"_L1,
    "sonicwall"_L1,  "watchguard"_L1, "untangle"_L1, "kaspersky"_L1,  "eset ssl"_L1,
    "avast"_L1,      "avg web"_L1,   "bitdefender"_L1, "fiddler"_L1,  "charles"_L1,
    "portswigger"_L1, "burp"_L1,     "cato networks"_L1, "iboss"_L1,  "lightspeed"_L1,
};

/// Providers of the Internet; hosts under these names never have a private authority.
constexpr std::array providers {
    "sage.com"_L1,          "sagecloud.com"_L1,     "intacct.com"_L1,    "auth0.com"_L1,
    "okta.com"_L1,          "oktapreview.com"_L1,   "okta-emea.com"_L1,  "microsoftonline.com"_L1,
    "microsoftonline.us"_L1, "windows.net"_L1,      "microsoft.com"_L1,  "amazoncognito.com"_L1,
    "amazonaws.com"_L1,     "salesforce.com"_L1,    "force.com"_L1,      "googleapis.com"_L1,
    "google.com"_L1,        "pingone.com"_L1,       "pingone.eu"_L1,     "onelogin.com"_L1,
    "github.com"_L1,        "gitlab.com"_L1,        "atlassian.com"_L1,  "zoom.us"_L1,
};

bool isUnder(QStringView host, QLatin1StringView domain)
{
    return host == domain || (host.endsWith(domain) && host.chopped(domain.size()).endsWith(u'.'));
}

} // namespace

bool looksIntercepted(const QString &host, const QStringList &authorities)
{
    const QString lower = host.toLower();
    const auto isProvider = [&lower](QLatin1StringView domain) { return isUnder(lower, domain); };
    const auto isInterceptor = [](const QString &name) {
        return std::ranges::any_of(interceptors, [&name](QLatin1StringView word) {
            return name.contains(word, Qt::CaseInsensitive);
        });
    };
    return std::ranges::any_of(authorities, isInterceptor) || std::ranges::any_of(providers, isProvider);
}

} // namespace mintmark

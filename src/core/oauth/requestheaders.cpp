// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "oauth/requestheaders.h"

#include <algorithm>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

// RFC 9110 §5.6.2
bool isToken(QByteArrayView name)
{
    static constexpr QByteArrayView marks = "!#$%&'*+-.^_`|~";
    return !name.isEmpty() && std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
            || marks.contains(c);
    });
}

/// Headers that frame the message: a second opinion on them would cut or join requests.
bool isOurs(QByteArrayView name)
{
    static constexpr QByteArrayView ours[] = { "Host",    "Content-Length", "Transfer-Encoding",
                                               "Trailer", "Connection",     "Upgrade",
                                               "Expect",  "TE",             "Accept-Encoding" };
    return std::any_of(std::begin(ours), std::end(ours), [name](QByteArrayView own) {
        return name.compare(own, Qt::CaseInsensitive) == 0;
    });
}

} // namespace

// RFC 9110 §5.5 without obs-text; Qt would send a line break as it is.
bool isFieldValue(QByteArrayView value)
{
    return std::all_of(value.begin(), value.end(),
                       [](char c) { return (c >= ' ' && c <= '~') || c == '\t'; });
}

HttpRequest requestTo(const QByteArray &method, const QUrl &url)
{
    HttpRequest http(method, url);
    // Every header Qt would add by itself is set, so that nothing but these is sent.
    http.addHeader("User-Agent"_ba, "mintmark/" MINTMARK_VERSION);
    http.addHeader("Accept"_ba, "application/json"_ba);
    http.addHeader("Accept-Language"_ba, "*"_ba);
    http.addHeader("Accept-Encoding"_ba, "identity"_ba);
    http.addHeader("Connection"_ba, "close"_ba);
    return http;
}

Result<void> addExtraHeaders(HttpRequest &http, const ClientConfiguration &configuration,
                             const ClientCredentials &credentials)
{
    QList<QByteArray> seen;
    if (http.hasHeader("Authorization"))
        seen << "authorization"_ba; // RFC 6749 §2.3: one method of authentication a request
    for (const ExtraHeader &extra : configuration.headers) {
        const QByteArray name = extra.name.trimmed().toUtf8();
        SecretBytes value = SecretBytes::fromString(QStringView(extra.value).trimmed());
        const auto secret = credentials.headers.find(extra.name);
        if (extra.secret && secret != credentials.headers.end())
            value = SecretBytes(secret->second.view().trimmed());
        if (!isToken(name) || isOurs(name) || !isFieldValue(value.view())
            || seen.contains(name.toLower()))
            return Error { ErrorCode::HeaderRefused, { { u"header"_s, extra.name } }, {} };
        seen << name.toLower();
        if (value.isEmpty())
            continue;
        if (extra.secret)
            http.addSecretHeader(name, std::move(value), 0);
        else
            http.addHeader(name, value.view().toByteArray());
    }
    return {};
}

} // namespace mintmark

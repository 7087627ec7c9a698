// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "oauth/servermetadata.h"

#include "base/displaytext.h"
#include "json/reader.h"
#include "oauth/endpoint.h"

#include <QCoreApplication>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ServerMetadata)
};

constexpr QLatin1StringView membersRead[] = {
    "issuer"_L1,
    "token_endpoint"_L1,
    "jwks_uri"_L1,
    "introspection_endpoint"_L1,
    "revocation_endpoint"_L1,
    "token_endpoint_auth_methods_supported"_L1,
    "grant_types_supported"_L1,
};

QStringList stringsIn(const JsonValue &array)
{
    QStringList strings;
    if (!array.isArray())
        return strings;
    for (const JsonValue &element : array) {
        if (element.isString())
            strings << element.toString();
    }
    return strings;
}

/// RFC 8414 §4: compared character by character, nothing normalized.
Error issuerDiffers(const QString &asked, const QString &found)
{
    const QString shown = displayText(found.left(200)).text;
    const QString detail = found.isEmpty()
        ? Text::tr("The server's metadata names no issuer.")
        : Text::tr("The server calls itself \"%1\".").arg(shown);
    return { ErrorCode::ProfileInvalid,
             { { u"field"_s, Text::tr("issuer") }, { u"detail"_s, detail } },
             u"asked for the metadata of \"%1\", got those of \"%2\""_s.arg(
                 displayText(asked.left(200)).text, shown) };
}

} // namespace

Result<ServerMetadata> ServerMetadata::parse(const QByteArray &body, const QString &issuer)
{
    const QMap<QString, QString> host { { u"host"_s, QUrl(issuer).host() },
                                        { u"status"_s, u"200"_s } };
    const JsonDocument document = JsonDocument::parse(body);
    const JsonValue root = document.root();
    if (!document.isValid() || !root.isObject())
        return Error { ErrorCode::AnswerNotJson, host, u"no JSON object"_s };
    for (const QLatin1StringView member : membersRead) {
        if (root.count(member) < 2)
            continue;
        Error error { ErrorCode::AnswerAmbiguous, host, {} };
        error.arguments.insert(u"member"_s, member);
        return error;
    }
    ServerMetadata metadata;
    metadata.issuer = root.member("issuer"_L1).toString();
    if (metadata.issuer != issuer)
        return issuerDiffers(issuer, metadata.issuer);
    metadata.tokenEndpoint = root.member("token_endpoint"_L1).toString();
    metadata.jwksUri = root.member("jwks_uri"_L1).toString();
    metadata.introspectionEndpoint = root.member("introspection_endpoint"_L1).toString();
    metadata.revocationEndpoint = root.member("revocation_endpoint"_L1).toString();
    metadata.tokenEndpointAuthMethods =
        stringsIn(root.member("token_endpoint_auth_methods_supported"_L1));
    metadata.grantTypes = stringsIn(root.member("grant_types_supported"_L1));
    return metadata;
}

Result<QStringList> metadataAddresses(const QString &issuer)
{
    const Result<QUrl> url = endpointFrom(issuer, false);
    if (!url)
        return url.error();
    if (url->hasQuery()) // RFC 8414 §2
        return Error { ErrorCode::EndpointInvalid, { { u"address"_s, issuer.left(200) } },
                       u"an issuer has no query"_s };
    QString path = url->path(QUrl::FullyEncoded);
    while (path.endsWith(u'/'))
        path.chop(1);
    const QString server = url->toString(QUrl::RemovePath | QUrl::FullyEncoded);
    constexpr auto oauth = "/.well-known/oauth-authorization-server"_L1;
    QStringList addresses { server + path + "/.well-known/openid-configuration"_L1,
                            server + oauth + path };
    if (!path.isEmpty())
        addresses << server + path + oauth;
    return addresses;
}

} // namespace mintmark

// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/profiles/publishedfields.h"

#include "base/displaytext.h"
#include "oauth/clientauthentication.h"
#include "oauth/endpoint.h"

#include <QCoreApplication>
#include <QUrl>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(PublishedFields)
};

struct Row
{
    const char *name;
    QString PublishedFields::*field;
    QString ServerMetadata::*published;
};

constexpr Row rows[] {
    { QT_TRANSLATE_NOOP("PublishedFields", "token address"), &PublishedFields::tokenEndpoint,
      &ServerMetadata::tokenEndpoint },
    { QT_TRANSLATE_NOOP("PublishedFields", "address of its keys"), &PublishedFields::jwksUri,
      &ServerMetadata::jwksUri },
    { QT_TRANSLATE_NOOP("PublishedFields", "introspection"),
      &PublishedFields::introspectionEndpoint, &ServerMetadata::introspectionEndpoint },
    { QT_TRANSLATE_NOOP("PublishedFields", "revocation"), &PublishedFields::revocationEndpoint,
      &ServerMetadata::revocationEndpoint },
};

QString hostOf(const QString &address)
{
    return displayText(QUrl(address).host()).text;
}

} // namespace

PublishedFields PublishedFields::of(const Profile &profile)
{
    return { profile.issuer, profile.client.tokenEndpoint, profile.jwksUri,
             profile.introspectionEndpoint, profile.revocationEndpoint, {} };
}

PublishedFields PublishedFields::from(const ServerMetadata &metadata, const Profile &profile)
{
    PublishedFields fields = of(profile);
    fields.issuer = metadata.issuer;
    for (const Row &row : rows) {
        const QString address = metadata.*row.published;
        if (address.isEmpty())
            continue;
        if (endpointFrom(address, profile.client.network.allowHttp))
            fields.*row.field = address;
        else
            fields.unusable << Text::tr(row.name);
    }
    return fields;
}

void PublishedFields::writeTo(Profile &profile) const
{
    profile.issuer = issuer;
    profile.client.tokenEndpoint = tokenEndpoint;
    profile.jwksUri = jwksUri;
    profile.introspectionEndpoint = introspectionEndpoint;
    profile.revocationEndpoint = revocationEndpoint;
}

QList<ClientAuthenticationMethod> supportedMethods(const ServerMetadata &metadata)
{
    QList<ClientAuthenticationMethod> methods;
    for (const QString &name : metadata.tokenEndpointAuthMethods) {
        if (const auto method = authenticationFromWireName(name))
            methods << *method;
    }
    return methods;
}

QString filledSentence(const PublishedFields &before, const PublishedFields &after,
                       const ServerMetadata &metadata)
{
    const QString issuer = hostOf(metadata.issuer);
    const QString separator = Text::tr(", ", "between list items");
    QStringList names;
    for (const Row &row : rows) {
        if (before.*row.field != after.*row.field)
            names << Text::tr(row.name);
    }
    QStringList said { names.isEmpty()
                           ? Text::tr("All is as %1 publishes it.").arg(issuer)
                           : Text::tr("Filled from %1: %2.").arg(issuer, names.join(separator)) };
    const QString host = hostOf(after.tokenEndpoint);
    if (!metadata.tokenEndpoint.isEmpty() && host != issuer && !host.isEmpty())
        said << Text::tr("The token address is on %1.").arg(host);
    if (!after.unusable.isEmpty())
        said << Text::tr("Published, but not usable: %1.").arg(after.unusable.join(separator));
    if (metadata.tokenEndpoint.isEmpty())
        said << Text::tr("It publishes no token address.");
    return said.join(u' ');
}

} // namespace mintmark

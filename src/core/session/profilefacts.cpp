// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "session/profilefacts.h"

#include "json/reader.h"
#include "json/writer.h"
#include "session/verdictinput.h"

#include <QUrl>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

/// Ten thousand profiles of a kilobyte each.
constexpr JsonLimits limits { 16 * 1024 * 1024, 4 };

int readInt(const JsonValue &value)
{
    return static_cast<int>(value.toInteger().value_or(0));
}

} // namespace

ProfileFacts ProfileFacts::of(const Profile &profile)
{
    return { profile.listing.id,
             profile.listing.environment,
             profile.listing.requestRevision,
             profile.revision,
             profile.client.clientId.trimmed(),
             expectedAudience(profile).trimmed(),
             profile.issuer.trimmed(),
             QUrl(profile.client.tokenEndpoint.trimmed()).host() };
}

SecretBytes toJson(const QList<ProfileFacts> &facts)
{
    JsonWriter json;
    json.beginArray();
    for (const ProfileFacts &one : facts) {
        json.beginObject();
        json.member("id"_L1).string(one.id.toString(QUuid::WithoutBraces));
        json.member("request_revision"_L1).integer(one.requestRevision);
        json.member("revision"_L1).integer(one.revision);
        json.member("client_id"_L1).string(one.clientId);
        json.member("audience"_L1).string(one.audience);
        json.member("issuer"_L1).string(one.issuer);
        json.member("token_host"_L1).string(one.tokenHost);
        json.endObject();
    }
    QByteArray bytes = json.endArray().take();
    return SecretBytes::take(bytes);
}

std::optional<QList<ProfileFacts>> profileFactsFromJson(const SecretBytes &json)
{
    const JsonDocument document =
        JsonDocument::parse(QByteArray::fromRawData(json.view().data(), json.size()), limits);
    if (!document.isValid() || !document.root().isArray())
        return {};
    QList<ProfileFacts> facts;
    for (const JsonValue &value : document.root()) {
        ProfileFacts one;
        one.id = QUuid::fromString(value.member("id"_L1).toString());
        if (one.id.isNull())
            return {};
        one.requestRevision = readInt(value.member("request_revision"_L1));
        one.revision = readInt(value.member("revision"_L1));
        one.clientId = value.member("client_id"_L1).toString();
        one.audience = value.member("audience"_L1).toString();
        one.issuer = value.member("issuer"_L1).toString();
        one.tokenHost = value.member("token_host"_L1).toString();
        facts << one;
    }
    return facts;
}

} // namespace mintmark

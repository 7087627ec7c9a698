// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "profiles/profileitemassertion.h"

#include "json/reader.h"
#include "json/writer.h"

#include <algorithm>
#include <iterator>

namespace mintmark::profileitem {

using namespace Qt::StringLiterals;

namespace {

constexpr auto audienceMember = "audience"_L1;

struct TextMember
{
    QLatin1StringView name;
    QString AssertionSettings::*text;
};
constexpr TextMember texts[] = {
    { "algorithm"_L1, &AssertionSettings::algorithm },
    { "key_id"_L1, &AssertionSettings::keyId },
    { "type"_L1, &AssertionSettings::type },
    { audienceMember, &AssertionSettings::audience },
    { "issuer"_L1, &AssertionSettings::issuer },
    { "subject"_L1, &AssertionSettings::subject },
    { "certificate"_L1, &AssertionSettings::certificate },
    { "certificate_thumbprint"_L1, &AssertionSettings::certificateThumbprint },
};

struct FlagMember
{
    QLatin1StringView name;
    bool AssertionSettings::*flag;
};
constexpr FlagMember flags[] = {
    { "not_before"_L1, &AssertionSettings::notBefore },
    { "audience_is_issuer"_L1, &AssertionSettings::audienceIsIssuer },
};

bool isFlag(const QString &name)
{
    return std::ranges::find(flags, name, &FlagMember::name) != std::end(flags);
}

bool isAudience(const JsonValue &value)
{
    const auto isText = [](const JsonValue &one) {
        return one.isString() && !one.toString().isEmpty();
    };
    return value.isString()
        || (value.isArray() && value.size() > 0 && std::ranges::all_of(value, isText));
}

QStringList textsOf(const JsonValue &list)
{
    QStringList found;
    for (const JsonValue &one : list)
        found << one.toString();
    return found;
}

/// In the place of the text, which is the other form of the same member.
void writeAudiences(JsonWriter &json, const QStringList &audiences)
{
    if (audiences.isEmpty())
        return;
    json.member(audienceMember).beginArray();
    for (const QString &audience : audiences)
        json.string(audience);
    json.endArray();
}

/// Claims are an object; a text that is none, yet, is kept as a text.
void writeClaims(JsonWriter &json, const QString &claims)
{
    if (claims.isEmpty())
        return;
    json.member("claims");
    const JsonDocument document = JsonDocument::parse(claims.toUtf8());
    if (document.isValid() && document.root().isObject())
        json.value(document.root());
    else
        json.string(claims);
}

} // namespace

QList<QLatin1StringView> assertionMembers()
{
    QList<QLatin1StringView> names { "claims"_L1, "lifetime_s"_L1 };
    for (const FlagMember &member : flags)
        names << member.name;
    for (const TextMember &member : texts)
        names << member.name;
    return names;
}

bool isAssertionValue(const JsonValue &member)
{
    if (member.isNull())
        return true;
    if (member.name() == "claims"_L1)
        return member.isObject() || member.isString();
    if (member.name() == audienceMember)
        return isAudience(member);
    if (member.name() == "lifetime_s"_L1)
        return member.toInteger().has_value();
    if (isFlag(member.name()))
        return member.isBoolean();
    return member.isString() || !assertionMembers().contains(member.name());
}

AssertionSettings readAssertion(const JsonValue &object)
{
    AssertionSettings settings;
    for (const TextMember &member : texts)
        settings.*member.text = object.member(member.name).toString();
    settings.audiences = textsOf(object.member(audienceMember));
    const JsonValue claims = object.member("claims");
    settings.claims = claims.isObject() ? QString::fromUtf8(JsonWriter().value(claims).take())
                                        : claims.toString();
    settings.lifetimeSeconds = static_cast<int>(
        object.member("lifetime_s").toInteger().value_or(settings.lifetimeSeconds));
    for (const FlagMember &member : flags)
        settings.*member.flag = object.member(member.name).toBool().value_or(false);
    return settings;
}

void writeAssertion(JsonWriter &json, const AssertionSettings &settings, const JsonValue &unknown)
{
    if (settings == AssertionSettings() && unknown.size() == 0)
        return;
    json.member("assertion").beginObject();
    for (const TextMember &member : texts) {
        const bool isReplaced = member.name == audienceMember && !settings.audiences.isEmpty();
        if (const QString &text = settings.*member.text; !text.isEmpty() && !isReplaced)
            json.member(member.name).string(text);
    }
    writeAudiences(json, settings.audiences);
    writeClaims(json, settings.claims);
    if (settings.lifetimeSeconds != AssertionSettings::usualLifetimeSeconds)
        json.member("lifetime_s").integer(settings.lifetimeSeconds);
    for (const FlagMember &member : flags) {
        if (settings.*member.flag)
            json.member(member.name).boolean(true);
    }
    for (const JsonValue &member : unknown)
        json.member(member.name()).value(member);
    json.endObject();
}

qsizetype roomForAssertion(const AssertionSettings &settings)
{
    qsizetype room = settings.claims.size();
    for (const TextMember &member : texts)
        room += (settings.*member.text).size() + 8;
    for (const QString &audience : settings.audiences)
        room += audience.size() + 8;
    return room;
}

} // namespace mintmark::profileitem

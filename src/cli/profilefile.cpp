// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "cli/profilefile.h"

#include "cli/command.h"
#include "oauth/keyinput.h"
#include "oauth/provider.h"
#include "json/reader.h"
#include "json/writer.h"

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

Error unusable(const QString &name, const QString &why)
{
    return usageError(u"%1 is not a profile: %2."_s.arg(name, why), u"token"_s);
}

/// The text with `version` and `id` where they are missing. Holds the secrets.
SecretBytes completed(const JsonValue &root, const ProfileId &id)
{
    JsonWriter json;
    json.reserve(root.length() + 128);
    json.beginObject();
    if (!root.member("version").exists())
        json.member("version").integer(1);
    json.member("id").string(id.toString(QUuid::WithoutBraces));
    for (const JsonValue &member : root) {
        if (member.name() != "id"_L1)
            json.member(member.name()).value(member);
    }
    QByteArray bytes = json.endObject().take();
    return SecretBytes::take(bytes);
}

bool lacks(const JsonValue &root, QLatin1StringView name)
{
    const JsonValue member = root.member(name);
    return !member.exists() || member.isNull();
}

/// What the file does not say.
void takeDefaults(const JsonValue &root, Profile &profile)
{
    const ClientConfiguration &defaults = providerById(profile.provider).defaults;
    const auto isMissing = [&root](QLatin1StringView name) { return lacks(root, name); };
    if (isMissing("token_endpoint"_L1))
        profile.client.tokenEndpoint = defaults.tokenEndpoint;
    if (isMissing("body"_L1))
        profile.client.body = defaults.body;
    if (isMissing("grant_type"_L1))
        profile.client.grantType = defaults.grantType;
    if (isMissing("client_authentication"_L1))
        profile.client.authentication = defaults.authentication;
    if (isMissing("renewal"_L1))
        profile.client.renewal = defaults.renewal;
}

ProfileListing listingOf(const JsonValue &name)
{
    ProfileListing listing;
    listing.id = QUuid::createUuid();
    listing.inMemory = true;
    listing.customer = name.member("customer").toString();
    listing.name = name.isString() ? name.toString() : name.member("name").toString();
    listing.environment =
        environmentFromWireName(name.member("environment").toString()).value_or(Environment::None);
    return listing;
}

/// Of what the profile does not know; known groups have their members named.
QStringList memberNames(const SecretBytes &json)
{
    static const QStringList groups { u"assertion"_s, u"api"_s, u"network"_s };
    QByteArray bytes = json.view().toByteArray();
    QStringList names;
    {
        const JsonDocument document = JsonDocument::parse(bytes, { .size = bytes.size() });
        const JsonValue root = document.root();
        for (const JsonValue &member : root) {
            const bool isGroup = groups.contains(member.name());
            for (const JsonValue &inner : isGroup ? member : JsonValue())
                names << member.name() + u'.' + inner.name();
            if (!isGroup)
                names << member.name();
        }
    }
    wipe(bytes);
    return names;
}

constexpr auto passphraseMember = "private_key_passphrase"_L1;

/// The key as it is used: decrypted, and taken out of a service-account file, which says what the
/// profile does not.
Result<void> takeKey(const JsonValue &root, LoadedProfile &loaded)
{
    SecretBytes &key = loaded.secrets.client.privateKey;
    if (key.isEmpty())
        return {};
    QString passphrase = root.member(passphraseMember).toString();
    Result<KeyInput> input = keyFromInput(key, SecretBytes::fromString(passphrase),
                                           loaded.profile.client.assertion.keyId);
    wipe(passphrase);
    if (!input)
        return input.error();
    if (input->account) {
        ClientConfiguration account = loaded.profile.client;
        apply(*input->account, account);
        ClientConfiguration &client = loaded.profile.client;
        const auto isMissing = [&root](QLatin1StringView name) { return lacks(root, name); };
        if (isMissing("grant_type"_L1))
            client.grantType = account.grantType;
        if (isMissing("client_authentication"_L1))
            client.authentication = account.authentication;
        if (isMissing("client_id"_L1))
            client.clientId = account.clientId;
        if (isMissing("token_endpoint"_L1))
            client.tokenEndpoint = account.tokenEndpoint;
        if (client.assertion.keyId.isEmpty())
            client.assertion.keyId = account.assertion.keyId;
    }
    key = std::move(input->key);
    return {};
}

Result<ProfileFile> fileOf(const JsonDocument &document, const QString &name)
{
    const JsonValue root = document.root();
    if (!document.isValid())
        return unusable(name,
                        u"it is not JSON, at byte %1"_s.arg(document.problems().value(0).offset));
    if (!root.isObject())
        return unusable(name, u"it is JSON, but no object"_s);
    if (!document.duplicateMembers().isEmpty())
        return unusable(name, u"a member stands twice"_s);
    const ProfileListing listing = listingOf(root.member("name"));
    Result<LoadedProfile> loaded = fromKeychainItem(completed(root, listing.id), listing);
    if (!loaded)
        return unusable(name, loaded.error().detail);
    ProfileFile file { std::move(loaded).value(), {} };
    takeDefaults(root, file.loaded.profile);
    if (const auto taken = takeKey(root, file.loaded); !taken)
        return taken.error();
    file.unknown = memberNames(file.loaded.secrets.unknownFields);
    file.unknown.removeAll(passphraseMember);
    return file;
}

} // namespace

Result<ProfileFile> readProfileFile(const SecretBytes &json, const QString &name)
{
    QByteArray bytes = json.view().toByteArray();
    Result<ProfileFile> file = fileOf(JsonDocument::parse(bytes, { .size = bytes.size() }), name);
    wipe(bytes);
    return file;
}

} // namespace mintmark

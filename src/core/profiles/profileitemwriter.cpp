// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "oauth/clientauthentication.h"
#include "profiles/profileitemassertion.h"
#include "profiles/profileitemfields.h"
#include "profiles/profileitemnetwork.h"
#include "json/reader.h"
#include "json/writer.h"

namespace mintmark {

using namespace Qt::StringLiterals;
using namespace profileitem;

namespace {

QUtf8StringView utf8(const SecretBytes &secret)
{
    return { secret.view().data(), secret.size() };
}

/// Members that are empty or as they are without being said are left out: Windows takes 2560 bytes.
class ItemWriter
{
public:
    ItemWriter(const Profile &profile, const ProfileSecrets &secrets, const JsonValue &unknown)
        : m_profile(profile), m_secrets(secrets), m_unknown(unknown)
    { }

    QByteArray write(qsizetype room)
    {
        m_json.reserve(room);
        m_json.beginObject();
        m_json.member("version").integer(schemaVersion);
        writeIdentity();
        writeAuthentication();
        writeRequest();
        writePolicies();
        writeApi();
        m_json.member("network");
        writeNetwork(m_json, m_profile.client.network, m_secrets.client.network,
                     NetworkSecretsToo::Yes, m_unknown.member("network"));
        m_json.member("revision").integer(m_profile.revision);
        m_json.member("request_revision").integer(m_profile.listing.requestRevision);
        for (const JsonValue &member : m_unknown) {
            if (!isKnown(member.name()))
                m_json.member(member.name()).value(member);
        }
        return m_json.endObject().take();
    }

private:
    void text(QLatin1StringView name, const QString &value)
    {
        if (!value.isEmpty())
            m_json.member(name).string(value);
    }
    void secret(QLatin1StringView name, const SecretBytes &value)
    {
        if (!value.isEmpty())
            m_json.member(name).string(utf8(value));
    }
    void integer(QLatin1StringView name, std::optional<qint64> value)
    {
        if (value)
            m_json.member(name).integer(*value);
    }

    void writeIdentity()
    {
        const ProfileListing &listing = m_profile.listing;
        m_json.member("id").string(listing.id.toString(QUuid::WithoutBraces));
        m_json.member("name").beginObject();
        text("customer"_L1, listing.customer);
        text("name"_L1, listing.name);
        text("environment"_L1, wireName(listing.environment));
        m_json.endObject();
        Profile copy = m_profile;
        for (const TextField &field : textFields())
            text(field.name, field.of(copy));
    }

    void writeAuthentication()
    {
        const ClientConfiguration &client = m_profile.client;
        text("client_authentication"_L1, wireName(client.authentication));
        text("basic_encoding"_L1, wordFor(basicEncodings, client.basicEncoding));
        secret("client_secret"_L1, m_secrets.client.clientSecret);
        secret("private_key"_L1, m_secrets.client.privateKey);
        writeAssertion(m_json, client.assertion, m_unknown.member("assertion"));
        integer("secret_saved_at"_L1, m_profile.secretSavedAtMs);
        if (m_profile.listing.secretExpiresOn)
            text("secret_expires_on"_L1, m_profile.listing.secretExpiresOn->toString(Qt::ISODate));
        if (m_secrets.previousSecret.isEmpty())
            return;
        m_json.member("previous_secret").beginObject();
        secret("value"_L1, m_secrets.previousSecret);
        integer("kept_until"_L1, m_secrets.previousKeptUntilMs);
        m_json.endObject();
    }

    void writeRequest()
    {
        const ClientConfiguration &client = m_profile.client;
        text("body"_L1, wordFor(bodyFormats, client.body));
        if (!client.resources.isEmpty()) {
            m_json.member("resource").beginArray();
            for (const QString &resource : client.resources)
                m_json.string(resource);
            m_json.endArray();
        }
        if (!client.extraParameters.isEmpty()) {
            m_json.member("extra_parameters").beginArray();
            for (const ExtraParameter &parameter : client.extraParameters) {
                m_json.beginObject();
                named(parameter.name, parameter.value, parameter.secret,
                      m_secrets.client.parameters);
                text("type"_L1, wordFor(parameterTypes, parameter.type));
                m_json.endObject();
            }
            m_json.endArray();
        }
        if (!client.headers.isEmpty()) {
            m_json.member("headers").beginArray();
            for (const ExtraHeader &header : client.headers) {
                m_json.beginObject();
                named(header.name, header.value, header.secret, m_secrets.client.headers);
                m_json.endObject();
            }
            m_json.endArray();
        }
        if (client.responseMapping != ResponseMapping()) {
            m_json.member("response_mapping").beginObject();
            text("access_token"_L1, client.responseMapping.accessToken);
            text("expires_in"_L1, client.responseMapping.expiresIn);
            text("expires_at"_L1, client.responseMapping.expiresAt);
            m_json.endObject();
        }
    }

    void named(const QString &name, const QString &value, bool isSecret,
               const std::map<QString, SecretBytes> &values)
    {
        m_json.member("name").string(name);
        const auto found = values.find(name);
        if (!isSecret)
            m_json.member("value").string(value);
        else if (found != values.end())
            m_json.member("value").string(utf8(found->second));
        m_json.member("secret").boolean(isSecret);
    }

    void writePolicies()
    {
        text("renewal"_L1, wordFor(renewalPolicies, m_profile.client.renewal));
        m_json.member("min_valid_s").integer(m_profile.minValidS);
        m_json.member("auto_renew").boolean(m_profile.autoRenew);
    }

    void writeApi()
    {
        const JsonValue unknown = m_unknown.member("api");
        if (m_profile.apiMethod.isEmpty() && m_profile.apiUrl.isEmpty() && unknown.size() == 0)
            return;
        m_json.member("api").beginObject();
        text("method"_L1, m_profile.apiMethod);
        text("url"_L1, m_profile.apiUrl);
        rest(unknown);
        m_json.endObject();
    }

    void rest(const JsonValue &unknown)
    {
        for (const JsonValue &member : unknown)
            m_json.member(member.name()).value(member);
    }

    const Profile &m_profile;
    const ProfileSecrets &m_secrets;
    const JsonValue m_unknown;
    JsonWriter m_json;
};

/// An upper bound of the item's size, so that no growing leaves a piece of it behind in memory:
/// each byte may become six (\u0001).
qsizetype roomFor(const Profile &profile, const ProfileSecrets &secrets)
{
    Profile copy = profile;
    qsizetype bytes = secrets.client.clientSecret.size() + secrets.previousSecret.size()
        + secrets.client.privateKey.size() + roomForAssertion(profile.client.assertion)
        + profile.apiUrl.size() + roomForNetwork(profile.client.network, secrets.client.network) + profile.listing.customer.size()
        + profile.listing.name.size();
    for (const auto *values : { &secrets.client.parameters, &secrets.client.headers }) {
        for (const auto &[name, value] : *values)
            bytes += name.size() + value.size() + 64;
    }
    for (const TextField &field : textFields())
        bytes += field.of(copy).size();
    for (const QString &resource : profile.client.resources)
        bytes += resource.size() + 8;
    for (const ExtraParameter &parameter : profile.client.extraParameters)
        bytes += parameter.name.size() + parameter.value.size() + 64;
    for (const ExtraHeader &header : profile.client.headers)
        bytes += header.name.size() + header.value.size() + 64;
    return 6 * bytes + secrets.unknownFields.size() + 2048;
}

} // namespace

SecretBytes toKeychainItem(const Profile &profile, const ProfileSecrets &secrets)
{
    QByteArray known = secrets.unknownFields.view().toByteArray();
    QByteArray item;
    {
        const JsonDocument unknown = JsonDocument::parse(known, { .size = known.size() });
        item = ItemWriter(profile, secrets, unknown.root()).write(roomFor(profile, secrets));
    }
    wipe(known);
    return SecretBytes::take(item);
}

} // namespace mintmark

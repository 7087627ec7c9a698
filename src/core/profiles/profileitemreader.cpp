// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "oauth/clientauthentication.h"
#include "profiles/profileitemassertion.h"
#include "profiles/profileitemfields.h"
#include "profiles/profileitemnetwork.h"
#include "profiles/profilename.h"
#include "json/reader.h"
#include "json/writer.h"

#include <algorithm>

namespace mintmark {

using namespace Qt::StringLiterals;
using namespace profileitem;

namespace {

Error corrupt(const QString &name, const QString &detail)
{
    return { ErrorCode::KeychainCorrupt, { { u"name"_s, name } }, detail };
}

SecretBytes secretOf(const JsonValue &value)
{
    QString text = value.toString();
    SecretBytes secret = SecretBytes::fromString(text);
    wipe(text);
    return secret;
}

/// A JWK is written as a text or as what it is.
SecretBytes keyOf(const JsonValue &value)
{
    return value.isObject() ? SecretBytes(value.raw()) : secretOf(value);
}

/// Values are written as texts; by hand they may also be what they are.
ParameterType typeOf(const JsonValue &value)
{
    if (value.isNumber())
        return ParameterType::Number;
    if (value.isBoolean())
        return ParameterType::Boolean;
    return value.isString() || !value.exists() ? ParameterType::String : ParameterType::Json;
}

bool isAbsent(const JsonValue &value)
{
    return !value.exists() || value.isNull();
}

int toInt(const JsonValue &value, int fallback)
{
    return static_cast<int>(value.toInteger().value_or(fallback));
}

/// Reads an item member by member; `fault` names the first that cannot be understood.
class ItemReader
{
public:
    explicit ItemReader(const JsonValue &root) : m_root(root) { }

    LoadedProfile read(const ProfileListing &listing)
    {
        profile().listing = listing;
        profile().listing.requestRevision =
            std::max(listing.requestRevision, toInt(m_root.member("request_revision"), 0));
        for (const TextField &field : textFields())
            field.of(profile()) = textOf(m_root.member(field.name), field.name == "scope"_L1);
        readAuthentication();
        readRequest();
        readPolicies();
        profile().revision = toInt(m_root.member("revision"), 0);
        m_loaded.secrets.unknownFields = unknownFields();
        return std::move(m_loaded);
    }

    const QString &fault() const { return m_fault; }

private:
    Profile &profile() { return m_loaded.profile; }
    ClientConfiguration &client() { return m_loaded.profile.client; }

    /// A member that is not there leaves `value`; a word of another version is a fault, because the
    /// request would not be what its author meant.
    template <class T, size_t N>
    void word(const JsonValue &member, const Word<T> (&words)[N], T &value)
    {
        if (isAbsent(member))
            return;
        const QString text = member.toString();
        for (const Word<T> &known : words) {
            if (known.text == text) {
                value = known.value;
                return;
            }
        }
        fail(member);
    }
    void fail(const JsonValue &member, const QString &group = {})
    {
        if (m_fault.isEmpty())
            m_fault = u"unknown value of "_s + group + member.name();
    }

    /// A number by hand is taken for a text, and a list for `words` with blanks between them. What is
    /// neither would be missed without a word.
    QString textOf(const JsonValue &member, bool words = false)
    {
        if (member.isNumber())
            return QString::fromUtf8(member.raw());
        QStringList list { member.toString() };
        bool isText = member.isString() || isAbsent(member);
        if (words && member.isArray()) {
            list.clear();
            for (const JsonValue &entry : member)
                list << entry.toString();
            isText = std::ranges::all_of(member, &JsonValue::isString);
        }
        if (!isText)
            fail(member);
        return list.join(u' ');
    }

    void readAuthentication()
    {
        if (const JsonValue member = m_root.member("client_authentication"); !isAbsent(member)) {
            const auto method = authenticationFromWireName(member.toString());
            if (method)
                client().authentication = *method;
            else
                fail(member);
        }
        word(m_root.member("basic_encoding"), basicEncodings, client().basicEncoding);
        const JsonValue secret = m_root.member("client_secret");
        m_loaded.secrets.client.clientSecret =
            secret.isNumber() ? SecretBytes(secret.raw()) : secretOf(secret);
        if (!secret.isNumber() && !secret.isString() && !isAbsent(secret))
            fail(secret);
        m_loaded.secrets.client.privateKey = keyOf(m_root.member("private_key"));
        const JsonValue assertion = m_root.member("assertion");
        client().assertion = readAssertion(assertion);
        for (const JsonValue &member : assertion) {
            if (!isAssertionValue(member))
                fail(member, u"assertion."_s);
        }
        profile().secretSummary = summarize(m_loaded.secrets.client.clientSecret);
        profile().hasPrivateKey = !m_loaded.secrets.client.privateKey.isEmpty();
        profile().secretSavedAtMs = m_root.member("secret_saved_at").toInteger();
        const JsonValue previous = m_root.member("previous_secret");
        m_loaded.secrets.previousSecret = secretOf(previous.member("value"));
        m_loaded.secrets.previousKeptUntilMs = previous.member("kept_until").toInteger();
    }

    void readRequest()
    {
        word(m_root.member("body"), bodyFormats, client().body);
        const JsonValue mapping = m_root.member("response_mapping");
        client().responseMapping = { mapping.member("access_token").toString(),
                                     mapping.member("expires_in").toString(),
                                     mapping.member("expires_at").toString() };
        const JsonValue resources = m_root.member("resource");
        if (resources.isString()) // one, by hand
            client().resources << resources.toString();
        for (const JsonValue &resource : resources)
            client().resources << resource.toString();
        const JsonValue parameters = m_root.member("extra_parameters");
        for (const JsonValue &entry : parameters) {
            ExtraParameter parameter;
            const JsonValue value = valueOf(parameters, entry);
            named(entry, value, parameter, m_loaded.secrets.client.parameters);
            parameter.type = typeOf(value);
            if (!parameters.isObject())
                word(entry.member("type"), parameterTypes, parameter.type);
            client().extraParameters << parameter;
        }
        const JsonValue headers = m_root.member("headers");
        for (const JsonValue &entry : headers) {
            ExtraHeader header;
            named(entry, valueOf(headers, entry), header, m_loaded.secrets.client.headers);
            client().headers << header;
        }
    }

    /// A list of {name, value}; by hand it may also be an object of them.
    static JsonValue valueOf(const JsonValue &all, const JsonValue &entry)
    {
        return all.isObject() ? entry : entry.member("value");
    }

    template <class Entry>
    void named(const JsonValue &entry, const JsonValue &value, Entry &into,
               std::map<QString, SecretBytes> &secrets)
    {
        into.name = entry.name();
        if (into.name.isEmpty()) {
            into.name = entry.member("name").toString();
            into.secret = entry.member("secret").toBool().value_or(false);
        }
        const bool isText = value.isString() || !value.exists();
        if (into.secret)
            secrets.insert_or_assign(into.name, isText ? secretOf(value) : SecretBytes(value.raw()));
        else
            into.value = isText ? value.toString() : QString::fromUtf8(value.raw());
    }

    void readPolicies()
    {
        word(m_root.member("renewal"), renewalPolicies, client().renewal);
        profile().minValidS = toInt(m_root.member("min_valid_s"), profile().minValidS);
        profile().autoRenew = m_root.member("auto_renew").toBool().value_or(false);
        profile().apiMethod = m_root.member("api").member("method").toString();
        profile().apiUrl = m_root.member("api").member("url").toString();
        readOwnNetwork();
    }

    void readOwnNetwork()
    {
        const JsonValue member = m_root.member("network");
        if (!isAbsent(member) && !member.isObject() && member.toString() != "inherit"_L1)
            return fail(member);
        const Result<NetworkAccess> network = readNetwork(member);
        if (network) {
            client().network = network->settings;
            m_loaded.secrets.client.network = network->secrets;
        } else if (m_fault.isEmpty()) {
            m_fault = network.error().detail;
        }
    }

    SecretBytes unknownFields() const
    {
        JsonWriter json;
        json.reserve(m_root.length() + 64);
        json.beginObject();
        for (const JsonValue &member : m_root) {
            if (!isKnown(member.name()))
                json.member(member.name()).value(member);
        }
        writeUnknown(json, "assertion"_L1, assertionMembers());
        writeUnknown(json, "api"_L1, { "method"_L1, "url"_L1 });
        writeUnknown(json, "network"_L1, networkMembers());
        QByteArray bytes = json.endObject().take();
        return bytes == "{}" ? SecretBytes() : SecretBytes::take(bytes);
    }
    void writeUnknown(JsonWriter &json, QLatin1StringView name,
                      const QList<QLatin1StringView> &known) const
    {
        const JsonValue object = m_root.member(name);
        const auto isUnknown = [&known](const JsonValue &member) {
            return !known.contains(member.name());
        };
        if (!object.isObject() || std::ranges::none_of(object, isUnknown))
            return;
        json.member(name).beginObject();
        for (const JsonValue &member : object) {
            if (isUnknown(member))
                json.member(member.name()).value(member);
        }
        json.endObject();
    }

    const JsonValue m_root;
    LoadedProfile m_loaded;
    QString m_fault;
};

/// The parsed item, wiped when this goes.
class ParsedItem
{
public:
    explicit ParsedItem(const SecretBytes &item)
        : m_bytes(item.view().toByteArray()),
          m_document(JsonDocument::parse(m_bytes, { .size = item.size() }))
    { }
    ~ParsedItem()
    {
        m_document = {};
        wipe(m_bytes);
    }
    Q_DISABLE_COPY_MOVE(ParsedItem)

    JsonValue root() const { return m_document.root(); }
    qint64 version() const { return root().member("version").toInteger().value_or(0); }
    QUuid id() const { return QUuid::fromString(root().member("id").toString()); }
    bool isItem() const { return m_document.isValid() && version() >= 1 && !id().isNull(); }

private:
    QByteArray m_bytes;
    JsonDocument m_document;
};

} // namespace

Result<LoadedProfile> fromKeychainItem(const SecretBytes &item, const ProfileListing &listing)
{
    const ParsedItem parsed(item);
    if (!parsed.isItem())
        return corrupt(displayName(listing), u"not a profile"_s);
    if (parsed.id() != listing.id)
        return corrupt(displayName(listing), u"the item belongs to another profile"_s);
    ItemReader reader(parsed.root());
    LoadedProfile loaded = reader.read(listing);
    loaded.profile.readOnly = parsed.version() > schemaVersion;
    if (reader.fault().isEmpty())
        return loaded;
    Error error = corrupt(displayName(listing), reader.fault());
    if (loaded.profile.readOnly)
        error.code = ErrorCode::ProfileTooNew;
    return error;
}

Result<ProfileListing> listingFromKeychainItem(const SecretBytes &item)
{
    const ParsedItem parsed(item);
    if (!parsed.isItem())
        return corrupt({}, u"not a profile"_s);
    const JsonValue root = parsed.root();
    const JsonValue name = root.member("name");
    ProfileListing listing;
    listing.id = parsed.id();
    listing.customer = name.member("customer").toString();
    listing.name = name.member("name").toString();
    listing.environment =
        environmentFromWireName(name.member("environment").toString()).value_or(Environment::None);
    listing.requestRevision = toInt(root.member("request_revision"), 0);
    const QDate expires =
        QDate::fromString(root.member("secret_expires_on").toString(), Qt::ISODate);
    if (expires.isValid())
        listing.secretExpiresOn = expires;
    return listing;
}

} // namespace mintmark

// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "oauth/providerfile.h"

#include "oauth/clientauthentication.h"
#include "json/reader.h"

#include <QCoreApplication>

#include <array>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

/// The table of what is translated is provider_words_table.cpp.
QString translated(const QString &english)
{
    return QCoreApplication::translate("Provider", english.toUtf8().constData());
}

constexpr std::array cures {
    std::pair { "try_again"_L1, Cure::TryAgain },
    std::pair { "edit_address"_L1, Cure::EditAddress },
    std::pair { "edit_audience"_L1, Cure::EditAudience },
    std::pair { "edit_profile"_L1, Cure::EditProfile },
    std::pair { "replace_secret"_L1, Cure::ReplaceSecret },
    std::pair { "try_other_authentication"_L1, Cure::TryOtherAuthentication },
};

/// One object of the file. Remembers what was asked for, so that what is unknown is found.
class Members
{
public:
    Members(JsonValue object, QString &fault) : m_object(object), m_fault(fault)
    {
        if (!object.isObject())
            complain(u"not an object"_s, object);
    }
    ~Members()
    {
        for (const JsonValue &member : m_object) {
            if (!m_asked.contains(member.name()) || m_object.count(member.name()) > 1)
                complain(u"unknown or twice"_s, member);
        }
    }
    Q_DISABLE_COPY_MOVE(Members)

    QString text(QLatin1StringView name)
    {
        const JsonValue value = ask(name);
        if (value.exists() && !value.isString())
            complain(u"not a string"_s, value);
        return value.toString();
    }
    QString needed(QLatin1StringView name)
    {
        const QString value = text(name);
        if (value.isEmpty())
            m_fault = u"%1: missing"_s.arg(name);
        return value;
    }
    QString words(QLatin1StringView name)
    {
        const QString english = text(name);
        return english.isEmpty() ? QString() : translated(english);
    }
    bool flag(QLatin1StringView name)
    {
        const JsonValue value = ask(name);
        if (value.exists() && !value.isBoolean())
            complain(u"not a boolean"_s, value);
        return value.toBool().value_or(false);
    }
    QStringList texts(QLatin1StringView name)
    {
        QStringList result;
        each(name, [&](const JsonValue &value) {
            if (!value.isString())
                complain(u"not a string"_s, value);
            result << value.toString();
        });
        return result;
    }
    /// One of `values`, the first when it is not there.
    template <class T, std::size_t N>
    T choice(QLatin1StringView name, const std::array<std::pair<QLatin1StringView, T>, N> &values)
    {
        const QString word = text(name);
        for (const auto &[spelling, value] : values) {
            if (word == spelling)
                return value;
        }
        if (!word.isEmpty())
            m_fault = u"%1: %2 is not known"_s.arg(name, word);
        return values.front().second;
    }
    QHash<QString, QString> dictionary(QLatin1StringView name)
    {
        QHash<QString, QString> result;
        for (const JsonValue &member : ask(name))
            result.insert(member.name(), translated(member.toString()));
        return result;
    }
    template <class Use> void each(QLatin1StringView name, const Use &use)
    {
        const JsonValue array = ask(name);
        if (array.exists() && !array.isArray())
            complain(u"not an array"_s, array);
        for (const JsonValue &value : array)
            use(value);
    }
    JsonValue ask(QLatin1StringView name)
    {
        m_asked << name;
        return m_object.member(name);
    }

private:
    void complain(const QString &what, const JsonValue &where)
    {
        m_fault = u"%1: %2"_s.arg(where.name(), what);
    }

    JsonValue m_object;
    QStringList m_asked;
    QString &m_fault;
};

ProviderVariable variable(const JsonValue &value, QString &fault)
{
    using Kind = ProviderVariable::Kind;
    static constexpr std::array kinds { std::pair { "text"_L1, Kind::Text },
                                        std::pair { "host"_L1, Kind::Host },
                                        std::pair { "address"_L1, Kind::Address } };
    Members members(value, fault);
    ProviderVariable result;
    result.name = members.needed("name"_L1);
    members.needed("label"_L1);
    result.label = members.words("label"_L1);
    result.example = members.text("example"_L1);
    result.value = members.text("value"_L1);
    result.kind = members.choice("kind"_L1, kinds);
    result.pattern = members.text("pattern"_L1);
    result.sentence = members.words("sentence"_L1);
    return result;
}

ProviderCheck check(const JsonValue &value, QString &fault)
{
    Members members(value, fault);
    return { members.needed("field"_L1), members.needed("pattern"_L1), members.words("sentence"_L1),
             members.words("label"_L1), members.text("replacement"_L1) };
}

ProviderQuirk quirk(const JsonValue &value, QString &fault)
{
    Members members(value, fault);
    members.needed("sentence"_L1);
    return { members.needed("field"_L1), members.words("sentence"_L1) };
}

ProviderHint hint(const JsonValue &value, QString &fault)
{
    Members members(value, fault);
    ProviderHint result;
    result.error = members.text("error"_L1);
    result.contains = members.text("contains"_L1);
    result.sentence = members.words("sentence"_L1);
    if (members.ask("cure"_L1).exists())
        result.cure = members.choice("cure"_L1, cures);
    return result;
}

ExtraParameter extraParameter(const JsonValue &value, QString &fault)
{
    static constexpr std::array types { std::pair { "string"_L1, ParameterType::String },
                                        std::pair { "number"_L1, ParameterType::Number },
                                        std::pair { "boolean"_L1, ParameterType::Boolean },
                                        std::pair { "json"_L1, ParameterType::Json } };
    Members members(value, fault);
    ExtraParameter parameter;
    parameter.name = members.needed("name"_L1);
    parameter.value = members.text("value"_L1);
    parameter.type = members.choice("type"_L1, types);
    return parameter;
}

void readAssertion(const JsonValue &value, AssertionSettings &assertion, QString &fault)
{
    Members members(value, fault);
    assertion.algorithm = members.text("algorithm"_L1);
    assertion.audience = members.text("audience"_L1);
    assertion.certificateThumbprint = members.text("certificate_thumbprint"_L1);
}

void readMapping(const JsonValue &value, ResponseMapping &mapping, QString &fault)
{
    Members members(value, fault);
    mapping.accessToken = members.text("access_token"_L1);
    mapping.expiresIn = members.text("expires_in"_L1);
    mapping.expiresAt = members.text("expires_at"_L1);
}

void readRequest(Members &members, Provider &provider, QString &fault)
{
    static constexpr std::array bodies { std::pair { "form"_L1, BodyFormat::Form },
                                         std::pair { "json"_L1, BodyFormat::Json } };
    static constexpr std::array encodings { std::pair { "form"_L1, BasicEncoding::Form },
                                            std::pair { "raw"_L1, BasicEncoding::Raw } };
    static constexpr std::array renewals { std::pair { "repeat"_L1, RenewalPolicy::Repeat },
                                           std::pair { "get"_L1, RenewalPolicy::Get },
                                           std::pair { "refresh_token"_L1,
                                                       RenewalPolicy::RefreshToken } };
    ClientConfiguration &client = provider.templates.client;
    client.tokenEndpoint = members.text("token_endpoint"_L1);
    client.body = members.choice("body"_L1, bodies);
    client.grantType = members.needed("grant_type"_L1);
    client.audience = members.text("audience"_L1);
    client.scope = members.text("scope"_L1);
    client.resources = members.texts("resource"_L1);
    client.basicEncoding = members.choice("basic_encoding"_L1, encodings);
    client.renewal = members.choice("renewal"_L1, renewals);
    members.each("extra_parameters"_L1, [&](const JsonValue &value) {
        client.extraParameters << extraParameter(value, fault);
    });
    for (const QString &name : members.texts("client_authentications"_L1)) {
        if (const auto method = authenticationFromWireName(name))
            provider.methods << *method;
        else
            fault = u"client_authentications: %1 is not known"_s.arg(name);
    }
    if (provider.methods.isEmpty())
        fault = u"client_authentications: missing"_s;
    else
        client.authentication = provider.methods.first();
}

} // namespace

Result<Provider> parseProvider(const QByteArray &json)
{
    const JsonDocument document = JsonDocument::parse(json);
    QString fault = document.isValid() ? QString() : u"not JSON"_s;
    Provider provider;
    {
        Members members(document.root(), fault);
        provider.id = members.needed("id"_L1);
        members.needed("name"_L1);
        provider.name = members.words("name"_L1);
        members.each("variables"_L1,
                     [&](const JsonValue &v) { provider.variables << variable(v, fault); });
        provider.fields = members.texts("fields"_L1);
        provider.required = members.texts("required"_L1);
        provider.recognisedBy = members.text("recognised_by"_L1);
        readRequest(members, provider, fault);
        provider.templates.issuer = members.text("issuer"_L1);
        provider.templates.jwksUri = members.text("jwks_uri"_L1);
        provider.templates.introspectionEndpoint = members.text("introspection_endpoint"_L1);
        provider.templates.revocationEndpoint = members.text("revocation_endpoint"_L1);
        if (const JsonValue assertion = members.ask("assertion"_L1); assertion.exists())
            readAssertion(assertion, provider.templates.client.assertion, fault);
        if (const JsonValue mapping = members.ask("response_mapping"_L1); mapping.exists())
            readMapping(mapping, provider.templates.client.responseMapping, fault);
        provider.labels = members.dictionary("labels"_L1);
        provider.missing = members.dictionary("missing"_L1);
        members.each("checks"_L1, [&](const JsonValue &v) { provider.checks << check(v, fault); });
        members.each("quirks"_L1, [&](const JsonValue &v) { provider.quirks << quirk(v, fault); });
        members.each("hints"_L1, [&](const JsonValue &v) { provider.hints << hint(v, fault); });
        provider.renewalNote = members.words("renewal_note"_L1);
        if (provider.renewalNote.isEmpty())
            provider.renewalNote = translated(u"Repeat the request"_s);
    }
    if (!fault.isEmpty())
        return Error { ErrorCode::ProfileInvalid,
                       { { u"field"_s, provider.id }, { u"detail"_s, fault } },
                       {} };
    ProviderValues values;
    for (const ProviderVariable &variable : provider.variables)
        values.insert(variable.name, variable.value);
    provider.defaults = filled(provider, values).client;
    return provider;
}

} // namespace mintmark

// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "profiles/requestchange.h"

#include "oauth/clientauthentication.h"
#include "oauth/parameters.h"
#include "profiles/profileitemfields.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace mintmark {

using namespace Qt::StringLiterals;
using namespace profileitem;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(RequestChange)
};

template <class T, size_t N>
bool put(const Word<T> (&words)[N], QStringView text, T &into)
{
    for (const Word<T> &word : words) {
        if (word.text != text)
            continue;
        into = word.value;
        return true;
    }
    return false;
}

bool putMethod(ClientConfiguration &client, const QString &value)
{
    const auto method = authenticationFromWireName(value);
    if (method)
        client.authentication = *method;
    return method.has_value();
}

bool putText(QString &into, const QString &value)
{
    into = value;
    return true;
}

constexpr Word<bool> yesOrNo[] { { "false"_L1, false }, { "true"_L1, true } };

using Client = ClientConfiguration;
struct Field
{
    QLatin1StringView name;
    QString (*read)(const Client &);
    bool (*write)(Client &, const QString &);
};
constexpr std::array fields {
    Field { "body"_L1, [](const Client &c) { return QString(wordFor(bodyFormats, c.body)); },
            [](Client &c, const QString &v) { return put(bodyFormats, v, c.body); } },
    Field { parameter::grantType, [](const Client &c) { return c.grantType; },
            [](Client &c, const QString &v) { return putText(c.grantType, v); } },
    Field { "client_authentication"_L1, [](const Client &c) { return wireName(c.authentication); },
            putMethod },
    Field { "basic_encoding"_L1,
            [](const Client &c) { return QString(wordFor(basicEncodings, c.basicEncoding)); },
            [](Client &c, const QString &v) { return put(basicEncodings, v, c.basicEncoding); } },
    Field { "renewal"_L1,
            [](const Client &c) { return QString(wordFor(renewalPolicies, c.renewal)); },
            [](Client &c, const QString &v) { return put(renewalPolicies, v, c.renewal); } },
    Field { "assertion_algorithm"_L1, [](const Client &c) { return c.assertion.algorithm; },
            [](Client &c, const QString &v) { return putText(c.assertion.algorithm, v); } },
    Field { "assertion_type"_L1, [](const Client &c) { return c.assertion.type; },
            [](Client &c, const QString &v) { return putText(c.assertion.type, v); } },
    Field { "assertion_audience_is_issuer"_L1,
            [](const Client &c) { return QString(wordFor(yesOrNo, c.assertion.audienceIsIssuer)); },
            [](Client &c, const QString &v) {
                return put(yesOrNo, v, c.assertion.audienceIsIssuer);
            } },
};

const Field *fieldNamed(QStringView name)
{
    const auto found =
        std::ranges::find_if(fields, [name](const Field &field) { return field.name == name; });
    return found == fields.end() ? nullptr : &*found;
}

QString methodText(const QString &value)
{
    using enum ClientAuthenticationMethod;
    switch (authenticationFromWireName(value).value_or(None)) {
    case ClientSecretPost:
        return Text::tr("client secret in the body");
    case ClientSecretBasic:
        return Text::tr("HTTP Basic header");
    case ClientSecretJwt:
        return Text::tr("JWT signed with the client secret");
    case PrivateKeyJwt:
        return Text::tr("JWT signed with a private key");
    case TlsClientAuth:
    case SelfSignedTlsClientAuth:
        return Text::tr("client certificate");
    case None:
        break;
    }
    return Text::tr("no proof of the client");
}

QString renewalText(const QString &value)
{
    if (value == "get"_L1)
        return Text::tr("renewal with GET");
    return value == "repeat"_L1 ? Text::tr("a new request each time")
                                : Text::tr("renewal with a refresh token");
}

} // namespace

QStringList requestFields()
{
    QStringList names;
    for (const Field &field : fields)
        names << field.name;
    return names;
}

QString requestValue(const ClientConfiguration &client, QStringView field)
{
    const Field *found = fieldNamed(field);
    return found == nullptr ? QString() : found->read(client);
}

bool applyChange(ClientConfiguration &client, const RequestChange &change)
{
    const Field *found = fieldNamed(change.field);
    return found != nullptr && found->write(client, change.value);
}

std::optional<RequestChange> onlyChange(const ClientConfiguration &from,
                                        const ClientConfiguration &to)
{
    for (const Field &field : fields) {
        const RequestChange change { field.name, field.read(to) };
        if (field.read(from) == change.value)
            continue;
        ClientConfiguration changed = from;
        return field.write(changed, change.value) && changed == to ? std::optional(change)
                                                                   : std::nullopt;
    }
    return {};
}

QString changeText(const RequestChange &change)
{
    const QString &value = change.value;
    if (change.field == "body"_L1)
        return value == "json"_L1 ? Text::tr("JSON body") : Text::tr("form body");
    if (change.field == parameter::grantType)
        return Text::tr("grant type \"%1\"").arg(value);
    if (change.field == "client_authentication"_L1)
        return methodText(value);
    if (change.field == "basic_encoding"_L1)
        return value == "raw"_L1 ? Text::tr("Basic header, not encoded")
                                 : Text::tr("Basic header, form-encoded");
    if (change.field == "renewal"_L1)
        return renewalText(value);
    if (change.field == "assertion_audience_is_issuer"_L1)
        return value == "true"_L1 ? Text::tr("assertion meant for the issuer")
                                  : Text::tr("assertion meant for the token address");
    const QString shown = value.isEmpty() ? Text::tr("the usual") : value;
    return change.field == "assertion_algorithm"_L1 ? Text::tr("assertion algorithm %1").arg(shown)
                                                    : Text::tr("assertion type %1").arg(shown);
}

} // namespace mintmark

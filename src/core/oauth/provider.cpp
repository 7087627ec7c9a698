// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "oauth/provider.h"

#include "oauth/clientauthentication.h"
#include "oauth/parameters.h"
#include "oauth/providerfile.h"

#include <QFile>
#include <QRegularExpression>
#include <QUrl>

#include <algorithm>
#include <iterator>
#include <mutex>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

constexpr auto tokenEndpoint = "token_endpoint"_L1;

/// Named as the presets in them, in the order they are offered.
constexpr const char *files[] {
    "sage-id",  "sage-intacct", "sage-dmo", "generic",      "auth0",      "entra-id", "okta",
    "okta-org", "cognito",      "keycloak", "pingfederate", "salesforce", "google",
};

Provider readPreset(const char *name)
{
    QFile file(u":/providers/%1.json"_s.arg(QLatin1StringView(name)));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("A preset is missing: %s", name);
    Result<Provider> provider = parseProvider(file.readAll());
    if (!provider) // built into the program and tested
        qFatal("A preset cannot be read: %s, %s", name,
               qUtf8Printable(provider.error().argument(u"detail")));
    return std::move(provider).value();
}

/// Read when it is asked for: a request needs one of them at most.
const Provider &preset(size_t index)
{
    struct Slot
    {
        std::once_flag read;
        Provider provider;
    };
    static Slot all[std::size(files)];
    Slot &slot = all[index];
    std::call_once(slot.read, [&] { slot.provider = readPreset(files[index]); });
    return slot.provider;
}

QList<Provider> readAll()
{
    QList<Provider> all;
    for (size_t i = 0; i < std::size(files); ++i)
        all << preset(i);
    return all;
}

/// Every text of `fields` that may hold variables; `isAddress`: values are encoded in it.
template <class Fields, class Visit> void visitTexts(Fields &fields, const Visit &visit)
{
    visit(fields.client.tokenEndpoint, true);
    visit(fields.client.audience, false);
    visit(fields.client.scope, false);
    visit(fields.client.assertion.audience, true);
    for (auto &parameter : fields.client.extraParameters)
        visit(parameter.value, false);
    visit(fields.issuer, true);
    visit(fields.jwksUri, true);
    visit(fields.introspectionEndpoint, true);
    visit(fields.revocationEndpoint, true);
}

const QRegularExpression &placeholder()
{
    static const QRegularExpression expression(uR"(\{([a-z_]+)\})"_s);
    return expression;
}

/// A value inside an address: what would end the path there is encoded (RFC 3986 §3.3). One at the
/// very beginning is the address itself.
QString inAddress(const QString &value, bool atStart)
{
    return atStart ? value
                   : QString::fromLatin1(QUrl::toPercentEncoding(value, "@:!$&'()*+,;="_ba));
}

QString filledText(const QString &text, const ProviderValues &values, bool isAddress)
{
    if (!text.contains(u'{')) // most have none, and an expression takes time to compile
        return text;
    QString out;
    qsizetype from = 0;
    for (auto match = placeholder().globalMatch(text); match.hasNext();) {
        const QRegularExpressionMatch one = match.next();
        const QString value = values.value(one.captured(1));
        if (value.isEmpty())
            return {};
        out += text.mid(from, one.capturedStart() - from);
        out += isAddress ? inAddress(value, one.capturedStart() == 0) : value;
        from = one.capturedEnd();
    }
    return out + text.mid(from);
}

/// The values that make `text` out of `pattern`.
void readBack(const QString &pattern, const QString &text, bool isAddress, ProviderValues &values)
{
    if (text.isEmpty() || !pattern.contains(u'{'))
        return;
    QString expression;
    QStringList names;
    qsizetype from = 0;
    for (auto match = placeholder().globalMatch(pattern); match.hasNext();) {
        const QRegularExpressionMatch one = match.next();
        expression += QRegularExpression::escape(pattern.mid(from, one.capturedStart() - from));
        const bool wholePath = !isAddress || one.capturedStart() == 0;
        expression += wholePath ? u"(.+)"_s : u"([^/?#]+)"_s;
        names << one.captured(1);
        from = one.capturedEnd();
    }
    expression += QRegularExpression::escape(pattern.mid(from));
    const QRegularExpressionMatch found =
        QRegularExpression(QRegularExpression::anchoredPattern(expression)).match(text);
    for (qsizetype i = 0; found.hasMatch() && i < names.size(); ++i) {
        const QString value = found.captured(static_cast<int>(i) + 1);
        if (!values.contains(names[i]))
            values.insert(names[i], isAddress ? QUrl::fromPercentEncoding(value.toUtf8()) : value);
    }
}

/// In `configuration`, is there nothing that was made of this variable?
bool isVariableEmpty(const Provider &provider, const QString &name,
                     const ClientConfiguration &configuration)
{
    const QString mark = u"{%1}"_s.arg(name);
    QStringList made;
    const ProviderFields &templates = provider.templates;
    if (templates.client.tokenEndpoint.contains(mark))
        made << configuration.tokenEndpoint;
    if (templates.client.scope.contains(mark))
        made << configuration.scope;
    if (templates.client.audience.contains(mark))
        made << configuration.audience;
    for (const ExtraParameter &parameter : templates.client.extraParameters) {
        if (parameter.value.contains(mark)) {
            const auto found = std::ranges::find(configuration.extraParameters, parameter.name,
                                                 &ExtraParameter::name);
            made << (found == configuration.extraParameters.cend() ? QString() : found->value);
        }
    }
    return made.contains(QString());
}

bool matchesWhole(const QString &pattern, const QString &value)
{
    const QRegularExpression whole(QRegularExpression::anchoredPattern(pattern));
    return whole.match(value).hasMatch();
}

} // namespace

const QList<Provider> &providers()
{
    static const QList<Provider> all = readAll();
    return all;
}

const Provider &providerById(QStringView id)
{
    const auto indexOf = [](QStringView name) {
        const auto found = std::ranges::find_if(
            files, [name](const char *file) { return name == QLatin1StringView(file); });
        return static_cast<size_t>(found - std::begin(files));
    };
    const size_t index = indexOf(id);
    return preset(index < std::size(files) ? index : indexOf(u"generic"));
}

const Provider *recognisedProvider(const QString &tokenEndpoint)
{
    for (const Provider &provider : providers()) {
        if (!provider.recognisedBy.isEmpty() && matchesWhole(provider.recognisedBy, tokenEndpoint))
            return &provider;
    }
    return nullptr;
}

ProviderFields filled(const Provider &provider, const ProviderValues &values)
{
    ProviderFields fields = provider.templates;
    visitTexts(fields,
               [&](QString &text, bool isAddress) { text = filledText(text, values, isAddress); });
    fields.client.extraParameters.removeIf(
        [](const ExtraParameter &p) { return p.value.isEmpty(); });
    return fields;
}

ProviderValues valuesIn(const Provider &provider, const ProviderFields &fields)
{
    QList<std::pair<QString, bool>> templates;
    visitTexts(provider.templates, [&](const QString &text, bool isAddress) {
        templates.append({ text, isAddress });
    });
    // Parameters stand where their template stands, wherever a person has put them.
    ProviderFields ordered = fields;
    ordered.client.extraParameters = provider.templates.client.extraParameters;
    for (ExtraParameter &parameter : ordered.client.extraParameters) {
        const auto found =
            std::ranges::find(fields.client.extraParameters, parameter.name, &ExtraParameter::name);
        parameter.value = found == fields.client.extraParameters.cend() ? QString() : found->value;
    }
    ProviderValues values;
    qsizetype position = 0;
    visitTexts(ordered, [&](const QString &text, bool) {
        readBack(templates[position].first, text, templates[position].second, values);
        ++position;
    });
    return values;
}

QString cleanValue(const ProviderVariable &variable, const QString &typed)
{
    QString value = typed.trimmed();
    if (variable.kind == ProviderVariable::Kind::Host) {
        static const QRegularExpression scheme(uR"(^[A-Za-z][A-Za-z0-9+.-]*://)"_s);
        value.remove(scheme);
        value = value.section(u'/', 0, 0);
    } else if (variable.kind == ProviderVariable::Kind::Address) {
        static const QRegularExpression rest(uR"((/\.well-known/.*)?/*([?#].*)?$)"_s);
        value.remove(rest);
        if (!value.isEmpty() && !value.contains("://"_L1))
            value.prepend("https://"_L1);
    }
    return value;
}

QString faultOfValue(const ProviderVariable &variable, const QString &value)
{
    if (variable.pattern.isEmpty() || value.isEmpty() || matchesWhole(variable.pattern, value))
        return {};
    return variable.sentence;
}

bool passes(const ProviderCheck &check, const QString &value)
{
    return matchesWhole(check.pattern, value);
}

QString mended(const ProviderCheck &check, const QString &value)
{
    QString kept = value;
    while (kept.endsWith(u'/') && check.replacement.contains("{value}/"_L1))
        kept.chop(1);
    return QString(check.replacement).replace("{value}"_L1, kept);
}

std::optional<QString> missingField(const Provider &provider,
                                    const ClientConfiguration &configuration, bool hasSecret)
{
    const RequiredFields uses =
        requiredFields(configuration.authentication, configuration.grantType);
    const auto isEmpty = [&](const QString &field) {
        if (field == parameter::clientId) // unless the assertion of the grant names who asks
            return configuration.clientId.isEmpty()
                && (uses.clientId || configuration.assertion.issuer.isEmpty());
        if (field == parameter::clientSecret)
            return !hasSecret && uses.clientSecret;
        if (field == parameter::audience)
            return configuration.audience.isEmpty();
        if (field == parameter::scope)
            return configuration.scope.isEmpty();
        if (field == tokenEndpoint)
            return configuration.tokenEndpoint.isEmpty();
        return std::ranges::find(provider.variables, field, &ProviderVariable::name)
            != provider.variables.cend()
            && isVariableEmpty(provider, field, configuration);
    };
    const auto found = std::ranges::find_if(provider.required, isEmpty);
    return found == provider.required.cend() ? std::nullopt : std::optional(*found);
}

const ProviderHint *hintFor(const Provider &provider, QStringView error, QStringView description)
{
    if (error.isEmpty())
        return nullptr;
    for (const ProviderHint &hint : provider.hints) {
        if ((hint.error.isEmpty() || error == hint.error)
            && (hint.contains.isEmpty()
                || description.contains(hint.contains, Qt::CaseInsensitive)
                || error.contains(hint.contains, Qt::CaseInsensitive)))
            return &hint;
    }
    return nullptr;
}

} // namespace mintmark

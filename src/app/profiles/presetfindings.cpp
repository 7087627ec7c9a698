// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/profiles/profilefindings.h"
#include "oauth/provider.h"
#include "profiles/presetvalues.h"

#include <QRegularExpression>
#include <QUrl>

#include <algorithm>

// What the preset, or the server behind the address, is known to want.

namespace mintmark::findings {

using namespace Qt::StringLiterals;

namespace {

struct Checked
{
    QLatin1StringView name; ///< wire name, as in ProviderCheck
    ProfileField field;
    QString ClientConfiguration::*text;
};

constexpr Checked checkedFields[] {
    { "token_endpoint"_L1, ProfileField::TokenEndpoint, &ClientConfiguration::tokenEndpoint },
    { "client_id"_L1, ProfileField::ClientId, &ClientConfiguration::clientId },
    { "audience"_L1, ProfileField::Audience, &ClientConfiguration::audience },
    { "scope"_L1, ProfileField::Scope, &ClientConfiguration::scope },
};

void addChecks(const Provider &provider, const ClientConfiguration &client, Findings &findings)
{
    for (const ProviderCheck &check : provider.checks) {
        const auto *checked = std::ranges::find(checkedFields, check.field, &Checked::name);
        const QString value = client.*checked->text;
        if (value.isEmpty() || passes(check, value))
            continue;
        FieldFinding finding { checked->field, FindingLevel::Warning, check.sentence, {} };
        if (!check.label.isEmpty()) {
            finding.level = FindingLevel::Note;
            finding.fix =
                FieldFix { FieldFix::Kind::SetText, check.label, {}, mended(check, value), {} };
        }
        findings.append(finding);
    }
}

bool isHost(const QString &text)
{
    static const QRegularExpression host(
        uR"(^(([\p{L}\p{N}]([\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+[\p{L}\p{N}-]+|localhost)(:\d+)?$)"_s);
    return host.match(text).hasMatch();
}

/// The preset's own objection, or that it is nothing of its kind.
QString faultOf(const ProviderVariable &variable, const QString &value)
{
    const QString fault = faultOfValue(variable, value);
    if (!fault.isEmpty() || value.isEmpty())
        return fault;
    if (variable.kind == ProviderVariable::Kind::Host && !isHost(value))
        return Text::tr("This is not the name of a host, such as %1.").arg(variable.example);
    if (variable.kind == ProviderVariable::Kind::Address) {
        const QUrl url(value, QUrl::StrictMode);
        if (!url.isValid() || url.host().isEmpty())
            return Text::tr("This is not an address, such as %1.").arg(variable.example);
    }
    return {};
}

/// A value is missing when something that is made of it is.
void addValues(const Provider &provider, const Profile &profile, Findings &findings)
{
    const ProviderValues values = presetValues(profile);
    const qsizetype count = qMin(provider.variables.size(), qsizetype(std::size(presetFields)));
    for (qsizetype i = 0; i < count; ++i) {
        const ProviderVariable &variable = provider.variables[i];
        const QString value = values.value(variable.name);
        const QString fault = faultOf(variable, value);
        if (!fault.isEmpty())
            findings.append({ presetFields[i], FindingLevel::Warning, fault, {} });
        Provider one = provider;
        one.required = { variable.name };
        const bool isMissing = provider.required.contains(variable.name) && value.isEmpty()
            && missingField(one, profile.client, true).has_value();
        if (isMissing)
            findings.append({ presetFields[i],
                              FindingLevel::BlocksFetch,
                              Text::tr("%1 needs this: %2.", "server, name of the field")
                                  .arg(provider.name, variable.label),
                              {} });
    }
}

} // namespace

void addPresetFindings(const Profile &profile, Findings &findings)
{
    const Provider &own = providerById(profile.provider);
    addValues(own, profile, findings);
    const Provider *recognised = recognisedProvider(profile.client.tokenEndpoint);
    addChecks(recognised ? *recognised : own, profile.client, findings);
}

} // namespace mintmark::findings

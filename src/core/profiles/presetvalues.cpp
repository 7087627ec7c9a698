// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "profiles/presetvalues.h"

#include "profiles/profile.h"

#include <algorithm>

namespace mintmark {

namespace {

bool hasVariable(const QString &text)
{
    return text.contains(u'{');
}

void replace(QString &text, const QString &pattern, const QString &filled)
{
    if (hasVariable(pattern))
        text = filled;
}

void replace(QList<ExtraParameter> &parameters, const ExtraParameter &pattern,
             const QList<ExtraParameter> &filled)
{
    if (!hasVariable(pattern.value))
        return;
    const auto made = std::ranges::find(filled, pattern.name, &ExtraParameter::name);
    const auto there = std::ranges::find(parameters, pattern.name, &ExtraParameter::name);
    if (made == filled.cend())
        parameters.removeIf([&](const ExtraParameter &one) { return one.name == pattern.name; });
    else if (there == parameters.end())
        parameters.append(*made);
    else
        there->value = made->value;
}

ProviderFields fieldsOf(const Profile &profile)
{
    return { profile.client, profile.issuer, profile.jwksUri, profile.introspectionEndpoint,
             profile.revocationEndpoint };
}

} // namespace

void startFromPreset(Profile &profile, const Provider &provider)
{
    ProviderValues values;
    for (const ProviderVariable &variable : provider.variables)
        values.insert(variable.name, variable.value);
    const ProviderFields fields = filled(provider, values);
    profile.provider = provider.id;
    profile.client = fields.client;
    profile.issuer = fields.issuer;
    profile.jwksUri = fields.jwksUri;
    profile.introspectionEndpoint = fields.introspectionEndpoint;
    profile.revocationEndpoint = fields.revocationEndpoint;
}

ProviderValues presetValues(const Profile &profile)
{
    return valuesIn(providerById(profile.provider), fieldsOf(profile));
}

bool presetReadsAddress(const Profile &profile)
{
    const Provider &provider = providerById(profile.provider);
    const ProviderFields made = filled(provider, presetValues(profile));
    return made.client.tokenEndpoint == profile.client.tokenEndpoint;
}

void setPresetValues(Profile &profile, const ProviderValues &values)
{
    const Provider &provider = providerById(profile.provider);
    const ProviderFields &patterns = provider.templates;
    const ProviderFields fields = filled(provider, values);
    ClientConfiguration &client = profile.client;
    replace(client.tokenEndpoint, patterns.client.tokenEndpoint, fields.client.tokenEndpoint);
    replace(client.audience, patterns.client.audience, fields.client.audience);
    replace(client.scope, patterns.client.scope, fields.client.scope);
    if (client.assertion.audiences.isEmpty()) // a list is no preset's
        replace(client.assertion.audience, patterns.client.assertion.audience,
                fields.client.assertion.audience);
    for (const ExtraParameter &parameter : patterns.client.extraParameters)
        replace(client.extraParameters, parameter, fields.client.extraParameters);
    replace(profile.issuer, patterns.issuer, fields.issuer);
    replace(profile.jwksUri, patterns.jwksUri, fields.jwksUri);
    replace(profile.introspectionEndpoint, patterns.introspectionEndpoint,
            fields.introspectionEndpoint);
    replace(profile.revocationEndpoint, patterns.revocationEndpoint, fields.revocationEndpoint);
}

} // namespace mintmark

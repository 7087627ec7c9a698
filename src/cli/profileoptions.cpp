// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "cli/profileoptions.h"

#include "cli/arguments.h"
#include "cli/command.h"
#include "oauth/provider.h"
#include "profiles/presetvalues.h"
#include "profiles/profilename.h"

#include <CLI/CLI.hpp>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

Error usage(const QString &detail)
{
    return usageError(detail, u"profile add"_s);
}

void take(const std::optional<std::string> &from, QString &into)
{
    if (from)
        into = fromArgument(*from);
}

void takeClient(const ProfileOptions &options, ClientConfiguration &client)
{
    take(options.tokenEndpoint, client.tokenEndpoint);
    take(options.grantType, client.grantType);
    take(options.clientId, client.clientId);
    take(options.audience, client.audience);
    take(options.scope, client.scope);
    take(options.renewalEndpoint, client.renewalEndpoint);
    if (options.body)
        client.body = *options.body == "json" ? BodyFormat::Json : BodyFormat::Form;
    if (options.renewal)
        client.renewal = *options.renewal == "get" ? RenewalPolicy::Get
            : *options.renewal == "refresh_token"  ? RenewalPolicy::RefreshToken
                                                   : RenewalPolicy::Repeat;
}

Result<void> judgeProvider(const std::optional<std::string> &typed)
{
    QStringList known;
    for (const Provider &provider : providers())
        known << provider.id;
    if (!typed || known.contains(fromArgument(*typed)))
        return {};
    return usage(u"--provider knows %1."_s.arg(known.join(u", "_s)));
}

/// `typed` as NAME=VALUE, judged by the preset, into `values`.
Result<void> takeValue(const Provider &provider, const std::string &typed, ProviderValues &values)
{
    const QString text = fromArgument(typed);
    const QString name = text.section(u'=', 0, 0);
    QStringList known;
    for (const ProviderVariable &variable : provider.variables) {
        known << variable.name;
        if (variable.name != name || !text.contains(u'='))
            continue;
        const QString value = cleanValue(variable, text.section(u'=', 1));
        if (const QString fault = faultOfValue(variable, value); !fault.isEmpty())
            return usage(u"--set %1: %2"_s.arg(name, fault));
        values.insert(name, value);
        return {};
    }
    if (known.isEmpty())
        return usage(u"--set: %1 has no values of its own."_s.arg(provider.name));
    return usage(u"--set wants NAME=VALUE; %1 knows %2."_s.arg(provider.name, known.join(u", "_s)));
}

} // namespace

void ProfileOptions::addTo(CLI::App &command)
{
    command.add_option("--provider", provider, "Preset: sage-id, generic (default) or another")
        ->type_name("ID");
    command
        .add_option("--set", presetValues,
                    "What the preset asks for: domain, tenant, realm, … (repeatable)")
        ->type_name("NAME=VALUE")
        ->expected(1)
        ->take_all();
    command.add_option("--environment", environment, "production, sandbox, test or development")
        ->type_name("E");
    command.add_option("--alias", alias, "Short name")->type_name("ALIAS");
    command.add_option("--token-endpoint", tokenEndpoint, "Where tokens are asked for")
        ->type_name("URL");
    command.add_option("--body", body, "How parameters are written")
        ->check(CLI::IsMember({ "json", "form" }).description(""))
        ->type_name("json|form");
    command.add_option("--grant-type", grantType, "Sent as it stands")->type_name("TYPE");
    command.add_option("--client-id", clientId, "As the server's owner gave it")->type_name("ID");
    command.add_option("--audience", audience, "The API the token is for")->type_name("A");
    command.add_option("--scope", scope, "Separated by blanks")->type_name("SCOPE");
    command
        .add_option("--renewal", renewal,
                    "Repeat the request, GET with the current token, or use the refresh token")
        ->check(CLI::IsMember({ "repeat", "get", "refresh_token" }).description(""))
        ->type_name("repeat|get|refresh_token");
    command
        .add_option("--renewal-endpoint", renewalEndpoint,
                    "Where renewals go, if not to the token endpoint")
        ->type_name("URL");
    command.add_option("--issuer", issuer, "Expected in tokens")->type_name("URL");
    command.add_option("--jwks-uri", jwksUri, "Where the issuer's keys are")->type_name("URL");
    command.add_option("--min-valid", minValid, "Seconds a token needs left to be used again")
        ->type_name("S")
        ->check(CLI::Range(0, 86'400).description(""));
    network.addTo(command);
    authentication.addTo(command);
    parameters.addTo(command);
    credentials.addTo(command);
    for (const char *secret : { "--client-secret", "--secret", "--password" })
        refuseOption(command, secret,
                     "secrets are not taken from arguments, where other programs can read them; "
                     "use --secret-stdin, --secret-fd N or the prompt");
}

Result<void> ProfileOptions::startOn(Profile &profile) const
{
    profile.provider = u"generic"_s;
    if (const auto judged = judgeProvider(provider); !judged)
        return judged;
    take(provider, profile.provider);
    startFromPreset(profile, providerById(profile.provider));
    return {};
}

Result<void> ProfileOptions::takeName(ProfileListing &listing,
                                      const std::optional<std::string> &typed) const
{
    Environment named = Environment::None;
    if (typed) {
        const Result<ParsedName> parsed = parseProfileName(fromArgument(*typed));
        if (!parsed)
            return parsed.error();
        listing.customer = parsed->customer;
        listing.name = parsed->name;
        listing.environment = named = parsed->environment;
    }
    take(alias, listing.alias);
    if (!environment)
        return {};
    const auto wanted = environmentFromWireName(fromArgument(*environment).toLower());
    if (!wanted)
        return usage(u"--environment is production, sandbox, test or development."_s);
    if (named != Environment::None && named != *wanted)
        return usage(u"The name and --environment name two different environments."_s);
    listing.environment = *wanted;
    return {};
}

Result<void> ProfileOptions::applyTo(Profile &profile) const
{
    if (const auto judged = judgeProvider(provider); !judged)
        return judged;
    take(provider, profile.provider);
    if (!presetValues.empty()) {
        ProviderValues values = mintmark::presetValues(profile);
        for (const std::string &typed : presetValues) {
            if (const auto taken = takeValue(providerById(profile.provider), typed, values); !taken)
                return taken;
        }
        setPresetValues(profile, values);
    }
    take(issuer, profile.issuer);
    take(jwksUri, profile.jwksUri);
    profile.minValidS = minValid.value_or(profile.minValidS);
    takeClient(*this, profile.client);
    return authentication.applyTo(profile);
}

} // namespace mintmark

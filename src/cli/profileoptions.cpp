// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "cli/profileoptions.h"

#include "cli/arguments.h"
#include "cli/command.h"
#include "oauth/clientauthentication.h"
#include "oauth/provider.h"
#include "profiles/profilename.h"

#include <CLI/CLI.hpp>

#include <QFileInfo>

#include <algorithm>
#include <array>
#include <iterator>

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

/// What could carry a secret; those never come in arguments, which other programs can read.
bool isSecretName(const QString &name)
{
    constexpr std::array endings { "secret"_L1,        "assertion"_L1,       "password"_L1,
                                   "passwd"_L1,        "passphrase"_L1,      "token"_L1,
                                   "authorization"_L1, "cookie"_L1,          "apikey"_L1,
                                   "accesskey"_L1,     "subscriptionkey"_L1, "functionskey"_L1,
                                   "secretkey"_L1,     "privatekey"_L1 };
    QString folded;
    std::ranges::copy_if(name.toLower(), std::back_inserter(folded),
                         [](QChar c) { return c.isLetterOrNumber(); });
    return std::ranges::any_of(endings,
                               [&](QLatin1StringView end) { return folded.endsWith(end); });
}

/// "NAME=VALUE" or "NAME:VALUE" as a pair.
Result<std::pair<QString, QString>> named(const std::string &argument, QChar separator,
                                          const char *option)
{
    const QString text = fromArgument(argument);
    const qsizetype at = text.indexOf(separator);
    if (at <= 0)
        return usage(u"--%1 takes NAME%2VALUE."_s.arg(QLatin1StringView(option)).arg(separator));
    const QString name = text.first(at).trimmed();
    if (isSecretName(name))
        return usage(
            u"Secrets are not taken from arguments, where other programs can read them: --%1 %2"_s
                .arg(QLatin1StringView(option), name)
            + u" is refused."_s);
    return std::pair(name, text.sliced(at + 1).trimmed());
}

Result<void> takeLists(const ProfileOptions &options, ClientConfiguration &client)
{
    for (const std::string &resource : options.resources)
        client.resources << fromArgument(resource);
    for (const std::string &argument : options.parameters) {
        const auto parameter = named(argument, u'=', "param");
        if (!parameter)
            return parameter.error();
        client.extraParameters << ExtraParameter { parameter->first, parameter->second };
    }
    for (const std::string &argument : options.headers) {
        const auto header = named(argument, u':', "header");
        if (!header)
            return header.error();
        client.headers << ExtraHeader { header->first, header->second };
    }
    return {};
}

Result<void> takeClient(const ProfileOptions &options, ClientConfiguration &client)
{
    take(options.tokenEndpoint, client.tokenEndpoint);
    take(options.grantType, client.grantType);
    take(options.clientId, client.clientId);
    take(options.audience, client.audience);
    take(options.scope, client.scope);
    take(options.renewalEndpoint, client.renewalEndpoint);
    if (options.body)
        client.body = *options.body == "json" ? BodyFormat::Json : BodyFormat::Form;
    if (options.clientAuth) {
        const auto method = authenticationFromWireName(fromArgument(*options.clientAuth));
        if (!method)
            return usage(
                u"--client-auth does not know \"%1\"."_s.arg(fromArgument(*options.clientAuth)));
        client.authentication = *method;
    }
    if (options.renewal)
        client.renewal = *options.renewal == "get" ? RenewalPolicy::Get : RenewalPolicy::Repeat;
    if (options.caFile) // found again from any folder
        client.caFile = QFileInfo(fromArgument(*options.caFile)).absoluteFilePath();
    client.timeoutSeconds = options.timeout.value_or(client.timeoutSeconds);
    client.allowHttp = options.allowHttp;
    return takeLists(options, client);
}

Result<void> takeListing(const ProfileOptions &options, ProfileListing &listing)
{
    const Result<ParsedName> name = parseProfileName(fromArgument(options.name));
    if (!name)
        return name.error();
    listing.customer = name->customer;
    listing.name = name->name;
    listing.environment = name->environment;
    take(options.alias, listing.alias);
    if (!options.environment)
        return {};
    const auto environment = environmentFromWireName(fromArgument(*options.environment).toLower());
    if (!environment)
        return usage(u"--environment is production, sandbox, test or development."_s);
    if (listing.environment != Environment::None && listing.environment != *environment)
        return usage(u"The name and --environment name two different environments."_s);
    listing.environment = *environment;
    return {};
}

bool isKnownProvider(const QString &id)
{
    const QList<Provider> known = providers();
    return std::ranges::any_of(known, [&](const Provider &one) { return one.id == id; });
}

} // namespace

void ProfileOptions::addTo(CLI::App &command)
{
    command.add_option("NAME", name, "[customer/]name[@environment]")->required();
    command.add_option("--provider", provider, "Preset: sage-id or generic (default)")
        ->type_name("ID");
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
    command
        .add_option("--client-auth", clientAuth, "client_secret_basic, client_secret_post or none")
        ->type_name("METHOD");
    command.add_option("--audience", audience, "The API the token is for")->type_name("A");
    command.add_option("--resource", resources, "RFC 8707; may be given several times")
        ->type_name("URI")
        ->allow_extra_args(false);
    command.add_option("--scope", scope, "Separated by blanks")->type_name("SCOPE");
    command.add_option("--param", parameters, "Further parameter; may be given several times")
        ->type_name("NAME=VALUE")
        ->allow_extra_args(false);
    command.add_option("--header", headers, "Further header; may be given several times")
        ->type_name("NAME:VALUE")
        ->allow_extra_args(false);
    command.add_option("--renewal", renewal, "Repeat the request, or GET with the current token")
        ->check(CLI::IsMember({ "repeat", "get" }).description(""))
        ->type_name("repeat|get");
    command
        .add_option("--renewal-endpoint", renewalEndpoint,
                    "Where renewals go, if not to the token endpoint")
        ->type_name("URL");
    command.add_option("--issuer", issuer, "Expected in tokens")->type_name("URL");
    command.add_option("--jwks-uri", jwksUri, "Where the issuer's keys are")->type_name("URL");
    command.add_option("--ca-file", caFile, "Certificates to trust instead of the system's (PEM)")
        ->type_name("FILE");
    command.add_option("--timeout", timeout, "Seconds for one request")
        ->type_name("S")
        ->check(CLI::Range(1, 600).description(""));
    command.add_option("--min-valid", minValid, "Seconds a token needs left to be used again")
        ->type_name("S")
        ->check(CLI::Range(0, 86'400).description(""));
    command.add_flag("--allow-http", allowHttp,
                     "http also where it is not this computer: secrets in the clear");
    refuseOption(command, "--proxy", "this version always uses the system's proxy");
    refuseOption(command, "--client-cert", "this version has no client certificates");
    refuseOption(command, "--client-key", "this version has no client certificates");
    for (const char *secret : { "--client-secret", "--secret", "--password" })
        refuseOption(command, secret,
                     "secrets are not taken from arguments, where other programs can read them; "
                     "use --secret-stdin, --secret-fd N or the prompt");
}

Result<Profile> profileFrom(const ProfileOptions &options)
{
    Profile profile;
    profile.provider = u"generic"_s;
    take(options.provider, profile.provider);
    if (!isKnownProvider(profile.provider))
        return usage(u"--provider knows sage-id and generic."_s);
    profile.client = providerById(profile.provider).defaults;
    if (const auto taken = takeListing(options, profile.listing); !taken)
        return taken.error();
    if (const auto taken = takeClient(options, profile.client); !taken)
        return taken.error();
    take(options.issuer, profile.issuer);
    take(options.jwksUri, profile.jwksUri);
    profile.minValidS = options.minValid.value_or(profile.minValidS);
    return profile;
}

} // namespace mintmark

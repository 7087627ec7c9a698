// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "cli/parameteroptions.h"

#include "cli/arguments.h"
#include "cli/command.h"
#include "cli/secretinput.h"
#include "json/reader.h"

#include <CLI/CLI.hpp>

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

struct Named
{
    QString name;
    QString value;
};

Result<Named> split(const std::string &argument, QChar separator, QLatin1StringView option,
                    QLatin1StringView form)
{
    const QString text = fromArgument(argument);
    const qsizetype at = text.indexOf(separator);
    if (at <= 0)
        return usage(u"--%1 takes %2."_s.arg(option, form));
    return Named { text.first(at).trimmed(), text.sliced(at + 1).trimmed() };
}

Result<Named> openValue(const std::string &argument, QChar separator, QLatin1StringView option,
                        QLatin1StringView form)
{
    Result<Named> named = split(argument, separator, option, form);
    if (named && isSecretName(named->name))
        return usage(
            u"Secrets are not taken from arguments, where other programs can read them: --%1 %2"_s
                .arg(option, named->name)
            + u" is refused; --secret-%1 reads it from a file descriptor."_s.arg(option));
    return named;
}

/// A number, true or false, or anything else of JSON, as it is written.
Result<ExtraParameter> typedParameter(const Named &named)
{
    ExtraParameter parameter { named.name.chopped(1).trimmed(), named.value };
    const JsonDocument document = JsonDocument::parse(named.value.toUtf8());
    if (!document.isValid() || parameter.name.isEmpty())
        return usage(u"--param NAME:=JSON takes a number, true, false or other JSON."_s);
    parameter.type = document.root().isNumber() ? ParameterType::Number
        : document.root().isBoolean()           ? ParameterType::Boolean
                                                : ParameterType::Json;
    return parameter;
}

Result<ExtraParameter> parameterFrom(const std::string &argument)
{
    const auto named = openValue(argument, u'=', "param"_L1, "NAME=VALUE"_L1);
    if (!named)
        return named.error();
    return named->name.endsWith(u':') ? typedParameter(*named)
                                      : ExtraParameter { named->name, named->value };
}

/// In the place of the one of this name, or behind all others. What is given twice stands twice,
/// which the request refuses.
template <class Entry> void put(QList<Entry> &list, const Entry &entry, QStringList &seen)
{
    const auto found = std::ranges::find(list, entry.name, &Entry::name);
    const bool isTwice = seen.contains(entry.name);
    seen << entry.name;
    if (found != list.end() && !isTwice)
        *found = entry;
    else
        list << entry;
}

template <class Entry>
Result<void> removeFrom(QList<Entry> &list, const std::vector<std::string> &names,
                        std::map<QString, SecretBytes> &secrets)
{
    for (const std::string &argument : names) {
        const QString name = fromArgument(argument);
        if (list.removeIf([&name](const Entry &entry) { return entry.name == name; }) == 0)
            return usage(u"There is no \"%1\" to remove."_s.arg(name));
        secrets.erase(name);
    }
    return {};
}

Result<void> readInto(std::map<QString, SecretBytes> &into,
                      const std::vector<std::string> &arguments, QLatin1StringView option)
{
    for (const std::string &argument : arguments) {
        const auto named = split(argument, u'=', option, "NAME=FD"_L1);
        if (!named)
            return named.error();
        bool isNumber = false;
        const int descriptor = named->value.toInt(&isNumber);
        if (!isNumber || descriptor < 0)
            return usage(u"--%1 takes NAME=FD; 0 is stdin."_s.arg(option));
        if (terminal::isTerminal(descriptor)) // what is typed there is seen
            return usage(u"--%1 reads no terminal."_s.arg(option));
        Result<SecretBytes> secret = readSecret(descriptor);
        if (!secret)
            return secret.error();
        into.insert_or_assign(named->name, std::move(secret).value());
    }
    return {};
}

template <class Entry>
void putSecrets(QList<Entry> &list, std::map<QString, SecretBytes> &secrets,
                const std::map<QString, SecretBytes> &given, QStringList &seen)
{
    for (const auto &[name, value] : given) {
        Entry entry;
        entry.name = name;
        entry.secret = true;
        put(list, entry, seen);
        secrets.insert_or_assign(name, value.clone());
    }
}

} // namespace

void ParameterOptions::addTo(CLI::App &command)
{
    const auto list = [&command](const char *name, auto &into, const char *help, const char *type) {
        command.add_option(name, into, help)->type_name(type)->allow_extra_args(false);
    };
    list("--resource", resources, "RFC 8707; may be given several times", "URI");
    list("--param", parameters,
         "Further parameter; NAME:=JSON for a number, true, false or other JSON; "
         "may be given several times",
         "NAME=VALUE");
    list("--header", headers, "Further header; may be given several times", "NAME:VALUE");
    list("--secret-param", secretParameters,
         "Further parameter that is secret, read from a file descriptor", "NAME=FD");
    list("--secret-header", secretHeaders,
         "Further header that is secret, read from a file descriptor", "NAME=FD");
}

void ParameterOptions::addRemovalTo(CLI::App &command)
{
    command.add_option("--remove-param", removed, "Leave a further parameter out")
        ->type_name("NAME")
        ->allow_extra_args(false);
    command.add_option("--remove-header", removedHeaders, "Leave a further header out")
        ->type_name("NAME")
        ->allow_extra_args(false);
}

Result<void> ParameterOptions::readSecrets(ClientCredentials &into) const
{
    if (const auto read = readInto(into.parameters, secretParameters, "secret-param"_L1); !read)
        return read;
    return readInto(into.headers, secretHeaders, "secret-header"_L1);
}

Result<void> ParameterOptions::applyTo(ClientConfiguration &client, ClientCredentials &credentials,
                                       const ClientCredentials &given) const
{
    if (const auto done = removeFrom(client.extraParameters, removed, credentials.parameters);
        !done)
        return done;
    if (const auto done = removeFrom(client.headers, removedHeaders, credentials.headers); !done)
        return done;
    if (!resources.empty())
        client.resources.clear();
    for (const std::string &resource : resources) {
        if (!resource.empty())
            client.resources << fromArgument(resource);
    }
    QStringList seen;
    for (const std::string &argument : parameters) {
        const auto parameter = parameterFrom(argument);
        if (!parameter)
            return parameter.error();
        put(client.extraParameters, *parameter, seen);
        credentials.parameters.erase(parameter->name);
    }
    putSecrets(client.extraParameters, credentials.parameters, given.parameters, seen);
    seen.clear();
    for (const std::string &argument : headers) {
        const auto header = openValue(argument, u':', "header"_L1, "NAME:VALUE"_L1);
        if (!header)
            return header.error();
        put(client.headers, ExtraHeader { header->name, header->value }, seen);
        credentials.headers.erase(header->name);
    }
    putSecrets(client.headers, credentials.headers, given.headers, seen);
    return {};
}

} // namespace mintmark

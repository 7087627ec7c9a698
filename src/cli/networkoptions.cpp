// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "cli/networkoptions.h"

#include "base/clock.h"
#include "cli/arguments.h"
#include "cli/command.h"
#include "cli/secretinput.h"
#include "oauth/clientidentity.h"
#include "profiles/profileitemnetwork.h"

#include <CLI/CLI.hpp>

#include <QFileInfo>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

Error usage(const QString &detail)
{
    return usageError(detail, u"profile add"_s);
}

void descriptor(CLI::App &command, const char *name, std::optional<int> &into, const char *help)
{
    command.add_option(name, into, help)
        ->type_name("N")
        ->check(CLI::Range(0, 1'000'000).description(""));
}

Result<void> readInto(std::optional<int> from, SharedSecret &into)
{
    if (!from)
        return {};
    Result<SecretBytes> secret = readSecret(*from);
    if (!secret)
        return secret.error();
    into = shareSecret(std::move(secret).value());
    return {};
}

Result<ProxySettings> proxyOf(const QString &typed)
{
    ProxySettings proxy;
    if (typed == "system"_L1)
        proxy.kind = ProxySettings::Kind::System;
    else if (typed == "none"_L1)
        proxy.kind = ProxySettings::Kind::None;
    else if (const auto named = profileitem::proxyFromText(typed))
        proxy = *named;
    else if (typed != "inherit"_L1)
        return usage(u"--proxy is system, none, inherit or [USER@]HOST:PORT of an HTTP proxy; its "
                     "password comes through --proxy-password-fd."_s);
    return proxy;
}

} // namespace

void NetworkOptions::addTo(CLI::App &command)
{
    command
        .add_option("--proxy", proxy,
                    "system, none, inherit (as the program's settings say) or an HTTP proxy")
        ->type_name("[USER@]HOST:PORT");
    descriptor(command, "--proxy-password-fd", proxyPasswordDescriptor,
               "Read the proxy's password from this file descriptor");
    command.add_option("--ca-file", caFile, "Certificates to trust instead of the system's (PEM)")
        ->type_name("FILE");
    command.add_flag("--ca-file-added,!--no-ca-file-added", caFileAdded,
                     "Trust them beside the system's");
    command
        .add_option("--client-cert", clientCertificate,
                    "Client certificate for TLS (PEM or PKCS#12), kept in the keyring; \"\" for none")
        ->type_name("FILE");
    command.add_option("--client-key", clientKey, "Its key (PEM), if it is not in the same file")
        ->type_name("FILE");
    descriptor(command, "--client-key-passphrase-fd", clientPassphraseDescriptor,
               "Read the passphrase of key or PKCS#12 from this file descriptor; it is stored");
    command.add_option("--timeout", timeout, "Seconds for one request")
        ->type_name("S")
        ->check(CLI::Range(1, 600).description(""));
    command.add_flag("--allow-http,!--no-allow-http", allowHttp,
                     "http also where it is not this computer: secrets in the clear");
}

Result<NetworkSecrets> NetworkOptions::readSecrets() const
{
    NetworkSecrets given;
    if (const auto read = readInto(proxyPasswordDescriptor, given.proxyPassword); !read)
        return read.error();
    if (const auto read = readInto(clientPassphraseDescriptor, given.keyPassphrase); !read)
        return read.error();
    if (!clientCertificate || clientCertificate->empty()) {
        if (clientKey)
            return usage(u"--client-key needs --client-cert beside it."_s);
        return given;
    }
    Result<SecretBytes> identity = readClientIdentity(fromArgument(*clientCertificate),
                                                      clientKey ? fromArgument(*clientKey) : QString());
    if (!identity)
        return identity.error();
    given.clientIdentity = shareSecret(std::move(identity).value());
    return given;
}

Result<void> NetworkOptions::applyTo(NetworkSettings &settings, NetworkSecrets &secrets,
                                     const NetworkSecrets &given) const
{
    if (proxy) {
        const Result<ProxySettings> typed = proxyOf(fromArgument(*proxy));
        if (!typed)
            return typed.error();
        settings.proxy = *typed;
        secrets.proxyPassword = {}; // it belonged to the former one
    }
    if (given.proxyPassword)
        secrets.proxyPassword = given.proxyPassword;
    if (caFile) // found again from any folder
        settings.caFile =
            caFile->empty() ? QString() : QFileInfo(fromArgument(*caFile)).absoluteFilePath();
    settings.caFileAdded = caFileAdded.value_or(settings.caFileAdded);
    settings.timeoutSeconds = timeout.value_or(settings.timeoutSeconds);
    settings.allowHttp = allowHttp.value_or(settings.allowHttp);
    if (clientCertificate) {
        settings.clientCertificate = given.clientIdentity ? ClientCertificateSource::Stored
                                                          : ClientCertificateSource::Inherited;
        settings.clientCertificateFile.clear();
        settings.clientKeyFile.clear();
        secrets.clientIdentity = given.clientIdentity;
        secrets.keyPassphrase = {};
    }
    if (given.keyPassphrase)
        secrets.keyPassphrase = given.keyPassphrase;
    if (!clientCertificate && !given.keyPassphrase)
        return {};
    const Result<ClientIdentity> identity =
        clientIdentity({ settings, secrets, {} }, SystemClock().nowMs());
    return identity ? Result<void>() : identity.error();
}

} // namespace mintmark

// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "cli/credentialoptions.h"

#include "cli/arguments.h"
#include "cli/command.h"
#include "cli/input.h"
#include "cli/secretinput.h"
#include "cli/terminal.h"

#include <CLI/CLI.hpp>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

/// A key with certificates around it is a few kilobytes.
constexpr qsizetype maximumKey = 256 * 1024;

CLI::Option *descriptor(CLI::App &command, const char *name, std::optional<int> &into,
                        const char *help)
{
    return command.add_option(name, into, help)
        ->type_name("N")
        ->check(CLI::Range(0, 1'000'000).description(""));
}

Result<SharedSecret> shared(Result<SecretBytes> secret)
{
    if (!secret)
        return secret.error();
    return shareSecret(std::move(secret).value());
}

/// A key has its line breaks.
Result<SharedSecret> keyFrom(Result<QByteArray> bytes)
{
    if (!bytes)
        return bytes.error();
    return shareSecret(SecretBytes::take(*bytes));
}

} // namespace

void CredentialOptions::addTo(CLI::App &command)
{
    CLI::Option *fromStdin =
        command.add_flag("--secret-stdin", secretFromStdin, "Read the client secret from stdin");
    descriptor(command, "--secret-fd", secretDescriptor, "Read it from this file descriptor")
        ->excludes(fromStdin);
    CLI::Option *file =
        command
            .add_option("--key-file", keyFile,
                        "Private key (PEM or JWK), or a Google service-account file; - for stdin")
            ->type_name("FILE");
    descriptor(command, "--key-fd", keyDescriptor, "Read the private key from this file descriptor")
        ->excludes(file);
    descriptor(command, "--key-passphrase-fd", passphraseDescriptor,
               "Read its passphrase from this file descriptor; it is not stored");
}

void CredentialOptions::addChangesTo(CLI::App &command)
{
    command.add_flag("--ask-secret", asksSecret, "Ask for a new client secret on the terminal");
    command.add_flag("--remove-secret", removesSecret, "Store no client secret any more");
    command.add_flag("--remove-key", removesKey, "Store no private key any more");
}

bool CredentialOptions::wantsPrompt() const
{
    // Typed on a terminal it would be seen: then the prompt asks for it.
    return asksSecret || (secretFromStdin && terminal::isTerminal(terminal::standardInput));
}

Result<GivenCredentials> CredentialOptions::read() const
{
    const bool takesStdin = secretFromStdin || secretDescriptor == terminal::standardInput;
    if (takesStdin && (keyFile == "-" || keyDescriptor == terminal::standardInput))
        return usageError(u"Secret and private key cannot both come from stdin."_s,
                          u"profile add"_s);
    GivenCredentials given;
    const auto take = [](Result<SharedSecret> from, SharedSecret &into) -> Result<void> {
        if (!from)
            return from.error();
        into = std::move(from).value();
        return {};
    };
    Result<void> read;
    if (keyFile)
        read = take(keyFrom(readInput(fromArgument(*keyFile), maximumKey,
                                      u"Paste the private key, then press Ctrl-D."_s)),
                    given.key);
    else if (keyDescriptor)
        read = take(keyFrom(readDescriptor(*keyDescriptor, maximumKey)), given.key);
    if (read && passphraseDescriptor)
        read = take(shared(readSecret(*passphraseDescriptor)), given.passphrase);
    if (read && (secretFromStdin || secretDescriptor) && !wantsPrompt())
        read = take(shared(readSecret(secretDescriptor.value_or(terminal::standardInput))),
                    given.clientSecret);
    return read ? Result<GivenCredentials>(given) : read.error();
}

} // namespace mintmark

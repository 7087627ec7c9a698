// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "cli/profileaddcommand.h"

#include "base/displaytext.h"
#include "cli/secretinput.h"
#include "oauth/provider.h"
#include "oauth/tokenrequest.h"
#include "profiles/profilename.h"
#include "session/flowerrors.h"

#include <CLI/CLI.hpp>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

constexpr auto command = "profile add"_L1;

struct Arguments
{
    ProfileOptions fields;
    ProfileAddCommand::SecretSource source;
};

/// What a fetch would refuse before it sends anything.
std::optional<Error> fault(const Profile &profile, const ClientCredentials &credentials)
{
    const Provider provider = providerById(profile.provider);
    const bool hasSecret = !credentials.clientSecret.isEmpty();
    if (const auto missing = missingField(provider, profile.client, hasSecret))
        return profileIncomplete(provider, *missing);
    const Result<TokenRequest> request = TokenRequest::from(profile.client, credentials);
    return request ? std::nullopt : std::optional(request.error());
}

ClientCredentials credentialsOf(const SecretBytes &secret)
{
    ClientCredentials credentials;
    credentials.clientSecret = secret.clone();
    return credentials;
}

} // namespace

bool ProfileAddCommand::prepare()
{
    const Result<void> read = readAll();
    if (!read)
        fail(read.error());
    return read.ok();
}

Result<void> ProfileAddCommand::readAll()
{
    const Result<Profile> profile = profileFrom(m_fields);
    if (!profile)
        return profile.error();
    m_profile = *profile;
    const bool needsSecret = m_profile.client.authentication != ClientAuthenticationMethod::None;
    // Nobody should have to enter a secret for something that is refused anyway.
    const SecretBytes placeholder(needsSecret ? "placeholder" : "");
    if (const auto error = fault(m_profile, credentialsOf(placeholder)))
        return *error;
    // Typed on a terminal it would be seen: then the prompt asks for it.
    const bool isPiped = m_source.isStdin && !terminal::isTerminal(terminal::standardInput);
    if (needsSecret && !isPiped && !m_source.descriptor)
        return {};
    Result<SecretBytes> secret = needsSecret
        ? readSecret(m_source.isStdin ? terminal::standardInput : *m_source.descriptor)
        : SecretBytes();
    if (!secret)
        return secret.error();
    m_secret = shareSecret(std::move(secret).value());
    return {};
}

void ProfileAddCommand::run()
{
    if (m_secret)
        save();
    else
        prompt();
}

void ProfileAddCommand::prompt()
{
    const QString name = displayText(commandLineName(m_profile.listing)).text;
    auto *prompt = new SecretPrompt(u"Client secret of %1: "_s.arg(name), *interruption(), this);
    connect(prompt, &SecretPrompt::entered, this, [this, prompt] {
        m_secret = shareSecret(prompt->take());
        save();
    });
    connect(prompt, &SecretPrompt::ended, this,
            [this] { fail(usageError(u"No secret was entered; nothing was stored."_s, command)); });
    if (!prompt->ask())
        fail(usageError(u"There is no terminal to ask for the secret on; use --secret-stdin or "
                        "--secret-fd N."_s,
                        command));
}

void ProfileAddCommand::save()
{
    if (const auto error = fault(m_profile, credentialsOf(*m_secret)))
        return fail(*error);
    const auto keep = isDemo() ? ProfileStore::Keep::ForSession : ProfileStore::Keep::InKeychain;
    ask(
        [this, keep] {
            ProfileSecrets secrets;
            secrets.client = credentialsOf(*m_secret);
            return workspace().profiles().save(m_profile, std::move(secrets), keep);
        },
        [this](const ProfileListing &saved) {
            out.note(u"added %1."_s.arg(displayText(commandLineName(saved)).text));
            end(ExitCode::Done);
        });
}

void addProfileAdd(CLI::App &profile, CommandFactory &chosen)
{
    CLI::App *add = profile.add_subcommand(
        "add", "Add a profile; its secret comes from a prompt, stdin or a file descriptor");
    auto arguments = std::make_shared<Arguments>();
    arguments->fields.addTo(*add);
    CLI::Option *fromStdin = add->add_flag("--secret-stdin", arguments->source.isStdin,
                                           "Read the client secret from stdin");
    add->add_option("--secret-fd", arguments->source.descriptor,
                    "Read it from this file descriptor")
        ->type_name("N")
        ->check(CLI::Range(0, 1'000'000).description(""))
        ->excludes(fromStdin);
    add->callback([arguments, &chosen] {
        chosen = [arguments](Output &output, const GlobalOptions &options) {
            return std::make_unique<ProfileAddCommand>(output, options, arguments->fields,
                                                       arguments->source);
        };
    });
}

} // namespace mintmark

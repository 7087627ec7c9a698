// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "cli/profilesavecommand.h"

#include "base/displaytext.h"
#include "cli/secretinput.h"
#include "oauth/clientauthentication.h"
#include "oauth/provider.h"
#include "oauth/tokenrequest.h"
#include "profiles/profilename.h"
#include "session/flowerrors.h"

namespace mintmark {

using namespace Qt::StringLiterals;

ProfileSaveCommand::ProfileSaveCommand(Output &output, const GlobalOptions &options,
                                       ProfileOptions fields)
    : WorkspaceCommand(output, options), m_fields(std::move(fields))
{ }

bool ProfileSaveCommand::prepare()
{
    const Result<void> read = readAll();
    if (!read)
        fail(read.error());
    return read.ok();
}

Result<void> ProfileSaveCommand::readAll()
{
    Result<GivenCredentials> given = m_fields.credentials.read();
    if (!given)
        return given.error();
    m_given = std::move(given).value();
    Result<NetworkSecrets> network = m_fields.network.readSecrets();
    if (!network)
        return network.error();
    m_givenNetwork = std::move(network).value();
    if (const auto read = m_fields.parameters.readSecrets(m_givenParameters); !read)
        return read;
    return judgeEarly();
}

bool ProfileSaveCommand::waitsForPassphrase() const
{
    if (!m_given.key || m_given.passphrase)
        return false;
    const Result<KeyInput> key = keyFromInput(*m_given.key);
    return !key && key.error().code == ErrorCode::KeyEncrypted;
}

Result<LoadedProfile> ProfileSaveCommand::changed(const LoadedProfile &base) const
{
    LoadedProfile loaded { base.profile, base.secrets.clone() };
    ClientConfiguration &client = loaded.profile.client;
    ClientCredentials &credentials = loaded.secrets.client;
    if (m_fields.credentials.removesKey)
        credentials.privateKey = {};
    if (m_fields.credentials.removesSecret)
        credentials.clientSecret = {};
    if (m_given.clientSecret)
        credentials.clientSecret = m_given.clientSecret->clone();
    if (m_given.key) {
        Result<KeyInput> key = keyFromInput(
            *m_given.key, m_given.passphrase ? m_given.passphrase->clone() : SecretBytes(),
            m_fields.authentication.keyIdAfter(client.assertion.keyId));
        if (!key)
            return key.error();
        if (key->account)
            apply(*key->account, client);
        credentials.privateKey = std::move(key->key);
    }
    if (const auto named = nameIt(loaded.profile.listing); !named)
        return named.error();
    if (const auto applied = m_fields.applyTo(loaded.profile); !applied)
        return applied.error();
    if (const auto applied =
            m_fields.network.applyTo(client.network, credentials.network, m_givenNetwork);
        !applied)
        return applied.error();
    if (const auto applied = m_fields.parameters.applyTo(client, credentials, m_givenParameters);
        !applied)
        return applied.error();
    return loaded;
}

bool ProfileSaveCommand::needsSecret(const LoadedProfile &loaded)
{
    const ClientConfiguration &client = loaded.profile.client;
    return requiredFields(client.authentication, client.grantType).clientSecret
        && loaded.secrets.client.clientSecret.isEmpty();
}

std::optional<Error> ProfileSaveCommand::fault(const LoadedProfile &loaded)
{
    const Profile &profile = loaded.profile;
    const Provider &provider = providerById(profile.provider);
    const bool hasSecret = !loaded.secrets.client.clientSecret.isEmpty();
    if (const auto missing = missingField(provider, profile.client, hasSecret))
        return profileIncomplete(provider, *missing);
    const Result<TokenRequest> request =
        TokenRequest::from(requestConfiguration(profile), loaded.secrets.client);
    return request ? std::nullopt : std::optional(withProfile(request.error(), profile));
}

void ProfileSaveCommand::change(LoadedProfile base)
{
    m_base = std::move(base);
    proceed();
}

/// Until nothing is missing that could be asked for.
void ProfileSaveCommand::proceed()
{
    if (waitsForPassphrase())
        return ask(u"Passphrase of the private key: "_s, m_given.passphrase);
    Result<LoadedProfile> wanted = changed(m_base);
    if (!wanted)
        return fail(wanted.error());
    m_wanted = std::move(wanted).value();
    const bool wants = m_fields.credentials.wantsPrompt() && !m_given.clientSecret;
    if (wants || needsSecret(m_wanted)) {
        const QString name = displayText(commandLineName(m_wanted.profile.listing)).text;
        return ask(u"Client secret of %1: "_s.arg(name), m_given.clientSecret);
    }
    if (const auto error = fault(m_wanted))
        return fail(*error);
    save();
}

void ProfileSaveCommand::ask(const QString &question, SharedSecret &into)
{
    auto *prompt = new SecretPrompt(question, *interruption(), this);
    connect(prompt, &SecretPrompt::entered, this, [this, prompt, &into] {
        into = shareSecret(prompt->take());
        // The next question comes when this one has given the terminal back.
        prompt->deleteLater();
        QMetaObject::invokeMethod(this, [this] { proceed(); }, Qt::QueuedConnection);
    });
    connect(prompt, &SecretPrompt::ended, this, [this] {
        fail(usageError(u"No secret was entered; nothing was stored."_s, u"profile add"_s));
    });
    if (!prompt->ask())
        fail(usageError(u"There is no terminal to ask for the secret on; use --secret-stdin or "
                        "--secret-fd N, for a passphrase --key-passphrase-fd N."_s,
                        u"profile add"_s));
}

void ProfileSaveCommand::save()
{
    const auto keep = isDemo() ? ProfileStore::Keep::ForSession
                               : ProfileStore::keepOf(m_wanted.profile.listing);
    WorkspaceCommand::ask(
        [this, keep] {
            return workspace().profiles().save(m_wanted.profile, m_wanted.secrets.clone(), keep);
        },
        [this](const ProfileListing &saved) {
            out.note(savedNote(displayText(commandLineName(saved)).text));
            endWhenWritten(ExitCode::Done);
        });
}

} // namespace mintmark

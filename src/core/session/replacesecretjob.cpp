// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "session/replacesecretjob.h"

#include "session/tokensession.h"

namespace mintmark {

ReplaceSecretJob::ReplaceSecretJob(ProfileStore &store, TokenSession &session, const ProfileId &id,
                                   SecretBytes secret, Test test)
    : m_store(store), m_session(session), m_id(id), m_secret(std::move(secret)), m_test(test)
{ }

void ReplaceSecretJob::run()
{
    m_step = runJob(m_store.load(m_id), this, [this](Result<LoadedProfile> loaded) {
        if (loaded)
            onLoaded(std::move(loaded).value());
        else
            finish(loaded.error());
    });
}

void ReplaceSecretJob::onLoaded(LoadedProfile loaded)
{
    m_profile = std::move(loaded);
    m_former = shareSecret(std::move(m_profile.secrets.client.clientSecret));
    m_profile.secrets.client.clientSecret = std::move(m_secret);
    if (m_test == Test::No)
        return save();
    LoadedProfile tested { m_profile.profile, m_profile.secrets.clone() };
    m_step = runJob(m_session.testSecret(std::move(tested)), this,
                    [this](const Result<TokenSet> &answer) {
                        if (answer)
                            save();
                        else
                            finish(answer.error());
                    });
}

void ReplaceSecretJob::save()
{
    const auto keep = ProfileStore::keepOf(m_profile.profile.listing);
    m_step = runJob(
        m_store.save(std::move(m_profile.profile), std::move(m_profile.secrets), keep), this,
        [this](const Result<ProfileListing> &saved) {
            if (saved)
                readBack();
            else
                finish(saved.error());
        });
}

void ReplaceSecretJob::readBack()
{
    m_step = runJob(m_store.load(m_id), this, [this](Result<LoadedProfile> loaded) {
        if (loaded)
            finish(ReplacedSecret { std::move(loaded).value(), m_former });
        else
            finish(loaded.error());
    });
}

bool sharesSecret(const LoadedProfile &profile, const Profile &with, const SecretBytes &secret)
{
    const ClientConfiguration &client = profile.profile.client;
    return profile.profile.listing.id != with.listing.id
        && client.clientId == with.client.clientId
        && client.tokenEndpoint == with.client.tokenEndpoint
        && profile.secrets.client.clientSecret == secret;
}

} // namespace mintmark

// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/job.h"
#include "profiles/profilestore.h"

namespace mintmark {

class TokenSession;

struct ReplacedSecret
{
    LoadedProfile now; ///< as it is stored
    SharedSecret former;
};

/// Gives a stored profile another client secret, and changes nothing else of it. Tested, it is
/// stored only after the server answered one request made with it with a token, which is thrown
/// away. Errors: those of the store and of TokenSession::token(); the former secret is in place then.
class ReplaceSecretJob final : public ResultJob<ReplacedSecret>
{
public:
    enum class Test { First, No };
    ReplaceSecretJob(ProfileStore &store, TokenSession &session, const ProfileId &id,
                     SecretBytes secret, Test test);

protected:
    void run() override;
    void stop() override { delete m_step; }

private:
    void onLoaded(LoadedProfile loaded);
    void save();
    void readBack();

    ProfileStore &m_store;
    TokenSession &m_session;
    const ProfileId m_id;
    SecretBytes m_secret;
    const Test m_test;
    LoadedProfile m_profile;
    SharedSecret m_former;
    QPointer<Job> m_step;
};

/// Does it prove the same client to the same server with the same secret? Compared in memory only.
bool sharesSecret(const LoadedProfile &profile, const Profile &with, const SecretBytes &secret);

} // namespace mintmark

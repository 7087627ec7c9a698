// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/job.h"
#include "oauth/exchangerecord.h"
#include "oauth/httpexchange.h"
#include "oauth/revocationjob.h"
#include "profiles/profile.h"

#include <QPointer>

#include <optional>

namespace mintmark {

class Clock;
class ProfileStore;
class ProgramNetwork;
class TokenCache;
class TokenSession;

/// A request to revoke a token that was answered with success.
struct Revocation
{
    RevocationAnswer answer;
    /// exp of the token, where it can be read: until then it may be accepted by APIs that do not
    /// ask the server.
    std::optional<qint64> expiresAtMs;
    bool wasKept = false; ///< it was the kept token of the profile, which is forgotten now

    friend bool operator==(const Revocation &, const Revocation &) = default;
};
/// What can be said of it honestly, translated: that the server answered, and what that does not
/// mean. `nowMs` as in timetext.h.
QString revocationSentence(const Revocation &revocation, qint64 nowMs);

/// What a RevokeFlow works with; all of it outlives the flow.
struct RevokeServices
{
    ProfileStore &profiles;
    TokenCache &cache;
    TokenSession &session;
    const Clock &clock;
    ExchangeLimits limits;
    ProgramNetwork *network = nullptr; ///< null: nothing is set for all profiles
};

/// Revokes one access token with a profile's credentials (RFC 7009): profile, then the revocation
/// endpoint it names, else that of its issuer's metadata, then exactly one POST. A kept token of
/// the profile is forgotten when it is the one. Errors: those of loading, NoToken,
/// NoRevocationEndpoint, those of MetadataJob and RevocationJob.
class RevokeFlow final : public ResultJob<Revocation>
{
    Q_OBJECT
public:
    /// `token` may come from anywhere, a ticket say. Null: the kept one of the profile; none is
    /// fetched.
    RevokeFlow(RevokeServices services, const ProfileId &id, SharedSecret token);

Q_SIGNALS:
    /// What was sent, as soon as it is over; secrets replaced.
    void recorded(const mintmark::ExchangeRecord &record);

protected:
    void run() override;
    void stop() override;

private:
    void readKept();
    void readNetwork();
    void chooseEndpoint();
    void discover();
    void revoke(const QString &endpoint);
    void onAnswered(const Result<RevocationAnswer> &answer);
    void end(Result<Revocation> result);
    NetworkAccess networkFor(const QString &address) const;
    void record(const ExchangeRecord &record);

    RevokeServices m_services;
    const ProfileId m_id;
    SharedSecret m_token;
    SharedSecret m_kept; ///< the kept token of the profile
    std::optional<LoadedProfile> m_profile;
    NetworkAccess m_network; ///< the program's
    QPointer<Job> m_running;
};

} // namespace mintmark

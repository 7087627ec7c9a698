// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "session/revokeflow.h"

#include "base/clock.h"
#include "jose/token.h"
#include "oauth/metadatajob.h"
#include "profiles/profilename.h"
#include "profiles/profilestore.h"
#include "session/programnetwork.h"
#include "session/timetext.h"
#include "session/tokencache.h"
#include "session/tokensession.h"

#include <QCoreApplication>
#include <QUrl>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(RevokeFlow)
};

} // namespace

QString revocationSentence(const Revocation &revocation, qint64 nowMs)
{
    const QString answered = Text::tr("%1 answered %2 to the request to revoke it")
                                 .arg(revocation.answer.host)
                                 .arg(revocation.answer.status);
    if (!revocation.expiresAtMs)
        return Text::tr("%1; APIs that do not ask the server may still accept it.").arg(answered);
    if (*revocation.expiresAtMs <= nowMs)
        return Text::tr("%1; it had ended already.").arg(answered);
    return Text::tr("%1; APIs that do not ask the server may accept it until %2.")
        .arg(answered, localTimeText(*revocation.expiresAtMs, nowMs));
}

RevokeFlow::RevokeFlow(RevokeServices services, const ProfileId &id, SharedSecret token)
    : m_services(services), m_id(id), m_token(std::move(token))
{ }

/// A locked keychain is told by the profile; the cache would only say that there is no token.
void RevokeFlow::run()
{
    m_running = runJob(m_services.profiles.load(m_id), this, [this](Result<LoadedProfile> loaded) {
        if (!loaded.ok())
            return end(loaded.error());
        m_profile = std::move(loaded).value();
        readKept();
    });
}

/// A request that is cancelled was sent all the same.
void RevokeFlow::stop()
{
    if (auto *sending = qobject_cast<RevocationJob *>(m_running.data())) {
        sending->disconnect(this);
        sending->cancel();
        record(sending->record());
    }
    delete m_running;
    m_profile.reset();
}

void RevokeFlow::readKept()
{
    m_running = runJob(m_services.cache.load(m_profile->profile.listing), this,
                       [this](const Result<std::optional<TokenSet>> &kept) {
                           if (kept.ok() && *kept)
                               m_kept = (*kept)->accessToken;
                           if (!m_token)
                               m_token = m_kept;
                           if (!m_token || m_token->isEmpty())
                               return end(Error { ErrorCode::NoToken, {}, {} });
                           readNetwork();
                       });
}

void RevokeFlow::readNetwork()
{
    if (m_services.network == nullptr)
        return chooseEndpoint();
    m_running =
        runJob(m_services.network->access(), this, [this](const Result<NetworkAccess> &read) {
            if (read.ok())
                m_network = *read;
            chooseEndpoint();
        });
}

void RevokeFlow::chooseEndpoint()
{
    const Profile &profile = m_profile->profile;
    if (!profile.revocationEndpoint.isEmpty())
        return revoke(profile.revocationEndpoint);
    if (!profile.issuer.isEmpty())
        return discover();
    end(Error { ErrorCode::NoRevocationEndpoint,
                { { u"name"_s, displayName(profile.listing) } }, {} });
}

void RevokeFlow::discover()
{
    const QString issuer = m_profile->profile.issuer;
    // Anybody may read metadata: nobody has to be proven.
    NetworkAccess network = networkFor(issuer);
    network.settings.clientCertificate = ClientCertificateSource::Inherited;
    network.secrets.clientIdentity.reset();
    network.secrets.keyPassphrase.reset();
    auto job = std::make_unique<MetadataJob>(
        issuer, DocumentSettings { std::move(network), m_services.limits }, m_services.clock);
    MetadataJob *asking = job.get();
    m_running = runJob(std::move(job), this, [this, asking](const Result<ServerMetadata> &found) {
        for (const ExchangeRecord &sent : asking->records())
            record(sent);
        if (!found.ok())
            return end(found.error());
        if (found->revocationEndpoint.isEmpty())
            return end(Error { ErrorCode::NoRevocationEndpoint,
                               { { u"name"_s, displayName(m_profile->profile.listing) } },
                               u"no revocation_endpoint in the metadata"_s });
        revoke(found->revocationEndpoint);
    });
}

void RevokeFlow::revoke(const QString &endpoint)
{
    Result<TokenRequest> request =
        TokenRequest::revocation(endpoint, requestConfiguration(m_profile->profile), *m_token,
                                 m_profile->secrets.client, m_services.clock);
    if (!request.ok())
        return end(request.error());
    auto job = std::make_unique<RevocationJob>(std::move(request).value(), networkFor(endpoint),
                                               m_services.limits, m_services.clock);
    RevocationJob *sending = job.get();
    m_running =
        runJob(std::move(job), this, [this, sending](const Result<RevocationAnswer> &answer) {
            record(sending->record());
            onAnswered(answer);
        });
}

void RevokeFlow::onAnswered(const Result<RevocationAnswer> &answer)
{
    if (!answer.ok())
        return end(answer.error());
    Revocation revocation;
    revocation.answer = *answer;
    revocation.expiresAtMs = Token::parse(m_token->view()).expiresAtMs();
    revocation.wasKept = m_kept && sameSecret(m_kept, m_token);
    if (revocation.wasKept)
        m_services.session.forget(m_id);
    end(revocation);
}

void RevokeFlow::end(Result<Revocation> result)
{
    m_profile.reset();
    finish(std::move(result));
}

NetworkAccess RevokeFlow::networkFor(const QString &address) const
{
    NetworkAccess own { m_profile->profile.client.network, m_profile->secrets.client.network, {} };
    if (m_services.network != nullptr)
        own.trusted = m_services.network->trusted().forHost(QUrl(address).host());
    return merged(m_network, own);
}

void RevokeFlow::record(const ExchangeRecord &record)
{
    if (!record.method.isEmpty())
        Q_EMIT recorded(record);
}

} // namespace mintmark

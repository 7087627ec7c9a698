// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "demo/loopbackserver.h"
#include "session/workspace.h"
#include "support/fakeclock.h"
#include "support/fakekeychainbackend.h"
#include "support/resultof.h"

#include <QSignalSpy>

namespace mintmark::test {

/// A token server that counts. What it answers is the test's; by default each token is another one.
class TokenServer
{
public:
    TokenServer()
    {
        if (!m_server.listen())
            qFatal("no port");
    }

    QString address(const QString &path = QStringLiteral("/oauth/token")) const
    {
        return QStringLiteral("http://127.0.0.1:%1").arg(m_server.port()) + path;
    }
    int count() const { return static_cast<int>(m_server.requests().size()); }
    /// Methods in the order they came: "GET POST".
    QByteArray methods() const
    {
        QByteArrayList methods;
        for (const ServedRequest &request : m_server.requests())
            methods << request.method;
        return methods.join(' ');
    }
    const ServedRequest &request(int index) const { return m_server.requests().at(index); }

    static ServedAnswer token(const QByteArray &token, int expiresIn = 3600)
    {
        ServedAnswer answer;
        answer.body = R"({"access_token":")" + token + R"(","token_type":"Bearer","expires_in":)"
            + QByteArray::number(expiresIn) + '}';
        return answer;
    }
    static ServedAnswer refusal(const QByteArray &error, int status = 400)
    {
        ServedAnswer answer;
        answer.status = status;
        answer.body = R"({"error":")" + error + R"("})";
        return answer;
    }

    /// By default "token-1", "token-2", …
    LoopbackServer::Handler handler = [this](const ServedRequest &) {
        return token("token-" + QByteArray::number(count()));
    };

private:
    LoopbackServer m_server { [this](const ServedRequest &request) { return handler(request); } };
};

/// A workspace over real files and a faulty keychain that outlives it. Two rigs with one folder and
/// one keychain are two processes.
struct SessionRig
{
    explicit SessionRig(const QString &folder, FakeKeychainSystem &system, qint64 keychainMs = 20'000,
                        qint64 deadlineMs = 0)
        : workspace(optionsFor(folder, keychainMs, deadlineMs), makeClock(),
                    std::make_unique<FakeKeychainBackend>(system))
    {
        if (!workspace.profiles().open().ok())
            qFatal("index unreadable");
    }

    static WorkspaceOptions optionsFor(const QString &folder, qint64 keychainMs, qint64 deadlineMs = 0)
    {
        WorkspaceOptions options;
        options.configFolder = folder + QStringLiteral("/config/mintmark");
        options.cacheFolder = folder + QStringLiteral("/cache/mintmark");
        options.keychainLimits = { keychainMs, keychainMs, keychainMs };
        options.exchangeLimits.deadlineMs = deadlineMs;
        return options;
    }
    std::unique_ptr<Clock> makeClock()
    {
        auto made = std::make_unique<FakeClock>();
        clock = made.get();
        return made;
    }

    FakeClock *clock = nullptr; ///< the workspace's
    Workspace workspace;

    TokenSession &session() { return workspace.session(); }
    ProfileStore &profiles() { return workspace.profiles(); }
    TokenCache &cache() { return workspace.cache(); }

    ProfileId save(LoadedProfile loaded, ProfileStore::Keep keep = ProfileStore::Keep::InKeychain)
    {
        const auto saved =
            resultOf(profiles().save(loaded.profile, loaded.secrets.clone(), keep));
        return saved.ok() ? saved->id : ProfileId();
    }
    Result<TokenSet> token(const ProfileId &id, const TokenDemand &demand = {})
    {
        return resultOf(session().token(id, demand));
    }
    const SessionState &state(const ProfileId &id) { return session().state(id); }
    ProfileListing listing(const ProfileId &id) { return profiles().listing(id).value(); }
    /// Until the cache has written what it was given.
    bool waitForCache()
    {
        QSignalSpy written(&cache(), &TokenCache::written);
        return !cache().isWriting() || written.wait(5'000);
    }
};

inline TokenDemand demand(TokenDemand::Mode mode, std::optional<int> minValidS = {})
{
    return { mode, minValidS, {} };
}

/// The bytes of a token; tests never hold real ones.
inline QByteArray text(const Result<TokenSet> &result)
{
    return result.ok() ? result->accessToken->view().toByteArray()
                       : "error " + QByteArray::number(static_cast<int>(result.error().code));
}

inline LoadedProfile profileFor(const TokenServer &server,
                                const QString &name = QStringLiteral("Payments Out"))
{
    LoadedProfile loaded;
    loaded.profile.provider = QStringLiteral("generic");
    loaded.profile.listing.customer = QStringLiteral("Acme");
    loaded.profile.listing.name = name;
    loaded.profile.client.tokenEndpoint = server.address();
    loaded.profile.client.grantType = QStringLiteral("client_credentials");
    loaded.profile.client.clientId = QStringLiteral("id");
    loaded.secrets.client.clientSecret = SecretBytes("s3cret-of-the-client");
    return loaded;
}

} // namespace mintmark::test

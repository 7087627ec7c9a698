// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/session/sessionrig.h"
#include "session/tokenflow.h"

#include <QTemporaryDir>
#include <QTest>

namespace mintmark::test {

/// The steps a flow went through and what it recorded.
struct Watched
{
    explicit Watched(TokenFlow &flow)
    {
        QObject::connect(&flow, &TokenFlow::stepChanged, &flow,
                         [this, &flow] { steps << flow.step(); });
        QObject::connect(&flow, &TokenFlow::recorded, &flow,
                         [this](const ExchangeRecord &record) { records << record; });
    }
    QList<SessionState::Step> steps;
    QList<ExchangeRecord> records;
};

/// What flows are tried with.
struct FlowRig
{
    QTemporaryDir folder;
    FakeKeychainSystem keychain;
    TokenServer server;
    SessionRig session { folder.path(), keychain };

    ProfileListing save(RenewalPolicy renewal = RenewalPolicy::Repeat, int minValidS = 60)
    {
        LoadedProfile loaded = profileFor(server);
        loaded.profile.client.renewal = renewal;
        loaded.profile.minValidS = minValidS;
        return session.listing(session.save(std::move(loaded)));
    }
    std::unique_ptr<TokenFlow> makeFlow(const ProfileListing &listing,
                                        const TokenDemand &demand = {})
    {
        return std::make_unique<TokenFlow>(services(), listing, demand);
    }
    TokenFlowServices services()
    {
        return {
            session.profiles(), session.cache(), session.workspace.clock(), { 5'000, 1024 * 1024 }
        };
    }
    static QByteArray run(TokenFlow &flow)
    {
        QSignalSpy finished(&flow, &Job::finished);
        flow.start();
        return finished.wait(5'000) ? text(flow.result()) : "not finished";
    }
    /// A token in the cache that has `livesS` left.
    void cache(const ProfileListing &listing, int livesS, int minValidS = 60)
    {
        TokenSet set;
        set.accessToken = shareSecret(SecretBytes("earlier"));
        set.tokenType = QStringLiteral("Bearer");
        set.expiresInS = 3600;
        set.sentAtMs = session.clock->nowMs() - (3600 - livesS) * qint64(1000);
        set.receivedAtMs = set.sentAtMs;
        set.requestRevision = listing.requestRevision;
        set.minValidS = minValidS;
        session.cache().store(listing, set);
        if (!session.waitForCache())
            qFatal("not written");
    }
};

} // namespace mintmark::test

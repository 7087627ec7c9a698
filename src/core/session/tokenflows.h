// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "session/tokenanswer.h"
#include "session/tokenflow.h"

#include <QObject>

#include <map>

namespace mintmark {

/// The flows under way, at most one a profile: who asks meanwhile waits for the same answer. When
/// the last who waits has left, the flow is let go of.
class TokenFlows : public QObject
{
    Q_OBJECT
public:
    explicit TokenFlows(TokenFlowServices services, QObject *parent = nullptr);
    ~TokenFlows() override;

    std::unique_ptr<TokenAnswer> ask(const ProfileId &id, const TokenDemand &demand);
    /// Who waits gets Cancelled, at once.
    void drop(const ProfileId &id);
    void dropAll();

Q_SIGNALS:
    void began(const mintmark::ProfileId &id);
    void stepChanged(const mintmark::ProfileId &id, mintmark::SessionState::Step step);
    void cacheRead(const mintmark::ProfileListing &listing,
                   const std::optional<mintmark::TokenSet> &tokenSet);
    void profileLoaded(const mintmark::ProfileId &id, const mintmark::Profile &profile);
    void altered(const mintmark::ProfileId &id, const mintmark::ClientConfiguration &client);
    void recorded(const mintmark::ProfileId &id, const mintmark::ExchangeRecord &record);
    /// `isNew`: from the server, be it a token or a refusal. Not for flows that were dropped:
    /// they only step back to Idle.
    void ended(const mintmark::ProfileId &id, const mintmark::Result<mintmark::TokenSet> &result,
               bool isNew);

private:
    struct Fetch
    {
        std::unique_ptr<TokenFlow> flow;
        QList<TokenAnswer *> waiting;
    };

    void wait(TokenAnswer *answer);
    void leave(TokenAnswer *answer);
    std::unique_ptr<TokenFlow> makeFlow(const ProfileListing &listing, const TokenDemand &demand);
    void end(const ProfileId &id);
    Fetch take(const ProfileId &id);
    void letGo(const ProfileId &id, std::unique_ptr<TokenFlow> flow);
    /// Not now: it may be the one whose signal led here.
    TokenFlow *freeLater(std::unique_ptr<TokenFlow> flow);

    TokenFlowServices m_services;
    std::map<ProfileId, Fetch> m_fetches;
};

} // namespace mintmark

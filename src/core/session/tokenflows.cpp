// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "session/tokenflows.h"

#include "profiles/profilestore.h"

#include <utility>

namespace mintmark {

using namespace Qt::StringLiterals;

TokenFlows::TokenFlows(TokenFlowServices services, QObject *parent)
    : QObject(parent), m_services(services)
{ }

TokenFlows::~TokenFlows()
{
    blockSignals(true); // whoever listens is on its way out, too
    dropAll();
}

std::unique_ptr<TokenAnswer> TokenFlows::ask(const ProfileId &id, const TokenDemand &demand)
{
    auto answer = std::make_unique<TokenAnswer>(id, demand);
    connect(answer.get(), &TokenAnswer::began, this, &TokenFlows::wait);
    connect(answer.get(), &TokenAnswer::left, this, &TokenFlows::leave);
    return answer;
}

void TokenFlows::wait(TokenAnswer *answer)
{
    const ProfileId id = answer->id();
    if (const auto running = m_fetches.find(id); running != m_fetches.end()) {
        running->second.flow->join(answer->demand());
        running->second.waiting << answer;
        return;
    }
    const std::optional<ProfileListing> listing = m_services.profiles.listing(id);
    if (!listing || listing->deletedAtMs) {
        return answer->give(Error {
            ErrorCode::NoSuchProfile, { { u"name"_s, id.toString(QUuid::WithoutBraces) } }, {} });
    }
    auto [fetch, added] =
        m_fetches.emplace(id, Fetch { makeFlow(*listing, answer->demand()), { answer } });
    fetch->second.flow->start();
    Q_EMIT began(id);
}

std::unique_ptr<TokenFlow> TokenFlows::makeFlow(const ProfileListing &listing,
                                                const TokenDemand &demand)
{
    auto flow = std::make_unique<TokenFlow>(m_services, listing, demand);
    const TokenFlow *source = flow.get();
    const ProfileId id = listing.id;
    connect(source, &TokenFlow::stepChanged, this,
            [this, id, source] { Q_EMIT stepChanged(id, source->step()); });
    connect(
        source, &TokenFlow::cacheRead, this,
        [this, listing](const std::optional<TokenSet> &set) { Q_EMIT cacheRead(listing, set); });
    connect(source, &TokenFlow::profileLoaded, this,
            [this, id](const Profile &profile) { Q_EMIT profileLoaded(id, profile); });
    connect(source, &TokenFlow::altered, this,
            [this, id](const ClientConfiguration &client) { Q_EMIT altered(id, client); });
    connect(source, &TokenFlow::recorded, this,
            [this, id](const ExchangeRecord &record) { Q_EMIT recorded(id, record); });
    connect(source, &Job::finished, this, [this, id] { end(id); });
    return flow;
}

void TokenFlows::end(const ProfileId &id)
{
    Fetch fetch = take(id);
    TokenFlow *flow = freeLater(std::move(fetch.flow));
    QList<QPointer<TokenAnswer>> unanswered;
    for (TokenAnswer *answer : std::as_const(fetch.waiting)) {
        if (flow->answers(answer->demand()))
            answer->give(flow->result());
        else
            unanswered << answer;
    }
    Q_EMIT ended(id, flow->result(), flow->isNew());
    for (const QPointer<TokenAnswer> &answer : std::as_const(unanswered)) {
        if (answer && !answer->hasLeft())
            wait(answer);
    }
}

void TokenFlows::leave(TokenAnswer *answer)
{
    const ProfileId id = answer->id();
    const auto fetch = m_fetches.find(id);
    if (fetch == m_fetches.end() || fetch->second.waiting.removeAll(answer) == 0
        || !fetch->second.waiting.isEmpty())
        return;
    letGo(id, take(id).flow);
}

void TokenFlows::drop(const ProfileId &id)
{
    Fetch fetch = take(id);
    if (!fetch.flow)
        return;
    for (TokenAnswer *answer : std::as_const(fetch.waiting))
        answer->cancel();
    letGo(id, std::move(fetch.flow));
}

void TokenFlows::dropAll()
{
    while (!m_fetches.empty()) {
        const ProfileId id = m_fetches.begin()->first;
        drop(id);
    }
}

TokenFlows::Fetch TokenFlows::take(const ProfileId &id)
{
    const auto found = m_fetches.find(id);
    if (found == m_fetches.end())
        return {};
    Fetch fetch = std::move(found->second);
    m_fetches.erase(found);
    return fetch;
}

void TokenFlows::letGo(const ProfileId &id, std::unique_ptr<TokenFlow> flow)
{
    flow->cancel(); // its request, if one was sent, is recorded now
    flow->disconnect(this);
    freeLater(std::move(flow));
    Q_EMIT stepChanged(id, SessionState::Step::Idle);
}

TokenFlow *TokenFlows::freeLater(std::unique_ptr<TokenFlow> flow)
{
    flow->setParent(this);
    flow->deleteLater();
    return flow.release();
}

} // namespace mintmark

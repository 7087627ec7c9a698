// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/job.h"
#include "session/sessionstate.h"

namespace mintmark {

/// One caller that waits for a token. Several may wait for one flow; who brings them together
/// listens to `began` and `left`.
class TokenAnswer final : public ResultJob<TokenSet>
{
    Q_OBJECT
public:
    TokenAnswer(ProfileId id, TokenDemand demand) : m_id(id), m_demand(std::move(demand)) { }
    ~TokenAnswer() override { Q_EMIT left(this); }

    const ProfileId &id() const { return m_id; }
    const TokenDemand &demand() const { return m_demand; }
    void give(const Result<TokenSet> &result) { finish(result); }
    /// Cancelled: nobody wants it any more.
    bool hasLeft() const { return m_hasLeft; }

Q_SIGNALS:
    void began(mintmark::TokenAnswer *answer);
    /// Cancelled or destroyed.
    void left(mintmark::TokenAnswer *answer);

protected:
    void run() override { Q_EMIT began(this); }
    void stop() override
    {
        m_hasLeft = true;
        Q_EMIT left(this);
    }

private:
    ProfileId m_id;
    TokenDemand m_demand;
    bool m_hasLeft = false;
};

} // namespace mintmark

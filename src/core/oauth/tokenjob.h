// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/job.h"
#include "oauth/exchangerecord.h"
#include "oauth/httpexchange.h"
#include "oauth/tokenrequest.h"
#include "oauth/tokenresponse.h"

namespace mintmark {

/// TokenRequest → one HttpExchange → TokenResponse or Error. One request on the wire, always.
class TokenJob : public ResultJob<TokenResponse>
{
    Q_OBJECT
public:
    /// `access`: the profile's own network settings merged() with those of the program.
    TokenJob(TokenRequest request, NetworkAccess access, ExchangeLimits limits, const Clock &clock,
             QObject *parent = nullptr);

    /// After finished(): the exchange, secrets replaced, the judged error included.
    const ExchangeRecord &record() const { return m_record; }

protected:
    void run() override;
    void stop() override;

private:
    void judge();
    void keepRecord();
    Error withoutSecrets(const Error &error, const HttpAnswer &answer) const;

    TokenRequest m_request;
    QString m_host;
    NetworkAccess m_access;
    ExchangeLimits m_limits;
    const Clock &m_clock;
    ExchangeRecord m_record;
    HttpExchange *m_exchange = nullptr;
};

} // namespace mintmark

// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/job.h"
#include "oauth/exchangerecord.h"
#include "oauth/httpexchange.h"
#include "oauth/tokenrequest.h"

namespace mintmark {

/// The server did what it was asked, or the token was none before (RFC 7009 §2.2): it does not tell
/// which.
struct RevocationAnswer
{
    QString host;
    int status = 0;
    qint64 receivedAtMs = 0;
    friend bool operator==(const RevocationAnswer &, const RevocationAnswer &) = default;
};

/// TokenRequest::revocation() → one HttpExchange → its judgement. Errors: those of the exchange;
/// UnsupportedTokenType; RevocationPostponed; those of an ErrorResponse; any status but 200 and 204.
class RevocationJob : public ResultJob<RevocationAnswer>
{
    Q_OBJECT
public:
    RevocationJob(TokenRequest request, NetworkAccess access, ExchangeLimits limits,
                  const Clock &clock, QObject *parent = nullptr);

    /// After finished(): the exchange, secrets replaced, the judged error included.
    const ExchangeRecord &record() const { return m_record; }

protected:
    void run() override;
    void stop() override;

private:
    void judge();
    void keepRecord();

    TokenRequest m_request;
    const QString m_host;
    NetworkAccess m_access;
    const ExchangeLimits m_limits;
    const Clock &m_clock;
    ExchangeRecord m_record;
    HttpExchange *m_exchange = nullptr;
};

} // namespace mintmark

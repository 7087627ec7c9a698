// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "oauth/tokenjob.h"

#include "oauth/secretplaceholders.h"

namespace mintmark {

using namespace Qt::StringLiterals;

TokenJob::TokenJob(TokenRequest request, ExchangeLimits limits, const Clock &clock, QObject *parent)
    : ResultJob(parent), m_request(std::move(request)), m_limits(limits), m_clock(clock)
{
    const qint64 own = m_request.configuration().timeoutSeconds * qint64(1000);
    if (own > 0)
        m_limits.deadlineMs = qMin(m_limits.deadlineMs, own);
}

void TokenJob::run()
{
    m_exchange = new HttpExchange(std::move(m_request).takeHttp(), m_request.configuration().caFile,
                                  m_limits, m_clock, this);
    connect(m_exchange, &Job::finished, this, &TokenJob::judge);
    m_exchange->start();
}

void TokenJob::stop()
{
    if (m_exchange == nullptr)
        return;
    m_exchange->cancel();
    keepRecord();
}

void TokenJob::judge()
{
    keepRecord();
    const Result<HttpAnswer> &answer = m_exchange->result();
    if (!answer)
        return finish(answer.error());
    Result<TokenResponse> response = TokenResponse::parse(
        *answer, QUrl(m_record.url).host(), m_request.configuration());
    if (!response) {
        m_record.error = m_exchange->placeholders().applied(response.error());
        return finish(*m_record.error);
    }
    finish(std::move(response));
}

void TokenJob::keepRecord()
{
    m_record = m_exchange->record();
    m_record.purpose = m_request.isRenewal() ? u"renewal"_s : u"token"_s;
}

} // namespace mintmark

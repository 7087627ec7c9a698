// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "oauth/tokenjob.h"

#include "oauth/secretplaceholders.h"

namespace mintmark {

using namespace Qt::StringLiterals;

TokenJob::TokenJob(TokenRequest request, NetworkAccess access, ExchangeLimits limits,
                   const Clock &clock, QObject *parent)
    : ResultJob(parent), m_request(std::move(request)), m_host(m_request.http().host()),
      m_access(std::move(access)), m_limits(limits), m_clock(clock)
{ }

void TokenJob::run()
{
    m_exchange = new HttpExchange(std::move(m_request).takeHttp(), std::move(m_access), m_limits,
                                  m_clock, this);
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
    Result<TokenResponse> response = TokenResponse::parse(*answer, m_host, m_request.configuration());
    if (!response) {
        m_record.error = withoutSecrets(response.error(), *answer);
        return finish(*m_record.error);
    }
    if (!m_request.configuration().responseMapping.accessToken.isEmpty()) {
        m_exchange->hideInRecord(response->accessToken->view());
        keepRecord();
    }
    m_record.notes = response->notes;
    finish(std::move(response));
}

/// The same verdict in words that were hidden before they were cut to size.
Error TokenJob::withoutSecrets(const Error &error, const HttpAnswer &answer) const
{
    const SecretPlaceholders &placeholders = m_exchange->placeholders();
    // No words of the answer are in this one, and its offsets are those of the bytes that came.
    if (error.code == ErrorCode::AnswerNotJson)
        return placeholders.applied(error);
    const Result<TokenResponse> again
        = TokenResponse::parse(placeholders.applied(answer), m_host, m_request.configuration());
    // Another verdict: what was wrong lay in the secret, or beside UTF-8.
    return placeholders.applied(!again && again.error().code == error.code ? again.error() : error);
}

void TokenJob::keepRecord()
{
    m_record = m_exchange->record();
    m_record.purpose = m_request.isRenewal() ? u"renewal"_s : u"token"_s;
}

} // namespace mintmark

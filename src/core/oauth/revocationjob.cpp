// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "oauth/revocationjob.h"

#include "base/displaytext.h"
#include "oauth/errorresponse.h"
#include "oauth/secretplaceholders.h"
#include "oauth/unusableanswer.h"
#include "json/reader.h"

#include <algorithm>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

/// RFC 9110 §10.2.3: seconds, or a date; empty when it says nothing of use.
QString secondsToWait(const HttpAnswer &answer)
{
    const QByteArray said = answer.header("Retry-After").trimmed();
    bool isNumber = false;
    const qint64 seconds = said.toLongLong(&isNumber);
    if (isNumber && seconds >= 0)
        return QString::number(seconds);
    const std::optional<qint64> date = httpDateMs(said);
    return date ? QString::number(std::max<qint64>(0, (*date - answer.receivedAtMs) / 1000))
                : QString();
}

/// What the server refused; nothing when it did not.
std::optional<Error> refusal(const HttpAnswer &answer, const QString &host,
                             const ClientConfiguration &sent)
{
    // RFC 7009 §2.2.1: the token still exists.
    if (answer.status == 503)
        return Error { ErrorCode::RevocationPostponed,
                       { { u"host"_s, host }, { u"seconds"_s, secondsToWait(answer) } },
                       u"HTTP 503"_s };
    const auto response = ErrorResponse::parse(JsonDocument::parse(answer.body), answer.status);
    if (response && response->error == "unsupported_token_type"_L1)
        return Error { ErrorCode::UnsupportedTokenType,
                       { { u"host"_s, host },
                         { u"error_description"_s,
                           displayText(response->description.left(500)).text } },
                       u"HTTP %1, unsupported_token_type"_s.arg(answer.status) };
    if (response)
        return response->toError(host, sent);
    // The body of a success is ignored; servers that have none to send say 204.
    if (answer.status == 200 || answer.status == 204)
        return {};
    // Accepted or created is not done (RFC 7009 §2.2), whatever else is odd about it.
    if (answer.status / 100 == 2)
        return statusError(answer, host, {});
    const std::optional<Error> unopened = unopenedAnswer(answer, host);
    return unopened ? *unopened : statusError(answer, host, {});
}

} // namespace

RevocationJob::RevocationJob(TokenRequest request, NetworkAccess access, ExchangeLimits limits,
                             const Clock &clock, QObject *parent)
    : ResultJob(parent),
      m_request(std::move(request)),
      m_host(m_request.http().host()),
      m_access(std::move(access)),
      m_limits(limits),
      m_clock(clock)
{ }

void RevocationJob::run()
{
    m_exchange = new HttpExchange(std::move(m_request).takeHttp(), std::move(m_access), m_limits,
                                  m_clock, this);
    connect(m_exchange, &Job::finished, this, &RevocationJob::judge);
    m_exchange->start();
}

void RevocationJob::stop()
{
    if (m_exchange == nullptr)
        return;
    m_exchange->cancel();
    keepRecord();
}

void RevocationJob::judge()
{
    keepRecord();
    const Result<HttpAnswer> &answer = m_exchange->result();
    if (!answer)
        return finish(answer.error());
    // Servers repeat what they were sent in what they say of it.
    const HttpAnswer hidden = m_exchange->placeholders().applied(*answer);
    if (std::optional<Error> error = refusal(hidden, m_host, m_request.configuration())) {
        m_record.error = m_exchange->placeholders().applied(*error);
        return finish(*m_record.error);
    }
    finish(RevocationAnswer { m_host, answer->status, answer->receivedAtMs });
}

void RevocationJob::keepRecord()
{
    m_record = m_exchange->record();
    m_record.purpose = u"revocation"_s;
}

} // namespace mintmark

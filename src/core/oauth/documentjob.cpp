// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "oauth/documentjob.h"

#include "oauth/endpoint.h"
#include "oauth/requestheaders.h"
#include "oauth/unusableanswer.h"

namespace mintmark {

namespace {

/// RFC 8414 §3.2: a document comes with 200 and nothing else.
std::optional<Error> unusable(const HttpAnswer &answer, const QString &host)
{
    if (std::optional<Error> error = unopenedAnswer(answer, host))
        return error;
    if (answer.status == 200)
        return {};
    return statusError(answer, host, {});
}

} // namespace

DocumentJob::DocumentJob(Request request, DocumentSettings settings, const Clock &clock,
                         QObject *parent)
    : ResultJob(parent),
      m_request(std::move(request)),
      m_settings(std::move(settings)),
      m_clock(clock)
{
    m_record.purpose = m_request.purpose;
}

void DocumentJob::run()
{
    const Result<QUrl> url = endpointFrom(m_request.address, false);
    if (!url)
        return refuse(url.error());
    HttpRequest http = requestTo("GET", *url);
    http.addHeader("Accept", m_request.accept);
    m_exchange =
        new HttpExchange(std::move(http), m_settings.network, m_settings.limits, m_clock, this);
    connect(m_exchange, &Job::finished, this, &DocumentJob::judge);
    m_exchange->start();
}

void DocumentJob::stop()
{
    if (m_exchange == nullptr)
        return;
    m_exchange->cancel();
    m_record = m_exchange->record();
    m_record.purpose = m_request.purpose;
}

void DocumentJob::judge()
{
    m_record = m_exchange->record();
    m_record.purpose = m_request.purpose;
    const Result<HttpAnswer> &answer = m_exchange->result();
    if (!answer)
        return finish(answer.error());
    if (const std::optional<Error> error = unusable(*answer, QUrl(m_record.url).host()))
        return refuse(*error);
    finish(answer->body);
}

void DocumentJob::refuse(const Error &error)
{
    m_record.error = error;
    finish(error);
}

} // namespace mintmark

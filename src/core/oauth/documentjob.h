// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/job.h"
#include "oauth/exchangerecord.h"
#include "oauth/httpexchange.h"

namespace mintmark {

class Clock;

/// How documents that anybody may read are fetched: metadata (RFC 8414) and keys (RFC 7517).
struct DocumentSettings
{
    NetworkAccess network; ///< without a client certificate: nobody has to be proven
    ExchangeLimits limits;
};

/// One GET without credentials: https, or http on loopback, whatever the profile allows for its
/// token, because these documents decide what is trusted. The result is the body of an answer with
/// status 200; everything else is an error.
class DocumentJob : public ResultJob<QByteArray>
{
    Q_OBJECT
public:
    struct Request
    {
        QString address; ///< as typed or published; judged when the job runs
        QString purpose; ///< of the record: "discovery", "keys"
        QByteArray accept = "application/json";
    };

    DocumentJob(Request request, DocumentSettings settings, const Clock &clock,
                QObject *parent = nullptr);

    /// After finished(). Without a method: nothing was sent.
    const ExchangeRecord &record() const { return m_record; }

protected:
    void run() override;
    void stop() override;

private:
    void judge();
    void refuse(const Error &error);

    const Request m_request;
    const DocumentSettings m_settings;
    const Clock &m_clock;
    ExchangeRecord m_record;
    HttpExchange *m_exchange = nullptr;
};

} // namespace mintmark

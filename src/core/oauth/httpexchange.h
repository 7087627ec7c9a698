// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/job.h"
#include "oauth/exchangerecord.h"
#include "oauth/httpanswer.h"
#include "oauth/httprequest.h"
#include "oauth/networksettings.h"

#include <memory>

namespace mintmark {

class Clock;
class SecretPlaceholders;

/// All injected, so that fault tests take milliseconds.
struct ExchangeLimits
{
    /// For the whole exchange, whatever drips in; 0: as the network settings say. The shorter wins.
    qint64 deadlineMs = 0;
    qsizetype bodyBytes = 1024 * 1024;
};

/// Sends one HttpRequest once: fresh connection, HTTP/1.1, no redirect followed, no cookie, no
/// proxy for loopback, peer checked before the first byte, one deadline, one size cap. Never
/// repeats anything (oncebody.h). Network and TLS faults are errors; any complete answer,
/// 3xx, 4xx and 5xx included, is a result for the caller to judge.
class HttpExchange : public ResultJob<HttpAnswer>
{
    Q_OBJECT
public:
    /// `access` is what counts in the end: merged() is applied.
    HttpExchange(HttpRequest request, NetworkAccess access, ExchangeLimits limits,
                 const Clock &clock, QObject *parent = nullptr);
    ~HttpExchange() override;

    /// After finished(), also after a failure.
    const ExchangeRecord &record() const;
    /// A secret of the answer that stood where none is looked for: hides it in the record.
    void hideInRecord(QByteArrayView secret);
    /// The secrets of the request and of the answer, for texts made from the answer.
    const SecretPlaceholders &placeholders() const;

protected:
    void run() override;
    void stop() override;

private:
    class Private; // keeps QNetworkAccessManager out of every other file
    std::unique_ptr<Private> d;
};

} // namespace mintmark

// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/error.h"
#include "oauth/certificatedetails.h"
#include "oauth/httpanswer.h"

#include <QList>
#include <QString>

#include <optional>

namespace mintmark {

class SecretPlaceholders;

/// Milliseconds; -1 where it did not happen. Qt tells no moment for TCP alone,
/// so connect and TLS are one phase.
struct ExchangeTimings
{
    qint64 connectMs = -1; ///< look-up, connect and TLS
    qint64 sendMs = -1;
    qint64 waitMs = -1; ///< until the answer's head
    qint64 receiveMs = -1;
    qint64 totalMs = -1;
    friend bool operator==(const ExchangeTimings &, const ExchangeTimings &) = default;
};

struct TlsDetails
{
    QString protocol; ///< "TLS 1.3"
    QString cipher;
    QList<CertificateDetails> chain; ///< leaf first, as the server sent it
    QString clientCertificate; ///< summary of the one shown to the server; empty: none

    /// The authority at the end of the chain, when the server sent it: what can be trusted by hand.
    std::optional<CertificateDetails> authority() const
    {
        return chain.isEmpty() || !chain.last().isSelfIssued ? std::nullopt : std::optional(chain.last());
    }
    friend bool operator==(const TlsDetails &, const TlsDetails &) = default;
};

/// One exchange for the Requests tab and for tickets: no secret in it, they are replaced by
/// placeholders numbered per record ("secret#1").
struct ExchangeRecord
{
    qint64 startedAtMs = 0; ///< wall clock
    QString purpose; ///< "token", "renewal", "secret_test", "discovery", "keys", "revocation"
    QString method;
    QString url;
    QString request; ///< head and body
    int status = 0; ///< 0: no answer
    QString reason;
    QString answerHead; ///< headers as Qt reports them
    QString answerBody; ///< first 16 KiB as text
    ExchangeTimings timings;
    std::optional<TlsDetails> tls;
    QString proxy; ///< "host:port" of the proxy asked to open the way; empty: none
    std::optional<Error> error;
    QStringList notes; ///< what was odd about an answer that is good, translated; shown beside it

    bool ok() const { return !error; }
    friend bool operator==(const ExchangeRecord &, const ExchangeRecord &) = default;
};

/// Status line and headers of an answer, its cookies and every known secret replaced.
QString recordedHead(const HttpAnswer &answer, SecretPlaceholders &placeholders);
/// The first 16 Ki characters of a body as text, or "[hidden]" for one with over a hundred secrets.
/// Tokens and secrets in it are added to `placeholders` and replaced: in JSON by member name and by
/// what looks like a JWT, in other text by pattern.
QString recordedBody(const QByteArray &body, SecretPlaceholders &placeholders);

} // namespace mintmark

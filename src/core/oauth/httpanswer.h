// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace mintmark {

struct HttpHeader
{
    QByteArray name;
    QByteArray value;
    friend bool operator==(const HttpHeader &, const HttpHeader &) = default;
};

/// A whole answer, whatever its status.
struct HttpAnswer
{
    int status = 0;
    QString reason;
    QList<HttpHeader> headers; ///< as Qt reports them: duplicates arrive merged
    QByteArray body; ///< complete; at most ExchangeLimits::bodyBytes
    qint64 sentAtMs = 0; ///< wall clock, when the request left: expires_in counts from here
    qint64 receivedAtMs = 0;
    /// Server's clock minus local clock, in ms, when it sent a Date; 0 when the two agree within
    /// what the header can tell (whole seconds).
    std::optional<qint64> skewMs;

    QByteArray header(QByteArrayView name) const; ///< case-insensitive
    friend bool operator==(const HttpAnswer &, const HttpAnswer &) = default;
};

/// Text of a peer that may have forgotten to say its encoding: UTF-8, or Latin-1 when it cannot be that.
QString readableText(QByteArrayView bytes);
/// An IMF-fixdate (RFC 9110 §5.6.7) in milliseconds.
std::optional<qint64> httpDateMs(QByteArrayView text);
/// `dateMs` (whole seconds, taken at some moment between the two others) against the local clock.
qint64 clockSkew(qint64 dateMs, qint64 sentAtMs, qint64 receivedAtMs);

} // namespace mintmark

// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/error.h"

#include <QNetworkReply>

namespace mintmark {

/// What is known about an exchange that ended without a whole answer.
struct BrokenExchange
{
    QString host;
    int port = 0;
    bool encrypted = false; ///< https
    bool sent = false; ///< something of the request has left, or may have
    int status = 0; ///< of an answer that broke off; 0: no head arrived
    QString proxy; ///< "host:port", empty: none
    QString said; ///< Qt's or OpenSSL's words
};

/// The Error for one of Qt's network errors.
Error networkError(QNetworkReply::NetworkError error, const BrokenExchange &exchange);
/// AnswerTimedOut or ConnectTimedOut, whichever is true.
Error timeoutError(qint64 milliseconds, const BrokenExchange &exchange);

} // namespace mintmark

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
    QString proxyUser; ///< who logged in to it; empty: nobody
    QString clientCertificate; ///< subject of the one that was shown; empty: none
};

/// The Error for one of Qt's network errors.
Error networkError(QNetworkReply::NetworkError error, const BrokenExchange &exchange);
/// What a proxy made of CONNECT; `status` of its answer, 0: hung up, or no HTTP. ProxyClosed,
/// ProxyRefused, ProxyAuthentication, ProxyLoginRefused.
Error proxyError(int status, const BrokenExchange &exchange);
/// It wants a login, and did not open the way with the one it got: some answer a wrong one with
/// something else than 407, and Qt does not tell with what. ProxyRefused.
Error loginInVain(const BrokenExchange &exchange);
/// AnswerTimedOut, AnswerTooSlow or ConnectTimedOut, whichever is true.
Error timeoutError(qint64 milliseconds, const BrokenExchange &exchange);

} // namespace mintmark

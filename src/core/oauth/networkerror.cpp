// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "oauth/networkerror.h"

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

ErrorCode codeFor(QNetworkReply::NetworkError error, const BrokenExchange &exchange)
{
    switch (error) {
    case QNetworkReply::HostNotFoundError:
        return ErrorCode::HostNotFound;
    case QNetworkReply::ConnectionRefusedError:
        return ErrorCode::ConnectionRefused;
    case QNetworkReply::ContentReSendError: // Qt wanted to send it again and could not: oncebody.h
    case QNetworkReply::RemoteHostClosedError:
        return exchange.encrypted && !exchange.sent ? ErrorCode::TlsFailed : ErrorCode::ConnectionClosed;
    case QNetworkReply::ProtocolFailure:
    case QNetworkReply::ProtocolInvalidOperationError:
    case QNetworkReply::UnknownContentError:
        return ErrorCode::AnswerGarbled;
    case QNetworkReply::SslHandshakeFailedError:
        return ErrorCode::TlsFailed;
    case QNetworkReply::TimeoutError:
    case QNetworkReply::TemporaryNetworkFailureError:
    case QNetworkReply::NetworkSessionFailedError:
    case QNetworkReply::UnknownNetworkError: // "Network unreachable", "Proxy connection refused"
        if (exchange.sent)
            return ErrorCode::NetworkFailed;
        return exchange.proxy.isEmpty() ? ErrorCode::HostUnreachable : ErrorCode::ProxyFailed;
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::UnknownProxyError:
        return ErrorCode::ProxyFailed;
    case QNetworkReply::ProxyAuthenticationRequiredError:
        return ErrorCode::ProxyAuthentication;
    default:
        return ErrorCode::NetworkFailed;
    }
}

QMap<QString, QString> argumentsFrom(const BrokenExchange &exchange)
{
    QMap<QString, QString> arguments { { u"host"_s, exchange.host },
                                       { u"port"_s, QString::number(exchange.port) },
                                       { u"said"_s, exchange.said } };
    if (!exchange.proxy.isEmpty())
        arguments.insert(u"proxy"_s, exchange.proxy);
    return arguments;
}

} // namespace

Error networkError(QNetworkReply::NetworkError error, const BrokenExchange &exchange)
{
    QString detail = u"QNetworkReply error %1: %2"_s.arg(error).arg(exchange.said);
    if (exchange.status > 0)
        detail += u"; HTTP %1, then the connection ended"_s.arg(exchange.status);
    return { codeFor(error, exchange), argumentsFrom(exchange), detail };
}

Error timeoutError(qint64 milliseconds, const BrokenExchange &exchange)
{
    QMap<QString, QString> arguments = argumentsFrom(exchange);
    arguments.insert(u"seconds"_s, QString::number(static_cast<double>(milliseconds) / 1000));
    return { exchange.sent ? ErrorCode::AnswerTimedOut : ErrorCode::ConnectTimedOut, arguments,
             u"no whole answer after %1 ms"_s.arg(milliseconds) };
}

} // namespace mintmark

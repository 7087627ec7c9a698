// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "oauth/networkerror.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <optional>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(NetworkError)
};

/// What the TLS alert of a server says about our own certificate. In TLS 1.3 it may come after the
/// request has left (RFC 8446 §4.4.2.4).
std::optional<ErrorCode> certificateAlert(const BrokenExchange &exchange)
{
    constexpr std::array alerts { "certificate required"_L1,    "bad certificate"_L1,
                                  "alert unknown ca"_L1,        "certificate unknown"_L1,
                                  "certificate revoked"_L1,     "certificate expired"_L1,
                                  "unsupported certificate"_L1, "access denied"_L1,
                                  "peer did not return a certificate"_L1 };
    const auto isSaid = [&exchange](QLatin1StringView alert) {
        return exchange.said.contains(alert, Qt::CaseInsensitive);
    };
    if (!exchange.encrypted || !exchange.said.contains("alert"_L1) || std::ranges::none_of(alerts, isSaid))
        return {};
    return exchange.clientCertificate.isEmpty() ? ErrorCode::ClientCertificateWanted
                                                : ErrorCode::ClientCertificateRefused;
}

ErrorCode proxyCode(const BrokenExchange &exchange)
{
    return exchange.proxyUser.isEmpty() ? ErrorCode::ProxyAuthentication
                                        : ErrorCode::ProxyLoginRefused;
}

/// The connection ended before the answer did.
ErrorCode brokenCode(const BrokenExchange &exchange)
{
    if (exchange.encrypted && !exchange.sent)
        return ErrorCode::TlsClosed;
    return exchange.status > 0 ? ErrorCode::AnswerBrokenOff : ErrorCode::ConnectionClosed;
}

/// What OpenSSL says about a handshake that failed.
ErrorCode handshakeCode(const BrokenExchange &exchange)
{
    const auto isSaid = [&exchange](QLatin1StringView words) {
        return exchange.said.contains(words, Qt::CaseInsensitive);
    };
    if (exchange.sent)
        return brokenCode(exchange);
    if (isSaid("protocol version"_L1) || isSaid("unsupported protocol"_L1))
        return ErrorCode::TlsTooOld;
    if (isSaid("wrong version number"_L1) || isSaid("packet length too long"_L1)
        || isSaid("record layer failure"_L1) || isSaid("http request"_L1))
        return ErrorCode::TlsNotSpoken;
    return ErrorCode::TlsFailed;
}

/// "… error:0A000410:SSL routines::sslv3 alert handshake failure" without what only programmers need.
QString plainWords(const QString &said)
{
    const qsizetype routine = said.lastIndexOf("::"_L1);
    return routine < 0 ? said : said.sliced(routine + 2).trimmed();
}

ErrorCode codeFor(QNetworkReply::NetworkError error, const BrokenExchange &exchange)
{
    if (const std::optional<ErrorCode> alert = certificateAlert(exchange))
        return *alert;
    switch (error) {
    case QNetworkReply::HostNotFoundError:
        return ErrorCode::HostNotFound;
    case QNetworkReply::ConnectionRefusedError:
        return ErrorCode::ConnectionRefused;
    // Qt wanted to send it again and could not (oncebody.h): for a server that hung up as for one
    // that sent no HTTP, and nothing of what it knows tells the two apart.
    case QNetworkReply::ContentReSendError:
    case QNetworkReply::RemoteHostClosedError:
        return brokenCode(exchange);
    case QNetworkReply::ProtocolFailure:
    case QNetworkReply::ProtocolInvalidOperationError:
    case QNetworkReply::UnknownContentError:
        return ErrorCode::AnswerGarbled;
    case QNetworkReply::ProtocolUnknownError: // there is no other but https that could be
        return ErrorCode::TlsMissing;
    case QNetworkReply::SslHandshakeFailedError:
        return handshakeCode(exchange);
    case QNetworkReply::TimeoutError:
    case QNetworkReply::TemporaryNetworkFailureError:
    case QNetworkReply::NetworkSessionFailedError:
    case QNetworkReply::UnknownNetworkError: // "Network unreachable", "Proxy connection refused"
        if (exchange.sent)
            return ErrorCode::NetworkFailed;
        return exchange.proxy.isEmpty() ? ErrorCode::HostUnreachable : ErrorCode::ProxyFailed;
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::UnknownProxyError:
        return ErrorCode::ProxyFailed;
    case QNetworkReply::ProxyConnectionClosedError:
        return ErrorCode::ProxyClosed;
    case QNetworkReply::ProxyAuthenticationRequiredError:
        return proxyCode(exchange);
    default:
        return ErrorCode::NetworkFailed;
    }
}

QMap<QString, QString> argumentsFrom(const BrokenExchange &exchange)
{
    QMap<QString, QString> arguments { { u"host"_s, exchange.host },
                                       { u"port"_s, QString::number(exchange.port) },
                                       { u"said"_s, plainWords(exchange.said) } };
    if (!exchange.proxy.isEmpty())
        arguments.insert(u"proxy"_s, exchange.proxy);
    if (!exchange.proxyUser.isEmpty())
        arguments.insert(u"user"_s, exchange.proxyUser);
    if (!exchange.clientCertificate.isEmpty())
        arguments.insert(u"subject"_s, exchange.clientCertificate);
    if (exchange.status > 0)
        arguments.insert(u"status"_s, QString::number(exchange.status));
    return arguments;
}

} // namespace

Error networkError(QNetworkReply::NetworkError error, const BrokenExchange &exchange)
{
    QString detail = u"QNetworkReply error %1: %2"_s.arg(error).arg(exchange.said);
    if (exchange.status > 0)
        detail += u"; HTTP %1, then the connection ended"_s.arg(exchange.status);
    const ErrorCode code = codeFor(error, exchange);
    QMap<QString, QString> arguments = argumentsFrom(exchange);
    if (code == ErrorCode::NetworkFailed && exchange.sent)
        arguments.insert(u"sent"_s, Text::tr("One request was sent; it may have been carried out."));
    return { code, arguments, detail };
}

Error timeoutError(qint64 milliseconds, const BrokenExchange &exchange)
{
    QMap<QString, QString> arguments = argumentsFrom(exchange);
    arguments.insert(u"seconds"_s, QString::number(static_cast<double>(milliseconds) / 1000));
    const ErrorCode waiting =
        exchange.status > 0 ? ErrorCode::AnswerTooSlow : ErrorCode::AnswerTimedOut;
    return { exchange.sent ? waiting : ErrorCode::ConnectTimedOut, arguments,
             u"no whole answer after %1 ms"_s.arg(milliseconds) };
}

Error proxyError(int status, const BrokenExchange &exchange)
{
    QMap<QString, QString> arguments = argumentsFrom(exchange);
    arguments.remove(u"said"_s);
    const QString detail = status > 0 ? u"the proxy answered CONNECT with HTTP %1"_s.arg(status)
                                      : u"the proxy answered CONNECT with no HTTP"_s;
    if (status <= 0)
        return { ErrorCode::ProxyClosed, arguments, detail };
    if (status == 407)
        return { proxyCode(exchange), arguments, detail };
    arguments.insert(u"said"_s, Text::tr("It answered HTTP %1.").arg(status));
    return { ErrorCode::ProxyRefused, arguments, detail };
}

Error loginInVain(const BrokenExchange &exchange)
{
    QMap<QString, QString> arguments = argumentsFrom(exchange);
    arguments.insert(u"said"_s,
                     Text::tr("It wants a login, and got that of \"%1\".").arg(exchange.proxyUser));
    Error error { ErrorCode::ProxyRefused, arguments, exchange.said };
    error.hint = Text::tr("Enter name and password again in Network settings; if they are right, ask whoever "
                          "runs the proxy whether it may reach %1.")
                     .arg(exchange.host);
    return error;
}

} // namespace mintmark

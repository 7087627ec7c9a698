// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "oauth/unusableanswer.h"

#include "base/displaytext.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QUrl>

#include <algorithm>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(TokenResponse)
};

constexpr double longestWaitS = 3600;

Error errorOf(ErrorCode code, const HttpAnswer &answer, const QString &host)
{
    return { code, { { u"host"_s, host }, { u"status"_s, QString::number(answer.status) } },
             u"HTTP %1 %2"_s.arg(QString::number(answer.status), displayText(answer.reason).text) };
}

/// Host of another server, address on this host or path on the same server; never the query, which may
/// carry a secret.
QString redirectTarget(const QUrl &location, const QString &host)
{
    const QString scheme = location.scheme();
    QString target = location.host();
    if (!scheme.isEmpty() && scheme != "http"_L1 && scheme != "https"_L1)
        target = Text::tr("an address of the kind \"%1\"").arg(scheme);
    else if (target == host)
        target = location.adjusted(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment).toString();
    else if (target.isEmpty())
        target = location.path();
    return target.isEmpty() ? Text::tr("another address") : displayText(target.left(200)).text;
}

Error redirected(const HttpAnswer &answer, const QString &host)
{
    const QByteArray location = answer.header("Location").trimmed();
    if (location.isEmpty())
        return errorOf(ErrorCode::RedirectedNowhere, answer, host);
    Error error = errorOf(ErrorCode::Redirected, answer, host);
    error.arguments.insert(u"target"_s, redirectTarget(QUrl(QString::fromUtf8(location)), host));
    return error;
}

/// Retry-After in seconds (RFC 9110 §10.2.3), as a date measured by the server's own clock.
QString secondsToWait(const HttpAnswer &answer)
{
    const QByteArray value = answer.header("Retry-After").trimmed();
    const bool isNumber = !value.isEmpty() && std::all_of(value.begin(), value.end(), [](char c) {
        return c >= '0' && c <= '9';
    });
    double seconds = value.toDouble(); // digits without end are a number, too
    if (!isNumber) {
        const std::optional<qint64> date = httpDateMs(value);
        if (!date)
            return {};
        const qint64 serverNow = answer.receivedAtMs + answer.skewMs.value_or(0);
        seconds = static_cast<double>((*date - serverNow + 999) / 1000);
    }
    return QString::number(static_cast<qint64>(qBound(0.0, seconds, longestWaitS)));
}

bool isHtml(const QByteArray &body)
{
    const QByteArray start = body.left(1024).trimmed().toLower();
    return start.startsWith('<') && (start.contains("<html") || start.contains("<!doctype html")
                                     || start.contains("<head") || start.contains("<title"));
}

/// RFC 9110 §15: a status that HTTP does not have counts as a fault of the server.
bool isServerFault(int status)
{
    return status >= 500 || status < 100;
}

/// The first words of a body that is text, whatever it is; empty for anything else.
QString readableStart(const QByteArray &body)
{
    const QString text = readableText(body.left(1000)).simplified();
    const bool isText = std::all_of(text.begin(), text.end(), [](QChar c) { return c.isPrint(); });
    return isText ? text.left(200) : QString();
}

/// What a status alone says about the way out; nothing for most.
void advise(Error &error, int status)
{
    switch (status) {
    case 401:
        error.hint = Text::tr("It wants to know who asks, and what was sent did not tell it. Compare id, "
                              "secret and the way they are sent with the server's guide.");
        error.hintCure = Cure::TryOtherAuthentication;
        return;
    case 403:
        error.hint = Text::tr("It knows the address and does not let this client, or this network, use it. "
                              "Ask whoever runs it.");
        return;
    case 405:
        error.hint = Text::tr("This address takes other requests than this one. Check it against the "
                              "server's guide.");
        return;
    case 407:
        error.hint = Text::tr("A proxy on the way may want a login. Check it in Network settings.");
        error.hintCure = Cure::NetworkSettings;
        return;
    case 408:
        error.hint = Text::tr("It waited for the request and gave up. Try again.");
        error.hintCure = Cure::TryAgain;
        return;
    case 413:
    case 414:
    case 431:
        error.hint = Text::tr("The request is too large for it. Shorten scope, parameters or headers.");
        error.hintCure = Cure::EditProfile;
        return;
    case 415:
        error.hint = Text::tr("It does not read a body of this kind. Choose the other one: form or JSON.");
        error.hintCure = Cure::EditProfile;
        return;
    case 426:
        error.hint = Text::tr("It wants another protocol than HTTP/1.1 over TLS. Ask whoever runs it.");
        return;
    default:
        return;
    }
}

QString htmlTitle(const QByteArray &body)
{
    static const QRegularExpression title(
        u"<title[^>]*>(.*?)</title"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::DotMatchesEverythingOption);
    const QString text = QString::fromUtf8(body.left(64 * 1024));
    return displayText(title.match(text).captured(1).simplified().left(200)).text;
}

/// What nginx ("No required SSL certificate was sent", "The SSL certificate error") and IIS say of the
/// client's certificate, behind a handshake that went well without it.
bool speaksOfCertificate(const QString &title)
{
    static const QRegularExpression words(u"\\b(ssl|tls|client) certificate\\b"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    return title.contains(words);
}

} // namespace

std::optional<Error> unopenedAnswer(const HttpAnswer &answer, const QString &host)
{
    // 304 sends nobody anywhere (RFC 9110 §15.4.5).
    if (answer.status / 100 == 3 && answer.status != 304)
        return redirected(answer, host);
    if (answer.status == 429) {
        Error error = errorOf(ErrorCode::TooManyRequests, answer, host);
        error.arguments.insert(u"seconds"_s, secondsToWait(answer));
        return error;
    }
    const QByteArray encoding = answer.header("Content-Encoding").trimmed();
    if (!answer.body.isEmpty() && !encoding.isEmpty()
        && encoding.compare("identity", Qt::CaseInsensitive) != 0) {
        Error error = errorOf(ErrorCode::AnswerEncoded, answer, host);
        error.arguments.insert(u"encoding"_s, displayText(QString::fromUtf8(encoding.left(100))).text);
        return error;
    }
    if (!answer.body.trimmed().isEmpty())
        return {};
    if (answer.status / 100 != 2)
        return statusError(answer, host, {});
    Error error = errorOf(ErrorCode::AnswerEmpty, answer, host);
    // Qt takes a chunk whose size it cannot read for the last one.
    if (!answer.header("Transfer-Encoding").isNull())
        error.arguments.insert(u"said"_s, Text::tr("It was to come in chunks; the first is empty or broken."));
    return error;
}

Error notJsonAnswer(const HttpAnswer &answer, const QString &host, const QString &said)
{
    const bool html = isHtml(answer.body);
    const QString title = html ? htmlTitle(answer.body) : QString();
    if (isServerFault(answer.status))
        return statusError(answer, host, html ? title : readableStart(answer.body));
    if (html) {
        Error error = errorOf(ErrorCode::AnswerIsHtml, answer, host);
        error.arguments.insert(u"title"_s, title);
        if (speaksOfCertificate(title)) {
            error.hint = Text::tr("It wants a client certificate, or another one than it got. Set it for this "
                                  "profile under Network.");
            error.hintCure = Cure::EditProfile;
        }
        return error;
    }
    if (answer.status / 100 != 2)
        return statusError(answer, host, readableStart(answer.body));
    Error error = errorOf(ErrorCode::AnswerNotJson, answer, host);
    error.arguments.insert(u"said"_s, said);
    return error;
}

Error statusError(const HttpAnswer &answer, const QString &host, const QString &said)
{
    const bool isFault = isServerFault(answer.status);
    Error error = errorOf(isFault ? ErrorCode::ServerFailed : ErrorCode::HttpStatus, answer, host);
    if (answer.status == 511) { // RFC 6585 §6: not the server, but who guards the way to it
        error.code = ErrorCode::NetworkLoginWanted;
        error.arguments.insert(u"title"_s, displayText(said.left(200)).text);
        return error;
    }
    error.arguments.insert(u"said"_s, displayText(said.left(500)).text);
    if (isFault)
        error.arguments.insert(u"seconds"_s, secondsToWait(answer));
    advise(error, answer.status);
    return error;
}

} // namespace mintmark

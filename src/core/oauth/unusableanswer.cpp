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

/// Host of another server, or path on the same one; never the query, which may carry a secret.
QString redirectTarget(const HttpAnswer &answer, const QString &host)
{
    const QUrl location(QString::fromUtf8(answer.header("Location")));
    const QString other = location.host() == host ? QString() : location.host();
    const QString target = other.isEmpty() ? location.path() : other;
    return target.isEmpty() ? Text::tr("another address") : displayText(target.left(200)).text;
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

QString htmlTitle(const QByteArray &body)
{
    static const QRegularExpression title(
        u"<title[^>]*>(.*?)</title"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::DotMatchesEverythingOption);
    const QString text = QString::fromUtf8(body.left(64 * 1024));
    return displayText(title.match(text).captured(1).simplified().left(200)).text;
}

} // namespace

std::optional<Error> unopenedAnswer(const HttpAnswer &answer, const QString &host)
{
    if (answer.status / 100 == 3) {
        Error error = errorOf(ErrorCode::Redirected, answer, host);
        error.arguments.insert(u"target"_s, redirectTarget(answer, host));
        return error;
    }
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
    return answer.status / 100 == 2 ? errorOf(ErrorCode::AnswerEmpty, answer, host)
                                    : statusError(answer, host, {});
}

Error notJsonAnswer(const HttpAnswer &answer, const QString &host, const QString &said)
{
    const bool html = isHtml(answer.body);
    const QString title = html ? htmlTitle(answer.body) : QString();
    if (answer.status >= 500)
        return statusError(answer, host, title);
    if (html) {
        Error error = errorOf(ErrorCode::AnswerIsHtml, answer, host);
        error.arguments.insert(u"title"_s, title);
        return error;
    }
    if (answer.status / 100 != 2)
        return statusError(answer, host, {});
    Error error = errorOf(ErrorCode::AnswerNotJson, answer, host);
    error.arguments.insert(u"said"_s, said);
    return error;
}

Error statusError(const HttpAnswer &answer, const QString &host, const QString &said)
{
    Error error = errorOf(answer.status >= 500 ? ErrorCode::ServerFailed : ErrorCode::HttpStatus,
                          answer, host);
    error.arguments.insert(u"said"_s, displayText(said.left(500)).text);
    return error;
}

} // namespace mintmark

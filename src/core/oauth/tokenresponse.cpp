// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "oauth/tokenresponse.h"

#include "base/displaytext.h"
#include "json/number.h"
#include "json/reader.h"
#include "oauth/answerpath.h"
#include "oauth/clientconfiguration.h"
#include "oauth/errorresponse.h"
#include "oauth/parameters.h"
#include "oauth/unusableanswer.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(TokenResponse)
};

constexpr qint64 hundredYearsS = 3'155'760'000;
/// Numbers from here on are milliseconds: as seconds this is the year 5138.
constexpr qint64 firstMilliseconds = 100'000'000'000;

/// The digits of a JSON number, or of a string that holds one; empty for everything else.
QByteArray numberText(const JsonValue &value)
{
    if (value.isNumber())
        return value.raw().toByteArray();
    const JsonDocument inner = JsonDocument::parse(value.toString().trimmed().toUtf8());
    return inner.root().isNumber() && inner.isValid() ? inner.bytes() : QByteArray();
}

/// A moment as seconds, milliseconds (both also as text) or ISO 8601.
std::optional<qint64> momentMs(const JsonValue &value)
{
    if (const QByteArray number = numberText(value); !number.isEmpty()) {
        const std::optional<qint64> whole = scaledFloor(number, 0);
        return whole && *whole < firstMilliseconds ? scaledFloor(number, 3) : whole;
    }
    const QDateTime time = QDateTime::fromString(value.toString(), Qt::ISODateWithMs);
    return time.isValid() ? std::optional(time.toMSecsSinceEpoch()) : std::nullopt;
}

bool isVisibleAscii(const QString &text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c > u' ' && c <= u'~'; });
}

JsonValue mapped(const JsonValue &root, const QString &own, QLatin1StringView standard)
{
    return own.isEmpty() ? root.member(standard) : AnswerPath::follow(root, own).value;
}

/// What an own path says of itself when it leads nowhere.
QString failedStep(const JsonValue &root, const QString &own)
{
    return own.isEmpty() ? QString() : AnswerPath::follow(root, own).failure;
}

bool isGiven(const JsonValue &value)
{
    return value.exists() && !value.isNull();
}

/// Why the member access_token is of no use; empty: it is.
QString tokenProblem(const JsonValue &token)
{
    if (!isGiven(token))
        return token.exists() ? u"null"_s : Text::tr("missing");
    if (!token.isString())
        return Text::tr("not a text");
    const QString text = token.toString();
    if (text.isEmpty())
        return Text::tr("empty");
    // RFC 6750 §2.1: a header holds a token without spaces.
    return isVisibleAscii(text) ? QString() : Text::tr("has spaces or characters a header cannot carry");
}

Error withoutToken(const JsonValue &root, const HttpAnswer &answer, const QString &host,
                   const ResponseMapping &mapping)
{
    const QString wanted =
        mapping.accessToken.isEmpty() ? QString(parameter::accessToken) : mapping.accessToken;
    const JsonValue token = mapped(root, mapping.accessToken, parameter::accessToken);
    const QString problem = tokenProblem(token);
    QStringList names;
    for (const JsonValue &member : root) {
        const bool isToken = member.name() == wanted;
        const QString name = displayText(member.name().left(60)).text;
        names << (isToken ? u"%1 (%2)"_s.arg(name, problem) : name);
    }
    const QString members = names.isEmpty() ? Text::tr("nothing") : names.mid(0, 20).join(u", "_s);
    return { isGiven(token) ? ErrorCode::AnswerTokenUnusable : ErrorCode::AnswerWithoutToken,
             { { u"host"_s, host },
               { u"members"_s, members },
               { u"problem"_s, problem },
               { u"step"_s, failedStep(root, mapping.accessToken) } },
             u"HTTP %1, %2: %3"_s.arg(QString::number(answer.status), displayText(wanted).text,
                                      problem) };
}

/// A member that would be read and stands twice.
std::optional<Error> ambiguity(const JsonValue &root, const QString &host, const ResponseMapping &mapping)
{
    QString twice;
    for (const QLatin1StringView name :
         { parameter::accessToken, parameter::refreshToken, parameter::tokenType, parameter::expiresIn,
           parameter::expiresAt, parameter::expiresOn, parameter::issuedAt, parameter::scope,
           parameter::error }) {
        if (root.count(name) > 1)
            twice = name;
    }
    for (const QString &path : { mapping.accessToken, mapping.expiresIn, mapping.expiresAt }) {
        if (!path.isEmpty() && twice.isEmpty())
            twice = AnswerPath::follow(root, path).ambiguous.value_or(QString());
    }
    if (twice.isEmpty())
        return {};
    return Error { ErrorCode::AnswerAmbiguous,
                   { { u"host"_s, host }, { u"member"_s, displayText(twice).text } }, {} };
}

SharedSecret secretOf(const JsonValue &value)
{
    QString text = value.toString();
    SharedSecret secret = text.isEmpty() ? SharedSecret() : shareSecret(SecretBytes::fromString(text));
    wipe(text);
    return secret;
}

QString scopeOf(const JsonValue &value)
{
    QStringList scopes { value.toString() };
    for (const JsonValue &element : value)
        scopes << element.toString(); // some servers send an array
    return scopes.join(u' ').trimmed();
}

/// Nothing for what is no number, and for numbers that no token lives.
std::optional<qint64> secondsOf(const JsonValue &value)
{
    const QByteArray number = numberText(value);
    if (number.isEmpty())
        return {};
    const std::optional<qint64> seconds = scaledFloor(number, 0);
    return seconds && *seconds >= -hundredYearsS && *seconds <= hundredYearsS ? seconds : std::nullopt;
}

/// Azure's managed identities and v1.0 endpoints say it so, as text or number, in seconds. Where it is
/// no moment from the years in which tokens end, it may be anything, a lifetime above all, and is
/// taken for nothing.
void readExpiresOn(TokenResponse &response, const JsonValue &value)
{
    if (!isGiven(value))
        return;
    constexpr qint64 year2000Ms = 946'684'800'000;
    const std::optional<qint64> moment = momentMs(value);
    if (moment && *moment >= year2000Ms && *moment <= response.sentAtMs + hundredYearsS * 1000)
        response.expiresAtMs = moment;
    else
        response.notes << Text::tr("expires_on is not a time that could be meant");
}

void readTimes(TokenResponse &response, const JsonValue &root, const ResponseMapping &mapping)
{
    const JsonValue expiresIn = mapped(root, mapping.expiresIn, parameter::expiresIn);
    response.expiresInS = secondsOf(expiresIn);
    if (isGiven(expiresIn) && !response.expiresInS)
        response.notes << Text::tr("expires_in is not a number of seconds");
    response.expiresAtMs = momentMs(mapped(root, mapping.expiresAt, parameter::expiresAt));
    for (const QString &path : { mapping.expiresIn, mapping.expiresAt }) {
        if (const QString failure = failedStep(root, path); !failure.isEmpty())
            response.notes << Text::tr("The expiry is not where the profile says: %1").arg(failure);
    }
    if (!response.expiresInS && !response.expiresAtMs)
        readExpiresOn(response, root.member(parameter::expiresOn));
    response.issuedAtMs = momentMs(root.member(parameter::issuedAt));
}

void noteOddities(TokenResponse &response, const HttpAnswer &answer, bool hadByteOrderMark)
{
    const QByteArray type = answer.header("Content-Type").split(';').first().trimmed().toLower();
    if (type != "application/json" && !type.endsWith("+json"))
        response.notes << (type.isEmpty() ? Text::tr("There is no Content-Type")
                                          : Text::tr("Content-Type is %1")
                                                .arg(displayText(QString::fromLatin1(type.left(100))).text));
    if (hadByteOrderMark)
        response.notes << Text::tr("The answer begins with a byte order mark");
    if (answer.status != 200)
        response.notes << Text::tr("The status is %1, not 200").arg(answer.status);
}

/// What a body without JSON seems to be by its first bytes, one sentence; empty: nothing well known.
QString otherFormat(const QByteArray &body)
{
    // RFC 8259 §8.1: JSON between programs is UTF-8. Its first two characters are ASCII.
    if (body.startsWith("\xFF\xFE") || body.startsWith("\xFE\xFF") || body.left(2).contains('\0'))
        return Text::tr("It looks like UTF-16 or UTF-32, and has to be UTF-8.");
    if (body.startsWith("\x1F\x8B"))
        return Text::tr("It looks compressed (gzip), though no header says so.");
    const QByteArray start = body.trimmed();
    if (start.startsWith('<'))
        return Text::tr("It looks like XML.");
    return start.startsWith("access_token=") ? Text::tr("It looks like a form.") : QString();
}

/// What is wrong with the body as JSON, one sentence.
QString jsonProblem(const JsonDocument &document)
{
    if (const QString other = otherFormat(document.bytes()); !document.isValid() && !other.isEmpty())
        return other;
    if (document.isValid())
        return Text::tr("It is JSON, but not an object.");
    const JsonProblem problem = document.problems().value(0);
    if (problem.fault == JsonFault::InvalidUtf8)
        return Text::tr("It is not UTF-8 at byte %1.").arg(problem.offset);
    if (problem.fault == JsonFault::UnexpectedEnd)
        return Text::tr("It ends too early, after %1 bytes.").arg(document.bytes().size());
    return Text::tr("Reading stopped at byte %1.").arg(problem.offset);
}

QString messageIn(const JsonValue &root)
{
    for (const QLatin1StringView name : { "message"_L1, "detail"_L1, "title"_L1, parameter::errorDescription }) {
        if (QString text = root.member(name).toString(); !text.isEmpty())
            return text;
    }
    for (const JsonValue &error : root.member("errors"_L1)) {
        if (const QString text = error.isString() ? error.toString() : messageIn(error); !text.isEmpty())
            return text;
    }
    return {};
}

/// RFC 6749 §5.1: a scope in the answer tells that not all that was asked for was granted, or more.
void noteScope(TokenResponse &response, const QString &asked)
{
    const auto sorted = [](const QString &scope) {
        QStringList names = scope.split(u' ', Qt::SkipEmptyParts);
        names.sort();
        return names;
    };
    if (!response.scope.isEmpty() && !asked.isEmpty() && sorted(response.scope) != sorted(asked))
        response.notes << Text::tr("The scope granted is not the one asked for: %1")
                              .arg(displayText(response.scope.left(200)).text);
}

Result<TokenResponse> tokenFrom(const JsonValue &root, const HttpAnswer &answer,
                                const QString &host, const ResponseMapping &mapping)
{
    const JsonValue type = root.member(parameter::tokenType);
    const bool hasType = isGiven(type) && (!type.isString() || !type.toString().isEmpty());
    if (hasType && type.toString().compare("bearer"_L1, Qt::CaseInsensitive) != 0) {
        const QString said = type.isString() ? type.toString() : readableText(type.raw());
        return Error { ErrorCode::TokenTypeUnknown,
                       { { u"host"_s, host }, { u"token_type"_s, displayText(said.left(100)).text } }, {} };
    }
    TokenResponse response;
    response.accessToken = secretOf(mapped(root, mapping.accessToken, parameter::accessToken));
    response.refreshToken = secretOf(root.member(parameter::refreshToken));
    response.tokenType = hasType ? type.toString() : u"Bearer"_s;
    response.scope = scopeOf(root.member(parameter::scope));
    response.sentAtMs = answer.sentAtMs;
    response.receivedAtMs = answer.receivedAtMs;
    response.skewMs = answer.skewMs;
    for (const JsonValue &member : root)
        response.members << member.name();
    readTimes(response, root, mapping);
    if (!hasType)
        response.notes << Text::tr("There is no token_type; Bearer is assumed");
    return response;
}

} // namespace

Result<TokenResponse> TokenResponse::parse(const HttpAnswer &answer, const QString &host,
                                           const ClientConfiguration &sent)
{
    if (const std::optional<Error> error = unopenedAnswer(answer, host))
        return *error;
    static constexpr QByteArrayView byteOrderMark = "\xEF\xBB\xBF";
    const bool hasByteOrderMark = answer.body.startsWith(byteOrderMark);
    const JsonDocument document = JsonDocument::parse(
        hasByteOrderMark ? answer.body.sliced(byteOrderMark.size()) : answer.body);
    const JsonValue root = document.root();
    if (!document.isValid() || !root.isObject())
        return notJsonAnswer(answer, host, jsonProblem(document));
    if (const std::optional<Error> error = ambiguity(root, host, sent.responseMapping))
        return *error;
    if (const std::optional<ErrorResponse> refusal = ErrorResponse::parse(document, answer.status))
        return refusal->toError(host, sent);
    if (answer.status / 100 != 2)
        return statusError(answer, host, messageIn(root));
    const ResponseMapping &mapping = sent.responseMapping;
    if (!tokenProblem(mapped(root, mapping.accessToken, parameter::accessToken)).isEmpty())
        return withoutToken(root, answer, host, mapping);
    Result<TokenResponse> response = tokenFrom(root, answer, host, mapping);
    if (response) {
        noteScope(*response, sent.scope);
        noteOddities(*response, answer, hasByteOrderMark);
    }
    return response;
}

} // namespace mintmark

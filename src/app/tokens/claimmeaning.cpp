// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/tokens/claimmeaning.h"

#include "base/displaytext.h"
#include "jose/token.h"
#include "session/timetext.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>
#include <optional>

namespace mintmark {

using namespace Qt::StringLiterals;
using Place = RegisteredName::Place;

namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("Claims", text);
}

QString joined(const QString &a, const QString &b)
{
    return a.isEmpty() || b.isEmpty() ? a + b : a + u" · "_s + b;
}

std::optional<qint64> timeOf(Place place, const JsonValue &value)
{
    const RegisteredName *row = registeredName(place, value.name());
    return row && row->value == RegisteredName::Value::NumericDate ? numericDateMs(value)
                                                                   : std::nullopt;
}

QString timeMeaning(const QString &name, const QString &meaning, qint64 atMs, qint64 nowMs)
{
    const bool over = name == "exp"_L1 && atMs <= nowMs;
    const QString verb = over ? words("Expired") : meaning;
    return joined(u"%1 %2"_s.arg(verb, localTimeText(atMs, nowMs)), relativeText(atMs, nowMs));
}

/// Words of a string (RFC 6749 §3.3) or elements of an array.
qsizetype scopeCount(const JsonValue &value)
{
    return value.isArray() ? value.size() : value.toString().split(u' ', Qt::SkipEmptyParts).size();
}

bool holds(const JsonValue &value, const QString &wanted)
{
    if (value.isString())
        return value.toString() == wanted;
    return std::any_of(value.begin(), value.end(),
                       [&](const JsonValue &element) { return element.toString() == wanted; });
}

QString comparison(Place place, const QString &name, const JsonValue &value,
                   const ClaimContext &context)
{
    if (place != Place::Claims)
        return {};
    static const QStringList clientNames { u"azp"_s, u"client_id"_s, u"appid"_s, u"cid"_s,
                                           u"clientId"_s };
    QString expected;
    if (name == "aud"_L1)
        expected = context.audience;
    else if (name == "iss"_L1)
        expected = context.issuer;
    else if (clientNames.contains(name))
        expected = context.clientId;
    if (expected.isEmpty())
        return {};
    return holds(value, expected) ? words("as in the profile")
                                  : words("the profile says %1").arg(displayText(expected).text);
}

} // namespace

QString meaningText(Place place, const JsonValue &value, const ClaimContext &context, qint64 nowMs)
{
    const QString name = value.name();
    const RegisteredName *row = registeredName(place, name);
    if (!row)
        return {};
    const QString meaning = claimMeaning(*row);
    if (const std::optional<qint64> atMs = timeOf(place, value))
        return timeMeaning(name, meaning, *atMs, nowMs);
    if (row->value == RegisteredName::Value::NumericDate)
        return joined(meaning, words("not a time"));
    if (place == Place::Claims && (name == "scope"_L1 || name == "scp"_L1)) {
        const qsizetype count = scopeCount(value);
        return count == 1 ? words("1 scope") : words("%1 scopes").arg(QLocale().toString(count));
    }
    if (place == Place::Header && name == "alg"_L1
        && value.toString().compare("none"_L1, Qt::CaseInsensitive) == 0)
        return words("Not signed: anybody could have made this token");
    QString text = joined(meaning, comparison(place, name, value, context));
    if (value.isArray() && value.size() > 1)
        text = joined(text, words("%1 values").arg(QLocale().toString(value.size())));
    return text;
}

bool isTimeClaim(Place place, const JsonValue &value)
{
    return timeOf(place, value).has_value();
}

QString meaningDetail(Place place, const JsonValue &value, qint64 nowMs)
{
    if (const std::optional<qint64> atMs = timeOf(place, value))
        return localAndUtcText(*atMs, nowMs);
    const RegisteredName *row = registeredName(place, value.name());
    return row ? QString(QLatin1StringView(row->source)) : QString();
}

bool concerns(CheckCode code, Place place, const QString &name)
{
    const bool header = place == Place::Header;
    switch (code) {
    case CheckCode::Expired:
    case CheckCode::ExpiryInMilliseconds:
    case CheckCode::LongLifetime:
    case CheckCode::ExpiresInMismatch:
    case CheckCode::LiveTokenShared:
        return !header && name == "exp"_L1;
    case CheckCode::NotYetValid:
        return !header && name == "nbf"_L1;
    case CheckCode::AudienceMismatch:
        return !header && name == "aud"_L1;
    case CheckCode::IssuerMismatch:
        return !header && name == "iss"_L1;
    case CheckCode::EnvironmentMismatch:
        return !header && (name == "aud"_L1 || name == "iss"_L1);
    case CheckCode::ClockSkew:
        return !header && name == "iat"_L1;
    case CheckCode::AlgorithmNone:
        return header && name == "alg"_L1;
    case CheckCode::NoExpiry:
    case CheckCode::DuplicateMember:
    case CheckCode::UnsafeText:
    case CheckCode::SecretLikeClaim:
        break;
    }
    return false;
}

} // namespace mintmark

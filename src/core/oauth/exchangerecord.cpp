// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "oauth/exchangerecord.h"

#include "base/redaction.h"
#include "json/reader.h"
#include "oauth/secretplaceholders.h"

#include <algorithm>
#include <array>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype recordedCharacters = 16 * 1024;
constexpr size_t mostSecrets = 100;

/// Members whose value proves something, compared without case, "_" and "-".
constexpr std::array secretMembers {
    "accesstoken"_L1, "refreshtoken"_L1,    "idtoken"_L1,   "token"_L1,    "jwt"_L1,
    "clientsecret"_L1, "clientassertion"_L1, "assertion"_L1, "password"_L1, "secret"_L1,
    "devicecode"_L1, "apikey"_L1,
};

bool isSecretMember(QString name)
{
    name.remove(u'_').remove(u'-');
    return std::any_of(secretMembers.begin(), secretMembers.end(), [&name](QLatin1StringView known) {
        return name.compare(known, Qt::CaseInsensitive) == 0;
    });
}

bool isTokenCharacter(QChar c)
{
    return (c >= u'0' && c <= u'9') || (c >= u'A' && c <= u'Z') || (c >= u'a' && c <= u'z') || c == u'-'
        || c == u'_' || c == u'.';
}

/// Tokens inside a text, wherever they came from. No pattern: this one looks at each character once.
void addTokens(const QString &text, SecretPlaceholders &placeholders)
{
    qsizetype end = 0;
    for (qsizetype at = text.indexOf("eyJ"_L1); at >= 0; at = text.indexOf("eyJ"_L1, end)) {
        for (end = at; end < text.size() && isTokenCharacter(text[end]);)
            ++end;
        const QStringView token = QStringView(text).sliced(at, end - at);
        if (token.count(u'.') >= 2)
            placeholders.add(token.toUtf8());
    }
}

void addSecrets(const JsonValue &value, SecretPlaceholders &placeholders)
{
    for (const JsonValue &inner : value) {
        if (placeholders.size() <= mostSecrets)
            addSecrets(inner, placeholders);
    }
    if (!value.isString() || value.length() < 3)
        return;
    if (isSecretMember(value.name()))
        placeholders.add(value.toString().toUtf8());
    else
        addTokens(value.toString(), placeholders);
}

} // namespace

QString recordedHead(const HttpAnswer &answer, SecretPlaceholders &placeholders)
{
    QString head = u"HTTP/1.1 %1 %2\n"_s.arg(answer.status).arg(answer.reason);
    for (const HttpHeader &header : answer.headers) {
        const bool cookie = header.name.compare("Set-Cookie", Qt::CaseInsensitive) == 0;
        head += QString::fromLatin1(header.name) + ": "_L1
            + (cookie ? placeholders.add(header.value) : readableText(header.value)) + u'\n';
    }
    // What is known goes first: a pattern could cut a secret in two and hide one half of it.
    return redacted(placeholders.applied(head));
}

QString recordedBody(const QByteArray &body, SecretPlaceholders &placeholders)
{
    const JsonDocument document = JsonDocument::parse(body);
    if (document.isValid())
        addSecrets(document.root(), placeholders);
    if (placeholders.size() > mostSecrets)
        return u"[hidden]"_s; // no token answer, and each secret costs time
    // Without the zeros UTF-16 has letters that can be recognized.
    const QString text = placeholders.applied(
        readableText(body).remove(QChar(u'\0')).left(recordedCharacters));
    return document.isValid() ? text : redacted(text);
}

} // namespace mintmark

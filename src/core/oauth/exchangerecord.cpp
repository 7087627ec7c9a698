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

bool looksLikeJwt(QByteArrayView text)
{
    return text.startsWith("eyJ") && std::count(text.begin(), text.end(), '.') >= 2;
}

void addSecrets(const JsonValue &value, SecretPlaceholders &placeholders)
{
    for (const JsonValue &inner : value)
        addSecrets(inner, placeholders);
    if (!value.isString() || value.length() < 3)
        return;
    const QByteArrayView raw = value.raw().sliced(1, value.length() - 2);
    if (isSecretMember(value.name()) || looksLikeJwt(raw)) {
        placeholders.add(raw);
        placeholders.add(value.toString().toUtf8());
    }
}

} // namespace

QString recordedHead(const HttpAnswer &answer, SecretPlaceholders &placeholders)
{
    QString head = u"HTTP/1.1 %1 %2\n"_s.arg(answer.status).arg(answer.reason);
    for (const HttpHeader &header : answer.headers) {
        const bool cookie = header.name.compare("Set-Cookie", Qt::CaseInsensitive) == 0;
        head += QString::fromLatin1(header.name) + ": "_L1
            + (cookie ? placeholders.add(header.value) : QString::fromUtf8(header.value)) + u'\n';
    }
    return placeholders.applied(redacted(head));
}

QString recordedBody(const QByteArray &body, SecretPlaceholders &placeholders)
{
    const JsonDocument document = JsonDocument::parse(body);
    const QString text = QString::fromUtf8(body);
    if (document.isValid())
        addSecrets(document.root(), placeholders);
    const QString hidden = placeholders.applied(document.isValid() ? text : redacted(text));
    return hidden.left(recordedCharacters);
}

} // namespace mintmark

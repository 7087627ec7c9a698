// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "jose/token.h"

#include "jose/base64url.h"
#include "json/number.h"

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

JsonValue wholeObject(const JsonDocument &document)
{
    const JsonValue root = document.root();
    return document.isValid() && root.isObject() ? root : JsonValue();
}

} // namespace

QLatin1StringView tokenKindName(TokenKind kind)
{
    constexpr QLatin1StringView names[] = { "jws"_L1, "jwe"_L1, "opaque"_L1, "malformed"_L1 };
    return names[static_cast<int>(kind)];
}

QByteArrayView Token::signingInput() const
{
    return m_partSizes.size() == 3 ? text().first(m_partSizes[0] + 1 + m_partSizes[1])
                                   : QByteArrayView();
}

QByteArray Token::signatureBytes() const
{
    return m_partSizes.size() == 3 ? base64UrlDecode(text().last(m_partSizes[2])).bytes
                                   : QByteArray();
}

JsonValue Token::header() const &
{
    return wholeObject(m_header);
}

JsonValue Token::claims() const &
{
    return wholeObject(m_payload);
}

QString Token::algorithm() const
{
    return header().member("alg"_L1).toString();
}

QString Token::encryption() const
{
    return header().member("enc"_L1).toString();
}

QString Token::keyId() const
{
    return header().member("kid"_L1).toString();
}

QString Token::type() const
{
    return header().member("typ"_L1).toString();
}

bool Token::isUnsecured() const
{
    return algorithm().compare("none"_L1, Qt::CaseInsensitive) == 0;
}

QString Token::issuer() const
{
    return claims().member("iss"_L1).toString();
}

QString Token::subject() const
{
    return claims().member("sub"_L1).toString();
}

QStringList Token::audience() const
{
    const JsonValue value = claims().member("aud"_L1);
    if (value.isString())
        return { value.toString() };
    QStringList list;
    if (value.isArray()) {
        for (const JsonValue &element : value) {
            if (element.isString())
                list << element.toString();
        }
    }
    return list;
}

std::optional<qint64> Token::expiresAtMs() const
{
    return numericDateMs(claims().member("exp"_L1));
}

std::optional<qint64> Token::notBeforeMs() const
{
    return numericDateMs(claims().member("nbf"_L1));
}

std::optional<qint64> Token::issuedAtMs() const
{
    return numericDateMs(claims().member("iat"_L1));
}

std::optional<qint64> numericDateMs(const JsonValue &value)
{
    // Nobody means such times, and below this bound differences of two cannot overflow.
    constexpr qint64 boundMs = 4'000'000'000'000'000'000;
    if (!value.isNumber())
        return std::nullopt;
    const std::optional<qint64> ms = scaledFloor(value.raw(), 3);
    return ms && *ms > -boundMs && *ms < boundMs ? ms : std::nullopt;
}

} // namespace mintmark

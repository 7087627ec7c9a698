// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "oauth/spelledsecret.h"

#include "base/secretbytes.h"

#include <QChar>
#include <QString>

#include <array>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

/// One character as its UTF-8, and how many bytes of the text spelled it.
struct Spelled
{
    QByteArray utf8;
    qsizetype length = 0;
};

struct Entity
{
    QByteArrayView name;
    char character;
};

constexpr std::array entities {
    Entity { "&amp;", '&' },  Entity { "&lt;", '<' },    Entity { "&gt;", '>' },
    Entity { "&quot;", '"' }, Entity { "&apos;", '\'' },
};

Spelled codePoint(uint code, qsizetype length)
{
    return { QString::fromUcs4(reinterpret_cast<const char32_t *>(&code), 1).toUtf8(), length };
}

Spelled percentCode(QByteArrayView text)
{
    bool ok = false;
    const uint byte = text.size() < 3 ? 0 : text.sliced(1, 2).toUInt(&ok, 16);
    return ok ? Spelled { QByteArray(1, static_cast<char>(byte)), 3 } : Spelled();
}

uint unicodeEscape(QByteArrayView text, bool *ok)
{
    *ok = text.size() >= 6 && text.startsWith("\\u");
    return *ok ? text.sliced(2, 4).toUInt(ok, 16) : 0;
}

Spelled jsonEscape(QByteArrayView text)
{
    static constexpr QByteArrayView letters = "\"\\/bfnrt";
    static constexpr QByteArrayView meant = "\"\\/\b\f\n\r\t";
    if (const qsizetype at = text.size() < 2 ? -1 : letters.indexOf(text[1]); at >= 0)
        return { QByteArray(1, meant[at]), 2 };
    bool ok = false;
    const uint code = unicodeEscape(text, &ok);
    if (!ok)
        return {};
    if (!QChar::isHighSurrogate(code))
        return codePoint(code, 6);
    const uint low = unicodeEscape(text.sliced(6), &ok);
    return ok && QChar::isLowSurrogate(low)
        ? codePoint(QChar::surrogateToUcs4(static_cast<char16_t>(code), static_cast<char16_t>(low)), 12)
        : Spelled();
}

Spelled htmlEntity(QByteArrayView text)
{
    for (const Entity &entity : entities) {
        if (text.startsWith(entity.name))
            return { QByteArray(1, entity.character), entity.name.size() };
    }
    const qsizetype end = text.first(qMin(text.size(), qsizetype(10))).indexOf(';');
    if (end < 3 || text[1] != '#')
        return {};
    const bool hexadecimal = text[2] == 'x' || text[2] == 'X';
    bool ok = false;
    const qsizetype from = hexadecimal ? 3 : 2;
    const uint code = text.sliced(from, end - from).toUInt(&ok, hexadecimal ? 16 : 10);
    return ok && code <= QChar::LastValidCodePoint ? codePoint(code, end + 1) : Spelled();
}

Spelled decoded(QByteArrayView text)
{
    switch (text.front()) {
    case '%':
        return percentCode(text);
    case '+':
        return { " "_ba, 1 };
    case '\\':
        return jsonEscape(text);
    case '&':
        return htmlEntity(text);
    default:
        return {};
    }
}

} // namespace

qsizetype spelledLength(QByteArrayView text, QByteArrayView secret)
{
    if (text.startsWith(secret))
        return secret.size();
    qsizetype at = 0;
    for (qsizetype matched = 0; matched < secret.size();) {
        const QByteArrayView rest = text.sliced(at);
        if (rest.isEmpty())
            return 0;
        const Spelled spelled = decoded(rest);
        if (!spelled.utf8.isEmpty() && secret.sliced(matched).startsWith(spelled.utf8)) {
            matched += spelled.utf8.size();
            at += spelled.length;
        } else if (rest.front() == secret[matched]) {
            ++matched;
            ++at;
        } else {
            return 0;
        }
    }
    return at;
}

QList<QByteArray> base64Spellings(QByteArrayView secret)
{
    constexpr qsizetype shortest = 8;
    QList<QByteArray> spellings;
    for (const qsizetype before : { 0, 1, 2 }) {
        QByteArray bytes;
        bytes.reserve(before + secret.size());
        bytes.append(before, '\0').append(secret);
        QByteArray base64 = bytes.toBase64(QByteArray::OmitTrailingEquals);
        // Three bytes are four characters; the second and third of them each stand for two bytes.
        const qsizetype foreign = before == 0 ? 0 : before + 1;
        const qsizetype shared = bytes.size() % 3 == 0 ? 0 : 1;
        const qsizetype own = base64.size() - foreign - shared;
        if (own >= shortest) {
            spellings << base64.sliced(foreign, own);
            QByteArray url = spellings.last();
            url.replace('+', '-').replace('/', '_');
            if (url != spellings.last())
                spellings << url;
        }
        wipe(bytes);
        wipe(base64);
    }
    return spellings;
}

} // namespace mintmark

// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "oauth/spelledsecret.h"

#include "base/secretbytes.h"

#include <QChar>

#include <array>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype enoughAtTheEnd = 4;
constexpr qsizetype enoughAnywhere = 64;

/// One character as its UTF-8, and how many bytes of the text spelled it.
struct Spelled
{
    std::array<char, 4> utf8 {};
    qsizetype size = 0;
    qsizetype length = 0;

    QByteArrayView view() const { return { utf8.data(), size }; }
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

Spelled single(char byte, qsizetype length)
{
    return { { byte }, 1, length };
}

Spelled codePoint(char32_t code, qsizetype length)
{
    const auto tail = [code](int shift) { return static_cast<char>(0x80 | (code >> shift & 0x3f)); };
    if (code < 0x80)
        return single(static_cast<char>(code), length);
    if (code < 0x800)
        return { { static_cast<char>(0xc0 | code >> 6), tail(0) }, 2, length };
    if (code < 0x10000)
        return { { static_cast<char>(0xe0 | code >> 12), tail(6), tail(0) }, 3, length };
    return { { static_cast<char>(0xf0 | code >> 18), tail(12), tail(6), tail(0) }, 4, length };
}

Spelled percentCode(QByteArrayView text)
{
    bool ok = false;
    const uint byte = text.size() < 3 ? 0 : text.sliced(1, 2).toUInt(&ok, 16);
    return ok ? single(static_cast<char>(byte), 3) : Spelled();
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
        return single(meant[at], 2);
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
            return single(entity.character, entity.name.size());
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
        return single(' ', 1);
    case '\\':
        return jsonEscape(text);
    case '&':
        return htmlEntity(text);
    default:
        return {};
    }
}

/// How far `text` and `secret` go together: bytes of the text, and in `matched` bytes of the secret.
qsizetype commonLength(QByteArrayView text, QByteArrayView secret, bool plain, qsizetype *matched)
{
    qsizetype at = 0;
    while (*matched < secret.size() && at < text.size()) {
        const Spelled spelled = plain ? Spelled() : decoded(text.sliced(at));
        if (spelled.size > 0 && secret.sliced(*matched).startsWith(spelled.view())) {
            *matched += spelled.size;
            at += spelled.length;
        } else if (text[at] == secret[*matched]) {
            ++*matched;
            ++at;
        } else {
            break;
        }
    }
    return at;
}

/// Nothing, or the beginning of an escape.
bool isBrokenOff(QByteArrayView rest, bool plain)
{
    constexpr qsizetype longestEscape = 12; // two of \uXXXX
    return rest.isEmpty()
        || (!plain && rest.size() < longestEscape && QByteArrayView("%\\&").contains(rest.front())
            && decoded(rest).size == 0);
}

} // namespace

qsizetype spelledLength(QByteArrayView text, QByteArrayView secret)
{
    // Escapes may stand in the secret itself, so the plain reading goes first.
    for (const bool plain : { true, false }) {
        qsizetype matched = 0;
        const qsizetype length = commonLength(text, secret, plain, &matched);
        if (matched >= qMin(enoughAnywhere, secret.size()))
            return length;
        if (matched >= enoughAtTheEnd && isBrokenOff(text.sliced(length), plain))
            return text.size();
    }
    return 0;
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

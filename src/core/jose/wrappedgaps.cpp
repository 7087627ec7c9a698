// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "jose/wrappedgaps.h"

#include "jose/encodedwords.h"

#include <algorithm>

namespace mintmark {

using Kind = TokenGap::Kind;
using Gap = std::optional<TokenGap>;

namespace {

constexpr qsizetype longestTag = 300;
constexpr qsizetype longestEntity = 16;

bool startsAt(QByteArrayView text, qsizetype at, QByteArrayView with)
{
    return text.sliced(at).startsWith(with);
}

bool isInvisible(uint code)
{
    return code == 0xAD || (code >= 0x200B && code <= 0x200F) || (code >= 0x2060 && code <= 0x2064)
        || code == 0xFEFF;
}

/// Behind CR LF or LF at `at`, or `at`.
qsizetype behindNewline(QByteArrayView text, qsizetype at)
{
    if (startsAt(text, at, "\r\n"))
        return at + 2;
    return at < text.size() && (text[at] == '\n' || text[at] == '\r') ? at + 1 : at;
}

qsizetype skipBlanks(QByteArrayView text, qsizetype at)
{
    while (at < text.size() && isBlank(text[at]))
        ++at;
    return at;
}

/// Indentation and the marks before quoted lines: "> > ", ">> ", "| ".
TokenGap lineBegin(QByteArrayView text, qsizetype at, Kind kind, QList<Cleaning> cleaned)
{
    qsizetype end = at;
    while (end < text.size() && (isBlank(text[end]) || text[end] == '>' || text[end] == '|')) {
        if (!isBlank(text[end]) && !cleaned.contains(Cleaning::QuoteMarks))
            cleaned.append(Cleaning::QuoteMarks);
        ++end;
    }
    while (startsAt(text, end, "&gt;")) {
        end = skipBlanks(text, end + 4);
        cleaned += { Cleaning::QuoteMarks, Cleaning::Html };
    }
    return { kind, end, '\0', cleaned };
}

/// Blanks, and perhaps a line break, also written as &nbsp; or U+00A0.
Gap blankGap(QByteArrayView text, qsizetype at)
{
    const qsizetype end = skipBlanks(text, at);
    const qsizetype next = behindNewline(text, end);
    if (next > end)
        return lineBegin(text, next, Kind::LineBreak, { Cleaning::WhiteSpace });
    if (end == at)
        return {};
    return TokenGap { Kind::Blank, end, '\0', { Cleaning::WhiteSpace } };
}

Gap characterGap(int code, qsizetype end, QByteArrayView text, Cleaning cleaning)
{
    if (code == '\n' || code == '\r') {
        if (code == '\r' && startsAt(text, end, "%0A"))
            end += 3;
        return lineBegin(text, end, Kind::LineBreak, { cleaning, Cleaning::WhiteSpace });
    }
    if (code < 0 || code > 0x7F || !isOpaqueCharacter(static_cast<char>(code)))
        return {};
    return TokenGap { Kind::Character, end, static_cast<char>(code), { cleaning } };
}

/// RFC 2045 §6.7.
Gap quotedPrintableGap(QByteArrayView text, qsizetype at)
{
    const qsizetype end = skipBlanks(text, at + 1);
    const qsizetype next = behindNewline(text, end);
    if (next > end)
        return lineBegin(text, next, Kind::SoftBreak, { Cleaning::QuotedPrintable });
    return characterGap(hexByte(text, at + 1), at + 3, text, Cleaning::QuotedPrintable);
}

Gap entityGap(QByteArrayView text, qsizetype at)
{
    const QByteArrayView rest = text.sliced(at, qMin(longestEntity, text.size() - at));
    const qsizetype semicolon = rest.indexOf(';');
    if (semicolon < 3)
        return {};
    const qsizetype end = at + semicolon + 1;
    const QByteArray name = rest.sliced(1, semicolon - 1).toByteArray();
    uint code = 0;
    bool number = true;
    if (name == "period")
        code = '.';
    else if (name == "lowbar")
        code = '_';
    else if (name == "nbsp")
        code = ' ';
    else if (name == "shy" || name == "zwnj" || name == "zwj" || name == "ZeroWidthSpace")
        code = 0xAD;
    else if (name.startsWith("#x") || name.startsWith("#X"))
        code = name.mid(2).toUInt(&number, 16);
    else
        code = name.startsWith('#') ? name.mid(1).toUInt(&number) : 0;
    if (!number || code == 0)
        return {};
    if (isInvisible(code))
        return TokenGap {
            Kind::Nothing, end, '\0', { Cleaning::Html, Cleaning::InvisibleCharacters }
        };
    if (code == ' ')
        return TokenGap { Kind::Blank, end, '\0', { Cleaning::Html, Cleaning::WhiteSpace } };
    return characterGap(code < 0x80 ? static_cast<int>(code) : -1, end, text, Cleaning::Html);
}

/// Tags that change how text looks, and not where it stands.
Gap tagGap(QByteArrayView text, qsizetype at, int &openTags)
{
    const QByteArrayView rest = text.sliced(at, qMin(longestTag, text.size() - at));
    const qsizetype close = rest.indexOf('>');
    if (close < 2)
        return {};
    const qsizetype end = at + close + 1;
    const bool closing = rest[1] == '/';
    qsizetype nameEnd = closing ? 2 : 1;
    const qsizetype nameBegin = nameEnd;
    while (nameEnd < close && isOpaqueCharacter(rest[nameEnd]) && rest[nameEnd] != '/')
        ++nameEnd;
    const QByteArray name = rest.sliced(nameBegin, nameEnd - nameBegin).toByteArray().toLower();
    if (name == "br") {
        const Gap after = blankGap(text, end);
        const QList<Cleaning> cleaned { Cleaning::Html, Cleaning::WhiteSpace };
        return after && after->kind == Kind::LineBreak
            ? TokenGap { Kind::LineBreak, after->end, '\0', cleaned + after->cleaned }
            : lineBegin(text, end, Kind::LineBreak, cleaned);
    }
    if (name == "wbr")
        return TokenGap { Kind::Nothing, end, '\0', { Cleaning::Html } };
    constexpr QByteArrayView inlineTags[] = { "span", "b",    "i",   "em", "strong", "font",
                                              "mark", "code", "u",   "tt", "a",      "small",
                                              "kbd",  "samp", "ins", "del" };
    const bool known = std::any_of(std::begin(inlineTags), std::end(inlineTags),
                                   [&name](QByteArrayView tag) { return tag == name; });
    if (!known)
        return {};
    openTags += closing ? -1 : 1;
    // Behind a tag that was opened before the token, other text may follow.
    const bool leaves = closing && openTags < 0;
    return TokenGap { leaves ? Kind::Blank : Kind::Nothing, end, '\0', { Cleaning::Html } };
}

/// Of JSON (also twice), of a shell at the end of a line, of Markdown.
Gap escapeGap(QByteArrayView text, qsizetype at)
{
    while (at < text.size() && text[at] == '\\')
        ++at;
    if (at == text.size())
        return {};
    const QList<Cleaning> cleaned { Cleaning::Escapes, Cleaning::WhiteSpace };
    if (const qsizetype next = behindNewline(text, at); next > at)
        return lineBegin(text, next, Kind::LineBreak, cleaned);
    switch (text[at]) {
    case 'r':
        for (const QByteArrayView newline : { "\\n", "\\\\n" }) {
            if (startsAt(text, at + 1, newline))
                return lineBegin(text, at + 1 + newline.size(), Kind::LineBreak, cleaned);
        }
        [[fallthrough]];
    case 'n':
        return lineBegin(text, at + 1, Kind::LineBreak, cleaned);
    case 'u':
        if (startsAt(text, at + 1, "00"))
            return characterGap(hexByte(text, at + 3), at + 5, text, Cleaning::Escapes);
        return {};
    case '_':
    case '-':
    case '.':
        return TokenGap { Kind::Character, at + 1, text[at], { Cleaning::Escapes } };
    default:
        return {};
    }
}

Gap invisibleGap(QByteArrayView text, qsizetype at)
{
    constexpr QByteArrayView noBreakSpace = "\xC2\xA0";
    if (startsAt(text, at, noBreakSpace))
        return TokenGap { Kind::Blank, at + noBreakSpace.size(), '\0', { Cleaning::WhiteSpace } };
    const qsizetype length = startsAt(text, at, "\xC2") ? 2 : 3;
    if (at + length > text.size())
        return {};
    const QString character = QString::fromUtf8(text.sliced(at, length));
    const bool mark = startsAt(text, at, "\xEF\xBB\xBF"); // which fromUtf8() drops
    if (!mark && (character.size() != 1 || !isInvisible(character.front().unicode())))
        return {};
    return TokenGap { Kind::Nothing, at + length, '\0', { Cleaning::InvisibleCharacters } };
}

/// A string of a program that goes on in the next line: "eyJ…" + newline "…".
Gap joinedStringsGap(QByteArrayView text, qsizetype at)
{
    const char quote = text[at];
    qsizetype end = skipBlanks(text, at + 1);
    const auto takeJoint = [&] {
        constexpr QByteArrayView joints = "+.&\\";
        if (end < text.size() && joints.contains(text[end]))
            end = skipBlanks(text, end + 1);
    };
    takeJoint();
    const qsizetype next = behindNewline(text, end);
    if (next == end)
        return {};
    end = skipBlanks(text, next);
    takeJoint();
    if (end >= text.size() || text[end] != quote)
        return {};
    return TokenGap { Kind::LineBreak, end + 1, '\0', { Cleaning::Quotes, Cleaning::WhiteSpace } };
}

} // namespace

std::optional<TokenGap> tokenGapAt(QByteArrayView text, qsizetype at, int &openTags)
{
    if (at >= text.size())
        return {};
    switch (text[at]) {
    case ' ':
    case '\t':
    case '\r':
    case '\n':
        return blankGap(text, at);
    case '=':
        return quotedPrintableGap(text, at);
    case '%':
        return characterGap(hexByte(text, at + 1), at + 3, text, Cleaning::PercentEncoding);
    case '&':
        return entityGap(text, at);
    case '<':
        return tagGap(text, at, openTags);
    case '\\':
        return escapeGap(text, at);
    case '"':
    case '\'':
        return joinedStringsGap(text, at);
    default:
        return static_cast<uchar>(text[at]) < 0x80 ? Gap() : invisibleGap(text, at);
    }
}

} // namespace mintmark

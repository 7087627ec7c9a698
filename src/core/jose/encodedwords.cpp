// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "jose/encodedwords.h"

#include <algorithm>
#include <array>

namespace mintmark {

namespace {

constexpr std::array<bool, 256> tokenCharacters = [] {
    std::array<bool, 256> table {};
    for (const char c : "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.") {
        if (c != '\0')
            table[static_cast<unsigned char>(c)] = true;
    }
    return table;
}();

bool isLower(char c)
{
    return c >= 'a' && c <= 'z';
}

bool isUpper(char c)
{
    return c >= 'A' && c <= 'Z';
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// "word", "Word", "WORD" or a number, none of them long.
bool isProsePiece(QByteArrayView piece)
{
    constexpr qsizetype longestWord = 20;
    constexpr qsizetype longestNumber = 10;
    if (piece.size() > longestWord)
        return false;
    const auto all = [piece](qsizetype from, bool (*is)(char)) {
        return std::all_of(piece.begin() + from, piece.end(), is);
    };
    if (piece.isEmpty() || all(0, isLower) || all(0, isUpper))
        return true;
    return (isUpper(piece.front()) && all(1, isLower))
        || (piece.size() <= longestNumber && all(0, isDigit));
}

int hexDigit(char c)
{
    if (isDigit(c))
        return c - '0';
    const char lower = static_cast<char>(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

} // namespace

bool isTokenCharacter(char c)
{
    return tokenCharacters[static_cast<unsigned char>(c)];
}

bool isOpaqueCharacter(char c)
{
    return isTokenCharacter(c) || c == '~' || c == '+' || c == '/' || c == '=' || c == '!';
}

bool isBlank(char c)
{
    return c == ' ' || c == '\t';
}

QByteArrayView encodedWordAt(QByteArrayView text, qsizetype at, qsizetype limit)
{
    qsizetype end = at;
    const qsizetype last = text.size() - at > limit ? at + limit : text.size();
    while (end < last && isTokenCharacter(text[end]))
        ++end;
    return text.sliced(at, end - at);
}

bool isProse(QByteArrayView word)
{
    qsizetype from = 0;
    for (qsizetype at = 0; at <= word.size(); ++at) {
        const bool end = at == word.size() || word[at] == '.' || word[at] == '-' || word[at] == '_';
        if (!end)
            continue;
        if (!isProsePiece(word.sliced(from, at - from)))
            return false;
        from = at + 1;
    }
    return true;
}

bool beginsToken(QByteArrayView word)
{
    // {" followed by ASCII, {" followed by a digit or blank, { and blank, LF, CR LF, tab
    constexpr QByteArrayView beginnings[] = { "eyJ", "eyI", "eyA", "ewo", "ew0K",
                                              "ewk", "eyj", "eyi", "eya", "ew0k" };
    return std::any_of(std::begin(beginnings), std::end(beginnings),
                       [word](QByteArrayView beginning) { return word.startsWith(beginning); });
}

int hexByte(QByteArrayView text, qsizetype at)
{
    if (at + 2 > text.size())
        return -1;
    const int high = hexDigit(text[at]);
    const int low = hexDigit(text[at + 1]);
    return high < 0 || low < 0 ? -1 : high * 16 + low;
}

} // namespace mintmark

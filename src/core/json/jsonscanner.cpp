// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "json/jsonscanner.h"

#include <array>

namespace mintmark {

namespace {

/// Bytes that need no second look inside a string.
constexpr std::array<bool, 256> plainBytes = [] {
    std::array<bool, 256> plain {};
    for (size_t byte = 0x20; byte < 0x80; ++byte)
        plain[byte] = byte != '"' && byte != '\\';
    return plain;
}();

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isContinuation(uchar byte)
{
    return (byte & 0xC0) == 0x80;
}

/// Length of the well-formed UTF-8 sequence at `at` (Unicode table 3-7), 0 when there is none.
int utf8Length(const char *at, const char *end)
{
    const auto byte = [&](int i) { return end - at > i ? static_cast<uchar>(at[i]) : uchar(0); };
    const uchar lead = byte(0);
    const uchar second = byte(1);
    if (lead >= 0xC2 && lead <= 0xDF)
        return isContinuation(second) ? 2 : 0;
    if (lead >= 0xE0 && lead <= 0xEF) {
        const bool overlong = lead == 0xE0 && second < 0xA0;
        const bool surrogate = lead == 0xED && second > 0x9F;
        return isContinuation(second) && !overlong && !surrogate && isContinuation(byte(2)) ? 3 : 0;
    }
    if (lead >= 0xF0 && lead <= 0xF4) {
        const bool overlong = lead == 0xF0 && second < 0x90;
        const bool beyond = lead == 0xF4 && second > 0x8F;
        return isContinuation(second) && !overlong && !beyond && isContinuation(byte(2))
                && isContinuation(byte(3))
            ? 4
            : 0;
    }
    return 0;
}

} // namespace

bool JsonScanner::readString(StringTraits &traits)
{
    ++at;
    for (;;) {
        while (at != m_end && plainBytes[static_cast<uchar>(*at)])
            ++at;
        if (at == m_end)
            return fail(JsonFault::UnexpectedEnd);
        const auto byte = static_cast<uchar>(*at);
        if (byte == '"')
            break;
        if (byte == '\\') {
            traits.escaped = true;
            if (!readEscape(traits.loneSurrogate))
                return false;
        } else if (byte < 0x20) {
            return fail(JsonFault::ControlCharacter);
        } else {
            const int length = utf8Length(at, m_end);
            if (length == 0)
                return fail(JsonFault::InvalidUtf8);
            at += length;
        }
    }
    ++at;
    return true;
}

bool JsonScanner::readEscape(bool &lone)
{
    const char *start = at++;
    if (at == m_end)
        return fail(JsonFault::UnexpectedEnd);
    if (*at != 'u') {
        constexpr QByteArrayView simple = "\"\\/bfnrt";
        if (!simple.contains(*at))
            return fail(JsonFault::InvalidEscape, start);
        ++at;
        return true;
    }
    quint32 unit = 0;
    if (!readHex(unit))
        return false;
    if (unit < 0xD800 || unit > 0xDFFF)
        return true;
    if (unit < 0xDC00 && m_end - at >= 2 && at[0] == '\\' && at[1] == 'u') {
        const char *second = at++;
        if (!readHex(unit))
            return false;
        if (unit >= 0xDC00 && unit <= 0xDFFF)
            return true;
        at = second; // not the other half: it is looked at by itself
    }
    lone = true;
    return true;
}

/// At the `u` of an escape.
bool JsonScanner::readHex(quint32 &unit)
{
    const char *start = at - 1;
    unit = 0;
    for (int i = 0; i < 4; ++i) {
        if (++at == m_end)
            return fail(JsonFault::UnexpectedEnd);
        const char c = static_cast<char>(*at | 0x20);
        const bool letter = c >= 'a' && c <= 'f';
        if (!letter && !isDigit(*at))
            return fail(JsonFault::InvalidEscape, start);
        unit = unit * 16 + static_cast<quint32>(letter ? c - 'a' + 10 : *at - '0');
    }
    ++at;
    return true;
}

bool JsonScanner::readDigits()
{
    if (at == m_end || !isDigit(*at))
        return fail(JsonFault::InvalidNumber);
    while (at != m_end && isDigit(*at))
        ++at;
    return true;
}

bool JsonScanner::readNumber()
{
    if (*at == '-')
        ++at;
    const char *whole = at;
    if (!readDigits())
        return false;
    if (*whole == '0' && at - whole > 1)
        return fail(JsonFault::InvalidNumber, whole + 1);
    if (at != m_end && *at == '.') {
        ++at;
        if (!readDigits())
            return false;
    }
    if (at != m_end && (*at == 'e' || *at == 'E')) {
        ++at;
        if (at != m_end && (*at == '+' || *at == '-'))
            ++at;
        if (!readDigits())
            return false;
    }
    return true;
}

bool JsonScanner::readLiteral(QByteArrayView word)
{
    for (const char c : word) {
        if (at == m_end)
            return fail(JsonFault::UnexpectedEnd);
        if (*at != c)
            return fail(JsonFault::UnexpectedCharacter);
        ++at;
    }
    return true;
}

} // namespace mintmark

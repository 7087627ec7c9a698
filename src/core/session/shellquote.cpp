// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "session/shellquote.h"

#include <algorithm>

namespace mintmark {

namespace {

bool isHarmless(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
        || QByteArrayView("_@%+:,./-").contains(c);
}

/// U+0027 and U+2018 to U+201B, in UTF-8: all of them delimit PowerShell's single-quoted strings.
qsizetype quoteLength(QByteArrayView text)
{
    if (text.startsWith('\''))
        return 1;
    return text.size() >= 3 && text.startsWith("\xE2\x80") && text[2] >= '\x98' && text[2] <= '\x9B'
        ? 3
        : 0;
}

} // namespace

QByteArray shellQuoted(QByteArrayView text, bool always)
{
    if (!always && !text.isEmpty() && std::all_of(text.begin(), text.end(), isHarmless))
        return text.toByteArray();
    QByteArray quoted;
    // All at once: what is quoted may be secret, and growing leaves copies behind.
    quoted.reserve(text.size() + 2 + 3 * std::count(text.begin(), text.end(), '\''));
    quoted += '\'';
    for (const char c : text) {
        if (c == '\'')
            quoted += "'\\''";
        else
            quoted += c;
    }
    quoted += '\'';
    return quoted;
}

QByteArray powerShellQuoted(QByteArrayView text)
{
    QByteArray quoted;
    quoted.reserve(2 * text.size() + 2);
    quoted += '\'';
    for (qsizetype i = 0; i < text.size();) {
        const qsizetype quote = quoteLength(text.sliced(i));
        const QByteArrayView character = text.sliced(i, std::max(quote, qsizetype(1)));
        quoted += character;
        if (quote > 0)
            quoted += character;
        i += character.size();
    }
    quoted += '\'';
    return quoted;
}

} // namespace mintmark

// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArrayView>

namespace mintmark {

/// Steps over pieces of JSON in text that need not be JSON as a whole. Private to fragmentreader and tokenscan.
inline bool isJsonSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

inline qsizetype skipJsonSpace(QByteArrayView text, qsizetype at)
{
    while (at < text.size() && isJsonSpace(text[at]))
        ++at;
    return at;
}

/// Behind the closing quote of the string at `at`, or -1 where none begins or it does not end.
inline qsizetype jsonStringEnd(QByteArrayView text, qsizetype at)
{
    if (at >= text.size() || text[at] != '"')
        return -1;
    for (++at; at < text.size(); ++at) {
        if (text[at] == '\\')
            ++at;
        else if (text[at] == '"')
            return at + 1;
    }
    return -1;
}

} // namespace mintmark

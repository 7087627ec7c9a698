// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "jose/compactserialization.h"

#include <optional>

namespace mintmark {

/// What can stand between two characters of a token.
struct TokenGap
{
    enum class Kind {
        Nothing,   ///< an invisible character, an opening tag: the next character follows
        Character, ///< a character of the token, encoded
        LineBreak, ///< in any spelling, with indentation and quote marks of the next line
        SoftBreak, ///< a line break that says itself that the line goes on
        Blank,     ///< blanks within the line, or a closing tag
    };

    Kind kind = Kind::Nothing;
    qsizetype end = 0; ///< where the text goes on
    char character = '\0';
    QList<Cleaning> cleaned;
};

/// The gap that begins at `at`, or nothing where something else stands. `openTags` counts the tags
/// that were opened within the token.
std::optional<TokenGap> tokenGapAt(QByteArrayView text, qsizetype at, int &openTags);

} // namespace mintmark

// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

namespace mintmark {

/// Text made safe to show, see displayText().
struct DisplayText
{
    QString text;
    bool escaped = false; ///< something was replaced by an escape: say so beside it

    friend bool operator==(const DisplayText &, const DisplayText &) = default;
};

enum class LineBreaks {
    Escape, ///< one line: tab and line breaks become escapes too
    Keep,   ///< several lines: tab, LF and CR LF stay
};

/// True for what can lie about the text around it or cannot be seen: controls (C0, C1), format
/// characters (bidirectional, zero width, soft hyphen, tags), line and paragraph separators,
/// surrogates, private use, noncharacters.
bool isUnsafeToShow(char32_t character);

/// How many characters displayText() escapes in one line of text.
qsizetype unsafeCount(QStringView text);

/// `text` with everything unsafe as a visible escape `\u{202E}`, and combining marks beyond the
/// eighth in a row likewise. For every text that comes from a token or a server, in windows and
/// terminals; it stays plain text and must be shown as such. Copying uses the true text.
DisplayText displayText(QStringView text, LineBreaks lineBreaks = LineBreaks::Escape);

} // namespace mintmark

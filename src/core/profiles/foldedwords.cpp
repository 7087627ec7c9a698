// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "profiles/foldedwords.h"

namespace mintmark::paste {

QChar folded(QChar c)
{
    const char16_t code = c.unicode();
    if (code < 0x80)
        return code >= u'A' && code <= u'Z' ? QChar(char16_t(code + 0x20)) : c;
    if (code == 0xdf) // sharp s: its word compares with one s
        return u's';
    const QString parts = c.decomposition();
    return (parts.isEmpty() ? c : parts.front()).toLower();
}

bool isInvisible(QChar c)
{
    switch (c.unicode()) {
    case 0x00ad: // soft hyphen
    case 0x180e:
    case 0x200b: // zero width space, non-joiner, joiner, marks
    case 0x200c:
    case 0x200d:
    case 0x200e:
    case 0x200f:
    case 0x202a: // embeddings, overrides
    case 0x202b:
    case 0x202c:
    case 0x202d:
    case 0x202e:
    case 0x2060: // word joiner
    case 0x2066:
    case 0x2067:
    case 0x2068:
    case 0x2069:
    case 0xfeff: // byte order mark
        return true;
    default:
        return false;
    }
}

bool isBlank(QChar c)
{
    return c.isSpace() || isInvisible(c);
}

QList<FoldedWord> foldedWords(QStringView text)
{
    QList<FoldedWord> words;
    FoldedWord word;
    int depth = 0;
    const auto end = [&](qsizetype at) {
        if (!word.text.isEmpty()) {
            word.end = at;
            words.append(std::exchange(word, {}));
        }
    };
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (isInvisible(c) || c.isMark())
            continue;
        if (!c.isLetterOrNumber()) {
            end(i);
            depth += c == u'(' ? 1 : c == u')' && depth > 0 ? -1 : 0;
            continue;
        }
        const bool next = i + 1 < text.size() && text[i + 1].isLower();
        if (c.isUpper() && i > 0 && (text[i - 1].isLower() || (text[i - 1].isUpper() && next)))
            end(i); // clientSecret, IDToken
        if (word.text.isEmpty()) {
            word.begin = i;
            word.depth = depth;
        }
        word.text += folded(c);
    }
    end(text.size());
    return words;
}

} // namespace mintmark::paste

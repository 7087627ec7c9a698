// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "base/displaytext.h"

#include <QChar>

#include <algorithm>
#include <iterator>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

constexpr int maximumMarks = 8;

struct Range
{
    char32_t first;
    char32_t last;
};

/// Default_Ignorable_Code_Point of the Unicode Character Database where the category does not tell:
/// joiners, fillers and variation selectors, which are drawn as nothing. Further letters and
/// symbols that are blank, and format characters of Unicode 15, which Qt 6.4 does not know yet.
constexpr Range invisible[] = {
    { 0x034F, 0x034F }, { 0x115F, 0x1160 }, { 0x17B4, 0x17B5 },   { 0x180B, 0x180F },
    { 0x2065, 0x2065 }, { 0x2800, 0x2800 }, { 0x3164, 0x3164 },   { 0xFE00, 0xFE0F },
    { 0xFFA0, 0xFFA0 }, { 0xFFF0, 0xFFF8 }, { 0x13430, 0x1343F }, { 0x16FE4, 0x16FE4 },
    { 0x1D159, 0x1D159 }, { 0xE0000, 0xE0FFF },
};

bool isPlainAscii(char32_t character)
{
    return character >= 0x20 && character < 0x7F;
}

void appendEscape(QString &text, char32_t character)
{
    text += u"\\u{"_s + QString::number(static_cast<uint>(character), 16).toUpper() + u'}';
}

/// The character at `at`, which moves behind it; a lone surrogate is itself.
char32_t takeCharacter(QStringView text, qsizetype &at)
{
    const QChar high = text[at++];
    if (high.isHighSurrogate() && at < text.size() && text[at].isLowSurrogate())
        return QChar::surrogateToUcs4(high, text[at++]);
    return high.unicode();
}

/// Tells the marks that no longer belong to a letter, see displayText().
class MarkCounter
{
public:
    bool isTooMany(char32_t character)
    {
        m_inRow = !isPlainAscii(character) && QChar::isMark(character) ? m_inRow + 1 : 0;
        return m_inRow > maximumMarks;
    }

private:
    int m_inRow = 0;
};

bool isKeptBreak(QStringView text, qsizetype at, LineBreaks lineBreaks)
{
    if (lineBreaks == LineBreaks::Escape)
        return false;
    const QChar c = text[at];
    // A lone CR would let the rest of a line overwrite its beginning in a terminal.
    return c == u'\n' || c == u'\t' || (c == u'\r' && text.sliced(at).startsWith(u"\r\n"));
}

} // namespace

bool isUnsafeToShow(char32_t character)
{
    if (isPlainAscii(character))
        return false;
    switch (QChar::category(character)) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_Surrogate:
    case QChar::Other_PrivateUse:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return true;
    default:
        break;
    }
    const bool nonCharacter =
        QChar::isNonCharacter(character) || character > QChar::LastValidCodePoint;
    return nonCharacter
        || std::any_of(std::begin(invisible), std::end(invisible), [character](Range range) {
               return character >= range.first && character <= range.last;
           });
}

qsizetype unsafeCount(QStringView text)
{
    qsizetype count = 0;
    MarkCounter marks;
    for (qsizetype at = 0; at < text.size();) {
        const char32_t character = takeCharacter(text, at);
        const bool tooMany = marks.isTooMany(character);
        if (tooMany || isUnsafeToShow(character))
            ++count;
    }
    return count;
}

DisplayText displayText(QStringView text, LineBreaks lineBreaks)
{
    DisplayText result;
    result.text.reserve(text.size());
    MarkCounter marks;
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype start = at;
        const char32_t character = takeCharacter(text, at);
        const bool tooMany = marks.isTooMany(character);
        if (isPlainAscii(character) || isKeptBreak(text, start, lineBreaks)) {
            result.text += text[start];
            continue;
        }
        if (isUnsafeToShow(character) || tooMany) {
            appendEscape(result.text, character);
            result.escaped = true;
        } else {
            result.text += text.sliced(start, at - start);
        }
    }
    return result;
}

} // namespace mintmark

// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "support/hostiletexts.h"

#include "json/reader.h"

#include <QFile>

#include <algorithm>
#include <iterator>

namespace mintmark::test {

namespace {

struct Range
{
    char32_t first;
    char32_t last;
};

/// Unicode 15: Cc, Cf, Cs, Co, Zl, Zp, Default_Ignorable_Code_Point and what is blank without
/// being a space.
constexpr Range forbidden[] = {
    { 0x00, 0x09 },       { 0x0B, 0x1F },       { 0x7F, 0x9F },       { 0xAD, 0xAD },
    { 0x34F, 0x34F },     { 0x61C, 0x61C },     { 0x115F, 0x1160 },   { 0x17B4, 0x17B5 },
    { 0x180B, 0x180F },   { 0x200B, 0x200F },   { 0x2028, 0x202E },   { 0x2060, 0x206F },
    { 0x2800, 0x2800 },   { 0x3164, 0x3164 },   { 0xD800, 0xF8FF },   { 0xFDD0, 0xFDEF },
    { 0xFE00, 0xFE0F },   { 0xFEFF, 0xFEFF },   { 0xFFA0, 0xFFA0 },   { 0xFFF0, 0xFFFB },
    { 0xFFFE, 0xFFFF },   { 0x13430, 0x1343F }, { 0x1BCA0, 0x1BCA3 }, { 0x1D159, 0x1D159 },
    { 0x1D173, 0x1D17A }, { 0x1FFFE, 0x1FFFF }, { 0xE0000, 0x10FFFF },
};

} // namespace

QStringList hostileTexts()
{
    QFile file(QStringLiteral(MINTMARK_TEST_DATA "/hostiletexts.json"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no hostile texts");
    const JsonDocument document = JsonDocument::parse(file.readAll());
    QStringList texts;
    for (const JsonValue &text : document.root())
        texts << text.toString();
    texts << QString(10'000, QLatin1Char('x'));
    return texts;
}

QList<QStringList> hostileChunks(qsizetype size)
{
    const QStringList texts = hostileTexts();
    QList<QStringList> chunks;
    for (qsizetype at = 0; at < texts.size(); at += size)
        chunks << texts.mid(at, size);
    return chunks;
}

QStringList forbiddenIn(const QString &text)
{
    QStringList found;
    // QString::toUcs4() would replace lone surrogates.
    for (qsizetype at = 0; at < text.size(); ++at) {
        char32_t character = text[at].unicode();
        if (text[at].isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate()) {
            character = QChar::surrogateToUcs4(text[at], text[at + 1]);
            ++at;
        }
        const bool isForbidden =
            std::any_of(std::begin(forbidden), std::end(forbidden), [=](const Range &range) {
                return character >= range.first && character <= range.last;
            });
        const QString name = QStringLiteral("U+%1").arg(uint(character), 4, 16, QLatin1Char('0'));
        if (isForbidden && !found.contains(name))
            found << name;
    }
    return found;
}

} // namespace mintmark::test

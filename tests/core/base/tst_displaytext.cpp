// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "base/displaytext.h"
#include "support/testmain.h"

#include <utility>

using namespace mintmark;
using namespace Qt::StringLiterals;

class TestDisplayText : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void escapes_data()
    {
        QTest::addColumn<char32_t>("character");
        QTest::addColumn<QString>("shown");
        const auto row = [](const char *tag, char32_t character, const QString &shown) {
            QTest::newRow(tag) << character << shown;
        };
        row("NUL", 0, u"\\u{0}"_s);
        row("tab", '\t', u"\\u{9}"_s);
        row("line feed", '\n', u"\\u{A}"_s);
        row("escape", 0x1B, u"\\u{1B}"_s);
        row("DEL", 0x7F, u"\\u{7F}"_s);
        row("C1 control sequence introducer", 0x9B, u"\\u{9B}"_s);
        row("soft hyphen", 0xAD, u"\\u{AD}"_s);
        row("Arabic letter mark", 0x61C, u"\\u{61C}"_s);
        row("zero width space", 0x200B, u"\\u{200B}"_s);
        row("right-to-left mark", 0x200F, u"\\u{200F}"_s);
        row("line separator", 0x2028, u"\\u{2028}"_s);
        row("paragraph separator", 0x2029, u"\\u{2029}"_s);
        row("embedding", 0x202A, u"\\u{202A}"_s);
        row("override", 0x202E, u"\\u{202E}"_s);
        row("isolate", 0x2066, u"\\u{2066}"_s);
        row("pop isolate", 0x2069, u"\\u{2069}"_s);
        row("Braille blank", 0x2800, u"\\u{2800}"_s);
        row("interlinear annotation", 0xFFF9, u"\\u{FFF9}"_s);
        row("Hangul filler", 0x3164, u"\\u{3164}"_s);
        row("private use", 0xE000, u"\\u{E000}"_s);
        row("variation selector", 0xFE0F, u"\\u{FE0F}"_s);
        row("BOM", 0xFEFF, u"\\u{FEFF}"_s);
        row("noncharacter", 0xFFFF, u"\\u{FFFF}"_s);
        row("tag", 0xE0041, u"\\u{E0041}"_s);
        row("last character", 0x10FFFF, u"\\u{10FFFF}"_s);
    }
    void escapes()
    {
        QFETCH(char32_t, character);
        QFETCH(QString, shown);
        QVERIFY(isUnsafeToShow(character));
        const QString text = u"a"_s + QStringView(QChar::fromUcs4(character)).toString() + u"z"_s;
        QCOMPARE(displayText(text), (DisplayText { u"a"_s + shown + u"z"_s, true }));
    }
    /// General_Category=Cf and Default_Ignorable_Code_Point of the Unicode Character Database 15.0.
    void escapesWhatUnicodeCallsFormatOrIgnorable()
    {
        constexpr std::pair<char32_t, char32_t> ranges[] = {
            { 0xAD, 0xAD },       { 0x34F, 0x34F },     { 0x600, 0x605 },     { 0x61C, 0x61C },
            { 0x6DD, 0x6DD },     { 0x70F, 0x70F },     { 0x890, 0x891 },     { 0x8E2, 0x8E2 },
            { 0x115F, 0x1160 },   { 0x17B4, 0x17B5 },   { 0x180B, 0x180F },   { 0x200B, 0x200F },
            { 0x202A, 0x202E },   { 0x2060, 0x206F },   { 0x3164, 0x3164 },   { 0xFE00, 0xFE0F },
            { 0xFEFF, 0xFEFF },   { 0xFFA0, 0xFFA0 },   { 0xFFF0, 0xFFFB },   { 0x110BD, 0x110BD },
            { 0x110CD, 0x110CD }, { 0x13430, 0x1343F }, { 0x1BCA0, 0x1BCA3 }, { 0x1D173, 0x1D17A },
            { 0xE0000, 0xE0FFF },
        };
        for (const auto &[first, last] : ranges) {
            for (char32_t character = first; character <= last; ++character)
                QVERIFY2(isUnsafeToShow(character), QByteArray::number(character, 16).constData());
        }
    }
    void leavesTheRest_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("empty") << QString();
        QTest::newRow("ASCII") << u"<b>a & b</b> \\u{202E} ~"_s;
        QTest::newRow("scripts") << u"Zoë Ωμέγα Привет שלום مرحبا 日本語 한국어 हिन्दी ไทย"_s;
        QTest::newRow("astral") << u"😀𝒳"_s;
        QTest::newRow("no-break space") << u"12\u00A0000"_s;
        QTest::newRow("combining") << u"e\u0301\u0323"_s;
    }
    void leavesTheRest()
    {
        QFETCH(QString, text);
        QCOMPARE(displayText(text), (DisplayText { text, false }));
    }
    void escapesLoneSurrogates()
    {
        const QString text = QString(QChar(0xD83D)) + u'a' + QChar(0xDE00);
        QCOMPARE(displayText(text).text, u"\\u{D83D}a\\u{DE00}"_s);
    }
    void stopsFloodsOfMarks()
    {
        const QString flood =
            u"z"_s + QString(10, QChar(0x0335)) + u"e"_s + QString(8, QChar(0x0335));
        const DisplayText shown = displayText(flood);
        QCOMPARE(shown.text,
                 u"z"_s + QString(8, QChar(0x0335)) + u"\\u{335}\\u{335}e"_s
                     + QString(8, QChar(0x0335)));
        QVERIFY(shown.escaped);
    }
    void countsWhatItEscapes()
    {
        QCOMPARE(unsafeCount(u""), 0);
        QCOMPARE(unsafeCount(u"Zoë שלום 😀"), 0);
        QCOMPARE(unsafeCount(u"a\u202E\u200Bb\n"), 3);
        QCOMPARE(unsafeCount(QString(u"e"_s + QString(10, QChar(0x0301)))), 2);
        QCOMPARE(unsafeCount(QStringView(QChar::fromUcs4(0xE0041))), 1);
    }
    void keepsLineBreaksWhenAsked()
    {
        QCOMPARE(displayText(u"a\n\tb\r\nc", LineBreaks::Keep),
                 (DisplayText { u"a\n\tb\r\nc"_s, false }));
        QCOMPARE(displayText(u"a\rb\u2028", LineBreaks::Keep).text, u"a\\u{D}b\\u{2028}"_s);
        QCOMPARE(displayText(u"a\r\n", LineBreaks::Escape).text, u"a\\u{D}\\u{A}"_s);
    }
};

MINTMARK_TEST(tst_displaytext, TestDisplayText)
#include "tst_displaytext.moc"

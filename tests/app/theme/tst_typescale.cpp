// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "support/testmain.h"
#include "app/theme/typescale.h"

using namespace mintmark;

class TestTypeScale : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    /// The ratios of the design, and the pixels they give at 13 and 20.
    void sizes_data()
    {
        QTest::addColumn<TextStyle>("style");
        QTest::addColumn<int>("at13");
        QTest::addColumn<int>("at20");
        QTest::newRow("display") << TextStyle::Display << 34 << 52;
        QTest::newRow("title") << TextStyle::Title << 24 << 37;
        QTest::newRow("headline") << TextStyle::Headline << 20 << 30;
        QTest::newRow("section") << TextStyle::Section << 15 << 23;
        QTest::newRow("body") << TextStyle::Body << 13 << 20;
        QTest::newRow("caption") << TextStyle::Caption << 12 << 18;
        QTest::newRow("small") << TextStyle::Small << 11 << 17;
        QTest::newRow("code") << TextStyle::Code << 13 << 20;
    }

    void sizes()
    {
        QFETCH(TextStyle, style);
        QFETCH(int, at13);
        QFETCH(int, at20);
        QCOMPARE(scale(13).font(style).pixelSize(), at13);
        QCOMPARE(scale(20).font(style).pixelSize(), at20);
    }

    void neverUnderThirteen() { QCOMPARE(scale(9).font(TextStyle::Body).pixelSize(), 13); }

    void weights()
    {
        QCOMPARE(scale(13).font(TextStyle::Body).weight(), QFont::Normal);
        QCOMPARE(scale(13).font(TextStyle::Display).weight(), QFont::DemiBold);
        QCOMPARE(scale(13).font(TextStyle::Tag).weight(), QFont::Bold);
    }

private:
    static TypeScale scale(int pixels)
    {
        QFont base;
        base.setPixelSize(pixels);
        return { base, base };
    }
};

MINTMARK_TEST(tst_typescale, TestTypeScale)
#include "tst_typescale.moc"

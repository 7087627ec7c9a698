// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "support/testmain.h"
#include "app/theme/theme.h"

#include <cmath>

using namespace mintmark;

namespace {

/// WCAG 2.x relative luminance and contrast ratio, from the definition.
double channel(int value)
{
    const double part = value / 255.0;
    return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &color)
{
    return 0.2126 * channel(color.red()) + 0.7152 * channel(color.green())
        + 0.0722 * channel(color.blue());
}

double ratioOf(const QColor &a, const QColor &b)
{
    const double first = luminance(a);
    const double second = luminance(b);
    return (qMax(first, second) + 0.05) / (qMin(first, second) + 0.05);
}

struct Pair
{
    const char *name;
    ColorRole ink;
    ColorRole ground;
};

#define PAIR(ink, ground) { #ink " on " #ground, &Theme::ink, &Theme::ground }

const Pair texts[] = {
    PAIR(text, window), PAIR(text, sidebar), PAIR(text, surface), PAIR(text, sunken),
    PAIR(text, hover), PAIR(onSelected, selected), PAIR(text, okBg), PAIR(text, warnBg),
    PAIR(text, errBg), PAIR(text, infoBg), PAIR(text, prodBg), PAIR(text2, window),
    PAIR(text2, sidebar), PAIR(text2, surface), PAIR(text2, sunken), PAIR(text2, hover),
    PAIR(text2, errBg), PAIR(text2, warnBg), PAIR(text2, okBg), PAIR(text2, prodBg),
    PAIR(text2, infoBg), PAIR(onAccent, accent), PAIR(onAccent, accentHover),
    PAIR(onAccent, accentPressed), PAIR(accent, surface), PAIR(accent, sidebar),
    PAIR(link, surface), PAIR(link, window), PAIR(link, errBg), PAIR(ok, okBg), PAIR(ok, sidebar),
    PAIR(ok, surface), PAIR(warn, warnBg), PAIR(warn, sidebar), PAIR(warn, surface),
    PAIR(err, errBg), PAIR(err, sidebar), PAIR(err, surface), PAIR(info, infoBg),
    PAIR(onProd, prod), PAIR(prod, prodBg), PAIR(sandbox, sidebar), PAIR(test, sidebar),
    PAIR(development, sidebar), PAIR(partHeader, sunken), PAIR(partPayload, sunken),
    PAIR(partSignature, sunken),
};

const Pair shapes[] = {
    PAIR(control, surface), PAIR(control, window), PAIR(control, sidebar), PAIR(control, errBg),
    PAIR(focus, surface), PAIR(focus, sidebar), PAIR(focus, prodBg), PAIR(focus, window),
    PAIR(focusOnSelected, selected), PAIR(accent, track), PAIR(warnLine, track),
    PAIR(errLine, track), PAIR(disabled, window), PAIR(disabled, surface),
};

constexpr std::pair<ThemeName, const char *> themes[] = { { ThemeName::Light, "light" },
                                                          { ThemeName::Dark, "dark" },
                                                          { ThemeName::HighContrast, "contrast" } };

} // namespace

class TestTheme : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void knownRatios()
    {
        // Black on white is 21 by definition; the second is the W3C's own example, #777 on white.
        QVERIFY(std::abs(ratioOf(Qt::black, Qt::white) - 21.0) < 0.01);
        QVERIFY(std::abs(ratioOf(QColor(0x77, 0x77, 0x77), Qt::white) - 4.48) < 0.01);
    }

    void contrast_data()
    {
        QTest::addColumn<QColor>("ink");
        QTest::addColumn<QColor>("ground");
        QTest::addColumn<double>("least");
        for (const auto &[name, word] : themes) {
            const Theme theme = makeTheme(name);
            for (const Pair &pair : texts)
                QTest::addRow("%s: %s", word, pair.name)
                    << theme.*pair.ink << theme.*pair.ground << 4.5;
            for (const Pair &pair : shapes)
                QTest::addRow("%s: %s", word, pair.name)
                    << theme.*pair.ink << theme.*pair.ground << 3.0;
        }
    }

    void contrast()
    {
        QFETCH(QColor, ink);
        QFETCH(QColor, ground);
        QFETCH(double, least);
        const double ratio = ratioOf(ink, ground);
        QVERIFY2(ratio >= least, qPrintable(QString::number(ratio)));
    }

    void rowsStayLegibleWhenSelected()
    {
        for (const auto &[name, word] : themes) {
            const Theme theme = makeTheme(name);
            for (const ColorRole role : { &Theme::text, &Theme::text2, &Theme::ok, &Theme::warn,
                                          &Theme::err, &Theme::sandbox, &Theme::test,
                                          &Theme::development, &Theme::accent }) {
                const double ratio = ratioOf(rowColor(theme, role, true), theme.selected);
                QVERIFY2(ratio >= 4.5, word);
            }
        }
    }

    void productionHasItsOwnHue()
    {
        for (const auto &[name, word] : themes) {
            const Theme theme = makeTheme(name);
            for (const QColor &other : { theme.accent, theme.err, theme.warn, theme.info,
                                         theme.sandbox, theme.test, theme.ok })
                QVERIFY2(theme.prod != other, word);
        }
    }

    void paletteFollowsTheTheme()
    {
        const Theme theme = makeTheme(ThemeName::Dark);
        const QPalette palette = makePalette(theme);
        QCOMPARE(palette.color(QPalette::Window), theme.window);
        QCOMPARE(palette.color(QPalette::Base), theme.surface);
        QCOMPARE(palette.color(QPalette::WindowText), theme.text);
        QCOMPARE(palette.color(QPalette::Highlight), theme.selected);
        QCOMPARE(palette.color(QPalette::Disabled, QPalette::Text), theme.disabled);
        QCOMPARE(palette.color(QPalette::ToolTipBase), theme.text);
    }
};

MINTMARK_TEST(tst_theme, TestTheme)
#include "tst_theme.moc"

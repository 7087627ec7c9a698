// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/tokens/celltext.h"

#include "support/testmain.h"

#include <QFontDatabase>
#include <QFontMetricsF>
#include <QImage>
#include <QPainter>
#include <QTest>

using namespace mintmark;
using namespace Qt::StringLiterals;

class TestCellText : public QObject
{
    Q_OBJECT

    static QFont fixedFont()
    {
        QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
        font.setPixelSize(13);
        return font;
    }
    /// So many characters of the fixed font.
    static int wide(int characters)
    {
        return qCeil(QFontMetricsF(fixedFont()).horizontalAdvance(u'0') * characters) + 1;
    }
    static QImage painted(const CellText &text, int width)
    {
        QImage image(width, text.height(), QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        text.paint(painter, {}, Qt::black);
        return image;
    }
    static bool hasInk(const QImage &image, const QRect &rect)
    {
        for (int y = rect.top(); y <= rect.bottom(); ++y) {
            for (int x = rect.left(); x <= rect.right(); ++x) {
                if (image.pixelColor(x, y).lightness() < 128)
                    return true;
            }
        }
        return false;
    }

private Q_SLOTS:
    void countsLines_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("lines");
        QTest::newRow("empty") << QString() << 1;
        QTest::newRow("fits") << u"0123456789"_s << 1;
        QTest::newRow("one more") << u"01234567890"_s << 2;
        QTest::newRow("breaks at a space") << u"payments: read write"_s << 2;
        QTest::newRow("a long word after a short one") << u"ab 0123456789"_s << 2;
        QTest::newRow("three") << QString(30, u'x') << 3;
        QTest::newRow("not more than three") << QString(500, u'x') << 3;
        QTest::newRow("only spaces") << QString(15, u' ') << 2;
        QTest::newRow("not of one cell each") << u"\u4E00\u4E01"_s << 1;
        QTest::newRow("long and not of one cell each") << QString(500, QChar(0x5D0)) << 3;
    }
    void countsLines()
    {
        QFETCH(QString, text);
        QFETCH(int, lines);
        const CellText cell(text, fixedFont(), wide(10), 3);
        QCOMPARE(cell.lineCount(), lines);
        QCOMPARE(cell.height(), lines * cell.lineStep());
        painted(cell, wide(10));
    }

    void staysInItsWidth()
    {
        const QFont font = fixedFont();
        for (const QString &text : { QString(500, u'W'), QString(500, QChar(0x5D0)) }) {
            const CellText cell(text, font, wide(10), 3);
            const QImage image = painted(cell, wide(20));
            QVERIFY(hasInk(image, { 0, 0, wide(10), cell.height() }));
            QVERIFY(!hasInk(image, { wide(11), 0, wide(8), cell.height() }));
        }
    }

    void putsEscapesOnChips_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("counted") << u"a\\u{202E}b"_s;
        QTest::newRow("laid out") << u"a\\u{202E}\u05D0"_s;
    }
    void putsEscapesOnChips()
    {
        QFETCH(QString, text);
        const CellText::Chip chip { Qt::yellow, Qt::red };
        const QImage plain = painted(CellText(text, fixedFont(), 200, 3), 200);
        const QImage chipped = painted(CellText(text, fixedFont(), 200, 3, chip), 200);
        const auto count = [](const QImage &image, QColor color) {
            int pixels = 0;
            for (int x = 0; x < image.width(); ++x)
                pixels += image.pixelColor(x, image.height() / 2) == color ? 1 : 0;
            return pixels;
        };
        QCOMPARE(count(plain, Qt::yellow), 0);
        QVERIFY(count(chipped, Qt::yellow) > wide(3));
        QCOMPARE(chipped.pixelColor(190, 5), QColor(Qt::white));
    }

    /// Where its ground is that of all text, a line tells an escape from the same letters.
    void underlinesEscapes_data() { putsEscapesOnChips_data(); }
    void underlinesEscapes()
    {
        QFETCH(QString, text);
        const auto reds = [&text](bool underlined) {
            const CellText::Chip chip { Qt::white, Qt::red, underlined };
            const CellText cell(text, fixedFont(), 200, 3, chip);
            const QImage image = painted(cell, 200);
            int most = 0; // in one line of pixels
            for (int y = 0; y < cell.height(); ++y) {
                int count = 0;
                for (int x = 0; x < image.width(); ++x)
                    count += image.pixelColor(x, y) == QColor(Qt::red) ? 1 : 0;
                most = qMax(most, count);
            }
            return most;
        };
        QVERIFY(reds(true) >= wide(7)); // under all eight of \u{202E}
        QVERIFY(reds(false) < wide(7));
    }

    /// The elided last line too: escapes there are no less escapes.
    void putsEscapesOfTheLastLineOnChips_data()
    {
        QTest::addColumn<QString>("first");
        QTest::newRow("counted") << QString();
        QTest::newRow("laid out") << u"\u05D0"_s;
    }
    void putsEscapesOfTheLastLineOnChips()
    {
        QFETCH(QString, first);
        const CellText::Chip chip { Qt::yellow, Qt::red };
        const CellText cell(first + u"\\u{202E}"_s.repeated(60), fixedFont(), 200, 3, chip);
        QCOMPARE(cell.lineCount(), 3);
        const QImage image = painted(cell, 200);
        for (int line = 0; line < 3; ++line)
            QCOMPARE(image.pixelColor(50, line * cell.lineStep()), QColor(Qt::yellow));
    }
};

MINTMARK_TEST(tst_celltext, TestCellText)
#include "tst_celltext.moc"

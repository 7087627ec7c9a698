// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "support/testmain.h"
#include "app/widgets/timebar.h"
#include "app/widgets/timedisplay.h"
#include "app/theme/look.h"

#include <QImage>

using namespace mintmark;
using namespace Qt::StringLiterals;

class TestTimeDisplay : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    /// All values of one format stand at the same places: numbers never jump.
    void digitsDoNotMove()
    {
        TimeDisplay display;
        display.resize(400, 60);
        display.setTime({ { u"42"_s, u"min"_s }, { u"10"_s, u"s"_s } }, u"left"_s);
        const QList<qreal> places = display.cellPositions();
        QCOMPARE(places.size(), 4);
        for (int minute = 10; minute < 60; ++minute) {
            for (const int second : { 10, 11, 27, 44, 58 }) {
                display.setTime({ { QString::number(minute), u"min"_s },
                                  { QString::number(second), u"s"_s } },
                                u"left"_s);
                QCOMPARE(display.cellPositions(), places);
            }
        }
    }

    void screenReadersHearTheWholeTime()
    {
        TimeDisplay display;
        display.setTime({ { u"7"_s, u"h"_s }, { u"42"_s, u"min"_s } }, u"left"_s);
        QCOMPARE(display.text(), u"7 h 42 min left"_s);
        display.setPlain(u"F5 fetches one"_s);
        QCOMPARE(display.text(), u"F5 fetches one"_s);
    }

    /// The painted end of the bar is where the fraction says, to a pixel.
    void barShowsTheFraction_data()
    {
        QTest::addColumn<double>("fraction");
        for (const double fraction : { 0.0, 0.1, 0.25, 0.5, 0.96, 1.0 })
            QTest::addRow("%g", fraction) << fraction;
    }

    void barShowsTheFraction()
    {
        QFETCH(double, fraction);
        TimeBar bar;
        bar.resize(400, 8);
        bar.setBar(TimeBar::Shape::Filled, &Theme::accent, fraction);
        const QImage image = bar.grab().toImage();
        const QColor accent = Look::of(&bar).theme().accent;
        int filled = 0;
        for (int x = 0; x < image.width(); ++x)
            filled += image.pixelColor(x, image.height() / 2) == accent ? 1 : 0;
        QVERIFY2(qAbs(filled - fraction * 400) <= 8, qPrintable(QString::number(filled)));
    }

    void shapesLookDifferent()
    {
        TimeBar bar;
        bar.resize(400, 8);
        QList<QImage> seen;
        for (const auto shape : { TimeBar::Shape::Filled, TimeBar::Shape::Empty,
                                  TimeBar::Shape::EndCap, TimeBar::Shape::Hollow,
                                  TimeBar::Shape::Hatched }) {
            bar.setBar(shape, &Theme::err, 0.5);
            const QImage image = bar.grab().toImage();
            QVERIFY(!seen.contains(image));
            seen.append(image);
        }
    }
};

MINTMARK_TEST(tst_timedisplay, TestTimeDisplay)
#include "tst_timedisplay.moc"

// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "support/testmain.h"
#include "app/theme/iconset.h"

#include <QFile>
#include <QImage>

using namespace mintmark;
using namespace Qt::StringLiterals;

class TestIconSet : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyIconIsDrawnInItsColour_data()
    {
        QTest::addColumn<Icon>("icon");
        for (int i = 0; i <= static_cast<int>(Icon::Last); ++i) {
            const auto icon = static_cast<Icon>(i);
            QTest::newRow(qPrintable(IconSet::name(icon))) << icon;
        }
    }

    void everyIconIsDrawnInItsColour()
    {
        QFETCH(Icon, icon);
        const QColor color(200, 30, 40);
        for (const int size : { 16, 20, 24, 32 }) {
            const QImage image = IconSet().pixmap(icon, color, size, 1).toImage();
            QCOMPARE(image.size(), QSize(size, size));
            int inked = 0;
            for (int y = 0; y < size; ++y) {
                for (int x = 0; x < size; ++x) {
                    const QColor pixel = image.pixelColor(x, y);
                    if (pixel.alpha() < 200)
                        continue;
                    ++inked;
                    QVERIFY(qAbs(pixel.red() - color.red()) < 12);
                    QVERIFY(qAbs(pixel.green() - color.green()) < 12);
                }
            }
            QVERIFY(inked > 3);
        }
    }

    void sharpOnDenseScreens()
    {
        const QPixmap pixmap = IconSet().pixmap(Icon::Copy, Qt::black, 20, 2);
        QCOMPARE(pixmap.size(), QSize(40, 40));
        QCOMPARE(pixmap.devicePixelRatio(), 2.0);
    }

    void disabledHasItsOwnColour()
    {
        const QIcon icon = IconSet().icon(Icon::Warn, Qt::black, Qt::gray);
        QVERIFY(icon.pixmap(20, QIcon::Normal).toImage()
                != icon.pixmap(20, QIcon::Disabled).toImage());
    }
};

MINTMARK_TEST(tst_iconset, TestIconSet)
#include "tst_iconset.moc"

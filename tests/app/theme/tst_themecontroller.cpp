// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "support/cputimer.h"
#include "support/testmain.h"
#include "app/theme/look.h"
#include "app/theme/systemtheme.h"
#include "app/theme/themecontroller.h"
#include "app/widgets/iconlabel.h"

#include <QApplication>
#include <QImage>
#include <QToolTip>

using namespace mintmark;

class TestThemeController : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void choiceWins_data()
    {
        QTest::addColumn<ThemeChoice>("choice");
        QTest::addColumn<bool>("systemDark");
        QTest::addColumn<bool>("systemContrast");
        QTest::addColumn<ThemeName>("expected");
        using enum ThemeChoice;
        QTest::newRow("system light") << FollowSystem << false << false << ThemeName::Light;
        QTest::newRow("system dark") << FollowSystem << true << false << ThemeName::Dark;
        QTest::newRow("system contrast") << FollowSystem << true << true << ThemeName::HighContrast;
        QTest::newRow("light on dark") << Light << true << false << ThemeName::Light;
        QTest::newRow("dark on light") << Dark << false << false << ThemeName::Dark;
        QTest::newRow("contrast") << HighContrast << false << false << ThemeName::HighContrast;
        QTest::newRow("light in contrast") << Light << false << true << ThemeName::Light;
    }

    void choiceWins()
    {
        QFETCH(ThemeChoice, choice);
        QFETCH(bool, systemDark);
        QFETCH(bool, systemContrast);
        SystemTheme system(false);
        system.setAppearance({ systemDark, systemContrast });
        const ThemeController controller(system, choice);
        QTEST(controller.name(), "expected");
    }

    /// The desktop changes while the program runs: what is on the screen follows within 100 ms,
    /// icons and tool tips too.
    void followsWhileRunning()
    {
        SystemTheme system(false);
        ThemeController controller(system, ThemeChoice::FollowSystem);
        IconLabel label(Icon::Check, 24);
        label.setIcon(Icon::Check, &Theme::accent);
        label.resize(24, 24);
        const QImage light = label.grab().toImage();

        QSignalSpy changed(&controller, &ThemeController::themeChanged);
        test::CpuTimer timer;
        system.setAppearance({ true, {} });
        QTRY_COMPARE(changed.count(), 1);
        QTRY_COMPARE(QApplication::palette().color(QPalette::Window),
                     makeTheme(ThemeName::Dark).window);
        const QImage dark = label.grab().toImage();
        QVERIFY(timer.elapsed() < 1'000); // 100 ms on an idle machine
        QVERIFY(light != dark);
        QCOMPARE(QToolTip::palette().color(QPalette::ToolTipBase), makeTheme(ThemeName::Dark).text);
    }

    void platformDecidesWhereTheDesktopSaysNothing()
    {
        SystemTheme system(true);
        QVERIFY(system.isDark());
        system.setAppearance({ false, {} });
        QVERIFY(!system.isDark());
    }

    void cleanupTestCase()
    {
        SystemTheme system(false);
        ThemeController controller(system, ThemeChoice::Light);
    }
};

MINTMARK_TEST(tst_themecontroller, TestThemeController)
#include "tst_themecontroller.moc"

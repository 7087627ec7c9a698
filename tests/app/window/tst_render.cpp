// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

// Every page in every look: nothing is cut off, nameless, unreachable or painted in the colour it
// stands on. A run takes a sample; MINTMARK_LONG takes all. With MINTMARK_SCREENSHOTS the pictures
// are kept in that folder.

#include "app/profiles/rowchip.h"
#include "app/widgets/environmenttag.h"
#include "app/window/looks.h"
#include "app/window/renderchecks.h"
#include "app/window/scenes.h"
#include "app/window/windowrig.h"
#include "support/testmain.h"

#include <QPainter>
#include <QRegularExpression>
#include <QScopeGuard>
#include <QScreen>
#include <QSet>

using namespace mintmark;
using namespace mintmark::test;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(mintmark::TagSize)

namespace {

const QSize sizes[] { { 1120, 720 }, { 860, 600 }, { 640, 480 } };

bool isLong()
{
    return qEnvironmentVariableIsSet("MINTMARK_LONG");
}

/// What the window server has, not what would be painted if it were asked for now.
QImage onScreen(const QWidget &window)
{
    return window.screen()->grabWindow(window.winId()).toImage();
}

} // namespace

class TestRender : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void page_data()
    {
        QTest::addColumn<QByteArray>("scene");
        QTest::addColumn<int>("fontSize");
        QTest::addColumn<bool>("pseudo");
        for (const Scene &scene : scenes()) {
            QTest::addRow("%s", scene.name.constData()) << scene.name << 13 << false;
            if (!scene.sampled && !isLong())
                continue;
            QTest::addRow("%s, 200 %%", scene.name.constData()) << scene.name << 26 << false;
            QTest::addRow("%s, pseudo", scene.name.constData()) << scene.name << 13 << true;
        }
    }
    void page()
    {
        QFETCH(QByteArray, scene);
        QFETCH(int, fontSize);
        QFETCH(bool, pseudo);
        const Speech speech(fontSize, pseudo);
        WindowRig rig;
        present(rig, sceneNamed(scene));
        if (QTest::currentTestFailed())
            return;
        m_faults.clear();
        const QString variant = fontSize != 13 ? u"-large"_s : pseudo ? u"-pseudo"_s : QString();
        int turn = static_cast<int>(qHash(scene) % 3);
        for (const QSize size : sizes) {
            for (int theme = 0; theme < 3; ++theme) {
                if (isLong() || theme == turn)
                    look(rig, size, themes[theme], QString::fromLatin1(scene) + variant);
            }
            turn = (turn + 1) % 3;
        }
        QVERIFY2(m_faults.isEmpty(), qPrintable(m_faults.join(u'\n')));
    }

    void tabReachesEveryButton_data()
    {
        QTest::addColumn<QByteArray>("scene");
        for (const Scene &scene : scenes())
            QTest::addRow("%s", scene.name.constData()) << scene.name;
    }
    void tabReachesEveryButton()
    {
        QFETCH(QByteArray, scene);
        WindowRig rig;
        present(rig, sceneNamed(scene));
        for (const QSize size : { sizes[0], sizes[2] }) {
            rig.window->resize(size);
            settle();
            const QStringList faults = unreachableButtons(*rig.window);
            QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
        }
    }

    /// Visual acceptance, 6: what the screen shows is new after one turn of the event loop, all of
    /// it.
    void themeChangesWhileRunning_data() { tabReachesEveryButton_data(); }
    void themeChangesWhileRunning()
    {
        QFETCH(QByteArray, scene);
        const int blinking = QApplication::cursorFlashTime();
        QApplication::setCursorFlashTime(0);
        const auto restored = qScopeGuard([=] { QApplication::setCursorFlashTime(blinking); });
        WindowRig rig;
        present(rig, sceneNamed(scene));
        settle();
        const QImage light = screenIn(rig, ThemeChoice::Light);
        QImage before = light;
        for (const ThemeChoice choice : { ThemeChoice::Dark, ThemeChoice::HighContrast }) {
            const QImage after = screenIn(rig, choice);
            const QStringList stale = staleParts(before, after);
            QVERIFY2(stale.isEmpty(), qPrintable(stale.join(u'\n')));
            QCOMPARE(after, rig.window->grab().toImage().convertToFormat(after.format()));
            before = after;
        }
        QCOMPARE(screenIn(rig, ThemeChoice::Light), light);
    }

    /// Visual acceptance, 5: without colours, environments differ by more than their hue.
    void environmentsDifferInGrey_data()
    {
        QTest::addColumn<ThemeChoice>("theme");
        QTest::addColumn<TagSize>("size");
        for (const NamedTheme &theme : themes) {
            QTest::addRow("%s list", qPrintable(theme.name)) << theme.choice << TagSize::List;
            QTest::addRow("%s header", qPrintable(theme.name)) << theme.choice << TagSize::Header;
        }
    }
    void environmentsDifferInGrey()
    {
        QFETCH(ThemeChoice, theme);
        QFETCH(TagSize, size);
        WindowRig rig;
        rig.services->theme().setChoice(theme);
        QList<QImage> drawings;
        for (const Environment environment : { Environment::Production, Environment::Sandbox,
                                               Environment::Test, Environment::Development }) {
            EnvironmentTag tag(size);
            tag.setEnvironment(environment);
            tag.resize(tag.sizeHint());
            drawings << inkOf(tag.grab().toImage());
        }
        expectDifferent(drawings, 60);
    }

    /// The chips of the list, each in a row of its own.
    void statesDifferInGrey()
    {
        using Kind = RowChip::Kind;
        QStringList looks;
        const qint64 now = FakeClock().nowMs();
        ProfileListing listing;
        const auto add = [&](Kind kind, const RowState &state = {}, bool locked = false) {
            const RowChip chip = rowChip(listing, state, locked, now);
            QCOMPARE(chip.kind, kind);
            const std::optional<Icon> icon = chipIcon(kind);
            // A time with an icon is another state than a time without.
            const QString words = chip.text.contains(QRegularExpression(u"\\d"_s))
                ? QString(chip.text).remove(QRegularExpression(u"[\\d: ]+"_s))
                : chip.text;
            looks << words + u'|' + (icon ? QString::number(static_cast<int>(*icon)) : QString());
            QVERIFY(!chip.text.isEmpty());
        };
        listing.tokenExpiresMs = now + 27'720'000;
        add(Kind::Live);
        listing.tokenExpiresMs = now + 20'000;
        add(Kind::Ending);
        listing.tokenExpiresMs = now - 1'000;
        add(Kind::Expired);
        listing = {};
        listing.lastResult = u"refused"_s;
        add(Kind::Refused);
        listing.lastResult = u"no_answer"_s;
        add(Kind::NoAnswer);
        listing = {};
        add(Kind::Running, { .running = true });
        add(Kind::Draft, { .draft = true });
        add(Kind::NoSecret, { .noSecret = true });
        add(Kind::Locked, {}, true);
        const QSet<QString> different(looks.begin(), looks.end());
        QVERIFY2(different.size() == looks.size(), qPrintable(looks.join(u'\n')));
    }

private:
    static QImage screenIn(WindowRig &rig, ThemeChoice choice)
    {
        rig.services->theme().setChoice(choice);
        QCoreApplication::sendPostedEvents();
        return onScreen(*rig.window);
    }

    /// Ten by ten places where a theme has left the colours of the one before.
    static QStringList staleParts(const QImage &before, const QImage &after)
    {
        QStringList stale;
        const int width = after.width() / 10;
        const int height = after.height() / 10;
        for (int place = 0; place < 100; ++place) {
            const QRect part(place % 10 * width, place / 10 * height, width, height);
            int same = 0;
            for (int y = part.top(); y <= part.bottom(); ++y) {
                for (int x = part.left(); x <= part.right(); ++x)
                    same += before.pixel(x, y) == after.pixel(x, y) ? 1 : 0;
            }
            if (same > width * height / 50)
                stale << u"%1 of %2 pixels are the old ones at %3, %4"_s.arg(same)
                             .arg(width * height)
                             .arg(part.x())
                             .arg(part.y());
        }
        return stale;
    }

    /// Black where a grey print has something dark or light on the commonest grey.
    static QImage inkOf(const QImage &picture)
    {
        const QImage grey = picture.convertToFormat(QImage::Format_Grayscale8);
        QImage ink(grey.size(), QImage::Format_Grayscale8);
        const int ground = qGray(grey.pixel(grey.width() / 2, 4));
        for (int y = 0; y < grey.height(); ++y) {
            for (int x = 0; x < grey.width(); ++x) {
                const bool differs = qAbs(qGray(grey.pixel(x, y)) - ground) > 60;
                ink.setPixel(x, y, differs ? qRgb(0, 0, 0) : qRgb(255, 255, 255));
            }
        }
        return ink;
    }

    static void expectDifferent(const QList<QImage> &drawings, int pixels)
    {
        for (int a = 0; a < drawings.size(); ++a) {
            for (int b = a + 1; b < drawings.size(); ++b) {
                const QSize common = drawings[a].size().boundedTo(drawings[b].size());
                int different = 0;
                for (int y = 0; y < common.height(); ++y) {
                    for (int x = 0; x < common.width(); ++x)
                        different += drawings[a].pixel(x, y) != drawings[b].pixel(x, y) ? 1 : 0;
                }
                QVERIFY2(
                    different >= pixels,
                    qPrintable(u"%1 and %2 differ in %3 pixels"_s.arg(a).arg(b).arg(different)));
            }
        }
    }

    void look(WindowRig &rig, QSize size, const NamedTheme &theme, const QString &name)
    {
        rig.services->theme().setChoice(theme.choice);
        rig.window->resize(size);
        settle();
        const QString place =
            u"%1-%2-%3x%4"_s.arg(name, theme.name).arg(size.width()).arg(size.height());
        const QImage picture = rig.window->grab().toImage();
        keep(picture, place);
        QStringList faults = faultsOf(*rig.window, picture);
        const QSize smallest = rig.window->minimumSizeHint();
        if (smallest.width() > 640 || smallest.height() > 480)
            faults << u"needs %1×%2"_s.arg(smallest.width()).arg(smallest.height());
        if (rig.window->size() != size)
            faults << u"is %1×%2"_s.arg(rig.window->width()).arg(rig.window->height());
        for (const QString &fault : std::as_const(faults))
            m_faults << place + u": "_s + fault;
    }

    QStringList m_faults;
};

MINTMARK_TEST(tst_render, TestRender)
#include "tst_render.moc"

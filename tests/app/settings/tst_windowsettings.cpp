// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/settings/windowsettings.h"
#include "app/theme/metrics.h"
#include "support/testmain.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

using namespace mintmark;
using namespace Qt::StringLiterals;

class TestWindowSettings : public QObject
{
    Q_OBJECT
private:
    QTemporaryDir m_parent;
    QString folder() const { return m_parent.filePath(u"mintmark"_s); }
    QString file() const { return folder() + u"/window.ini"_s; }

private Q_SLOTS:
    void init() { QDir(folder()).removeRecursively(); }

    void remembers()
    {
        {
            WindowSettings settings(folder());
            settings.setTheme(ThemeChoice::Dark);
            settings.setListShown(false);
            settings.setListWidth(metrics::paneWidthMin + 7);
            settings.setGeometry("geometry");
        }
        const WindowSettings settings(folder());
        QCOMPARE(settings.theme(), ThemeChoice::Dark);
        QVERIFY(!settings.isListShown());
        QCOMPARE(settings.listWidth(), metrics::paneWidthMin + 7);
        QCOMPARE(settings.geometry(), "geometry");
    }

    void keepsHabits()
    {
        QVERIFY(WindowSettings(folder()).keepHabits(ThemeChoice::HighContrast, 45));
        const WindowSettings settings(folder());
        QCOMPARE(settings.theme(), ThemeChoice::HighContrast);
        QCOMPARE(settings.clearClipboardAfterS(), 45);
        QVERIFY(WindowSettings({}).keepHabits(ThemeChoice::Dark, 45)); // the demo keeps none
    }

    void saysThatHabitsCannotBeKept()
    {
        const QString blocked = m_parent.filePath(u"blocked"_s);
        const QString file = blocked + u"/window.ini"_s;
        QVERIFY(QDir().mkpath(file)); // a folder stands where the file belongs
        WindowSettings settings(blocked);
        const Result<void> kept = settings.keepHabits(ThemeChoice::Dark, 45);
        QVERIFY(!kept);
        QCOMPARE(kept.error().code, ErrorCode::FileNotWritten);
        QCOMPARE(kept.error().argument(u"file"), file);
    }

    /// The window may be the first to write there; the list of profiles comes into the same folder.
    void makesThePrivateFolder()
    {
        WindowSettings(folder()).setListShown(true);
        QVERIFY(QFile::exists(file()));
        constexpr auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup
            | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
        QCOMPARE(QFileInfo(folder()).permissions() & others, QFile::Permissions());
    }

    void readingMakesNothing()
    {
        QCOMPARE(WindowSettings(folder()).theme(), ThemeChoice::FollowSystem);
        QVERIFY(!QFile::exists(folder()));
        WindowSettings(QString()).setListShown(false);
        QVERIFY(WindowSettings(QString()).isListShown());
    }

    void damagedFilesAreTheUsual_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("empty") << ""_ba;
        QTest::newRow("zeros") << QByteArray(4096, '\0');
        QTest::newRow("no INI") << "{\"theme\":\"dark\"}"_ba;
        QTest::newRow("another theme") << "[General]\ntheme=pink\n"_ba;
        QTest::newRow("lists") << "[General]\ntheme=dark, light\nlist_width=1, 2\n"_ba;
        QTest::newRow("cut variant") << "[General]\ntheme=@Variant(\\0\\0\\0\\x7f\\0\\0\\0\n"_ba;
        QTest::newRow("bytes for text") << "[General]\ntheme=@ByteArray(\\xff\\xfe)\n"_ba;
    }
    void damagedFilesAreTheUsual()
    {
        QFETCH(QByteArray, text);
        QVERIFY(QDir().mkpath(folder()));
        QFile writer(file());
        QVERIFY(writer.open(QIODevice::WriteOnly) && writer.write(text) == text.size());
        writer.close();
        const WindowSettings settings(folder());
        QCOMPARE(settings.theme(), ThemeChoice::FollowSystem);
        QCOMPARE(settings.clearClipboardAfterS(), 60);
        QVERIFY(settings.isListShown());
        QVERIFY(settings.listWidth() >= metrics::paneWidthMin);
    }

    void keepsNumbersInBounds_data()
    {
        QTest::addColumn<QByteArray>("number");
        QTest::addColumn<int>("seconds");
        QTest::addColumn<int>("width");
        QTest::newRow("small") << "-1"_ba << 5 << metrics::paneWidthMin;
        QTest::newRow("large") << "999999"_ba << 3600 << metrics::paneWidthMax;
        QTest::newRow("no number") << "x"_ba << 60 << metrics::paneWidth;
        QTest::newRow("too large") << "99999999999999999999"_ba << 60 << metrics::paneWidth;
    }
    void keepsNumbersInBounds()
    {
        QFETCH(QByteArray, number);
        QVERIFY(QDir().mkpath(folder()));
        QFile writer(file());
        QVERIFY(writer.open(QIODevice::WriteOnly));
        writer.write("[General]\nclear_clipboard_after_s=" + number + "\nlist_width=" + number
                     + '\n');
        writer.close();
        const WindowSettings settings(folder());
        QTEST(settings.clearClipboardAfterS(), "seconds");
        QTEST(settings.listWidth(), "width");
    }
};

MINTMARK_TEST(tst_windowsettings, TestWindowSettings)
#include "tst_windowsettings.moc"

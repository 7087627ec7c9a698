// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

// The editor page of every preset for those who use the keyboard, large texts or another language.

#include "app/window/presetpage.h"
#include "app/window/renderchecks.h"

using namespace mintmark;
using namespace mintmark::test;

class TestPresetReading : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    /// The keyboard goes through the page as the eye does, from the customer on.
    void tabFollowsTheEye_data() { addPresets(); }
    void tabFollowsTheEye()
    {
        PresetPage page;
        QFETCH(QString, id);
        page.open(id);
        QVERIFY(page.editor);
        const QList<EditorRow *> rows = page.rows();
        QWidget *focused = QApplication::focusWidget();
        QVERIFY(focused && rows[1]->isAncestorOf(focused));
        qsizetype at = 1;
        for (int presses = 0; presses < 40 && at < rows.size() - 1; ++presses) {
            QTest::keyClick(focused, Qt::Key_Tab);
            focused = QApplication::focusWidget();
            QVERIFY(focused);
            const auto holds = [focused](const EditorRow *row) {
                return row->isAncestorOf(focused);
            };
            if (holds(rows[at]) || std::ranges::none_of(rows, holds))
                continue; // a link, an eye
            ++at;
            QVERIFY2(rows[at]->isAncestorOf(focused),
                     qPrintable(labelOf(rows[at]) + u": "_s + focused->accessibleName()));
        }
        QCOMPARE(at, rows.size() - 1);
    }

    /// The page may have to be scrolled then; nothing is cut.
    void largeTexts_data() { addPresets(); }
    void largeTexts() { lookAt(26, false); }
    void longTexts_data() { addPresets(); }
    void longTexts() { lookAt(13, true); }

private:
    static void lookAt(int fontSize, bool pseudo)
    {
        QFETCH(QString, id);
        const Speech speech(fontSize, pseudo);
        PresetPage page;
        page.open(id);
        QVERIFY(page.editor);
        for (const QSize size : { usual, smallest }) {
            page.resize(size);
            const QImage picture = page.rig.window->grab().toImage();
            keep(picture, u"preset-%1-%2-%3"_s.arg(id, pseudo ? u"pseudo"_s : u"large"_s)
                              .arg(size.width()));
            const QStringList faults = faultsOf(*page.rig.window, picture);
            QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
            QCOMPARE(page.rig.window->size(), size);
        }
    }
};

MINTMARK_TEST(tst_presetreading, TestPresetReading)

#include "tst_presetreading.moc"

// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

// Against a real X server: only there is a selection by mouse a clipboard of its own.

#include "app/clipboard/clipboardhints.h"
#include "app/inspector/pastefield.h"
#include "support/testmain.h"

#include <QApplication>
#include <QClipboard>
#include <QMimeData>

using namespace mintmark;
using namespace Qt::StringLiterals;

class TestPasteField : public QObject
{
    Q_OBJECT
private:
    const QString m_text = u"eyJhbGciOi.eyJhdWQi.c2lnbmF0dXJl"_s;

    static QClipboard &clipboard() { return *QApplication::clipboard(); }
    static void open(PasteField &field, const QString &text)
    {
        field.resize(600, 80);
        field.setPlainText(text);
        field.show();
        QVERIFY(QTest::qWaitForWindowExposed(&field));
        field.setFocus();
    }

private Q_SLOTS:
    void init()
    {
        QVERIFY(clipboard().supportsSelection());
        clipboard().clear(QClipboard::Clipboard);
        clipboard().clear(QClipboard::Selection);
    }

    void selectingCopiesNothing()
    {
        PasteField field;
        open(field, m_text);
        QTest::mouseDClick(field.viewport(), Qt::LeftButton, {}, QPoint(30, 12));
        QVERIFY(field.textCursor().hasSelection());
        QCOMPARE(clipboard().text(QClipboard::Selection), QString());
        field.moveCursor(QTextCursor::Start); // a press inside a selection begins to drag it
        QTest::mousePress(field.viewport(), Qt::LeftButton, {}, QPoint(8, 12));
        QTest::mouseMove(field.viewport(), QPoint(120, 12));
        QTest::mouseRelease(field.viewport(), Qt::LeftButton, {}, QPoint(120, 12));
        QVERIFY(field.textCursor().hasSelection());
        QCOMPARE(clipboard().text(QClipboard::Selection), QString());
        QTest::keyClick(&field, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(&field, Qt::Key_Left, Qt::ShiftModifier);
        QVERIFY(field.textCursor().hasSelection());
        QCOMPARE(clipboard().text(QClipboard::Selection), QString());
    }

    /// By key and by menu, which calls copy().
    void copiesAreMarked()
    {
        PasteField field;
        open(field, m_text);
        for (const bool byKey : { true, false }) {
            clipboard().clear(QClipboard::Clipboard);
            field.selectAll();
            if (byKey)
                QTest::keyClick(&field, Qt::Key_C, Qt::ControlModifier);
            else
                field.copy();
            QCOMPARE(clipboard().text(), m_text);
            const QMimeData *data = clipboard().mimeData();
            for (const ClipboardHint &hint : ClipboardHints().hints())
                QCOMPARE(data->data(hint.mimeType), hint.data);
            QVERIFY(!ClipboardHints().hints().isEmpty());
        }
    }

    void cutsAndKeepsLines()
    {
        PasteField field;
        open(field, u"one\ntwo"_s);
        field.selectAll();
        QTest::keyClick(&field, Qt::Key_X, Qt::ControlModifier);
        QCOMPARE(clipboard().text(), u"one\ntwo"_s);
        QCOMPARE(field.toPlainText(), QString());
        QCOMPARE(clipboard().text(QClipboard::Selection), QString());
    }
};

MINTMARK_TEST(tst_pastefield, TestPasteField)
#include "tst_pastefield.moc"

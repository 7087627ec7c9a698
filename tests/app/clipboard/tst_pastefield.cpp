// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

// Against a real X server: only there is a selection by mouse a clipboard of its own.

#include "app/clipboard/clipboardhints.h"
#include "app/inspector/pastefield.h"
#include "support/testmain.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QMenu>
#include <QMimeData>
#include <QSignalSpy>
#include <QUrl>

using namespace mintmark;
using namespace Qt::StringLiterals;

class TestPasteField : public QObject
{
    Q_OBJECT
private:
    const QString m_text = u"eyJhbGciOi.eyJhdWQi.c2lnbmF0dXJl"_s;

    static QClipboard &clipboard() { return *QApplication::clipboard(); }
    /// Without the window manager, which maps windows when it gets to it.
    static void open(PasteField &field, const QString &text)
    {
        field.setWindowFlag(Qt::BypassWindowManagerHint);
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

    /// By key it is handed to whoever clears the clipboard again; Qt's own way marks it at least.
    void copiesAreHandedOver()
    {
        PasteField field;
        open(field, m_text);
        QSignalSpy copied(&field, &PasteField::copyRequested);
        QTest::keyClick(&field, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(copied.size(), 0); // nothing is selected
        field.selectAll();
        QTest::keyClick(&field, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(copied.size(), 1);
        QCOMPARE(copied[0][0].value<SharedSecret>()->view().toByteArray(), m_text.toUtf8());
        QCOMPARE(clipboard().text(), QString());
        field.copy();
        QCOMPARE(clipboard().text(), m_text);
        const QMimeData *data = clipboard().mimeData();
        for (const ClipboardHint &hint : ClipboardHints().hints())
            QCOMPARE(data->data(hint.mimeType), hint.data);
        QVERIFY(!ClipboardHints().hints().isEmpty());
    }

    void menuHandsOverToo_data()
    {
        QTest::addColumn<QString>("entry");
        QTest::addColumn<bool>("stays");
        QTest::newRow("copy") << u"edit-copy"_s << true;
        QTest::newRow("cut") << u"edit-cut"_s << false;
    }
    void menuHandsOverToo()
    {
        QFETCH(QString, entry);
        PasteField field;
        open(field, m_text);
        QSignalSpy copied(&field, &PasteField::copyRequested);
        field.selectAll();
        QContextMenuEvent event(QContextMenuEvent::Keyboard, { 10, 10 },
                                field.mapToGlobal(QPoint(10, 10)));
        QCoreApplication::sendEvent(field.viewport(), &event);
        auto *menu = field.findChild<QMenu *>();
        QVERIFY(menu);
        auto *action = menu->findChild<QAction *>(entry);
        QVERIFY(action);
        action->trigger();
        menu->close();
        QCOMPARE(copied.size(), 1);
        QCOMPARE(clipboard().text(), QString());
        QTEST(!field.toPlainText().isEmpty(), "stays");
    }

    void cutsAndKeepsLines()
    {
        PasteField field;
        open(field, u"one\ntwo"_s);
        QSignalSpy copied(&field, &PasteField::copyRequested);
        field.selectAll();
        QTest::keyClick(&field, Qt::Key_X, Qt::ControlModifier);
        QCOMPARE(copied.value(0).value(0).value<SharedSecret>()->view().toByteArray(),
                 QByteArray("one\ntwo"));
        QCOMPARE(field.toPlainText(), QString());
        QCOMPARE(clipboard().text(QClipboard::Selection), QString());
    }

    void filesAreNoText()
    {
        PasteField field;
        open(field, {});
        QSignalSpy pasted(&field, &PasteField::pasted);
        QSignalSpy files(&field, &PasteField::filePasted);
        auto *data = new QMimeData;
        data->setUrls({ QUrl::fromLocalFile(u"/tmp/ticket.txt"_s) });
        clipboard().setMimeData(data);
        field.paste();
        QCOMPARE(pasted.size(), 0);
        QCOMPARE(files.value(0).value(0).toString(), u"/tmp/ticket.txt"_s);
    }
};

MINTMARK_TEST(tst_pastefield, TestPasteField)
#include "tst_pastefield.moc"

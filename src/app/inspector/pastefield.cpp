// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/inspector/pastefield.h"

#include "app/clipboard/secretmimedata.h"
#include "app/theme/look.h"

#include <QAction>
#include <QContextMenuEvent>
#include <QFocusEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QScopedValueRollback>
#include <QUrl>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

SecretBytes selectedSecret(const QTextCursor &cursor)
{
    QString text = cursor.selectedText();
    text.replace(QChar::ParagraphSeparator, u'\n');
    SecretBytes bytes = SecretBytes::fromString(text);
    wipe(text);
    return bytes;
}

} // namespace

PasteField::PasteField(QWidget *parent) : QPlainTextEdit(parent)
{
    setUndoRedoEnabled(false); // no second copy of a secret
    setTabChangesFocus(true);
    setWordWrapMode(QTextOption::WrapAnywhere);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setInputMethodHints(Qt::ImhSensitiveData | Qt::ImhNoPredictiveText);
    setFont(Look::of(this).font(TextStyle::Code));
}

/// Qt asks for every drag and selection alike.
QMimeData *PasteField::createMimeDataFromSelection() const
{
    if (m_selecting)
        return new QMimeData;
    return new SecretMimeData(selectedSecret(textCursor()), m_hints.hints());
}

void PasteField::copySelection()
{
    if (textCursor().hasSelection())
        Q_EMIT copyRequested(shareSecret(selectedSecret(textCursor())));
}

void PasteField::keyPressEvent(QKeyEvent *event)
{
    const bool cuts = event->matches(QKeySequence::Cut);
    if (cuts || event->matches(QKeySequence::Copy)) {
        copySelection();
        if (cuts)
            textCursor().removeSelectedText();
        event->accept();
        return;
    }
    const QScopedValueRollback selecting(m_selecting, true);
    QPlainTextEdit::keyPressEvent(event);
}

/// Qt's menu, with the two entries that would put plain text on the clipboard led elsewhere.
void PasteField::contextMenuEvent(QContextMenuEvent *event)
{
    QMenu *menu = createStandardContextMenu(event->pos());
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QList<QAction *> actions = menu->actions();
    for (QAction *action : actions) {
        const bool cuts = action->objectName() == "edit-cut"_L1;
        if (!cuts && action->objectName() != "edit-copy"_L1)
            continue;
        action->disconnect();
        connect(action, &QAction::triggered, this, [this, cuts] {
            copySelection();
            if (cuts)
                textCursor().removeSelectedText();
        });
    }
    menu->popup(event->globalPos());
}

void PasteField::mouseDoubleClickEvent(QMouseEvent *event)
{
    const QScopedValueRollback selecting(m_selecting, true);
    QPlainTextEdit::mouseDoubleClickEvent(event);
}

void PasteField::mouseReleaseEvent(QMouseEvent *event)
{
    const QScopedValueRollback selecting(m_selecting, true);
    QPlainTextEdit::mouseReleaseEvent(event);
}

/// Files that are dropped are the page's.
bool PasteField::canInsertFromMimeData(const QMimeData *source) const
{
    return !source->hasUrls() && QPlainTextEdit::canInsertFromMimeData(source);
}

void PasteField::insertFromMimeData(const QMimeData *source)
{
    const QList<QUrl> urls = source->urls();
    if (urls.size() == 1 && urls.first().isLocalFile()) {
        Q_EMIT filePasted(urls.first().toLocalFile());
        return;
    }
    if (!source->hasText())
        return;
    const bool replaces = document()->isEmpty()
        || textCursor().selectedText().size() + 1 >= document()->characterCount();
    if (replaces)
        Q_EMIT pasted(source->text());
    else
        textCursor().insertText(source->text());
}

void PasteField::focusOutEvent(QFocusEvent *event)
{
    QPlainTextEdit::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason && event->reason() != Qt::ActiveWindowFocusReason)
        Q_EMIT left();
}

} // namespace mintmark

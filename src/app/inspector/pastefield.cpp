// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/inspector/pastefield.h"

#include "app/theme/look.h"

#include <QFocusEvent>
#include <QMimeData>

namespace mintmark {

PasteField::PasteField(QWidget *parent) : QPlainTextEdit(parent)
{
    setUndoRedoEnabled(false); // no second copy of a secret
    setTabChangesFocus(true);
    setWordWrapMode(QTextOption::WrapAnywhere);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setInputMethodHints(Qt::ImhSensitiveData | Qt::ImhNoPredictiveText);
    setFont(Look::of(this).font(TextStyle::Code));
}

void PasteField::insertFromMimeData(const QMimeData *source)
{
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

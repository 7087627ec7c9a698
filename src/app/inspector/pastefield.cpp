// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/inspector/pastefield.h"

#include "app/clipboard/secretmimedata.h"
#include "app/theme/look.h"

#include <QFocusEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScopedValueRollback>

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

/// Qt asks for every copy, drag and selection alike.
QMimeData *PasteField::createMimeDataFromSelection() const
{
    if (m_selecting)
        return new QMimeData;
    QString text = textCursor().selectedText();
    text.replace(QChar::ParagraphSeparator, u'\n');
    SecretBytes bytes = SecretBytes::fromString(text);
    wipe(text);
    return new SecretMimeData(std::move(bytes), m_hints.hints());
}

void PasteField::keyPressEvent(QKeyEvent *event)
{
    const bool copies = event->matches(QKeySequence::Copy) || event->matches(QKeySequence::Cut);
    const QScopedValueRollback selecting(m_selecting, !copies);
    QPlainTextEdit::keyPressEvent(event);
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

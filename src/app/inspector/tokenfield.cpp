// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/inspector/tokenfield.h"

#include "app/inspector/pastefield.h"
#include "app/tokens/encodedview.h"
#include "base/secretbytes.h"

#include <QKeyEvent>
#include <QScopedValueRollback>
#include <QStackedLayout>

namespace mintmark {

TokenField::TokenField(QWidget *parent)
    : QWidget(parent),
      m_editor(new PasteField),
      m_encoded(new EncodedView),
      m_stack(new QStackedLayout(this))
{
    m_stack->addWidget(m_editor);
    m_stack->addWidget(m_encoded);
    m_editor->setAccessibleName(tr("Token or text"));
    m_editor->setPlaceholderText(tr(
        "Paste a token, an Authorization header or a JSON answer. Nothing leaves this computer."));
    m_encoded->setAccessibleName(tr("Token or text"));
    m_encoded->viewport()->setCursor(Qt::IBeamCursor);
    m_encoded->viewport()->installEventFilter(this);
    m_encoded->installEventFilter(this);
    setFocusProxy(m_editor);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    setLines(4);
    connect(m_editor, &QPlainTextEdit::textChanged, this, [this] {
        if (!m_filling)
            Q_EMIT typed(m_editor->toPlainText());
    });
    connect(m_editor, &PasteField::pasted, this, &TokenField::pasted);
    connect(m_editor, &PasteField::filePasted, this, &TokenField::filePasted);
    connect(m_editor, &PasteField::copyRequested, this, &TokenField::copyRequested);
    connect(m_editor, &PasteField::left, this, [this] {
        if (m_token && isEditing())
            showEncoded();
    });
}

void TokenField::setLines(int lines)
{
    setFixedHeight(m_encoded->heightForLines(lines));
}

bool TokenField::isEditing() const
{
    return m_stack->currentWidget() == m_editor;
}

void TokenField::setToken(const std::shared_ptr<const Token> &token, bool typing)
{
    m_token = token;
    m_encoded->setToken(token);
    if (!typing)
        showEncoded();
}

void TokenField::showEncoded()
{
    const QScopedValueRollback filling(m_filling, true);
    QWidget *shown = m_encoded;
    if (!m_token)
        shown = m_editor;
    setFocusProxy(shown);
    m_stack->setCurrentWidget(shown);
    m_editor->clear();
}

void TokenField::edit()
{
    if (!m_token || m_token->text().size() > mostEditable)
        return;
    const QScopedValueRollback filling(m_filling, true);
    QString text = QString::fromUtf8(m_token->text());
    m_editor->setPlainText(text);
    wipe(text);
    setFocusProxy(m_editor);
    m_stack->setCurrentWidget(m_editor);
    m_editor->setFocus();
    m_editor->moveCursor(QTextCursor::End);
}

void TokenField::focusText()
{
    focusProxy()->setFocus(Qt::OtherFocusReason);
}

bool TokenField::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::MouseButtonRelease && watched == m_encoded->viewport()) {
        edit();
    } else if (event->type() == QEvent::KeyPress && watched == m_encoded) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (enter && key->modifiers().testFlags(Qt::NoModifier)) {
            edit();
            return true;
        }
        if (key->matches(QKeySequence::Paste)) {
            m_editor->setFocus();
            m_stack->setCurrentWidget(m_editor);
            m_editor->paste();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace mintmark

// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/widgets/searchfield.h"

#include "app/theme/metrics.h"
#include "app/theme/painting.h"
#include "app/widgets/iconbutton.h"

#include <QKeyEvent>
#include <QStyle>

namespace mintmark {

namespace {

constexpr int glassLeft = 10;
constexpr int textLeft = 26; ///< besides the margin every field has
constexpr int clearSpace = 24;

bool isEnter(const QKeyEvent &event)
{
    return event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter;
}

} // namespace

SearchField::SearchField(const QString &what, QWidget *parent)
    : QLineEdit(parent), m_clear(new IconButton(Icon::Cross, tr("Clear search"), this))
{
    setPlaceholderText(what);
    setAccessibleName(what);
    setTextMargins(textLeft, 0, clearSpace, 0);
    m_clear->setHint(QKeySequence(Qt::Key_Escape).toString(QKeySequence::NativeText));
    m_clear->setFocusPolicy(Qt::NoFocus); // Esc does it by keyboard
    m_clear->setCursor(Qt::ArrowCursor);
    m_clear->hide();
    connect(m_clear, &QAbstractButton::clicked, this, &QLineEdit::clear);
    connect(this, &QLineEdit::textChanged, this,
            [this](const QString &text) { m_clear->setVisible(!text.isEmpty()); });
}

void SearchField::append(const QString &text)
{
    setFocus(Qt::OtherFocusReason);
    end(false);
    insert(text);
}

bool SearchField::event(QEvent *event)
{
    // Ctrl+Enter is also a shortcut elsewhere; here it means the best hit.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (isEnter(*key) && key->modifiers().testFlag(Qt::ControlModifier)) {
            event->accept();
            return true;
        }
        if (m_takesEscape && key->key() == Qt::Key_Escape && !text().isEmpty()) {
            event->accept();
            return true;
        }
    }
    return QLineEdit::event(event);
}

void SearchField::keyPressEvent(QKeyEvent *event)
{
    if (isEnter(*event)) {
        if (event->modifiers().testFlag(Qt::ControlModifier))
            Q_EMIT copyRequested();
        else
            Q_EMIT takeRequested();
    } else if (event->key() == Qt::Key_Down && event->modifiers() == Qt::NoModifier) {
        Q_EMIT leftDownwards();
    } else if (event->key() == Qt::Key_Escape && !text().isEmpty()) {
        clear();
    } else {
        QLineEdit::keyPressEvent(event);
    }
}

void SearchField::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    const Look &look = Look::of(this);
    QPainter painter(this);
    const QRect glass(glassLeft, 0, metrics::iconSmall, height());
    painting::icon(painter, look, QStyle::visualRect(layoutDirection(), rect(), glass),
                   Icon::Search, look.theme().text2, metrics::iconSmall, this);
}

void SearchField::resizeEvent(QResizeEvent *event)
{
    QLineEdit::resizeEvent(event);
    const QRect place(width() - 30, (height() - 26) / 2, 26, 26);
    m_clear->setGeometry(QStyle::visualRect(layoutDirection(), rect(), place));
}

void SearchField::focusInEvent(QFocusEvent *event)
{
    QLineEdit::focusInEvent(event);
    Q_EMIT focusChanged();
}

void SearchField::focusOutEvent(QFocusEvent *event)
{
    QLineEdit::focusOutEvent(event);
    Q_EMIT focusChanged();
}

} // namespace mintmark

// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/widgets/secretlineedit.h"

#include "app/theme/metrics.h"
#include "app/theme/painting.h"

#include <QKeyEvent>
#include <QScopedValueRollback>
#include <QStyleOptionFrame>

#include <algorithm>

namespace mintmark {

namespace {

constexpr qsizetype room = 8192; ///< characters; what is longer is no client secret
constexpr QChar dot(0x2022);

QString emptyBuffer()
{
    QString buffer;
    buffer.reserve(room);
    return buffer;
}

/// Keys that move or select and change nothing.
bool isNavigation(const QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Home:
    case Qt::Key_End:
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Escape:
        return true;
    default:
        return event->matches(QKeySequence::SelectAll);
    }
}

} // namespace

SecretLineEdit::SecretLineEdit(QWidget *parent) : QLineEdit(parent), m_secret(emptyBuffer())
{
    // A password field for screen readers and input methods, though its text is dots anyway.
    setEchoMode(QLineEdit::Password);
    connect(this, &QLineEdit::textChanged, this, &SecretLineEdit::takeForeignText);
}

SecretLineEdit::~SecretLineEdit()
{
    wipe(m_secret);
}

void SecretLineEdit::setSecret(const SecretBytes &secret)
{
    wipe(m_secret);
    m_secret = emptyBuffer();
    QString text = QString::fromUtf8(secret.view());
    m_secret.append(QStringView(text).left(room));
    wipe(text);
    showDots(m_secret.size());
}

SecretBytes SecretLineEdit::secret() const
{
    return SecretBytes::fromString(m_secret);
}

void SecretLineEdit::wipeSecret()
{
    setSecret({});
}

void SecretLineEdit::setRevealed(bool revealed)
{
    m_revealed = revealed;
    update();
}

std::pair<qsizetype, qsizetype> SecretLineEdit::editRange() const
{
    if (hasSelectedText())
        return { selectionStart(), selectionLength() };
    return { cursorPosition(), 0 };
}

void SecretLineEdit::insertSecret(qsizetype from, qsizetype replaced, QStringView text)
{
    m_secret.remove(from, replaced);
    const QStringView fitting = text.left(room - m_secret.size());
    m_secret.insert(from, fitting);
    showDots(from + fitting.size());
    Q_EMIT secretEdited();
}

void SecretLineEdit::removeSecret(qsizetype from, qsizetype count)
{
    if (from < 0 || count <= 0 || from >= m_secret.size())
        return;
    m_secret.remove(from, count);
    // The tail moved down and still stands in the buffer behind the new end.
    std::fill(m_secret.data() + m_secret.size(), m_secret.data() + m_secret.capacity(), QChar());
    showDots(from);
    Q_EMIT secretEdited();
}

void SecretLineEdit::showDots(qsizetype cursor)
{
    const QScopedValueRollback showing(m_showingDots, true);
    setText(QString(m_secret.size(), dot)); // setText() also empties the undo history
    setCursorPosition(static_cast<int>(cursor));
}

/// Paste, drop, input methods and accessibility clients change the text of the base class. What
/// they brought stands there between the dots, and is taken out of it at once.
void SecretLineEdit::takeForeignText(const QString &text)
{
    if (m_showingDots)
        return;
    qsizetype head = 0;
    while (head < text.size() && head < m_secret.size() && text[head] == dot)
        ++head;
    qsizetype tail = 0;
    while (tail < text.size() - head && tail < m_secret.size() - head
           && text[text.size() - 1 - tail] == dot)
        ++tail;
    if (head + tail == text.size()) { // only deleted; the cursor says where
        removeSecret(cursorPosition(), m_secret.size() - text.size());
        return;
    }
    QString fresh = text.mid(head, text.size() - head - tail);
    insertSecret(head, m_secret.size() - head - tail, fresh);
    const bool pasted = fresh.size() > 1;
    wipe(fresh);
    if (pasted)
        Q_EMIT secretPasted();
}

bool SecretLineEdit::editByKey(const QKeyEvent *event)
{
    const auto [from, count] = editRange();
    const bool control = event->modifiers().testFlag(Qt::ControlModifier);
    if (event->key() == Qt::Key_Backspace) {
        if (count > 0)
            removeSecret(from, count);
        else
            control ? removeSecret(0, from) : removeSecret(from - 1, 1);
        return true;
    }
    if (event->key() == Qt::Key_Delete) {
        if (count > 0)
            removeSecret(from, count);
        else
            removeSecret(from, control ? m_secret.size() - from : 1);
        return true;
    }
    const QString typed = event->text();
    if (control || event->modifiers().testFlag(Qt::MetaModifier) || typed.isEmpty()
        || !typed[0].isPrint())
        return false;
    insertSecret(from, count, typed);
    return true;
}

void SecretLineEdit::keyPressEvent(QKeyEvent *event)
{
    const bool own = isNavigation(event) || event->matches(QKeySequence::Paste);
    if (own)
        QLineEdit::keyPressEvent(event);
    else if (isReadOnly() || !editByKey(event))
        event->ignore(); // undo, redo, copy and cut have nothing to work on
}

void SecretLineEdit::paintEvent(QPaintEvent *event)
{
    if (!m_revealed) {
        QLineEdit::paintEvent(event);
        return;
    }
    QPainter painter(this);
    QStyleOptionFrame option;
    initStyleOption(&option);
    style()->drawPrimitive(QStyle::PE_PanelLineEdit, &option, &painter, this);
    const Look &look = Look::of(this);
    const QRect inside = rect()
                             .marginsRemoved(textMargins())
                             .adjusted(metrics::fieldMargin, 0, -metrics::fieldMargin, 0);
    painter.setFont(look.font(TextStyle::Code));
    painter.setPen(look.theme().text);
    painter.setClipRect(inside);
    painter.drawText(
        inside, static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter) | Qt::TextSingleLine, m_secret);
}

} // namespace mintmark

// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/profiles/quietinputs.h"

#include "app/profiles/accessiblechoice.h"
#include "app/theme/metrics.h"
#include "app/theme/painting.h"

#include <QApplication>
#include <QKeyEvent>
#include <QStandardItemModel>
#include <QStyledItemDelegate>
#include <QStylePainter>
#include <QWheelEvent>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

constexpr int noteRole = Qt::UserRole + 1;

QString separator()
{
    return u" · "_s;
}

/// The text without the note, if that is part of it.
QString wordsOf(const QString &text, const QString &note)
{
    return text.endsWith(separator() + note) ? text.chopped(separator().size() + note.size())
                                             : text;
}

/// Behind the words, that take what they need of `rect`.
void drawNote(QPainter &painter, QRect rect, const QString &words, const QString &note,
              const QColor &color, const QWidget *widget)
{
    const Look &look = Look::of(widget);
    const int taken = QFontMetrics(look.font(TextStyle::Body)).horizontalAdvance(words)
        + 2 * metrics::space2;
    const bool mirrored = widget->layoutDirection() == Qt::RightToLeft;
    rect.adjust(mirrored ? 0 : taken, 0, mirrored ? -taken : 0, 0);
    if (rect.width() > 0)
        painting::text(painter, rect, note, look.font(TextStyle::Small), color,
                       mirrored ? Qt::AlignRight : Qt::AlignLeft);
}

/// The list of a ChoiceBox.
class NoteDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        QStyledItemDelegate::paint(painter, option, index);
        const QString note = index.data(noteRole).toString();
        if (note.isEmpty())
            return;
        QStyleOptionViewItem item(option);
        initStyleOption(&item, index);
        const QRect rect = item.widget->style()->subElementRect(QStyle::SE_ItemViewItemText, &item,
                                                                item.widget);
        drawNote(*painter, rect, item.text, note, Look::of(item.widget).theme().text2, item.widget);
    }

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        option->text = wordsOf(option->text, index.data(noteRole).toString());
    }
};

} // namespace

ChoiceBox::ChoiceBox(QWidget *parent) : QComboBox(parent)
{
    installAccessibleChoices();
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(8);
    setInsertPolicy(QComboBox::NoInsert);
    setFocusPolicy(Qt::StrongFocus);
}

void ChoiceBox::addNoted(const QString &words, const QString &note, const QVariant &value)
{
    addItem(words + separator() + note, value);
    setNote(count() - 1, note);
}

void ChoiceBox::setNote(int index, const QString &note)
{
    setItemData(index, note, noteRole);
    if (!dynamic_cast<NoteDelegate *>(itemDelegate()))
        setItemDelegate(new NoteDelegate(this));
}

void ChoiceBox::setCurrentData(const QVariant &value)
{
    setCurrentIndex(findData(value));
}

/// QComboBox opens its list at a space, though one stands in most names.
bool ChoiceBox::lookUp(const QKeyEvent *event)
{
    const QString key = event->text();
    if (isEditable() || key.isEmpty() || !key[0].isPrint()
        || event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))
        return false;
    const auto pause = static_cast<ulong>(QApplication::keyboardInputInterval());
    const ulong now = event->timestamp();
    QString typed = !m_typed.isEmpty() && now - m_typedAt <= pause ? m_typed + key : key;
    if (typed == " "_L1)
        return false; // opens the list
    int index = findText(typed, Qt::MatchStartsWith);
    if (index < 0 && typed.size() > 1)
        return true; // keeps what it found; the rest was mistyped
    m_typed = typed;
    m_typedAt = now;
    const auto *items = qobject_cast<QStandardItemModel *>(model());
    if (index < 0 || (items && !items->item(index)->isEnabled()))
        return true;
    choose(index);
    return true;
}

void ChoiceBox::choose(int index)
{
    hidePopup();
    if (index == currentIndex())
        return;
    setCurrentIndex(index);
    Q_EMIT activated(index);
}

void ChoiceBox::focusOutEvent(QFocusEvent *event)
{
    m_typed.clear();
    QComboBox::focusOutEvent(event);
}

void ChoiceBox::keyPressEvent(QKeyEvent *event)
{
    if (!lookUp(event))
        QComboBox::keyPressEvent(event);
}

void ChoiceBox::paintEvent(QPaintEvent *event)
{
    const QString note = currentData(noteRole).toString();
    if (isEditable() || note.isEmpty())
        return QComboBox::paintEvent(event);
    QStylePainter painter(this);
    QStyleOptionComboBox option;
    initStyleOption(&option);
    option.currentText = wordsOf(option.currentText, note);
    painter.drawComplexControl(QStyle::CC_ComboBox, option);
    painter.drawControl(QStyle::CE_ComboBoxLabel, option);
    const Theme &theme = Look::of(this).theme();
    drawNote(painter,
             style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField,
                                     this),
             option.currentText, note, isEnabled() ? theme.text2 : theme.disabled, this);
}

void ChoiceBox::wheelEvent(QWheelEvent *event)
{
    event->ignore();
}

NumberBox::NumberBox(QWidget *parent) : QSpinBox(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize NumberBox::sizeHint() const
{
    constexpr int innerMargins = 8;
    return QSpinBox::sizeHint() + QSize(innerMargins, 0);
}

void NumberBox::wheelEvent(QWheelEvent *event)
{
    event->ignore();
}

} // namespace mintmark

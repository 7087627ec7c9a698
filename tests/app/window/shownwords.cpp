// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/window/shownwords.h"

#include "support/hostiletexts.h"

#include <QAbstractButton>
#include <QAbstractItemModel>
#include <QAbstractItemView>
#include <QAccessible>
#include <QAction>
#include <QComboBox>
#include <QKeySequence>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QTabBar>
#include <QTextDocument>

namespace mintmark::test {

using namespace Qt::StringLiterals;

namespace {

/// How a text is used decides what it can do.
enum class Use { Plain, ToolTip, Mnemonic };

struct Words
{
    QString text;
    Use use;
    QString where;
};

class Collector
{
public:
    explicit Collector(const QWidget &window)
    {
        addWidget(window);
        const QList<QWidget *> widgets = window.findChildren<QWidget *>();
        for (const QWidget *widget : widgets)
            addWidget(*widget);
        const QList<QAction *> actions = window.findChildren<QAction *>();
        for (const QAction *action : actions)
            addAction(*action);
        addAccessible(QAccessible::queryAccessibleInterface(const_cast<QWidget *>(&window)), 0);
    }

    QList<Words> words;
    QStringList richLabels;

private:
    void add(const QString &text, Use use, const QString &where)
    {
        if (!text.isEmpty())
            words.append({ text, use, where });
    }
    void addWidget(const QWidget &widget);
    void addAction(const QAction &action);
    void addModel(const QAbstractItemModel &model, const QModelIndex &parent, const QString &where);
    void addAccessible(QAccessibleInterface *object, int depth);
};

void Collector::addWidget(const QWidget &widget)
{
    const QString where = QLatin1StringView(widget.metaObject()->className());
    add(widget.accessibleName(), Use::Plain, where + u" name"_s);
    add(widget.accessibleDescription(), Use::Plain, where + u" description"_s);
    add(widget.toolTip(), Use::ToolTip, where + u" tool tip"_s);
    add(widget.statusTip(), Use::Plain, where + u" status tip"_s);
    add(widget.whatsThis(), Use::ToolTip, where + u" help"_s);
    add(widget.windowTitle(), Use::Plain, where + u" window title"_s);
    if (const auto *label = qobject_cast<const QLabel *>(&widget)) {
        add(label->text(), label->buddy() ? Use::Mnemonic : Use::Plain, where);
        if (label->textFormat() != Qt::PlainText && !label->text().isEmpty())
            richLabels << where + u": "_s + label->text();
    } else if (const auto *button = qobject_cast<const QAbstractButton *>(&widget)) {
        add(button->text(), Use::Mnemonic, where);
    } else if (const auto *line = qobject_cast<const QLineEdit *>(&widget)) {
        add(line->placeholderText(), Use::Plain, where + u" placeholder"_s);
        if (line->isReadOnly())
            add(line->displayText(), Use::Plain, where);
    } else if (const auto *text = qobject_cast<const QPlainTextEdit *>(&widget)) {
        add(text->placeholderText(), Use::Plain, where + u" placeholder"_s);
        if (text->isReadOnly())
            add(text->toPlainText().remove(u'\t').remove(u"\r\n"_s), Use::Plain, where);
    } else if (const auto *tabs = qobject_cast<const QTabBar *>(&widget)) {
        for (int i = 0; i < tabs->count(); ++i) {
            add(tabs->tabText(i), Use::Mnemonic, where);
            add(tabs->tabToolTip(i), Use::ToolTip, where);
        }
    } else if (const auto *view = qobject_cast<const QAbstractItemView *>(&widget)) {
        if (view->model())
            addModel(*view->model(), {}, where);
    } else if (const auto *combo = qobject_cast<const QComboBox *>(&widget)) {
        if (!combo->isEditable())
            addModel(*combo->model(), {}, where);
    }
}

void Collector::addAction(const QAction &action)
{
    // What stands behind a tab is drawn as the shortcut.
    add(QString(action.text()).replace(u'\t', u' '), Use::Mnemonic, u"action"_s);
    add(QString(action.toolTip()).replace(u'\t', u' '), Use::ToolTip, u"action's tool tip"_s);
    add(action.statusTip(), Use::Plain, u"action's status tip"_s);
}

void Collector::addModel(const QAbstractItemModel &model, const QModelIndex &parent,
                         const QString &where)
{
    for (int row = 0; row < model.rowCount(parent); ++row) {
        for (int column = 0; column < model.columnCount(parent); ++column) {
            const QModelIndex index = model.index(row, column, parent);
            for (const int role : { int(Qt::DisplayRole), int(Qt::StatusTipRole),
                                    int(Qt::AccessibleTextRole), int(Qt::AccessibleDescriptionRole) })
                add(index.data(role).toString(), Use::Plain, where + u" row"_s);
            add(index.data(Qt::ToolTipRole).toString(), Use::ToolTip, where + u" row's tool tip"_s);
        }
        addModel(model, model.index(row, 0, parent), where);
    }
}

void Collector::addAccessible(QAccessibleInterface *object, int depth)
{
    constexpr int deepest = 40;
    if (!object || !object->isValid() || depth > deepest)
        return;
    const bool editable = object->state().editable && !object->state().readOnly;
    const QString where = u"accessible "_s + object->text(QAccessible::Name).left(30);
    const bool inMenu = object->role() == QAccessible::MenuItem;
    const QString name = object->text(QAccessible::Name);
    add(inMenu ? QString(name).replace(u'\t', u' ') : name, Use::Plain, where);
    add(object->text(QAccessible::Description), Use::Plain, where);
    if (!editable && object->role() != QAccessible::EditableText)
        add(object->text(QAccessible::Value).remove(u'\t').remove(u'\r'), Use::Plain, where);
    // Cells are the model's, which is asked itself.
    if (object->tableInterface())
        return;
    for (int i = 0; i < object->childCount(); ++i)
        addAccessible(object->child(i), depth + 1);
}

/// As plainToolTip() makes them: no element but the breaks of its own lines.
bool isPlainToolTip(const QString &text)
{
    if (!Qt::mightBeRichText(text))
        return true;
    if (!text.startsWith("<div>"_L1) || !text.endsWith("</div>"_L1))
        return false;
    QString inner = text.sliced(5, text.size() - 11);
    return !inner.remove("<br>"_L1).contains(u'<');
}

} // namespace

QStringList shownWords(const QWidget &window)
{
    QStringList texts;
    for (const Words &words : Collector(window).words)
        texts << words.text;
    return texts;
}

QStringList deceptions(const QWidget &window)
{
    const Collector all(window);
    QStringList found = all.richLabels;
    static const QRegularExpression mark(u"(?:^|[^&])(?:&&)*&Q"_s);
    static const QRegularExpression flood(u"\\p{M}{9,}"_s,
                                          QRegularExpression::UseUnicodePropertiesOption);
    for (const Words &words : all.words) {
        const QString place = words.where + u": \""_s + words.text.left(120) + u"\" "_s;
        if (const QStringList characters = forbiddenIn(words.text); !characters.isEmpty())
            found << place + characters.join(u' ');
        if (words.text.contains(flood))
            found << place + u"has a flood of marks"_s;
        if (words.use == Use::ToolTip && !isPlainToolTip(words.text))
            found << place + u"may be markup"_s;
        if (words.use == Use::Mnemonic && words.text.contains(mark))
            found << place + u"has a key of its own"_s;
        // A placeholder in data that was filled in by a second arg().
        QString rest = words.text;
        if (rest.remove("Zq%1%2%9Zq"_L1).contains("Zq"_L1) && !rest.contains(u'…'))
            found << place + u"was filled in"_s;
    }
    found.removeDuplicates();
    return found;
}

} // namespace mintmark::test

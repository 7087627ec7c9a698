// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/profiles/accessiblechoice.h"

#include "app/profiles/quietinputs.h"

#include <QAbstractItemView>
#include <QAccessibleWidget>
#include <QHash>
#include <QLineEdit>
#include <QPointer>

namespace mintmark {

namespace {

/// One entry. It lives as long as its list; the number of its row stays.
class EntryInterface final : public QAccessibleInterface, public QAccessibleActionInterface
{
public:
    EntryInterface(ChoiceBox *box, int row) : m_box(box), m_row(row) { }

    bool isValid() const override { return m_box && m_row < m_box->count(); }
    QObject *object() const override { return nullptr; }
    QAccessible::Role role() const override { return QAccessible::ListItem; }
    QAccessibleInterface *parent() const override
    {
        return m_box ? QAccessible::queryAccessibleInterface(m_box->view()) : nullptr;
    }
    QAccessibleInterface *child(int) const override { return nullptr; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }

    QString text(QAccessible::Text part) const override
    {
        if (part != QAccessible::Name || !isValid())
            return {};
        return m_box->itemText(m_row);
    }
    void setText(QAccessible::Text, const QString &) override { }

    QRect rect() const override
    {
        if (!isValid() || !m_box->view()->isVisible())
            return {};
        const QAbstractItemView *view = m_box->view();
        const QRect row = view->visualRect(index());
        return { view->viewport()->mapToGlobal(row.topLeft()), row.size() };
    }

    QAccessible::State state() const override
    {
        QAccessible::State state;
        if (!isValid()) {
            state.invalid = true;
            return state;
        }
        const QAbstractItemView *view = m_box->view();
        const bool enabled = m_box->isEnabled() && index().flags().testFlag(Qt::ItemIsEnabled);
        state.disabled = !enabled;
        state.selectable = enabled;
        state.focusable = enabled;
        state.selected = m_row == m_box->currentIndex();
        state.focused = view->isVisible() && view->currentIndex().row() == m_row;
        state.invisible = !view->isVisible();
        return state;
    }

    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface
            ? static_cast<QAccessibleActionInterface *>(this)
            : nullptr;
    }
    QStringList actionNames() const override { return { pressAction() }; }
    void doAction(const QString &action) override
    {
        if (action == pressAction() && isValid() && !state().disabled)
            m_box->choose(m_row);
    }
    QStringList keyBindingsForAction(const QString &) const override { return {}; }

private:
    QModelIndex index() const
    {
        return m_box->model()->index(m_row, m_box->modelColumn(), m_box->rootModelIndex());
    }

    QPointer<ChoiceBox> m_box;
    int m_row;
};

/// The list, also while nothing of it is on the screen.
class EntriesInterface final : public QAccessibleWidget
{
public:
    EntriesInterface(QAbstractItemView *view, ChoiceBox *box)
        : QAccessibleWidget(view, QAccessible::List), m_box(box)
    { }
    ~EntriesInterface() override
    {
        for (const QAccessible::Id id : std::as_const(m_entries))
            QAccessible::deleteAccessibleInterface(id);
    }

    QAccessibleInterface *parent() const override
    {
        return QAccessible::queryAccessibleInterface(m_box.data());
    }
    int childCount() const override { return m_box ? m_box->count() : 0; }
    QAccessibleInterface *child(int row) const override
    {
        if (row < 0 || row >= childCount())
            return nullptr;
        QAccessible::Id &id = m_entries[row];
        if (id == 0)
            id = QAccessible::registerAccessibleInterface(new EntryInterface(m_box, row));
        return QAccessible::accessibleInterface(id);
    }
    int indexOfChild(const QAccessibleInterface *child) const override
    {
        const QAccessible::Id id = QAccessible::uniqueId(const_cast<QAccessibleInterface *>(child));
        return m_entries.key(id, -1);
    }
    QAccessibleInterface *childAt(int x, int y) const override
    {
        for (int row = 0; row < childCount(); ++row) {
            if (child(row)->rect().contains(x, y))
                return child(row);
        }
        return nullptr;
    }
    QAccessibleInterface *focusChild() const override
    {
        const auto *view = static_cast<const QAbstractItemView *>(object());
        return view->isVisible() ? child(view->currentIndex().row()) : nullptr;
    }

private:
    QPointer<ChoiceBox> m_box;
    mutable QHash<int, QAccessible::Id> m_entries; ///< by row, those that were asked for
};

/// Named by its entry, as readers of Qt programs are used to; the label says the rest.
class BoxInterface final : public QAccessibleWidget
{
public:
    explicit BoxInterface(ChoiceBox *box) : QAccessibleWidget(box, QAccessible::ComboBox) { }

    QString text(QAccessible::Text part) const override
    {
        if (part == QAccessible::Name || part == QAccessible::Value)
            return box()->currentText();
        return QAccessibleWidget::text(part);
    }

    QAccessible::State state() const override
    {
        QAccessible::State state = QAccessibleWidget::state();
        state.expandable = true;
        state.expanded = box()->view()->isVisible();
        state.collapsed = !state.expanded;
        state.hasPopup = true;
        state.editable = box()->isEditable();
        return state;
    }

    int childCount() const override { return box()->isEditable() ? 2 : 1; }
    QAccessibleInterface *child(int index) const override
    {
        if (index == 0)
            return QAccessible::queryAccessibleInterface(box()->view());
        return index == 1 ? QAccessible::queryAccessibleInterface(box()->lineEdit()) : nullptr;
    }
    int indexOfChild(const QAccessibleInterface *child) const override
    {
        if (child->object() == box()->view())
            return 0;
        return box()->isEditable() && child->object() == box()->lineEdit() ? 1 : -1;
    }

    QStringList actionNames() const override
    {
        return QAccessibleWidget::actionNames() << showMenuAction() << pressAction();
    }
    void doAction(const QString &action) override
    {
        if (action != showMenuAction() && action != pressAction())
            QAccessibleWidget::doAction(action);
        else if (box()->view()->isVisible())
            box()->hidePopup();
        else if (box()->isEnabled())
            box()->showPopup();
    }

private:
    ChoiceBox *box() const { return static_cast<ChoiceBox *>(object()); }
};

/// Whose list that is. Qt puts it into a frame of its own, that is a child of the box.
ChoiceBox *boxOf(const QAbstractItemView *view)
{
    const QObject *frame = view->parent();
    auto *box = frame ? qobject_cast<ChoiceBox *>(frame->parent()) : nullptr;
    return box && qstrcmp(frame->metaObject()->className(), "QComboBoxPrivateContainer") == 0
        ? box
        : nullptr;
}

QAccessibleInterface *describe(const QString &, QObject *object)
{
    if (auto *box = qobject_cast<ChoiceBox *>(object))
        return new BoxInterface(box);
    auto *view = qobject_cast<QAbstractItemView *>(object);
    ChoiceBox *box = view ? boxOf(view) : nullptr;
    return box ? new EntriesInterface(view, box) : nullptr;
}

} // namespace

void installAccessibleChoices()
{
    static const bool installed = (QAccessible::installFactory(describe), true);
    Q_UNUSED(installed)
}

} // namespace mintmark

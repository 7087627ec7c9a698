// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/widgets/accessibletoggle.h"

#include <QAbstractButton>
#include <QAccessibleWidget>
#include <QPushButton>
#include <QRadioButton>
#include <QToolButton>

namespace mintmark {

namespace {

QAccessible::Role roleOf(const QAbstractButton *button)
{
    return qobject_cast<const QRadioButton *>(button) ? QAccessible::RadioButton
                                                      : QAccessible::CheckBox;
}

class ToggleInterface final : public QAccessibleWidget
{
public:
    explicit ToggleInterface(QAbstractButton *button) : QAccessibleWidget(button, roleOf(button)) { }

    QString text(QAccessible::Text part) const override
    {
        const QString said = QAccessibleWidget::text(part);
        return part == QAccessible::Name && said.isEmpty() ? button()->text() : said;
    }

    QAccessible::State state() const override
    {
        QAccessible::State state = QAccessibleWidget::state();
        state.checkable = true;
        state.checked = button()->isChecked();
        return state;
    }

    QStringList actionNames() const override
    {
        return QStringList { toggleAction() } + QAccessibleWidget::actionNames();
    }

    void doAction(const QString &action) override
    {
        if (action == toggleAction())
            button()->click();
        else
            QAccessibleWidget::doAction(action);
    }

private:
    QAbstractButton *button() const { return static_cast<QAbstractButton *>(object()); }
};

QAccessibleInterface *describeToggle(const QString &, QObject *object)
{
    auto *button = qobject_cast<QAbstractButton *>(object);
    // Those that may have a menu are Qt's to describe.
    if (!button || !button->isCheckable() || qobject_cast<QPushButton *>(button)
        || qobject_cast<QToolButton *>(button))
        return nullptr;
    return new ToggleInterface(button);
}

} // namespace

void installAccessibleToggles()
{
    QAccessible::installFactory(describeToggle);
}

} // namespace mintmark

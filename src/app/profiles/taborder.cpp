// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/profiles/taborder.h"

#include <QAbstractScrollArea>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QLayout>
#include <QLineEdit>
#include <QWidget>

#include <utility>

namespace mintmark {

namespace {

/// Widgets whose inner parts are their own business.
bool isWhole(const QWidget *widget)
{
    return qobject_cast<const QComboBox *>(widget) || qobject_cast<const QAbstractSpinBox *>(widget)
        || qobject_cast<const QLineEdit *>(widget)
        || qobject_cast<const QAbstractScrollArea *>(widget);
}

void collect(QWidget *widget, QList<QWidget *> &stops);

void collect(const QLayout *layout, QList<QWidget *> &stops)
{
    for (int i = 0; i < layout->count(); ++i) {
        QLayoutItem *item = layout->itemAt(i);
        if (item->widget())
            collect(item->widget(), stops);
        else if (item->layout())
            collect(item->layout(), stops);
    }
}

void collect(QWidget *widget, QList<QWidget *> &stops)
{
    if (stops.contains(widget))
        return;
    stops.append(widget);
    if (isWhole(widget))
        return;
    if (widget->layout())
        collect(widget->layout(), stops);
    for (QObject *child : widget->children()) { // placed by hand: links, eyes
        if (auto *part = qobject_cast<QWidget *>(child); part && !part->isWindow())
            collect(part, stops);
    }
}

} // namespace

/// Qt puts whoever hands its focus to a part of itself before its first child, wherever in the
/// chain that is, and the tab key follows it there; so nobody does while the chain is made. Each
/// widget has a place in it, labels too: some begin to hand their focus on later. Qt 6.4 does
/// nothing for a pair of which one takes no focus, so everybody does meanwhile.
void orderTabsByLayout(QWidget *page)
{
    struct Usual
    {
        QWidget *widget;
        Qt::FocusPolicy policy;
        QWidget *proxy;
    };
    QList<QWidget *> stops;
    collect(page, stops);
    QList<Usual> usual;
    for (QWidget *stop : std::as_const(stops)) {
        usual.append({ stop, stop->focusPolicy(), stop->focusProxy() });
        if (stop->focusProxy())
            stop->setFocusProxy(nullptr);
        stop->setFocusPolicy(Qt::StrongFocus);
    }
    for (qsizetype i = 1; i < stops.size(); ++i)
        QWidget::setTabOrder(stops[i - 1], stops[i]);
    for (const Usual &one : std::as_const(usual))
        one.widget->setFocusPolicy(one.policy);
    for (const Usual &one : std::as_const(usual)) {
        if (one.proxy)
            one.widget->setFocusProxy(one.proxy);
    }
}

} // namespace mintmark

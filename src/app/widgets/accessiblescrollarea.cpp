// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/widgets/accessiblescrollarea.h"

#include <QAccessibleWidget>
#include <QWidget>

namespace mintmark {

namespace {

QAccessibleInterface *describeScrollArea(const QString &className, QObject *object)
{
    if (className != QLatin1StringView("QScrollArea") || !object || !object->isWidgetType())
        return nullptr;
    return new QAccessibleWidget(static_cast<QWidget *>(object), QAccessible::Client);
}

} // namespace

void installAccessibleScrollAreas()
{
    QAccessible::installFactory(describeScrollArea);
}

} // namespace mintmark

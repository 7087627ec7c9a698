// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/settings/takebacklist.h"

#include "app/theme/metrics.h"
#include "app/widgets/actionbutton.h"
#include "app/widgets/wraplabel.h"

#include <QHBoxLayout>

namespace mintmark {

TakeBackList::TakeBackList(const QString &none, const QString &button, QWidget *parent)
    : QWidget(parent), m_none(none), m_button(button), m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(metrics::space2);
    setLines({});
}

void TakeBackList::setLines(const QList<Line> &lines)
{
    while (QLayoutItem *item = m_column->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater();
        delete item;
    }
    for (const Line &line : lines)
        addLine(line);
    if (lines.isEmpty()) {
        auto *none = new WrapLabel(this);
        none->setText(m_none);
        none->setColorRole(&Theme::text2);
        m_column->addWidget(none);
    }
}

void TakeBackList::addLine(const Line &line)
{
    auto *widget = new QWidget(this);
    auto *text = new WrapLabel(widget);
    text->setText(line.text);
    auto *back = new ActionButton(m_button, ButtonRole::Secondary, widget);
    back->setAccessibleName(line.accessibleName);
    auto *row = new QHBoxLayout(widget);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::space2);
    row->addWidget(text, 1);
    row->addWidget(back, 0, Qt::AlignTop);
    m_column->addWidget(widget);
    connect(back, &QAbstractButton::clicked, this, [takeBack = line.takeBack] { takeBack(); });
}

} // namespace mintmark

// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/settings/adjustmentlist.h"

#include "app/theme/metrics.h"
#include "app/widgets/actionbutton.h"
#include "app/widgets/wraplabel.h"
#include "base/displaytext.h"
#include "oauth/provider.h"

#include <QHBoxLayout>

namespace mintmark {

AdjustmentList::AdjustmentList(QWidget *parent) : QWidget(parent), m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(metrics::space2);
    setEntries({});
}

void AdjustmentList::setEntries(const QList<PresetAdjustment> &entries)
{
    while (QLayoutItem *item = m_column->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater();
        delete item;
    }
    for (const PresetAdjustment &entry : entries)
        addEntry(entry);
    if (entries.isEmpty()) {
        auto *none = new WrapLabel(this);
        none->setText(tr("None: new profiles start with what their preset says."));
        none->setColorRole(&Theme::text2);
        m_column->addWidget(none);
    }
}

void AdjustmentList::addEntry(const PresetAdjustment &entry)
{
    const QString provider = providerById(entry.provider).name;
    const QString now = displayText(changeText(entry.change)).text;
    const QString preset = displayText(changeText({ entry.change.field, entry.from })).text;
    auto *line = new QWidget(this);
    auto *text = new WrapLabel(line);
    text->setText(tr("New %1 profiles: %2. The preset says: %3.").arg(provider, now, preset));
    auto *forget = new ActionButton(tr("As the preset says"), ButtonRole::Secondary, line);
    forget->setAccessibleName(tr("New %1 profiles as the preset says: %2").arg(provider, preset));
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::space2);
    row->addWidget(text, 1);
    row->addWidget(forget, 0, Qt::AlignTop);
    m_column->addWidget(line);
    connect(forget, &QAbstractButton::clicked, this,
            [this, entry] { Q_EMIT forgetRequested(entry.provider, entry.change.field); });
}

} // namespace mintmark

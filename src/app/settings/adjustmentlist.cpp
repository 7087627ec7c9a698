// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/settings/adjustmentlist.h"

#include "base/displaytext.h"
#include "oauth/provider.h"

namespace mintmark {

AdjustmentList::AdjustmentList(QWidget *parent)
    : TakeBackList(tr("None: new profiles start with what their preset says."),
                   tr("As the preset says"), parent)
{ }

void AdjustmentList::setEntries(const QList<PresetAdjustment> &entries)
{
    QList<Line> lines;
    for (const PresetAdjustment &entry : entries) {
        const QString provider = providerById(entry.provider).name;
        const QString now = displayText(changeText(entry.change)).text;
        const QString preset = displayText(changeText({ entry.change.field, entry.from })).text;
        lines << Line { tr("New %1 profiles: %2. The preset says: %3.").arg(provider, now, preset),
                        tr("New %1 profiles as the preset says: %2").arg(provider, preset),
                        [this, entry] {
                            Q_EMIT forgetRequested(entry.provider, entry.change.field);
                        } };
    }
    setLines(lines);
}

} // namespace mintmark

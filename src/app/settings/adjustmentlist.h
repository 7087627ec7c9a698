// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/settings/takebacklist.h"
#include "profiles/presetadjustment.h"

namespace mintmark {

/// What new profiles start with instead of what their preset says, each with a button that takes it
/// back.
class AdjustmentList : public TakeBackList
{
    Q_OBJECT
public:
    explicit AdjustmentList(QWidget *parent = nullptr);

    void setEntries(const QList<PresetAdjustment> &entries);

Q_SIGNALS:
    void forgetRequested(const QString &provider, const QString &field);
};

} // namespace mintmark

// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "profiles/presetadjustment.h"

#include <QWidget>

class QVBoxLayout;

namespace mintmark {

/// What new profiles start with instead of what their preset says, each with a button that takes it
/// back.
class AdjustmentList : public QWidget
{
    Q_OBJECT
public:
    explicit AdjustmentList(QWidget *parent = nullptr);

    void setEntries(const QList<PresetAdjustment> &entries);

Q_SIGNALS:
    void forgetRequested(const QString &provider, const QString &field);

private:
    void addEntry(const PresetAdjustment &entry);

    QVBoxLayout *m_column;
};

} // namespace mintmark

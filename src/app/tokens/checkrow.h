// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/widgets/pane.h"
#include "jose/tokenchecks.h"

namespace mintmark {

class IconLabel;
class WrapLabel;

/// One check: icon, what was found, and under it what to do.
class CheckRow : public Pane
{
    Q_OBJECT
public:
    explicit CheckRow(QWidget *parent = nullptr);

    void setCheck(const TokenCheck &check);
    /// A check with nothing to say, as a sentence.
    void setPassed(const QString &sentence);

private:
    IconLabel *m_icon;
    WrapLabel *m_found;
    WrapLabel *m_advice;
};

} // namespace mintmark

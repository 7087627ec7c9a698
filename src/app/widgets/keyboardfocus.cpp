// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/widgets/keyboardfocus.h"

#include <QStyleOption>
#include <QWidget>

namespace mintmark {

bool showsKeyboardFocus(const QWidget *widget)
{
    QStyleOption option;
    option.initFrom(widget);
    return option.state.testFlag(QStyle::State_HasFocus)
        && option.state.testFlag(QStyle::State_KeyboardFocusChange);
}

} // namespace mintmark

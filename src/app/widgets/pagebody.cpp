// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/widgets/pagebody.h"

#include <QLayout>

namespace mintmark {

QSize PageBody::minimumSizeHint() const
{
    const QLayout *inside = layout();
    if (!inside)
        return {};
    const int wide = parentWidget() ? parentWidget()->width() : width();
    return { 0,
             inside->hasHeightForWidth() ? inside->totalHeightForWidth(wide)
                                         : inside->totalMinimumSize().height() };
}

} // namespace mintmark

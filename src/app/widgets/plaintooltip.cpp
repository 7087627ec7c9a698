// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/widgets/plaintooltip.h"

namespace mintmark {

using namespace Qt::StringLiterals;

QString plainToolTip(const QString &text)
{
    if (text.isEmpty())
        return {};
    return u"<div>"_s + text.toHtmlEscaped().replace(u'\n', "<br>"_L1) + u"</div>"_s;
}

} // namespace mintmark

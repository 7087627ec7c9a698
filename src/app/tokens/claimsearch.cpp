// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/tokens/claimsearch.h"

#include "base/displaytext.h"

#include <algorithm>

namespace mintmark {

using namespace Qt::StringLiterals;

bool ClaimSearch::fits(const QString &text) const
{
    return text.contains(m_text, Qt::CaseInsensitive)
        || (m_text.startsWith(u'\\')
            && displayText(text).text.contains(m_text, Qt::CaseInsensitive));
}

bool ClaimSearch::isIn(const JsonValue &value) const
{
    if (value.isString())
        return fits(value.toString());
    if (!value.isArray() && !value.isObject())
        return fits(QString::fromUtf8(value.raw()));
    return std::any_of(value.begin(), value.end(), [this](const JsonValue &member) {
        return fits(member.name()) || isIn(member);
    });
}

} // namespace mintmark

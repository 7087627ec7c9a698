// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "json/value.h"

#include <QString>

namespace mintmark {

/// What somebody types to find a claim: a part of a name, of a value or of a meaning, in capitals
/// or not, or of the escape something is shown as.
class ClaimSearch
{
public:
    ClaimSearch() = default;
    explicit ClaimSearch(const QString &text) : m_text(text.trimmed()) { }

    bool isEmpty() const { return m_text.isEmpty(); }
    const QString &text() const { return m_text; }
    bool fits(const QString &text) const;
    /// In a value, or in a name or value of something in it.
    bool isIn(const JsonValue &value) const;

private:
    QString m_text;
};

} // namespace mintmark

// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QStringList>
#include <QStringView>

namespace mintmark::paste {

struct TrimmedView
{
    QStringView value;
    QStringList notes; ///< translated, one sentence each
};

/// `value` without blanks, quotes and a comma at its ends.
TrimmedView trimmed(QStringView value);

} // namespace mintmark::paste

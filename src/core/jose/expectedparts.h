// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArrayView>
#include <QList>

namespace mintmark {

/// What a JOSE header says about the parts that follow it.
struct ExpectedParts
{
    int dots = 2;               ///< in the whole token
    QList<qsizetype> lastSizes; ///< the last part may have, ascending; empty: not known

    bool isUnsecured() const { return lastSizes == QList<qsizetype> { 0 }; }
    friend bool operator==(const ExpectedParts &, const ExpectedParts &) = default;
};

/// `header` is base64url; of one that cannot be read a JWS of unknown size is expected.
ExpectedParts expectedParts(QByteArrayView header);

} // namespace mintmark

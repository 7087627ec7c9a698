// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/tokens/claimcontext.h"
#include "jose/tokenchecks.h"

#include <QStringList>

namespace mintmark {

/// What was looked at, with or without something to say about it.
struct MadeChecks
{
    int count = 0;
    QStringList passed; ///< sentences, in the order of the checks

    friend bool operator==(const MadeChecks &, const MadeChecks &) = default;
};

/// `found` as checkToken() gave it. What was not asked, because nothing was expected or there are
/// no claims to read, does not count.
MadeChecks madeChecks(const Token &token, const ClaimContext &context,
                      const QList<TokenCheck> &found);

} // namespace mintmark

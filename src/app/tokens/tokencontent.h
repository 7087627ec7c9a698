// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/tokens/claimcontext.h"
#include "jose/token.h"
#include "jose/tokenchecks.h"

#include <QList>
#include <QString>

#include <memory>

namespace mintmark {

/// A token and what is known about it: what the claims, checks and token views show.
struct TokenContent
{
    std::shared_ptr<const Token> token; ///< null: none
    QList<TokenCheck> checks;
    ClaimContext context;
    QString server; ///< who made it, for tokens only that server can read; may be empty
    bool canIntrospect = false;
    qint64 nowMs = 0;
};

} // namespace mintmark

// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/tokens/tokencontent.h"
#include "session/verdict.h"

namespace mintmark {

/// Everything a text tells that claims to be a token, without a profile and without any request.
struct Inspection
{
    TokenContent content;
    Verdict verdict; ///< without what only a fetched token has: no links, no time of a request
    QString cleaned; ///< what was taken away from around it, as sentences; empty when nothing was
};

/// The verdict of a token that was not fetched, with the checks and the time of `content`.
Verdict inspectedVerdict(const TokenContent &content);
/// `token` is not null.
Inspection inspect(const std::shared_ptr<const Token> &token, qint64 nowMs);

} // namespace mintmark

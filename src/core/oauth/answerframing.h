// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/error.h"
#include "oauth/httpanswer.h"

#include <optional>

namespace mintmark {

/// What Qt takes for an answer though HTTP does not: one that only announces another (RFC 9110 §15.2;
/// Qt 6.4 reads on after 100 alone), and one that contradicts itself about its length (RFC 9112 §6.3).
/// Nothing for a status of 0. Errors: AnswerInterim, AnswerMisframed.
std::optional<Error> framingFault(const HttpAnswer &answer, const QString &host);

} // namespace mintmark

// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/error.h"
#include "oauth/httpanswer.h"

#include <optional>

namespace mintmark {

/// Why an answer is not even looked into: a redirect, a request to wait, a compressed or empty body.
std::optional<Error> unopenedAnswer(const HttpAnswer &answer, const QString &host);
/// Why a body that is not a JSON object cannot be a token answer: a web page, a plain text, or a status
/// that says it all. `said` is what is wrong with it as JSON, one sentence.
Error notJsonAnswer(const HttpAnswer &answer, const QString &host, const QString &said);
/// A status other than success, with what the body said about it (may be empty). For some a hint says
/// what to try.
Error statusError(const HttpAnswer &answer, const QString &host, const QString &said);

} // namespace mintmark

// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "jose/tokenchecks.h"

namespace mintmark {

/// The checks that look at names and texts, whatever time it is: DuplicateMember, UnsafeText,
/// SecretLikeClaim. Part of checkToken().
QList<TokenCheck> contentChecks(const Token &token);

/// The translation of a check's message.
QString checkText(const char *text);

} // namespace mintmark

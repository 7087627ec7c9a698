// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/result.h"
#include "oauth/provider.h"

namespace mintmark {

/// Reads one file of resources/providers; resources/providers/schema.json describes it. Words are
/// translated in context "Provider"; `defaults` is filled from `templates`. Errors: ProfileInvalid
/// {field, detail}, in English: a member that is unknown, missing or of another type.
Result<Provider> parseProvider(const QByteArray &json);

} // namespace mintmark

// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "oauth/provider.h"

namespace mintmark {

/// The values in a text that was copied from elsewhere into the field of `variable`: a whole
/// address (token endpoint, issuer, its metadata, keys), or a scope as it is sent. Empty when the
/// text is nothing that has this variable in it; then it is the value itself.
ProviderValues pastedValues(const Provider &provider, const QString &variable, const QString &text);

} // namespace mintmark

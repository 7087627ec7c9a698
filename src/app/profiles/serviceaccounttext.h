// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "oauth/keyinput.h"

#include <optional>

namespace mintmark {

/// What `text` says of its account when it is a Google service-account file, whole and with its key;
/// nothing for any other text.
std::optional<ServiceAccount> serviceAccountIn(const QString &text);

} // namespace mintmark

// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/profiles/profilefield.h"

#include <QStringView>

#include <optional>

namespace mintmark {

/// The field that a preset (resources/providers) means by a wire name; nothing for the names of its
/// own variables.
std::optional<ProfileField> fieldOfWireName(QStringView name);

} // namespace mintmark

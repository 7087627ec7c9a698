// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

#include <optional>

namespace mintmark {

enum class EnvironmentKind { Production, Other };

/// What an audience, an issuer or a profile's environment says about itself: whole words such as
/// prod, live, sandbox, uat; "non-prod" and "pre-prod" are not production. nullopt when it says
/// nothing, or both.
std::optional<EnvironmentKind> environmentKind(QStringView text);

} // namespace mintmark

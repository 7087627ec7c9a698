// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/widgets/messagebar.h"
#include "base/errorcatalogue.h"

#include <optional>

namespace mintmark {

/// What the bar says about an error: cause, what is known, remedy and one button a cure, the first
/// of them with a border. `meta` is small at the right: "09:31:07 · HTTP 401 · 214 ms".
BarMessage errorMessage(const Error &error, const QString &meta = {});

/// The cure a button of errorMessage() stands for; nothing for any other button.
std::optional<Cure> cureOfButton(const QString &buttonId);
/// The button id of a cure, stable.
QString cureButtonId(Cure cure);

} // namespace mintmark

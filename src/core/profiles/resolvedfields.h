// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "profiles/pastedfield.h"
#include "profiles/profiletext.h"

namespace mintmark::paste {

/// Decides what the findings say: one client, of one environment. Where a field has two values, it
/// stays empty and a note says so.
ProfileText resolved(const Findings &findings);

} // namespace mintmark::paste

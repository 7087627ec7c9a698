// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/inspector/inspection.h"

namespace mintmark {

// Lines of the card in the inspector. All text is safe to show.

/// For whom the token is, and what the profile would ask for.
Verdict::Line audienceLine(const TokenContent &content, const InspectionContext &context);
/// *Verified* only of a signature that was checked and is valid; who gave the key stands beside it.
Verdict::Line signatureLine(const Token &token, const InspectionContext &context);
/// "Acme · Payments Out [Sandbox]"
QString profileLabel(const ProfileListing &listing);

} // namespace mintmark

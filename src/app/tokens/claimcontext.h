// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

namespace mintmark {

/// What claims are compared with: expectations of a profile. Empty: not known.
struct ClaimContext
{
    QString audience;
    QString issuer;
    QString clientId;
    QString environment; ///< the profile's word: production, sandbox, …

    friend bool operator==(const ClaimContext &, const ClaimContext &) = default;
};

} // namespace mintmark

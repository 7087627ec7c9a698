// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QLatin1StringView>

namespace mintmark {

/// What is known about a signature; kept apart from the checks of time and audience.
/// The word *verified* is said of Valid only.
enum class SignatureStatus {
    Valid,
    Invalid,
    NoKey,       ///< no trusted key fits
    Unsupported, ///< algorithm, critical header or encryption this program cannot check
    Unsecured,   ///< alg is none
    Malformed,
    NotChecked,
};

/// `valid`, `invalid`, `no_key`, `unsupported`, `unsecured`, `malformed`, `not_checked`.
QLatin1StringView signatureStatusName(SignatureStatus status);

} // namespace mintmark

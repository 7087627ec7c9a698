// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "jose/signaturereason.h"
#include "jose/signaturestatus.h"

#include <QString>

#include <optional>

namespace mintmark {

class Token;

/// What stops a check before any key is looked at.
struct HeaderFinding
{
    SignatureStatus status = SignatureStatus::Malformed;
    SignatureReason reason = SignatureReason::HeaderMember;
    QString argument;

    friend bool operator==(const HeaderFinding &, const HeaderFinding &) = default;
};

/// Judges the header of a JWS (RFC 7515 §4, §5.2; RFC 7797 §6; RFC 8725 §3.1): a member that stands
/// twice, a member of the wrong type, alg none, `crit`. nullopt: the signature can be checked.
std::optional<HeaderFinding> headerFinding(const Token &token);

} // namespace mintmark

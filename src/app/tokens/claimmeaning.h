// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/tokens/claimcontext.h"
#include "jose/claimregistry.h"
#include "jose/tokenchecks.h"
#include "json/value.h"

#include <QList>

namespace mintmark {

/// What a top-level member means: its registered meaning, times as "Expires 17:12:04 · in 7 h
/// 42 min", how many scopes, and whether it is as in the profile. Empty for a name nobody
/// registered. Plain text, safe to show.
QString meaningText(RegisteredName::Place place, const JsonValue &value,
                    const ClaimContext &context, qint64 nowMs);
/// True where meaningText() depends on the time.
bool isTimeClaim(RegisteredName::Place place, const JsonValue &value);
/// "17:12:04 · 16:12:04 UTC" for a time, else the standard that defines the name; empty if none.
QString meaningDetail(RegisteredName::Place place, const JsonValue &value, qint64 nowMs);

/// Does this check speak of that top-level member? Not for SecretLikeClaim, DuplicateMember and
/// UnsafeText, which may lie anywhere.
bool concerns(CheckCode code, RegisteredName::Place place, const QString &name);

} // namespace mintmark

// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/widgets/messagebar.h"
#include "session/sessionstate.h"

#include <optional>

namespace mintmark {

// What the message bar says about a request, with the buttons beside the cures of its error.

inline constexpr QLatin1StringView copyEarlierButton("copy-earlier");
inline constexpr QLatin1StringView keepGrantTypeButton("keep-grant-type");
inline constexpr QLatin1StringView alwaysRepeatButton("always-repeat");
inline constexpr QLatin1StringView keepIssuerButton("keep-issuer");
inline constexpr QLatin1StringView otherIssuerButton("other-issuer");

/// A request that failed. `copyWanted`: it was made to copy; then a token that still lives is offered.
BarMessage failureMessage(const Error &error, const SessionState &state, bool copyWanted,
                          qint64 nowMs);

/// What of the way to a token is worth keeping in the profile: a grant type that worked once, or
/// that the server does not renew. Nothing in the usual case.
std::optional<BarMessage> adviceMessage(const TokenDemand &demand, const SessionState &state);

/// The profile names no issuer, but its token does: whether to believe it is a person's decision.
/// Nothing when the profile has one, or the token names none that may be asked.
std::optional<BarMessage> issuerQuestion(const SessionState &state);

} // namespace mintmark

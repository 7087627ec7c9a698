// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/widgets/messagebar.h"
#include "profiles/requestchange.h"
#include "session/sessionstate.h"

#include <optional>

namespace mintmark {

// What the message bar says about a request, with the buttons beside the cures of its error.

inline constexpr QLatin1StringView copyEarlierButton("copy-earlier");
inline constexpr QLatin1StringView keepChangeButton("keep-change");
inline constexpr QLatin1StringView keepForAllButton("keep-for-all");
inline constexpr QLatin1StringView editAuthenticationButton("edit-authentication");
inline constexpr QLatin1StringView keepIssuerButton("keep-issuer");
inline constexpr QLatin1StringView otherIssuerButton("other-issuer");

/// A request that failed. `copyWanted`: it was made to copy; then a token that still lives is offered.
BarMessage failureMessage(const Error &error, const SessionState &state, bool copyWanted,
                          qint64 nowMs);

/// What was learnt on the way to a token and is worth keeping.
struct Advice
{
    BarMessage message;
    RequestChange change; ///< what the profile would say then
};
/// A change that worked once, or that the server does not renew. Nothing in the usual case.
std::optional<Advice> adviceFor(const TokenDemand &demand, const SessionState &state);
/// The profile was edited after a refusal, and this was it.
BarMessage curedMessage(const RequestChange &change);
/// Puts the button for all profiles of the preset into such a message, or another text on it.
/// `count`: how many would change, once that is known.
void offerForAll(BarMessage &message, const QString &provider, std::optional<qsizetype> count);

/// The other ways the client may prove itself with the secret it has, each a button that asks once;
/// nothing where there is none.
std::optional<BarMessage> otherWaysMessage(const Profile &profile);
/// What such a button changes; empty for any other.
RequestChange changeOfButton(const QString &button);

/// The profile names no issuer, but its token does: whether to believe it is a person's decision.
/// Nothing when the profile has one, or the token names none that may be asked.
std::optional<BarMessage> issuerQuestion(const SessionState &state);

} // namespace mintmark

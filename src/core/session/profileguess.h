// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "session/profilefacts.h"

namespace mintmark {

class Token;

/// How one thing that token and profile both say compares.
enum class Fit {
    Unknown, ///< one of them does not say it, or not clearly
    Same,
    Differs,
};

/// A profile that a token may belong to.
struct ProfileGuess
{
    ProfileId id;
    Fit clientId = Fit::Unknown;
    Fit audience = Fit::Unknown;
    Fit issuer = Fit::Unknown;
    /// The issuer's host is the token endpoint's. Servers may have two, so another host says
    /// nothing.
    bool sameHost = false;
    /// Differs: audience or issuer say production, the profile another environment, or the reverse.
    Fit environment = Fit::Unknown;

    /// Equally good, whatever profile it is.
    bool isAsGoodAs(const ProfileGuess &other) const;
    friend bool operator==(const ProfileGuess &, const ProfileGuess &) = default;
};

/// The profiles that `token` may belong to, best first; empty: no profile fits. Pure.
///
/// A profile fits with the token's client id, whatever else differs. When the id of no profile is
/// in the token, those fit that have its audience, or else its very issuer, and contradict it in
/// nothing of client id, audience and issuer; a host alone is nothing, as many customers share one.
/// What may be a client id (`sub`, an ID token's `aud`, Sage's `serviceId`) speaks only for a
/// profile, never against it. The claims of a damaged token are those recovered from it. Opaque
/// tokens and JWEs are not guessed.
///
/// The first is *the* guess only when countOfBest() is 1. Else so many profiles fit, and a person
/// has to choose.
QList<ProfileGuess> guessProfiles(const Token &token, const QList<ProfileFacts> &profiles);

/// How many fit as well as the first: 0 no profile fits, 1 it is the first, more: none is meant.
qsizetype countOfBest(const QList<ProfileGuess> &guesses);

/// "Same client id; audience differs", translated.
QString guessSentence(const ProfileGuess &guess);

} // namespace mintmark

// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "profiles/profile.h"

#include <QList>

namespace mintmark {

/// What of a profile a token can be recognised by. No secret; but the index on disk holds none of
/// it either, so it is kept like a token: sealed (session/profilefactscache.h).
struct ProfileFacts
{
    ProfileId id;
    Environment environment = Environment::None; ///< as listed
    int requestRevision = 0;                     ///< of the listing the facts were read with
    int revision = 0;                            ///< of the profile: the higher one is newer
    QString clientId;
    QString audience;  ///< the expected one, else the requested one; empty: not known
    QString issuer;    ///< as the profile says; empty: not known
    QString tokenHost; ///< of the token endpoint, lower case; empty when that is no address

    static ProfileFacts of(const Profile &profile);
    friend bool operator==(const ProfileFacts &, const ProfileFacts &) = default;
};

/// The facts as JSON, without the environments, which the index holds.
SecretBytes toJson(const QList<ProfileFacts> &facts);
/// What toJson() made; nothing when it is anything else.
std::optional<QList<ProfileFacts>> profileFactsFromJson(const SecretBytes &json);

} // namespace mintmark

// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "jose/jwkset.h"
#include "jose/signaturealgorithm.h"
#include "jose/signaturereason.h"

#include <QList>

#include <optional>

namespace mintmark {

/// The keys to try, or why there are none.
struct KeySelection
{
    QList<const Jwk *> keys; ///< views into the set
    SignatureReason reason = SignatureReason::NoKeys;
    std::optional<KeyFault> fault; ///< the one that would have been taken has it
};

/// Which keys may check a token of this algorithm. A kid picks the keys that have it; where none
/// has, keys without a kid (a PEM has no place for one) are as good as any (RFC 7515 §4.1.4: it is
/// a hint). Keys of different kty may share a kid (RFC 7517 §4.5), different keys of one may not.
KeySelection selectKeys(const JwkSet &set, const SignatureAlgorithm &algorithm,
                        const std::optional<QString> &keyId);

} // namespace mintmark

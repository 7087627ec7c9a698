// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QLatin1StringView>
#include <QString>

namespace mintmark {

/// Why a signature has the status it has, beside the faults of tokens (TokenProblemCode), keys
/// (KeyFault) and key sets (KeySetFault).
enum class SignatureReason {
    Verified,         ///< {key}
    VerifiedByTrial,  ///< {key}: the token names no key, this one fits
    WrongSignature,   ///< {key}
    WrongForEveryKey, ///< {count}
    SignatureMissing,
    PayloadMissing, ///< no key fits an empty payload: probably detached (RFC 7515 Appendix F)
    NoKeys,
    UnknownKeyId,         ///< {key}: the kid of the token
    NoFittingKey,         ///< {algorithm}
    KeyForOtherAlgorithm, ///< {algorithm}: the key's `alg` is another one
    AmbiguousKeyId,       ///< {key}: different keys of one kty with this kid (RFC 7517 §4.5)
    TooManyKeys,          ///< {count}
    AlgorithmUnsupported, ///< {algorithm}
    CriticalUnsupported,  ///< {name}: a name in `crit`
    Encrypted,            ///< JWE
    NoSignature,          ///< alg is none
    Opaque,
    HeaderAmbiguous,   ///< {name}: a member that stands twice
    HeaderMember,      ///< {name}: of the wrong JSON type, or missing
    CriticalMalformed, ///< RFC 7515 §4.1.11, RFC 7797 §6
};

/// Stable name: `verified`, `wrong_signature`, ….
QLatin1StringView signatureReasonName(SignatureReason reason);
/// One translated sentence; `argument` is what stands in braces above. Safe to show.
QString signatureReasonSentence(SignatureReason reason, const QString &argument);

} // namespace mintmark

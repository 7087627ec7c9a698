// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "jose/jwk.h"

#include <QByteArrayView>
#include <QList>

namespace mintmark {

/// Why a text gives no keys at all. A faulty key among others does not spoil the set (RFC 7517 §5);
/// it carries its own fault.
enum class KeySetFault {
    NotKeys,         ///< neither JWK Set, JWK nor PEM
    Metadata,        ///< of an authorization server (RFC 8414 §2), which says where keys are
    TooLarge,        ///< more than JwkSet::maximumSize; nothing was read
    InvalidJson,     ///< also deeper than the reader goes
    DuplicateMember, ///< `keys` twice
    TooManyKeys,     ///< more than JwkSet::maximumKeys
};

/// Stable name: `not_keys`, `invalid_json`, ….
QLatin1StringView keySetFaultName(KeySetFault fault);
/// One translated sentence.
QString keySetFaultSentence(KeySetFault fault);

/// Keys that somebody trusts, in the order of their text. Where they come from is the caller's
/// business: never from a token.
struct JwkSet
{
    static constexpr qsizetype maximumSize = 1024 * 1024; ///< bytes
    static constexpr qsizetype maximumKeys = 1000;

    QList<Jwk> keys; ///< those with a fault included
    std::optional<KeySetFault> fault;

    /// A JWK Set (RFC 7517 §5), a single JWK, or PEM as keysFromPem() reads it. Never throws, never
    /// stops at the first faulty key. `text` is not copied: it may hold secrets.
    static JwkSet parse(QByteArrayView text, SymmetricKeys symmetric);

    qsizetype usableKeys() const;
    bool hasPrivateMembers() const;

    friend bool operator==(const JwkSet &, const JwkSet &) = default;
};

} // namespace mintmark

// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

#include <optional>

namespace mintmark {

/// A JWS or JWE in JSON serialization (RFC 7515 §7.2, RFC 7516 §7.2), general or flattened, as the
/// parts that the compact serialization has: what is signed is put together in the same way.
struct JsonSerialization
{
    QList<QByteArray> parts; ///< three or five, encoded as they stand; secrets
    /// Members of the unprotected headers, as they stand, with commas in between.
    QByteArray unprotected;
    qsizetype count = 1; ///< signatures of a JWS, recipients of a JWE
    /// Byte of the text where a member is missing, stands twice or has a wrong type; -1: nowhere.
    /// There are no parts then.
    qsizetype fault = -1;

    friend bool operator==(const JsonSerialization &, const JsonSerialization &) = default;
};

/// Reads the signature or recipient at `index`, or the last. nullopt: `text` is something else.
std::optional<JsonSerialization> readJsonSerialization(QByteArrayView text, qsizetype index = 0);

} // namespace mintmark

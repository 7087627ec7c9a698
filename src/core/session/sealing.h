// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/secretbytes.h"

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace mintmark {

/// Authenticated encryption of small files: AES-256-GCM (NIST SP 800-38D) with a random 96-bit
/// nonce. A sealed text is nonce, ciphertext and 128-bit tag in a row.
constexpr qsizetype sealingKeySize = 32;
constexpr qsizetype sealingNonceSize = 12;

/// Fresh random key; empty when the system has no randomness to give.
SecretBytes newSealingKey();
/// `associatedData` is not in the result, but it must be the same again to unseal. Empty when the
/// key has another size or OpenSSL refuses.
QByteArray seal(const SecretBytes &key, const SecretBytes &plain, QByteArrayView associatedData);
/// Nothing when a single bit of key, text or associated data differs.
std::optional<SecretBytes> unseal(const SecretBytes &key, QByteArrayView sealed,
                                  QByteArrayView associatedData);

} // namespace mintmark

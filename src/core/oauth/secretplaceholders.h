// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/error.h"
#include "base/secretbytes.h"

#include <vector>

namespace mintmark {

/// Stands "secret#1", "secret#2", … in for the secrets of one document, so that a reader sees where
/// the same secret stands again. Move-only: it holds the secrets it looks for.
class SecretPlaceholders
{
public:
    /// The placeholder of `secret`; equal secrets share one.
    QString add(QByteArrayView secret);
    /// `text` with every secret added so far replaced, the longest first. Secrets of fewer than four
    /// bytes are left: they hide nothing and would spoil every text.
    QString applied(const QString &text) const;
    /// Arguments and detail likewise: servers echo what they were sent.
    Error applied(Error error) const;

private:
    std::vector<SecretBytes> m_secrets;
};

} // namespace mintmark

// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/error.h"
#include "base/secretbytes.h"
#include "oauth/httpanswer.h"

#include <vector>

namespace mintmark {

/// Stands "secret#1", "secret#2", … in for the secrets of one document, so that a reader sees where
/// the same secret stands again. Move-only: it holds the secrets it looks for.
class SecretPlaceholders
{
public:
    /// The placeholder of `secret`; equal secrets share one.
    QString add(QByteArrayView secret);
    size_t size() const { return m_secrets.size(); }
    /// `text` with every secret added so far replaced, the longest first, in whatever way it is spelled
    /// (spelledsecret.h). Secrets of fewer than four bytes are left: they hide nothing and would spoil
    /// every text.
    QString applied(const QString &text) const;
    /// Arguments and detail likewise: servers echo what they were sent.
    Error applied(Error error) const;
    /// Everything in the answer likewise and as UTF-8, for the words of errors made of it: they cut texts,
    /// and half of a secret is not found any more.
    HttpAnswer applied(HttpAnswer answer) const;

private:
    struct Spelling
    {
        SecretBytes bytes;
        size_t index = 0; ///< of the secret
    };

    QByteArray replacement(QByteArrayView text, qsizetype *length) const;

    std::vector<SecretBytes> m_secrets;
    std::vector<Spelling> m_spellings; ///< the longest first
};

} // namespace mintmark

// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/secretbytes.h"
#include "oauth/clientconfiguration.h"
#include "profiles/profile.h"

#include <optional>

namespace mintmark {

/// What a pasted text says about a profile. Fields nobody found stay empty; a wrong guess is worse
/// than none.
struct ProfileText
{
    std::optional<QString> clientId;
    std::optional<SecretBytes> clientSecret;
    std::optional<QString> audience;
    std::optional<QString> tokenEndpoint;
    std::optional<QString> scope;
    std::optional<QString> grantType;
    std::optional<Environment> environment;
    QString environmentWord; ///< the word that said so, for "the text says "sandbox""
    std::optional<BodyFormat> body;
    std::optional<ClientAuthenticationMethod> authentication;
    QStringList notes; ///< translated: "Removed a line break at the end." …

    bool isEmpty() const;
    /// "client id, secret, audience" in the order of the editor, translated.
    QStringList fieldNames() const;
};

/// Reads client id, secret, audience, endpoint and environment from an e-mail (labels in en, de,
/// fr, es, pt, it), table cells, JSON, .env, a curl command (form, JSON, -u) or a Basic header.
/// Ends are trimmed (spaces, NBSP, zero-width, quotes, trailing comma) and each trim is said in
/// notes.
ProfileText readProfileText(const QString &text);

/// Does a pasted text hold a client id or a secret, so that it makes a profile? A token does not.
bool looksLikeCredentials(const QString &text);

/// `value` without what mail programs and tables leave at its ends; `note` says what went,
/// translated, or stays empty. Also used by the editor's fields.
QString trimmedValue(const QString &value, QString *note);

} // namespace mintmark

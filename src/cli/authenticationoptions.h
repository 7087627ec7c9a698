// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/result.h"

#include <optional>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace mintmark {

struct Profile;

/// How the client proves itself, as options, as typed; the secrets are CredentialOptions.
struct AuthenticationOptions
{
    std::optional<std::string> method;
    std::optional<std::string> basicEncoding;
    std::optional<std::string> algorithm;
    std::optional<std::string> keyId;
    std::optional<std::string> type;
    std::vector<std::string> audience;
    std::optional<std::string> issuer;
    std::optional<std::string> subject;
    std::optional<std::string> claims;
    std::optional<std::string> certificate; ///< a file
    std::optional<std::string> thumbprint;
    std::optional<int> lifetime;
    std::optional<bool> notBefore;

    void addTo(CLI::App &command);
    /// The key id a profile has once this is applied, `before` when nothing is said of it.
    QString keyIdAfter(const QString &before) const;
    /// Changes what was given and nothing else. Errors: Usage, NamedFileUnreadable,
    /// CertificateUnreadable.
    Result<void> applyTo(Profile &profile) const;
};

} // namespace mintmark

// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/result.h"
#include "oauth/networksettings.h"

#include <optional>
#include <string>

namespace CLI {
class App;
}

namespace mintmark {

/// How requests of a profile travel, as options. Passwords come from file descriptors only.
struct NetworkOptions
{
    std::optional<std::string> proxy; ///< system, none, inherit or [USER@]HOST:PORT
    std::optional<int> proxyPasswordDescriptor;
    std::optional<std::string> caFile;
    std::optional<bool> caFileAdded;
    std::optional<std::string> clientCertificate; ///< empty: none any more
    std::optional<std::string> clientKey;
    std::optional<int> clientPassphraseDescriptor;
    std::optional<int> timeout;
    std::optional<bool> allowHttp;

    void addTo(CLI::App &command);
    /// Certificate, key and passwords; blocks. Errors: Usage, NamedFileUnreadable, ProfileInvalid.
    Result<NetworkSecrets> readSecrets() const;
    /// Changes what was given and nothing else. A certificate is judged as for a request. Errors:
    /// Usage, ClientCertificate… and ClientKey….
    Result<void> applyTo(NetworkSettings &settings, NetworkSecrets &secrets,
                         const NetworkSecrets &given) const;
};

} // namespace mintmark

// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/result.h"
#include "oauth/clientconfiguration.h"

#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace mintmark {

/// Everything else in the request, as options, as typed.
struct ParameterOptions
{
    std::vector<std::string> resources;
    std::vector<std::string> parameters;       ///< NAME=VALUE, NAME:=JSON
    std::vector<std::string> headers;          ///< NAME:VALUE
    std::vector<std::string> secretParameters; ///< NAME=FD
    std::vector<std::string> secretHeaders;    ///< NAME=FD
    std::vector<std::string> removed;          ///< names of parameters
    std::vector<std::string> removedHeaders;

    void addTo(CLI::App &command);
    void addRemovalTo(CLI::App &command); ///< for a profile that has some
    /// Reads the descriptors, before anything is applied. Blocks. Errors: Usage, NamedFileUnreadable,
    /// ProfileInvalid.
    Result<void> readSecrets(ClientCredentials &into) const;
    /// Resources are taken as a whole, the others by name, in order. `given` is what readSecrets()
    /// read. Errors: Usage.
    Result<void> applyTo(ClientConfiguration &client, ClientCredentials &credentials,
                         const ClientCredentials &given) const;
};

} // namespace mintmark

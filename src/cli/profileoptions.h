// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/result.h"
#include "profiles/profile.h"

#include <optional>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace mintmark {

/// The fields of a profile as options, as typed.
struct ProfileOptions
{
    std::string name;
    std::optional<std::string> provider;
    std::optional<std::string> environment;
    std::optional<std::string> alias;
    std::optional<std::string> tokenEndpoint;
    std::optional<std::string> body;
    std::optional<std::string> grantType;
    std::optional<std::string> clientId;
    std::optional<std::string> clientAuth;
    std::optional<std::string> audience;
    std::vector<std::string> resources;
    std::optional<std::string> scope;
    std::vector<std::string> parameters; ///< NAME=VALUE
    std::vector<std::string> headers;    ///< NAME:VALUE
    std::optional<std::string> renewal;
    std::optional<std::string> renewalEndpoint;
    std::optional<std::string> issuer;
    std::optional<std::string> jwksUri;
    std::optional<std::string> caFile;
    std::optional<int> timeout;
    std::optional<int> minValid;
    bool allowHttp = false;

    void addTo(CLI::App &command);
};

/// The profile they describe, without its secret, on top of the provider's defaults. Errors:
/// Usage, ProfileInvalid.
Result<Profile> profileFrom(const ProfileOptions &options);

} // namespace mintmark

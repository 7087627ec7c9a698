// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/result.h"
#include "cli/authenticationoptions.h"
#include "cli/credentialoptions.h"
#include "cli/networkoptions.h"
#include "cli/parameteroptions.h"
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
    std::optional<std::string> rename;
    std::optional<std::string> provider;
    std::vector<std::string> presetValues; ///< NAME=VALUE, variables of the preset
    std::optional<std::string> environment;
    std::optional<std::string> alias;
    std::optional<std::string> tokenEndpoint;
    std::optional<std::string> body;
    std::optional<std::string> grantType;
    std::optional<std::string> clientId;
    std::optional<std::string> audience;
    std::optional<std::string> scope;
    std::optional<std::string> renewal;
    std::optional<std::string> renewalEndpoint;
    std::optional<std::string> issuer;
    std::optional<std::string> jwksUri;
    std::optional<int> minValid;
    NetworkOptions network;
    AuthenticationOptions authentication;
    ParameterOptions parameters;
    CredentialOptions credentials;

    /// All but the name.
    void addTo(CLI::App &command);

    /// What a new profile of this provider starts with. Errors: Usage.
    Result<void> startOn(Profile &profile) const;
    /// `typed` as customer, name and environment; alias and environment of the options. Errors:
    /// Usage, ProfileInvalid.
    Result<void> takeName(ProfileListing &listing, const std::optional<std::string> &typed) const;
    /// Changes what was given and nothing else, but for name, parameters and secrets. Errors:
    /// Usage, and those of AuthenticationOptions.
    Result<void> applyTo(Profile &profile) const;
};

} // namespace mintmark

// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/result.h"
#include "base/secretbytes.h"

#include <optional>
#include <string>

namespace CLI {
class App;
class Option;
} // namespace CLI

namespace mintmark {

/// What was read of them.
struct GivenCredentials
{
    SharedSecret clientSecret;
    SharedSecret key; ///< as it was given, encrypted or not
    SharedSecret passphrase;
};

/// Where the client's secrets come from: never from arguments, which other programs can read.
struct CredentialOptions
{
    bool secretFromStdin = false;
    std::optional<int> secretDescriptor;
    bool asksSecret = false;
    bool removesSecret = false;
    std::optional<std::string> keyFile; ///< "-": stdin
    std::optional<int> keyDescriptor;
    std::optional<int> passphraseDescriptor;
    bool removesKey = false;

    void addTo(CLI::App &command);
    void addChangesTo(CLI::App &command); ///< for a profile that has some
    /// Everything but what is typed on a terminal. Blocks. Errors: Usage, NamedFileUnreadable,
    /// ProfileInvalid.
    Result<GivenCredentials> read() const;
    /// The secret is to be typed, not read.
    bool wantsPrompt() const;
};

} // namespace mintmark

// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/profiles/profilefield.h"
#include "base/error.h"

#include <optional>

namespace mintmark {

struct ClientConfiguration;
struct Profile;

/// The field where an error of a request is mended, as far as the error tells; nothing when it may be
/// any of several. Those of certificates and proxies on the way are networkFieldOf().
std::optional<ProfileField> faultyField(const Error &error, const ClientConfiguration &client);

/// The field of the address that the error names; the token address when it names none of them.
ProfileField faultyAddress(const Error &error, const Profile &profile);

} // namespace mintmark

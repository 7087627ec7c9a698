// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "oauth/clientconfiguration.h"

namespace mintmark {

ClientCredentials ClientCredentials::clone() const
{
    ClientCredentials copy;
    copy.clientSecret = clientSecret.clone();
    copy.privateKey = privateKey.clone();
    for (const auto &[name, value] : parameters)
        copy.parameters.emplace(name, value.clone());
    for (const auto &[name, value] : headers)
        copy.headers.emplace(name, value.clone());
    copy.network = network;
    return copy;
}

} // namespace mintmark

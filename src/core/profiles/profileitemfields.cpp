// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "profiles/profileitemfields.h"

#include <algorithm>

namespace mintmark::profileitem {

namespace {

constexpr TextField texts[] = {
    { "provider"_L1, [](Profile &p) -> QString & { return p.provider; } },
    { "note"_L1, [](Profile &p) -> QString & { return p.note; } },
    { "token_endpoint"_L1, [](Profile &p) -> QString & { return p.client.tokenEndpoint; } },
    { "grant_type"_L1, [](Profile &p) -> QString & { return p.client.grantType; } },
    { "client_id"_L1, [](Profile &p) -> QString & { return p.client.clientId; } },
    { "audience"_L1, [](Profile &p) -> QString & { return p.client.audience; } },
    { "scope"_L1, [](Profile &p) -> QString & { return p.client.scope; } },
    { "renewal_endpoint"_L1, [](Profile &p) -> QString & { return p.client.renewalEndpoint; } },
    { "expected_audience"_L1, [](Profile &p) -> QString & { return p.expectedAudience; } },
    { "issuer"_L1, [](Profile &p) -> QString & { return p.issuer; } },
    { "jwks_uri"_L1, [](Profile &p) -> QString & { return p.jwksUri; } },
    { "introspection_endpoint"_L1,
      [](Profile &p) -> QString & { return p.introspectionEndpoint; } },
    { "revocation_endpoint"_L1, [](Profile &p) -> QString & { return p.revocationEndpoint; } },
};

constexpr QLatin1StringView others[] = {
    "version"_L1,
    "id"_L1,
    "name"_L1,
    "body"_L1,
    "client_authentication"_L1,
    "basic_encoding"_L1,
    "client_secret"_L1,
    "private_key"_L1,
    "assertion"_L1,
    "secret_saved_at"_L1,
    "secret_expires_on"_L1,
    "previous_secret"_L1,
    "resource"_L1,
    "extra_parameters"_L1,
    "headers"_L1,
    "response_mapping"_L1,
    "renewal"_L1,
    "min_valid_s"_L1,
    "auto_renew"_L1,
    "api"_L1,
    "network"_L1,
    "revision"_L1,
    "request_revision"_L1,
};

} // namespace

std::span<const TextField> textFields()
{
    return texts;
}

bool isKnown(const QString &name)
{
    return std::ranges::any_of(others, [&name](QLatin1StringView other) { return other == name; })
        || std::ranges::any_of(texts, [&name](const TextField &text) { return text.name == name; });
}

} // namespace mintmark::profileitem

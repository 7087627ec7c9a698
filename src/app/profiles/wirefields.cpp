// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/profiles/wirefields.h"

#include <QLatin1StringView>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

struct Row
{
    QLatin1StringView name;
    ProfileField field;
};

constexpr Row rows[] {
    { "token_endpoint"_L1, ProfileField::TokenEndpoint },
    { "client_id"_L1, ProfileField::ClientId },
    { "client_secret"_L1, ProfileField::ClientSecret },
    { "private_key"_L1, ProfileField::PrivateKey },
    { "audience"_L1, ProfileField::Audience },
    { "scope"_L1, ProfileField::Scope },
    { "resource"_L1, ProfileField::Resources },
    { "grant_type"_L1, ProfileField::GrantType },
    { "client_authentication"_L1, ProfileField::Authentication },
    { "renewal"_L1, ProfileField::Renewal },
    { "issuer"_L1, ProfileField::Issuer },
    { "expected_audience"_L1, ProfileField::ExpectedAudience },
};

} // namespace

std::optional<ProfileField> fieldOfWireName(QStringView name)
{
    for (const Row &row : rows) {
        if (name == row.name)
            return row.field;
    }
    return {};
}

} // namespace mintmark

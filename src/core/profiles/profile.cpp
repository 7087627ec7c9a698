// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "profiles/profile.h"

namespace mintmark {

using namespace Qt::StringLiterals;

QString wireName(Environment environment)
{
    switch (environment) {
    case Environment::Production:
        return u"production"_s;
    case Environment::Sandbox:
        return u"sandbox"_s;
    case Environment::Test:
        return u"test"_s;
    case Environment::Development:
        return u"development"_s;
    case Environment::None:
        break;
    }
    return {};
}

std::optional<Environment> environmentFromWireName(QStringView name)
{
    using enum Environment;
    for (const Environment environment : { None, Production, Sandbox, Test, Development }) {
        if (wireName(environment) == name)
            return environment;
    }
    return {};
}

void copyTracesOfUse(const ProfileListing &from, ProfileListing &to)
{
    to.lastUsedMs = from.lastUsedMs;
    to.lastResult = from.lastResult;
    to.lastCheckedMs = from.lastCheckedMs;
    to.tokenExpiresMs = from.tokenExpiresMs;
}

ProfileSecrets ProfileSecrets::clone() const
{
    return { client.clone(), previousSecret.clone(), previousKeptUntilMs, unknownFields.clone() };
}

ClientConfiguration requestConfiguration(const Profile &profile)
{
    ClientConfiguration client = profile.client;
    if (client.assertion.audienceIsIssuer) {
        client.assertion.audience = profile.issuer.trimmed();
        client.assertion.audiences.clear();
    }
    return client;
}

bool sameRequest(const LoadedProfile &a, const LoadedProfile &b)
{
    return requestConfiguration(a.profile) == requestConfiguration(b.profile)
        && a.secrets.client == b.secrets.client;
}

} // namespace mintmark

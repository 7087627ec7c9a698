// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "profiles/profile.h"

#include <QList>

namespace mintmark {

/// "acme/payments-out@sandbox": customer and environment only where there is one; spaces as dashes,
/// lower case. For the command line.
QString commandLineName(const ProfileListing &listing);
/// "Acme · Payments Out" – for window titles and messages.
QString displayName(const ProfileListing &listing);
/// "Production", "Sandbox", … translated.
QString environmentName(Environment environment);

/// Finds `name` – [customer/]name[@environment], an id or a unique alias; case, spaces and dashes
/// compare alike; deleted profiles do not count. An exact full match wins over partial ones.
/// Errors: NoSuchProfile, AmbiguousProfile with the candidates, the first five by name.
Result<ProfileListing> findProfile(const QList<ProfileListing> &listings, const QString &name);

/// Same customer, name and environment, as findProfile() compares them: two such profiles could not
/// be told apart.
bool isSameName(const ProfileListing &a, const ProfileListing &b);
/// Both have an alias and it is the same.
bool isSameAlias(const ProfileListing &a, const ProfileListing &b);

/// What `profile add` makes of NAME. Errors: ProfileInvalid.
struct ParsedName
{
    QString customer;
    QString name;
    Environment environment = Environment::None;
    friend bool operator==(const ParsedName &, const ParsedName &) = default;
};
Result<ParsedName> parseProfileName(const QString &name);

} // namespace mintmark

// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "profiles/profile.h"

#include <QList>

#include <algorithm>

namespace mintmark::test {

/// A profile by what the list shows of it; its id is made of `number`.
inline ProfileListing listing(int number, const QString &customer, const QString &name,
                              Environment environment = Environment::Sandbox)
{
    ProfileListing result;
    result.id = ProfileId(static_cast<uint>(number), 0, 0x4000, 0x80, 0, 0, 0, 0, 0, 0, 1);
    result.customer = customer;
    result.name = name;
    result.environment = environment;
    return result;
}

/// `count` profiles of count / 5 customers, sorted as the store sorts.
inline QList<ProfileListing> manyListings(int count)
{
    const QStringList names { QStringLiteral("Accounting"), QStringLiteral("Consumer API"),
                              QStringLiteral("Intacct"), QStringLiteral("Payments Out"),
                              QStringLiteral("Provider API") };
    const Environment environments[] = { Environment::Production, Environment::Sandbox,
                                         Environment::Test, Environment::Development };
    QList<ProfileListing> result;
    result.reserve(count);
    for (int i = 0; i < count; ++i)
        result << listing(i, QStringLiteral("Customer %1").arg(i / 5, 4, 10, QLatin1Char('0')),
                          names[i % 5], environments[(i / 5) % 4]);
    return result;
}

} // namespace mintmark::test

// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QLatin1StringView>

/// Names of the Secret Service specification 0.2.
namespace mintmark::secretservice {

inline constexpr QLatin1StringView busName("org.freedesktop.secrets");
inline constexpr QLatin1StringView servicePath("/org/freedesktop/secrets");
inline constexpr QLatin1StringView serviceInterface("org.freedesktop.Secret.Service");
inline constexpr QLatin1StringView collectionInterface("org.freedesktop.Secret.Collection");
inline constexpr QLatin1StringView itemInterface("org.freedesktop.Secret.Item");
inline constexpr QLatin1StringView propertiesInterface("org.freedesktop.DBus.Properties");

} // namespace mintmark::secretservice

// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "oauth/clientconfiguration.h"

#include <optional>

namespace mintmark {

/// A preset: what a new profile of this authorization server starts with. Data files in
/// resources/ come with the other presets; these two are what the program starts with.
struct Provider
{
    QString id; ///< "sage-id", "generic"; kept in profiles
    QString name; ///< "Sage ID"
    ClientConfiguration defaults;
    QStringList required; ///< wire names that must not be empty: "audience", "token_endpoint", …
    QString renewalNote; ///< "GET with the current token, as the Sage guide says"

    friend bool operator==(const Provider &, const Provider &) = default;
};

/// Sage ID first, generic OAuth 2.0 second.
QList<Provider> providers();
/// The generic one for an id nobody knows.
Provider providerById(QStringView id);

/// The first required field that is empty in `configuration`, as its wire name; nothing if complete.
std::optional<QString> missingField(const Provider &provider, const ClientConfiguration &configuration,
                                    bool hasSecret);

} // namespace mintmark

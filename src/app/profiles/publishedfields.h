// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "oauth/servermetadata.h"
#include "profiles/profile.h"

namespace mintmark {

/// What a server publishes about itself, taken over into a profile.
struct PublishedFields
{
    QString issuer;
    QString tokenEndpoint;
    QString jwksUri;
    QString introspectionEndpoint;
    QString revocationEndpoint;
    QStringList unusable; ///< names of the addresses that were published and cannot be used

    /// Of the profile as it is, to go back to.
    static PublishedFields of(const Profile &profile);
    /// Where the metadata say nothing the profile stays as it is. Addresses are judged as if typed.
    static PublishedFields from(const ServerMetadata &metadata, const Profile &profile);
    void writeTo(Profile &profile) const;
};

/// The methods a server says it takes, as far as this program knows them; in its order. Empty: it
/// says nothing, so everything may be tried.
QList<ClientAuthenticationMethod> supportedMethods(const ServerMetadata &metadata);

/// One sentence: "Filled from id.example.com: token address, keys."
QString filledSentence(const PublishedFields &before, const PublishedFields &after,
                       const ServerMetadata &metadata);

} // namespace mintmark

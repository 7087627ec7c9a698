// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/result.h"
#include "oauth/clientconfiguration.h"

#include <QDate>
#include <QString>
#include <QUuid>

#include <optional>

namespace mintmark {

enum class Environment { None, Production, Sandbox, Test, Development };
/// "production", "sandbox", "test", "development", "" – what is stored and typed.
QString wireName(Environment environment);
std::optional<Environment> environmentFromWireName(QStringView name);

using ProfileId = QUuid;

/// How a profile is listed: what the index on disk holds. No secret, no client id, no endpoint.
struct ProfileListing
{
    ProfileId id;
    QString customer; ///< may be empty from the command line
    QString name;
    Environment environment = Environment::None;
    QString alias;
    bool pinned = false;
    int requestRevision = 0; ///< raised with each change that shapes the request
    std::optional<qint64> lastUsedMs;
    QString lastResult; ///< "", "ok", "refused", "no_answer"
    std::optional<qint64> lastCheckedMs;
    std::optional<qint64>
        tokenExpiresMs; ///< of the last token, for the chip before anything is read
    std::optional<QDate> secretExpiresOn;
    std::optional<qint64> deletedAtMs; ///< tombstone: hidden, item kept for 7 days
    bool inMemory = false;             ///< demo or session only; never written to the index file

    friend bool operator==(const ProfileListing &, const ProfileListing &) = default;
};

/// Copies what use writes (last_used, last_result, last_checked, token_expires), as opposed to what
/// a person edits.
void copyTracesOfUse(const ProfileListing &from, ProfileListing &to);

/// A saved client configuration. Holds no secret and may live in models. Secrets travel beside it.
struct Profile
{
    ProfileListing listing;
    QString provider; ///< preset id
    QString note;
    ClientConfiguration client;

    std::optional<qint64> secretSavedAtMs; ///< of the client secret or the private key
    QString expectedAudience; ///< empty: as requested
    QString issuer;
    QString jwksUri;
    QString introspectionEndpoint;
    QString revocationEndpoint;
    QString apiMethod;
    QString apiUrl;
    int minValidS = 60;
    bool autoRenew = false;
    int revision = 0;
    bool readOnly = false;       ///< item written by a newer version
    SecretSummary secretSummary; ///< of the client secret; filled on load, never stored
    bool hasPrivateKey = false;  ///< as well

    friend bool operator==(const Profile &, const Profile &) = default;
};

/// What of a profile is secret: move-only, lives from load to send.
struct ProfileSecrets
{
    ClientCredentials client;
    SecretBytes previousSecret;
    std::optional<qint64> previousKeptUntilMs;
    /// Members of the item this version does not know, as a JSON object, byte for byte: a newer
    /// version may keep keys in them.
    SecretBytes unknownFields;

    ProfileSecrets clone() const;
};

struct LoadedProfile
{
    Profile profile;
    ProfileSecrets secrets;
};

/// The keychain item (schema version 1): the whole profile as JSON, secrets included.
SecretBytes toKeychainItem(const Profile &profile, const ProfileSecrets &secrets);
/// `listing` is what the index says; the higher request_revision of both counts. An item of another
/// profile is corrupt. A newer schema version loads with readOnly set. Errors: KeychainCorrupt
/// {name}, ProfileTooNew {name} when it has words this version does not know.
Result<LoadedProfile> fromKeychainItem(const SecretBytes &item, const ProfileListing &listing);
/// The listing an item was last saved with, to rebuild a lost index. Errors: KeychainCorrupt.
Result<ProfileListing> listingFromKeychainItem(const SecretBytes &item);

/// What a request of the profile is made of: its client, with what that takes from elsewhere in the
/// profile in place.
ClientConfiguration requestConfiguration(const Profile &profile);

/// Do both ask for a token in the same way? If not, request_revision has to rise.
bool sameRequest(const LoadedProfile &a, const LoadedProfile &b);

} // namespace mintmark

// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "profiles/profilelistingjson.h"

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

std::optional<qint64> optionalInteger(const QJsonValue &value)
{
    // What is no whole number of its range is as if it were not there: 0 would be 1970.
    const qint64 number = value.toInteger(-1);
    return number > 0 ? std::optional(number) : std::nullopt;
}

/// Empty and false members are left out: a file of 1,000 profiles is read at each start.
void set(QJsonObject &entry, QLatin1StringView name, const QJsonValue &value)
{
    const bool unset =
        value.isNull() || value.toString(u"x"_s).isEmpty() || value == QJsonValue(false);
    if (unset)
        entry.remove(name);
    else
        entry.insert(name, value);
}

QJsonValue orNull(std::optional<qint64> value)
{
    return value ? QJsonValue(*value) : QJsonValue();
}

} // namespace

std::optional<ProfileListing> listingFromJson(const QJsonObject &entry)
{
    ProfileListing listing;
    listing.id = QUuid::fromString(entry["id"_L1].toString());
    if (listing.id.isNull())
        return {};
    listing.customer = entry["customer"_L1].toString();
    listing.name = entry["name"_L1].toString();
    listing.environment =
        environmentFromWireName(entry["environment"_L1].toString()).value_or(Environment::None);
    listing.alias = entry["alias"_L1].toString();
    listing.pinned = entry["pinned"_L1].toBool();
    listing.requestRevision = entry["request_revision"_L1].toInt();
    listing.lastUsedMs = optionalInteger(entry["last_used"_L1]);
    listing.lastResult = entry["last_result"_L1].toString();
    listing.lastCheckedMs = optionalInteger(entry["last_checked"_L1]);
    listing.tokenExpiresMs = optionalInteger(entry["token_expires"_L1]);
    const QDate expires = QDate::fromString(entry["secret_expires_on"_L1].toString(), Qt::ISODate);
    if (expires.isValid())
        listing.secretExpiresOn = expires;
    listing.deletedAtMs = optionalInteger(entry["deleted_at"_L1]);
    return listing;
}

QJsonObject listingToJson(const ProfileListing &listing, QJsonObject entry)
{
    entry.insert("id"_L1, listing.id.toString(QUuid::WithoutBraces));
    set(entry, "customer"_L1, listing.customer);
    set(entry, "name"_L1, listing.name);
    set(entry, "environment"_L1, wireName(listing.environment));
    set(entry, "alias"_L1, listing.alias);
    set(entry, "pinned"_L1, listing.pinned);
    set(entry, "request_revision"_L1, listing.requestRevision);
    set(entry, "last_used"_L1, orNull(listing.lastUsedMs));
    set(entry, "last_result"_L1, listing.lastResult);
    set(entry, "last_checked"_L1, orNull(listing.lastCheckedMs));
    set(entry, "token_expires"_L1, orNull(listing.tokenExpiresMs));
    set(entry, "secret_expires_on"_L1,
        listing.secretExpiresOn ? listing.secretExpiresOn->toString(Qt::ISODate) : QString());
    set(entry, "deleted_at"_L1, orNull(listing.deletedAtMs));
    return entry;
}

} // namespace mintmark

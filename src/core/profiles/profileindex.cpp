// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "profiles/profileindex.h"

#include "base/atomicfile.h"
#include "base/filelock.h"
#include "profiles/profilelistingjson.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

constexpr int formatVersion = 1;
constexpr qint64 lockTimeoutMs = 2'000;

/// What a file says, members this version does not know included.
struct IndexText
{
    QJsonObject root;
    QHash<ProfileId, QJsonObject> entries;
    QJsonArray strangeEntries; ///< without a valid id: not listed, but not thrown away either
    QList<ProfileListing> listings;

    int version() const { return root["version"_L1].toInt(); }
};

std::optional<IndexText> parse(const QByteArray &bytes)
{
    IndexText text;
    text.root = QJsonDocument::fromJson(bytes).object();
    const QJsonValue profiles = text.root["profiles"_L1];
    if (text.version() < 1 || !profiles.isArray())
        return {};
    const QJsonArray array = profiles.toArray();
    text.listings.reserve(array.size());
    text.entries.reserve(array.size());
    for (const auto &value : array) {
        const QJsonObject entry = value.toObject();
        const std::optional<ProfileListing> listing = listingFromJson(entry);
        if (!listing) {
            text.strangeEntries.append(value);
        } else if (!text.entries.contains(listing->id)) {
            text.listings << *listing;
            text.entries.insert(listing->id, entry);
        }
    }
    return text;
}

QByteArray serialized(const IndexText &former, const QList<ProfileListing> &listings)
{
    QJsonArray array;
    for (const ProfileListing &listing : listings) {
        if (!listing.inMemory)
            array.append(listingToJson(listing, former.entries.value(listing.id)));
    }
    for (const auto &entry : former.strangeEntries)
        array.append(entry);
    QJsonObject root = former.root;
    root.insert("version"_L1, formatVersion);
    root.insert("profiles"_L1, array);
    return QJsonDocument(root).toJson(QJsonDocument::Compact);
}

/// Named by when it was last written, so that no two get the same name and no clock is asked.
QString moveAside(const QString &file)
{
    const QFileInfo info(file);
    const QString time = info.lastModified().toUTC().toString(u"yyyyMMdd-HHmmss"_s);
    const QString base = file + u".corrupt-"_s + time;
    QString aside = base;
    for (int number = 2; QFile::exists(aside); ++number)
        aside = base + u'-' + QString::number(number);
    return QFile::rename(file, aside) ? aside : QString();
}

QString damageText(const QString &aside, bool recovered)
{
    const QString text = recovered
        ? QCoreApplication::translate(
            "ProfileIndex",
            "The list of profiles was damaged; the one saved before it is "
            "shown. The damaged file is kept as %1.")
        : QCoreApplication::translate("ProfileIndex",
                                      "The list of profiles was damaged and has no backup. The "
                                      "damaged file is kept as %1; no credential is lost.");
    return text.arg(aside);
}

struct Loaded
{
    IndexText text;
    QString warning;
};

Result<std::optional<IndexText>> load(const QString &file)
{
    if (!QFile::exists(file))
        return std::optional(IndexText {});
    const Result<QByteArray> bytes = readWhole(file);
    if (!bytes.ok())
        return bytes.error();
    return parse(*bytes);
}

/// What lies in the backup, put back in place of `file`.
std::optional<IndexText> restoreBackup(const QString &file)
{
    const QString backup = file + u".bak"_s;
    const Result<QByteArray> bytes = readWhole(backup);
    if (!bytes.ok())
        return {};
    std::optional<IndexText> text = parse(*bytes);
    if (!text)
        moveAside(backup);
    else if (!writeAtomically(file, *bytes).ok())
        return {};
    return text;
}

/// Only under the lock: it moves files.
Result<Loaded> loadOrRecover(const QString &file)
{
    const Result<std::optional<IndexText>> whole = load(file);
    if (!whole.ok())
        return whole.error();
    if (*whole)
        return Loaded { **whole, {} };
    const QString aside = moveAside(file);
    if (aside.isEmpty())
        return Error { ErrorCode::FileUnreadable, { { u"file"_s, file } }, u"damaged"_s };
    const std::optional<IndexText> former = restoreBackup(file);
    return Loaded { former.value_or(IndexText {}), damageText(aside, former.has_value()) };
}

/// Traces of use come with every token and are worth no wait for the disk (16 ms and more); the
/// backup stays the last list that was waited for.
AtomicWrite howToWrite(const QList<ProfileListing> &former, const QList<ProfileListing> &listings)
{
    const auto sameButForUse = [](const ProfileListing &a, ProfileListing b) {
        copyTracesOfUse(a, b);
        return a == b;
    };
    const bool traces = std::ranges::equal(former, listings, sameButForUse);
    return { .keepBackup = !traces, .sync = !traces };
}

Error readOnly(const QString &file)
{
    return { ErrorCode::IndexReadOnly, { { u"file"_s, file } }, {} };
}

} // namespace

ProfileIndex::ProfileIndex(QString file) : m_file(std::move(file)) { }

Result<ProfileIndex::Contents> ProfileIndex::read() const
{
    if (m_file.isEmpty())
        return Contents {};
    const QFileInfo folder(QFileInfo(m_file).absolutePath());
    const bool fixed = folder.exists() && !folder.isWritable();
    const Result<std::optional<IndexText>> whole = load(m_file);
    if (!whole.ok())
        return whole.error();
    if (*whole)
        return Contents { (*whole)->listings, {}, fixed || (*whole)->version() > formatVersion };
    const FileLock lock(m_file + u".lock"_s, lockTimeoutMs);
    if (!lock.isHeld())
        return Error { ErrorCode::FileUnreadable, { { u"file"_s, m_file } }, u"damaged"_s };
    const Result<Loaded> loaded = loadOrRecover(m_file);
    if (!loaded.ok())
        return loaded.error();
    return Contents { loaded->text.listings, loaded->warning,
                      fixed || loaded->text.version() > formatVersion };
}

Result<QList<ProfileListing>>
ProfileIndex::change(const std::function<void(QList<ProfileListing> &)> &edit)
{
    if (m_file.isEmpty())
        return readOnly(m_file);
    if (const Result<void> made = makePrivateFolder(QFileInfo(m_file).absolutePath()); !made.ok())
        return made.error();
    const FileLock lock(m_file + u".lock"_s, lockTimeoutMs);
    if (lock.isForbidden())
        return readOnly(m_file);
    if (!lock.isHeld())
        return Error {
            ErrorCode::FileNotWritten,
            { { u"file"_s, m_file },
              { u"said"_s,
                QCoreApplication::translate("ProfileIndex", "Another Mintmark is writing it.") } },
            {}
        };
    const Result<Loaded> loaded = loadOrRecover(m_file);
    if (!loaded.ok())
        return loaded.error();
    const IndexText &former = loaded->text;
    if (former.version() > formatVersion)
        return readOnly(m_file);
    QList<ProfileListing> listings = former.listings;
    edit(listings);
    if (listings == former.listings)
        return listings;
    removeLeftovers(m_file);
    const Result<void> written = writeAtomically(m_file, serialized(former, listings),
                                                 howToWrite(former.listings, listings));
    if (!written.ok())
        return written.error();
    return listings;
}

} // namespace mintmark

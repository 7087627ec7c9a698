// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "session/profilefactsfile.h"

#include "base/atomicfile.h"
#include "base/filelock.h"
#include "session/sealing.h"

#include <QFile>
#include <QFileInfo>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

constexpr QByteArrayView associatedData = "mintmark profile facts 1";
constexpr qint64 largestFile = 16 * 1024 * 1024;
constexpr qint64 lockTimeoutMs = 200;

} // namespace

bool ProfileFactsFile::exists() const
{
    return hasName() && QFileInfo(m_name).isFile();
}

/// Its nonce tells one writing from the next: a time is too coarse.
QByteArray ProfileFactsFile::stamp() const
{
    QFile file(m_name);
    if (!exists() || !file.open(QIODevice::ReadOnly))
        return {};
    return file.read(sealingNonceSize);
}

bool ProfileFactsFile::hasChanged() const
{
    const QByteArray now = stamp();
    return !now.isEmpty() && now != m_seen;
}

std::optional<QList<ProfileFacts>> ProfileFactsFile::read(const SecretBytes &key)
{
    if (!exists() || QFileInfo(m_name).size() > largestFile)
        return {};
    const Result<QByteArray> sealed = readWhole(m_name);
    if (!sealed.ok())
        return {};
    m_seen = sealed->first(std::min(sealed->size(), sealingNonceSize));
    const std::optional<SecretBytes> plain = unseal(key, *sealed, associatedData);
    return plain ? profileFactsFromJson(*plain) : std::nullopt;
}

bool ProfileFactsFile::change(
    const SecretBytes &key,
    const std::function<QList<ProfileFacts>(const QList<ProfileFacts> &)> &edit)
{
    if (!hasName() || !makePrivateFolder(QFileInfo(m_name).absolutePath()).ok())
        return false;
    const FileLock lock(m_name + u".lock"_s, lockTimeoutMs);
    if (!lock.isHeld())
        return false;
    const QByteArray sealed =
        seal(key, toJson(edit(read(key).value_or(QList<ProfileFacts>()))), associatedData);
    removeLeftovers(m_name);
    // No wait for the disk: what a power cut takes is read again.
    if (sealed.isEmpty()
        || !writeAtomically(m_name, sealed, { .keepBackup = false, .sync = false }).ok())
        return false;
    m_seen = sealed.first(sealingNonceSize);
    return true;
}

} // namespace mintmark

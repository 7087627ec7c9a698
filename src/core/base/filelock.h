// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>
#include <QtGlobal>

#include <memory>

namespace mintmark {

/// A lock between processes that the system takes back when its holder ends, however it ends: no
/// stale locks, no process numbers to guess by. Held as long as the object lives. The file stays.
class FileLock
{
public:
    /// Waits up to `timeoutMs`; isHeld() and isForbidden() tell what came of it.
    FileLock(const QString &file, qint64 timeoutMs);
    ~FileLock();
    Q_DISABLE_COPY_MOVE(FileLock)

    bool isHeld() const;
    /// The lock file could not be opened: read-only folder or file system.
    bool isForbidden() const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace mintmark

// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

// Written from the documentation; not tried on Windows yet.

#include "base/filelock.h"

#include <QLockFile>

namespace mintmark {

class FileLock::Private
{
public:
    explicit Private(const QString &file) : lock(file) { }
    QLockFile lock;
};

FileLock::FileLock(const QString &file, qint64 timeoutMs) : d(std::make_unique<Private>(file))
{
    d->lock.tryLock(static_cast<int>(timeoutMs));
}

FileLock::~FileLock() = default;

bool FileLock::isHeld() const
{
    return d->lock.isLocked();
}

bool FileLock::isForbidden() const
{
    return d->lock.error() == QLockFile::PermissionError;
}

} // namespace mintmark

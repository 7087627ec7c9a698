// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

namespace mintmark {

struct AtomicWrite
{
    bool keepBackup = false; ///< the former content stays as "<file>.bak"
    bool sync = true;        ///< on disk before it returns; false for what can be made again
};

/// Replaces the whole of `file`, or leaves it as it was: a temporary file beside it (mode 0600)
/// whose byte count is checked, then a rename. Qt's QSaveFile reports success after a short write,
/// so a full disk would lose the list. Symbolic links are followed and stay. Two writers of one
/// file at the same time need a FileLock of their own. Errors: FileNotWritten {file} {said}.
Result<void> writeAtomically(const QString &file, QByteArrayView bytes, AtomicWrite how = {});

/// The whole of `file`. A file that is not there is an error like any other: ask QFile::exists
/// first. So is a pipe, a device or a folder. Errors: FileUnreadable {file} {said}, which is for the
/// program's own files; who reads one that somebody named says NamedFileUnreadable.
Result<QByteArray> readWhole(const QString &file);

/// Makes `folder` and those above it; the last one is for this person only (0700, as the XDG base
/// directory specification wants). An existing folder is left as it is.
/// Errors: FileNotWritten {file} {said}.
Result<void> makePrivateFolder(const QString &folder);

/// `file`, or where it leads when it is a symbolic link, whether or not that exists. Empty for a
/// loop.
QString followedLinks(const QString &file);

/// Removes what writers that were killed left beside `file`. Only while no other writer can be at
/// work, under the lock.
void removeLeftovers(const QString &file);

namespace atomicfile {

/// The part that differs between systems: atomicfile_unix.cpp, atomicfile_windows.cpp.
/// Empty for success, else what the system said.
QString replace(const QString &file, QByteArrayView bytes, AtomicWrite how);

inline constexpr const char *temporaryInfix = ".tmp-";

} // namespace atomicfile

} // namespace mintmark

// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "profiles/profile.h"

#include <QList>

#include <functional>

namespace mintmark {

/// profiles.json: how profiles are listed. Mode 0600, written whole through a
/// temporary file with the count checked, fsync and rename; the previous one is kept as .bak. A
/// damaged file is moved aside as .corrupt-<time> and .bak is read. A newer version is read-only.
class ProfileIndex
{
public:
    /// An empty name: no file is touched, the list is empty and stays so.
    explicit ProfileIndex(QString file);

    struct Contents
    {
        QList<ProfileListing> listings;
        QString warning; ///< translated; what had to be done to read it, or empty
        bool readOnly = false;
    };
    /// A missing file is an empty list. Errors: FileUnreadable.
    Result<Contents> read() const;

    /// Read, change, write under a lock file (held ≤ 2 s), so that two processes merge by id
    /// instead of overwriting each other. A change of nothing but traces of use does not wait for
    /// the disk. Result: what is in the file now. Errors: FileUnreadable, FileNotWritten,
    /// IndexReadOnly.
    Result<QList<ProfileListing>> change(const std::function<void(QList<ProfileListing> &)> &edit);

    QString file() const { return m_file; }

private:
    QString m_file;
};

} // namespace mintmark

// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "session/profilefacts.h"

#include <functional>

namespace mintmark {

/// The facts of all profiles in one sealed file (session/sealing.h), mode 0600, replaced whole.
/// Several processes may share it.
class ProfileFactsFile
{
public:
    /// An empty name: there is no file and never will be.
    explicit ProfileFactsFile(const QString &name) : m_name(name) { }

    bool hasName() const { return !m_name.isEmpty(); }
    bool exists() const;
    /// Somebody wrote it since it was last read or written here.
    bool hasChanged() const;
    /// Nothing when it is not there, damaged, or sealed with another key.
    std::optional<QList<ProfileFacts>> read(const SecretBytes &key);
    /// Read, change, write under a lock, so that two processes merge. `edit` gets what is in the
    /// file, nothing when that is damaged. False: it stays as it is.
    bool change(const SecretBytes &key,
                const std::function<QList<ProfileFacts>(const QList<ProfileFacts> &)> &edit);
    /// As if it had never been read.
    void forget() { m_seen.clear(); }

private:
    QByteArray stamp() const;

    const QString m_name;
    QByteArray m_seen; ///< its stamp when it was last read or written here
};

} // namespace mintmark

// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/job.h"
#include "session/profilefacts.h"

#include <QObject>

#include <memory>
#include <optional>

namespace mintmark {

class CacheKey;
class ProfileStore;

/// What is known of the profiles now.
struct KnownFacts
{
    enum class State {
        Complete,   ///< of every profile that can be read
        Locked,     ///< the keychain is locked: unlock it and ask again
        Incomplete, ///< the keychain does not answer, see `error`
    };
    State state = State::Complete;
    QList<ProfileFacts> facts;
    qsizetype missing = 0;      ///< profiles that are listed and not in `facts`
    std::optional<Error> error; ///< the keychain's, unless Complete

    friend bool operator==(const KnownFacts &, const KnownFacts &) = default;
};

/// The facts of all profiles, to tell whose a token is. What this process loads or saves is
/// remembered. The rest comes from one file under the token cache's key, AES-256-GCM, mode 0600,
/// with one keychain read; and what is not in it from the profiles' own items, one after the other.
/// A file that is damaged or lost, and facts of another request_revision, only mean that items are
/// read again. Deleted profiles leave it; profiles in memory never enter it. Nothing is read before
/// somebody asks, and nothing prompts.
class ProfileFactsCache : public QObject
{
    Q_OBJECT
public:
    /// An empty file name: everything stays in memory. All outlive this.
    ProfileFactsCache(const QString &file, ProfileStore &store, CacheKey &key,
                      QObject *parent = nullptr);
    ~ProfileFactsCache() override;

    /// Start the returned job. It always has a result, never an error but Cancelled.
    std::unique_ptr<ResultJob<KnownFacts>> facts();
    /// What is in memory, at once.
    QList<ProfileFacts> known() const;
    /// Memory only; the file stays.
    void clearMemory();
    /// True while something is on its way to the file.
    bool isWriting() const;

Q_SIGNALS:
    /// What had to be written has reached the file, or never will.
    void written();

private:
    friend class KnownFactsJob;
    class Private;
    void writeSoon();
    void writeWhenOutdated();

    std::unique_ptr<Private> d;
};

} // namespace mintmark

// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/errorcatalogue.h"
#include "session/manyprofiles.h"
#include "session/replacesecretjob.h"

#include <QObject>

#include <optional>

namespace mintmark {

class ProfileEditor;
class SecretReplacement;
class Workspace;

/// Replaces the client secret of the profile in the editor, in place: tests and stores it, asks
/// whether other profiles with the same secret get it too, goes back to the former one.
class SecretController : public QObject
{
    Q_OBJECT
public:
    SecretController(Workspace &workspace, ProfileEditor &editor, QObject *parent = nullptr);

private:
    void replace(SecretBytes secret, ReplaceSecretJob::Test test, const QString &done);
    void onReplaced(const ProfileId &id, Result<ReplacedSecret> replaced, const QString &done);
    void sayFailed(const Error &error);
    void goBack();
    void lookForOthers(const QString &done);
    void onOthers(const ProfilesVisited &visited, const QString &done);
    void replaceThere(const QList<QUuid> &ids);
    void forget();
    SecretReplacement &panel() const;

    Workspace &m_workspace;
    ProfileEditor &m_editor;
    QPointer<Job> m_running;
    QPointer<Job> m_looking; ///< for others; of no use once the secret changes again
    QPointer<VisitProfilesJob> m_elsewhere; ///< goes on when the page is left
    bool m_isTest = false;
    std::optional<Profile> m_profile; ///< the one whose secret was replaced
    SharedSecret m_former;
    SharedSecret m_now;
};

} // namespace mintmark

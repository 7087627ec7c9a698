// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/profiles/secretcontroller.h"

#include "app/profiles/profileeditor.h"
#include "app/profiles/secretfield.h"
#include "app/profiles/secretreplacement.h"
#include "app/widgets/secretedit.h"
#include "base/displaytext.h"
#include "profiles/profilename.h"
#include "session/workspace.h"

namespace mintmark {

using namespace Qt::StringLiterals;
using Test = ReplaceSecretJob::Test;

SecretController::SecretController(Workspace &workspace, ProfileEditor &editor, QObject *parent)
    : QObject(parent), m_workspace(workspace), m_editor(editor)
{
    connect(editor.secretField(), &SecretField::wiped, this, &SecretController::forget);
    connect(&panel(), &SecretReplacement::testClicked, this, [this] {
        replace(m_editor.secretField()->trimmedSecret(), Test::First,
                tr("Works. The new secret is stored."));
    });
    connect(&panel(), &SecretReplacement::untestedClicked, this, [this] {
        replace(m_editor.secretField()->trimmedSecret(), Test::No,
                tr("The new secret is stored without a test."));
    });
    connect(&panel(), &SecretReplacement::cancelClicked, this, [this] {
        if (m_running)
            m_running->cancel();
    });
    connect(&panel(), &SecretReplacement::formerClicked, this, &SecretController::goBack);
    connect(&panel(), &SecretReplacement::othersChosen, this, &SecretController::replaceThere);
}

SecretReplacement &SecretController::panel() const
{
    return *m_editor.secretField()->replacement();
}

void SecretController::replace(SecretBytes secret, Test test, const QString &done)
{
    if (m_running || secret.isEmpty())
        return;
    const ProfileId id = m_editor.profileId();
    m_isTest = test == Test::First;
    delete m_looking;
    panel().clear();
    panel().setRunning(m_isTest ? tr("One request with the new secret…") : tr("Storing…"));
    m_running = runJob(std::make_unique<ReplaceSecretJob>(m_workspace.profiles(),
                                                          m_workspace.session(), id,
                                                          std::move(secret), test),
                       this, [this, id, done](Result<ReplacedSecret> replaced) {
                           onReplaced(id, std::move(replaced), done);
                       });
}

void SecretController::onReplaced(const ProfileId &id, Result<ReplacedSecret> replaced,
                                  const QString &done)
{
    m_running.clear();
    panel().setRunning({});
    if (id != m_editor.profileId())
        return;
    if (!replaced)
        return sayFailed(replaced.error());
    m_profile = replaced->now.profile;
    m_former = replaced->former;
    m_now = shareSecret(replaced->now.secrets.client.clientSecret.clone());
    m_editor.adoptSecret(replaced->now);
    panel().say(BarKind::Info, done);
    if (!m_former->isEmpty())
        lookForOthers(done);
}

void SecretController::sayFailed(const Error &error)
{
    const ErrorText text = errorText(error);
    if (error.code == ErrorCode::Cancelled)
        panel().say(BarKind::Info, tr("Cancelled; the old secret is kept."));
    else if (m_isTest && error.code == ErrorCode::InvalidClient)
        panel().say(BarKind::Error,
                    tr("The new secret was refused; the old one is kept. %1").arg(text.known));
    else
        panel().say(BarKind::Error, (m_isTest && exitCode(error.code) != ExitCode::Keychain
                                         ? tr("The new secret could not be tested; the old one is "
                                              "kept. %1. %2")
                                         : tr("The old secret is kept. %1. %2"))
                                        .arg(text.cause, text.known));
}

void SecretController::goBack()
{
    if (m_running)
        return;
    const ProfileId id = m_editor.profileId();
    m_isTest = false;
    delete m_looking;
    panel().clear();
    m_running = runJob(m_workspace.profiles().load(id), this, [this](Result<LoadedProfile> loaded) {
        m_running.clear();
        if (!loaded)
            return sayFailed(loaded.error());
        if (loaded->secrets.previousSecret.isEmpty())
            return panel().say(BarKind::Warning, tr("The former secret is not kept any more."));
        replace(std::move(loaded->secrets.previousSecret), Test::No,
                tr("The former secret is back; the other one is kept in its place."));
    });
}

void SecretController::lookForOthers(const QString &done)
{
    const auto isOne = [profile = *m_profile, former = m_former](LoadedProfile &loaded) {
        return sharesSecret(loaded, profile, *former);
    };
    m_looking = runJob(
        std::make_unique<VisitProfilesJob>(m_workspace.profiles(),
                                           m_workspace.profiles().listings(), isOne,
                                           VisitProfilesJob::Then::Nothing),
        this, [this, done](const Result<ProfilesVisited> &visited) {
            if (visited && m_profile && m_profile->listing.id == m_editor.profileId())
                onOthers(*visited, done);
        });
}

void SecretController::onOthers(const ProfilesVisited &visited, const QString &done)
{
    const int count = static_cast<int>(visited.done.size());
    QStringList said { done };
    if (count == 1)
        said << tr("Also used by 1 other profile with this client id:");
    else if (count > 1)
        said << tr("Also used by %1 other profiles with this client id:").arg(count);
    if (!visited.failed.isEmpty())
        said.insert(1, tr("Profiles that could not be read: %1.").arg(visited.failed.size()));
    panel().say(BarKind::Info, said.join(u' '));
    panel().offerOthers(visited.done);
}

void SecretController::replaceThere(const QList<QUuid> &ids)
{
    if (!m_profile || !m_now || m_elsewhere)
        return;
    QList<ProfileListing> chosen = m_workspace.profiles().listings();
    chosen.removeIf([&ids](const ProfileListing &one) { return !ids.contains(one.id); });
    const auto change = [profile = *m_profile, former = m_former,
                         now = m_now](LoadedProfile &loaded) {
        if (!sharesSecret(loaded, profile, *former))
            return false;
        loaded.secrets.client.clientSecret = now->clone();
        return true;
    };
    const ProfileId id = m_profile->listing.id;
    m_elsewhere = runJob(
        std::make_unique<VisitProfilesJob>(m_workspace.profiles(), chosen, change,
                                           VisitProfilesJob::Then::Store),
        this, [this, id](const Result<ProfilesVisited> &visited) {
            if (!visited || id != m_editor.profileId())
                return;
            QStringList said { tr("Replaced in %1 of %2 other profiles.")
                                   .arg(visited->done.size())
                                   .arg(visited->done.size() + visited->left.size()
                                        + visited->failed.size()) };
            for (const UnreachedProfile &one : visited->failed)
                said << tr("%1: %2.").arg(displayText(displayName(one.listing)).text,
                                          errorText(one.error).cause);
            for (const ProfileListing &one : visited->left)
                said << tr("%1 was changed meanwhile.").arg(displayText(displayName(one)).text);
            const bool isWhole = visited->failed.isEmpty() && visited->left.isEmpty();
            panel().say(isWhole ? BarKind::Info : BarKind::Warning, said.join(u' '));
        });
}

/// The page was left, or memory is cleared. A test is not worth going on with then.
void SecretController::forget()
{
    delete m_running;
    delete m_looking;
    panel().setRunning({});
    m_profile.reset();
    m_former.reset();
    m_now.reset();
}

} // namespace mintmark

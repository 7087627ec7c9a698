// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/profiles/profilecontroller.h"

#include "app/clipboard/clipboardkeeper.h"
#include "app/profiles/profilechange.h"
#include "app/profiles/secretcontroller.h"
#include "app/profiles/serviceaccounttext.h"
#include "profiles/profilename.h"
#include "profiles/profiletext.h"
#include "session/workspace.h"

namespace mintmark {

ProfileController::ProfileController(Workspace &workspace, ClipboardKeeper &clipboard,
                                     std::function<ProfileEditor *()> editor, QObject *parent)
    : QObject(parent),
      m_workspace(workspace),
      m_clipboard(clipboard),
      m_editor(std::move(editor)),
      m_inquiry(workspace)
{ }

/// The page is made when it is first needed.
void ProfileController::connectEditor()
{
    ProfileEditor *editor = m_editor();
    knowAll();
    if (m_connected == editor)
        return;
    m_connected = editor;
    connect(editor, &ProfileEditor::saveRequested, this,
            [this](const Profile &profile, const SharedProfileSecrets &secrets, bool fetchAfter) {
                save(profile, secrets, fetchAfter, profile.listing.inMemory);
            });
    connect(editor, &ProfileEditor::cureRequested, this, &ProfileController::onErrorCure);
    connect(editor, &ProfileEditor::secretsNeeded, this, [this](const QUuid &id) {
        runJob(m_workspace.profiles().load(id), this, [this](Result<LoadedProfile> loaded) {
            if (loaded)
                m_connected->provideSecrets(std::move(loaded).value());
            else
                m_connected->showError(loaded.error());
        });
    });
    connect(editor, &ProfileEditor::cancelled, this, [this] {
        m_pending.reset();
        Q_EMIT editorLeft({}, false);
    });
    connect(editor, &ProfileEditor::draftKept, this, [this](const QUuid &id, const QString &name) {
        m_pending.reset();
        Q_EMIT draftKept(id, name);
        Q_EMIT editorLeft({}, false);
    });
    connect(editor, &ProfileEditor::openProfileRequested, this,
            [this](const QUuid &id) { Q_EMIT editorLeft(id, false); });
    connect(&m_workspace.profiles(), &ProfileStore::listingsChanged, this,
            &ProfileController::knowAll);
    connect(editor, &ProfileEditor::metadataRequested, this,
            [this](const QString &issuer, const NetworkAccess &own) {
                m_inquiry.ask(issuer, own, [this](const Result<ServerMetadata> &metadata) {
                    m_connected->showMetadata(metadata);
                });
            });
    connect(editor, &ProfileEditor::metadataCancelled, &m_inquiry, &IssuerInquiry::cancel);
    delete m_secrets;
    m_secrets = new SecretController(m_workspace, *editor, this);
    const PresetAdjustments &adjustments = m_workspace.presetAdjustments();
    editor->setPresetAdjustments(adjustments.all());
    connect(&adjustments, &PresetAdjustments::changed, editor, [editor, &adjustments] {
        editor->setPresetAdjustments(adjustments.all());
    });
    const ProgramNetwork &network = m_workspace.network();
    editor->setProgramNetwork(network.settings());
    connect(&network, &ProgramNetwork::changed, editor,
            [editor, &network] { editor->setProgramNetwork(network.settings()); });
}

void ProfileController::knowAll()
{
    if (!m_connected)
        return;
    QList<KnownProfile> known;
    for (const ProfileListing &listing : m_workspace.profiles().listings()) {
        KnownProfile one { listing, {}, {} };
        if (const auto &profile = m_workspace.session().state(listing.id).profile) {
            one.clientId = profile->client.clientId;
            one.audience = profile->client.audience;
        }
        known.append(one);
    }
    m_connected->setKnownProfiles(known);
}

void ProfileController::startNew()
{
    connectEditor();
    if (!m_connected->resumeDraft({}))
        m_connected->startNew();
    Q_EMIT editorOpened();
}

bool ProfileController::startFromText(const QString &text)
{
    if (!serviceAccountIn(text) && readProfileText(text).isEmpty())
        return false;
    connectEditor();
    m_connected->startNew();
    m_connected->fillFromText(text);
    Q_EMIT editorOpened();
    return true;
}

void ProfileController::load(const ProfileId &id, std::function<void(LoadedProfile)> then)
{
    runJob(m_workspace.profiles().load(id), this,
           [this, id, then = std::move(then)](Result<LoadedProfile> loaded) {
               if (loaded)
                   then(std::move(loaded).value());
               else
                   Q_EMIT failed(id, loaded.error());
           });
}

void ProfileController::edit(const ProfileId &id, ProfileField field)
{
    connectEditor();
    if (m_connected->resumeDraft(id)) {
        m_connected->focusField(field);
        Q_EMIT editorOpened();
        return;
    }
    load(id, [this, field](LoadedProfile loaded) {
        m_connected->startEdit(std::move(loaded));
        Q_EMIT editorOpened();
        m_connected->focusField(field);
    });
}

void ProfileController::replaceSecret(const ProfileId &id)
{
    connectEditor();
    load(id, [this](LoadedProfile loaded) {
        m_connected->startEdit(std::move(loaded));
        Q_EMIT editorOpened();
        m_connected->startReplacingSecret();
    });
}

void ProfileController::duplicate(const ProfileId &id)
{
    connectEditor();
    load(id, [this](const LoadedProfile &loaded) {
        m_connected->startDuplicate(loaded.profile);
        Q_EMIT editorOpened();
    });
}

void ProfileController::setPinned(const ProfileId &id, bool pinned)
{
    const Result<void> changed = m_workspace.profiles().changeListing(
        id, [pinned](ProfileListing &listing) { listing.pinned = pinned; });
    if (!changed)
        Q_EMIT failed(id, changed.error());
}

void ProfileController::remove(const ProfileId &id)
{
    const std::optional<ProfileListing> listing = m_workspace.profiles().listing(id);
    if (!listing)
        return;
    const Result<void> done = m_workspace.profiles().remove(id);
    if (!done) {
        Q_EMIT failed(id, done.error());
        return;
    }
    m_workspace.session().forget(id);
    Q_EMIT removed(id, displayName(*listing));
}

void ProfileController::restore(const ProfileId &id)
{
    const Result<void> done = m_workspace.profiles().restore(id);
    if (done)
        Q_EMIT editorLeft(id, false);
    else
        Q_EMIT failed(id, done.error());
}

void ProfileController::change(const ProfileId &id, std::function<void(Profile &)> edit)
{
    auto job = std::make_unique<ChangeProfileJob>(m_workspace.profiles(), id, std::move(edit));
    runJob(std::move(job), this, [this, id](const Result<ProfileListing> &saved) {
        if (saved)
            Q_EMIT editorLeft(id, false);
        else
            Q_EMIT failed(id, saved.error());
    });
}

void ProfileController::save(const Profile &profile, const SharedProfileSecrets &secrets,
                             bool fetchAfter, bool forSession)
{
    m_pending = Pending { profile, secrets, fetchAfter };
    m_connected->setSaving(true);
    const auto keep = forSession ? ProfileStore::Keep::ForSession : ProfileStore::Keep::InKeychain;
    runJob(m_workspace.profiles().save(profile, secrets->clone(), keep), this,
           [this, fetchAfter](const Result<ProfileListing> &saved) {
               m_connected->setSaving(false);
               if (!saved) {
                   m_connected->showError(saved.error());
                   return;
               }
               m_pending.reset();
               m_connected->saved();
               Q_EMIT editorLeft(saved->id, fetchAfter);
           });
}

void ProfileController::onErrorCure(Cure cure)
{
    if (!m_pending)
        return;
    const Pending pending = *m_pending;
    if (cure == Cure::KeepForSession)
        save(pending.profile, pending.secrets, pending.fetchAfter, true);
    else if (cure == Cure::TryAgain)
        save(pending.profile, pending.secrets, pending.fetchAfter, false);
    else if (cure == Cure::UnlockKeyring)
        Q_EMIT unlockRequested();
}

} // namespace mintmark

// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/profiles/issuerinquiry.h"
#include "app/profiles/profileeditor.h"
#include "app/profiles/profilefield.h"

#include <QHash>
#include <QObject>

#include <functional>
#include <optional>

namespace mintmark {

class ClipboardKeeper;
class SecretController;
class Workspace;

/// Between the editor page and the store: making, changing, saving and deleting profiles.
class ProfileController : public QObject
{
    Q_OBJECT
public:
    ProfileController(Workspace &workspace, ClipboardKeeper &clipboard,
                      std::function<ProfileEditor *()> editor, QObject *parent = nullptr);

    void startNew();
    /// From a pasted text; false, and nothing opened, when it says nothing about a profile.
    bool startFromText(const QString &text);
    /// Opens the editor once the profile was read from its keychain.
    void edit(const ProfileId &id, ProfileField field);
    void replaceSecret(const ProfileId &id);
    void duplicate(const ProfileId &id);
    void setPinned(const ProfileId &id, bool pinned);
    void remove(const ProfileId &id);
    void restore(const ProfileId &id);
    /// Changes a profile as a cure asked for it, without opening the editor.
    void change(const ProfileId &id, std::function<void(Profile &)> edit);

Q_SIGNALS:
    /// The editor is filled and wants to be seen.
    void editorOpened();
    /// Saved; null id: left without saving. The page of the profile comes back.
    void editorLeft(const QUuid &id, bool fetchNow);
    void draftKept(const QUuid &id, const QString &name);
    void removed(const QUuid &id, const QString &name);
    /// About a profile that is not in the editor.
    void failed(const QUuid &id, const mintmark::Error &error);
    void unlockRequested();

private:
    void connectEditor();
    void load(const ProfileId &id, std::function<void(LoadedProfile)> then);
    void save(const Profile &profile, const SharedProfileSecrets &secrets, bool fetchAfter,
              bool forSession);
    void onErrorCure(Cure cure);
    void knowAll();

    struct Pending
    {
        Profile profile;
        SharedProfileSecrets secrets;
        bool fetchAfter = false;
    };

    Workspace &m_workspace;
    ClipboardKeeper &m_clipboard;
    std::function<ProfileEditor *()> m_editor;
    ProfileEditor *m_connected = nullptr;
    IssuerInquiry m_inquiry;
    SecretController *m_secrets = nullptr;
    std::optional<Pending> m_pending; ///< what could not be saved, for the buttons of its error
};

} // namespace mintmark

// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/profiles/editorgroups.h"
#include "app/profiles/keyfield.h"
#include "app/profiles/secretfield.h"
#include "app/widgets/secretlineedit.h"

namespace mintmark {

using namespace Qt::StringLiterals;

CredentialsGroup::CredentialsGroup(QWidget *parent)
    : EditorGroup(parent), m_secret(new SecretField), m_key(new KeyField)
{
    addText(
        ProfileField::TokenEndpoint, tr("Token address"),
        [](Profile &profile) -> QString & { return profile.client.tokenEndpoint; }, u"https://…"_s);
    addText(ProfileField::ClientId, tr("Client ID"),
            [](Profile &profile) -> QString & { return profile.client.clientId; });
    m_secretRow = addRow(ProfileField::ClientSecret, tr("Client secret"), m_secret);
    EditorRow *keyRow = addRow(ProfileField::PrivateKey, tr("Private key"), m_key);
    EditorRow *passphraseRow =
        addRow(ProfileField::PrivateKeyPassphrase, tr("Passphrase"), m_key->passphrase());
    connect(m_key, &KeyField::edited, this, [this, keyRow, passphraseRow] {
        passphraseRow->setRevealed(true);
        notifyChosen(keyRow);
    });
    connect(m_key, &KeyField::accountRead, this, &CredentialsGroup::accountRead);
    addText(ProfileField::Audience, tr("Audience"),
            [](Profile &profile) -> QString & { return profile.client.audience; });
    addText(ProfileField::Scope, tr("Scope"),
            [](Profile &profile) -> QString & { return profile.client.scope; });

    connect(m_secret, &SecretField::edited, m_secretRow, &EditorRow::edited);
    connect(m_secret, &SecretField::completed, m_secretRow, &EditorRow::completed);
    connect(m_secret, &SecretField::modeChanged, this, &CredentialsGroup::updateSecretHelper);
    connect(m_secret, &SecretField::trimNoteChanged, this, &CredentialsGroup::updateSecretHelper);
    connect(m_secretRow, &EditorRow::helperClicked, this, [this] {
        if (!m_secret->trimNote().isEmpty())
            m_secret->undoTrim();
        else
            m_secret->keepSaved();
    });
}

void CredentialsGroup::updateSecretHelper()
{
    if (!m_secret->trimNote().isEmpty())
        m_secretRow->setHelper(m_secret->trimNote(), tr("Undo"));
    else if (m_secret->hasSaved() && m_secret->isReplacing())
        m_secretRow->setHelper(tr("The saved one stays until the profile is saved."),
                               tr("Keep the saved one"));
    else
        m_secretRow->setHelper({});
}

const QString &CredentialsGroup::keyFault() const
{
    return m_key->fault();
}

bool CredentialsGroup::wantsPassphrase() const
{
    return m_key->wantsPassphrase();
}

void CredentialsGroup::offerRemoved(const ProfileDraft &saved)
{
    m_key->offerRemoved(saved);
}

void CredentialsGroup::finishTyping()
{
    m_key->finish();
}

void CredentialsGroup::setKeyId(const QString &keyId)
{
    m_key->setKeyId(keyId);
}

void CredentialsGroup::wipeSecrets()
{
    m_key->wipeSecrets();
}

void CredentialsGroup::loadOthers(const ProfileDraft &draft)
{
    m_secret->load(draft, m_nowMs);
    m_key->load(draft);
    updateSecretHelper();
}

void CredentialsGroup::storeOthers(ProfileDraft &draft) const
{
    m_secret->store(draft);
    m_key->store(draft);
}

} // namespace mintmark

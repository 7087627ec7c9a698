// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/profiles/draftshelf.h"

#include "profiles/profilename.h"

#include <QCoreApplication>

namespace mintmark {

bool KeptDraft::isModified() const
{
    return draft.profile != original.profile || draft.secrets.client != original.secrets.client;
}

QString KeptDraft::name() const
{
    const bool isNamed = !draft.profile.listing.name.trimmed().isEmpty();
    return isNamed ? displayName(draft.profile.listing)
                   : QCoreApplication::translate("DraftShelf", "New profile");
}

void KeptDraft::forgetSecrets()
{
    draft.secrets = {};
    original.secrets = {};
    draft.secretReplaced = original.secretReplaced;
    secretsForgotten = !draft.profile.listing.id.isNull();
}

void KeptDraft::restoreSecrets(ProfileSecrets secrets)
{
    original.secrets = secrets.clone();
    ProfileSecrets now = std::move(secrets);
    if (draft.secretReplaced)
        now.client.clientSecret = std::move(draft.secrets.client.clientSecret);
    if (!draft.secrets.client.privateKey.isEmpty()) // of the time after they were cleared
        now.client.privateKey = std::move(draft.secrets.client.privateKey);
    else if (!draft.profile.hasPrivateKey) // removed
        now.client.privateKey = {};
    now.client.parameters = std::move(draft.secrets.client.parameters);
    now.client.parameters.merge(original.secrets.clone().client.parameters);
    now.client.headers = std::move(draft.secrets.client.headers);
    now.client.headers.merge(original.secrets.clone().client.headers);
    const auto keepNewer = [](SharedSecret &saved, const SharedSecret &typed) {
        if (typed)
            saved = typed;
    };
    const NetworkSecrets &typed = draft.secrets.client.network;
    keepNewer(now.client.network.proxyPassword, typed.proxyPassword);
    keepNewer(now.client.network.clientIdentity, typed.clientIdentity);
    keepNewer(now.client.network.keyPassphrase, typed.keyPassphrase);
    const ClientCertificateSource certificate = draft.profile.client.network.clientCertificate;
    if (certificate != ClientCertificateSource::Stored)
        now.client.network.clientIdentity.reset();
    if (certificate == ClientCertificateSource::Inherited)
        now.client.network.keyPassphrase.reset();
    draft.secrets = std::move(now);
    secretsForgotten = false;
}

void DraftShelf::put(KeptDraft draft)
{
    const ProfileId id = draft.draft.profile.listing.id;
    m_drafts.insert_or_assign(id, std::move(draft));
}

QList<ProfileId> DraftShelf::ids() const
{
    QList<ProfileId> ids;
    for (const auto &[id, draft] : m_drafts)
        ids << id;
    return ids;
}

std::optional<KeptDraft> DraftShelf::take(const ProfileId &id)
{
    const auto found = m_drafts.find(id);
    if (found == m_drafts.end())
        return {};
    KeptDraft draft = std::move(found->second);
    m_drafts.erase(found);
    return draft;
}

void DraftShelf::forgetSecrets()
{
    for (auto &[id, draft] : m_drafts)
        draft.forgetSecrets();
}

} // namespace mintmark

// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/profiles/draftbuilding.h"
#include "app/profiles/keyfield.h"
#include "app/profiles/profileeditor_p.h"
#include "app/profiles/serviceaccounttext.h"
#include "oauth/provider.h"

#include <utility>

// What a pasted text fills, and how that is taken back.

namespace mintmark {

/// Wherever it is pasted, it is what the field of the key is there for, which reads all of it.
void ProfileEditor::Private::fillFromAccount(const ServiceAccount &account, const QString &text)
{
    KeptDraft page = current();
    Filled undo { page.draft.clone(), {}, true };
    undo.text.clientId = account.email;
    undo.text.tokenEndpoint = account.tokenEndpoint;
    const Provider *recognised = recognisedProvider(account.tokenEndpoint);
    if (id().isNull() && recognised && recognised->id != page.draft.profile.provider) {
        applyProvider(page.draft.profile, recognised->id, adjustments);
        page.original = original.clone();
        open(std::move(page));
    }
    auto *key = ui.form->findChild<KeyField *>();
    key->setInput(SecretBytes::fromString(text.trimmed()));
    if (!key->fault().isEmpty()) {
        q->focusField(ProfileField::PrivateKey);
        return; // it says why
    }
    showNotice(BarKind::Info,
               tr("Filled from the service-account file: client id, private key and its id, token "
                  "address, grant type."),
               tr("Undo"));
    filled = std::move(undo);
}

bool ProfileEditor::Private::fill(const QString &text, bool intoField)
{
    if (saving || original.profile.readOnly)
        return false;
    if (const std::optional<ServiceAccount> account = serviceAccountIn(text)) {
        fillFromAccount(*account, text);
        return true;
    }
    if (!id().isNull())
        return false;
    ProfileText found = readProfileText(text);
    // One value alone is for the field it is pasted into.
    if (found.isEmpty() || (intoField && found.fieldNames().size() < 2))
        return false;
    KeptDraft page = current();
    Filled undo { page.draft.clone(), std::move(found), false };
    fillDraft(page.draft, undo.text, adjustments);
    page.revealed +=
        { ProfileField::ClientId,      ProfileField::ClientSecret, ProfileField::Audience,
          ProfileField::TokenEndpoint, ProfileField::Scope,        ProfileField::Environment };
    if (!undo.text.environment)
        page.revealed.remove(ProfileField::Environment);
    page.original = original.clone();
    open(std::move(page));

    // The environment is said by the word for it.
    const std::optional<Environment> environment = std::exchange(undo.text.environment, {});
    const QStringList names = undo.text.fieldNames();
    undo.text.environment = environment;
    QStringList said;
    if (!names.isEmpty())
        said
            << tr("Filled from the clipboard: %1.").arg(names.join(tr(", ", "between list items")));
    if (!undo.text.environmentWord.isEmpty())
        said << tr("The text says “%1”.").arg(undo.text.environmentWord);
    said << undo.text.notes;
    showNotice(BarKind::Info, said.join(u' '), tr("Undo"));
    filled = std::move(undo);
    return true;
}

void ProfileEditor::Private::undoFill()
{
    if (!filled)
        return;
    KeptDraft page = current();
    unfillDraft(page.draft, filled->before, filled->text);
    if (filled->isAccount) {
        const Profile &before = filled->before.profile;
        page.draft.profile.client.assertion.keyId = before.client.assertion.keyId;
        page.draft.profile.hasPrivateKey = before.hasPrivateKey;
        page.draft.secrets.client.privateKey = filled->before.secrets.client.privateKey.clone();
    }
    page.revealed.clear();
    open(std::move(page));
}

} // namespace mintmark

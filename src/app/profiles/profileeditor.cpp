// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/profiles/profileeditor.h"

#include "app/profiles/draftbuilding.h"
#include "app/profiles/keyfield.h"
#include "app/profiles/profileeditor_p.h"
#include "app/profiles/secretfield.h"
#include "app/widgets/errorbar.h"
#include "profiles/profilename.h"

#include <QComboBox>
#include <QKeyEvent>
#include <QLineEdit>

namespace mintmark {

namespace {

QSet<ProfileField> allFields()
{
    QSet<ProfileField> fields;
    for (int i = 0; i <= static_cast<int>(ProfileField::Last); ++i)
        fields.insert(static_cast<ProfileField>(i));
    return fields;
}

} // namespace

ProfileEditor::ProfileEditor(const Clock &clock, std::function<QString()> clipboardText,
                             QWidget *parent)
    : QWidget(parent), d(std::make_unique<Private>(this, clock, std::move(clipboardText)))
{
    // A service-account file is pasted where its key belongs; the key field reads the rest of it.
    const auto *key = d->ui.form->findChild<KeyField *>();
    for (QLineEdit *edit : d->ui.form->findChildren<QLineEdit *>()) {
        if (!key->isAncestorOf(edit))
            edit->installEventFilter(this);
    }
    for (QComboBox *box : d->ui.form->findChildren<QComboBox *>())
        box->installEventFilter(this); // has the focus in place of its line edit
}

ProfileEditor::~ProfileEditor()
{
    // Going away takes the focus from a field, which completes it and says so.
    d->ui.form->disconnect(this);
}

void ProfileEditor::setKnownProfiles(const QList<KnownProfile> &known)
{
    d->ui.form->setKnownProfiles(known);
}

void ProfileEditor::setProgramNetwork(const NetworkSettings &network)
{
    d->ui.form->setProgramNetwork(network);
}

void ProfileEditor::setPresetAdjustments(const QList<PresetAdjustment> &adjustments)
{
    d->adjustments = adjustments;
    d->ui.form->setPresetAdjustments(adjustments);
}

void ProfileEditor::startNew(const QString &customer)
{
    d->shelve();
    d->openFresh(newDraft(customer, d->adjustments), {});
    focusField(customer.isEmpty() ? ProfileField::Customer : ProfileField::Name);
}

void ProfileEditor::startEdit(LoadedProfile loaded)
{
    d->shelve();
    ProfileDraft draft { std::move(loaded.profile), std::move(loaded.secrets), false };
    const bool readOnly = draft.profile.readOnly;
    d->openFresh(std::move(draft), allFields());
    if (readOnly)
        d->showNotice(BarKind::Info,
                      tr("A newer Mintmark saved this profile. It can be read here, not changed."));
    focusField(ProfileField::Name);
}

void ProfileEditor::startDuplicate(const Profile &profile)
{
    d->shelve();
    d->openFresh(duplicateDraft(profile), {});
    d->showNotice(BarKind::Info,
                  tr("Copied from %1. Client id, secret and environment were left out.")
                      .arg(displayName(profile.listing)));
    focusField(ProfileField::Environment);
}

bool ProfileEditor::fillFromText(const QString &text)
{
    return d->fill(text, false);
}

void ProfileEditor::focusField(ProfileField field)
{
    d->ui.form->focusField(field);
}

void ProfileEditor::startReplacingSecret()
{
    focusField(ProfileField::ClientSecret);
    d->ui.form->secret()->startReplacing();
}

ProfileId ProfileEditor::profileId() const
{
    return d->id();
}

bool ProfileEditor::isModified() const
{
    return d->current().isModified();
}

bool ProfileEditor::hasDraft(const ProfileId &id) const
{
    return d->shelf.has(id);
}

bool ProfileEditor::resumeDraft(const ProfileId &id)
{
    if (id == d->id() && isModified())
        return true; // never left
    std::optional<KeptDraft> draft = d->shelf.take(id);
    if (!draft)
        return false;
    if (!d->shelve())
        d->clear();
    d->open(std::move(*draft));
    focusField(ProfileField::Name);
    return true;
}

QList<ProfileEditor::Unsaved> ProfileEditor::unsaved() const
{
    QList<Unsaved> all;
    if (const KeptDraft open = d->current(); open.isModified())
        all.append({ d->id(), open.name() });
    for (const ProfileId &id : d->shelf.ids())
        all.append({ id, d->shelf.at(id).name() });
    return all;
}

void ProfileEditor::discardDraft(const ProfileId &id)
{
    d->shelf.discard(id);
}

void ProfileEditor::forgetSecrets()
{
    d->shelf.forgetSecrets();
    KeptDraft open = d->current();
    open.forgetSecrets();
    d->ui.form->wipeSecrets();
    d->open(std::move(open));
}

void ProfileEditor::provideSecrets(LoadedProfile loaded)
{
    if (!d->secretsForgotten || loaded.profile.listing.id != d->id())
        return;
    const std::optional<bool> save = d->saveWhenProvided;
    KeptDraft open = d->current();
    open.restoreSecrets(std::move(loaded.secrets));
    d->open(std::move(open));
    if (save)
        d->save(*save);
}

SecretField *ProfileEditor::secretField() const
{
    return d->ui.form->secret();
}

void ProfileEditor::adoptSecret(const LoadedProfile &stored)
{
    if (stored.profile.listing.id != d->id())
        return;
    KeptDraft open = d->current();
    for (ProfileDraft *draft : { &open.draft, &open.original }) {
        draft->profile.revision = stored.profile.revision;
        draft->profile.listing.requestRevision = stored.profile.listing.requestRevision;
        draft->profile.secretSavedAtMs = stored.profile.secretSavedAtMs;
        draft->profile.secretSummary = stored.profile.secretSummary;
        draft->secrets.client.clientSecret = stored.secrets.client.clientSecret.clone();
        draft->secrets.previousSecret = stored.secrets.previousSecret.clone();
        draft->secrets.previousKeptUntilMs = stored.secrets.previousKeptUntilMs;
        draft->secretReplaced = false;
    }
    d->open(std::move(open));
}

void ProfileEditor::setConcealed(bool concealed)
{
    d->ui.form->secret()->setConcealed(concealed);
}

void ProfileEditor::showMetadata(const Result<ServerMetadata> &metadata)
{
    d->ui.form->showMetadata(metadata);
}

void ProfileEditor::setSaving(bool saving)
{
    if (saving == d->saving)
        return;
    d->saving = saving;
    if (saving)
        d->focusBeforeSaving = d->ui.form->isAncestorOf(focusWidget()) ? focusWidget() : nullptr;
    d->updatePage();
    if (!saving && d->focusBeforeSaving)
        d->focusBeforeSaving->setFocus(Qt::OtherFocusReason);
}

void ProfileEditor::saved()
{
    d->saving = false;
    d->shelf.discard(d->id());
    d->clear();
}

void ProfileEditor::showError(const Error &error)
{
    setSaving(false);
    d->error = error;
    d->ui.errorBar->setMessage(errorMessage(error));
}

void ProfileEditor::leave()
{
    if (d->saving)
        return;
    if (d->shelve())
        return;
    d->clear();
    Q_EMIT cancelled();
}

void ProfileEditor::save()
{
    d->save(false);
}

void ProfileEditor::saveAndFetch()
{
    d->save(true);
}

void ProfileEditor::togglePreview()
{
    const bool shown = d->ui.preview->isHidden();
    d->ui.preview->setVisible(shown);
    d->ui.footer->setPreviewShown(shown);
    d->updatePage();
}

void ProfileEditor::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    d->ui.preview->fitInto(height());
}

void ProfileEditor::keyPressEvent(QKeyEvent *event)
{
    if (!event->matches(QKeySequence::Paste) || !d->fill(d->clipboardText(), false))
        QWidget::keyPressEvent(event);
}

/// A whole e-mail pasted into one field belongs to all of them.
bool ProfileEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress
        && static_cast<QKeyEvent *>(event)->matches(QKeySequence::Paste)
        && d->fill(d->clipboardText(), true))
        return true;
    return QWidget::eventFilter(watched, event);
}

} // namespace mintmark

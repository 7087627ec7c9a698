// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/profiles/draftbuilding.h"
#include "app/profiles/faultyfield.h"
#include "app/profiles/profileeditor_p.h"
#include "app/profiles/secretfield.h"
#include "app/theme/metrics.h"
#include "app/widgets/errorbar.h"
#include "base/clock.h"
#include "profiles/profilename.h"

#include <QScrollBar>
#include <QTimer>

#include <algorithm>
#include <utility>

namespace mintmark {

using namespace Qt::StringLiterals;

ProfileEditor::Private::Private(ProfileEditor *editor, const Clock &wallClock,
                                std::function<QString()> text)
    : q(editor), clock(wallClock), clipboardText(std::move(text))
{
    ui.setupUi(q);
    q->setAccessibleName(tr("Profile editor"));
    ui.title->setTextStyle(TextStyle::Title);
    ui.errorBar->hide();
    ui.notice->hide();
    ui.notice->setClosable(true);
    ui.preview->hide();
    connect(ui.form, &EditorForm::edited, q, [this] { updatePage(); });
    connect(ui.form, &EditorForm::fieldFocused, q, [this](QWidget *row) {
        const auto scroll = [this, row] {
            q->layout()->activate();
            ui.form->layout()->activate();
            ui.scroll->ensureWidgetVisible(row, 0, metrics::space5);
        };
        if (q->isVisible())
            scroll();
        // A page that is not shown yet has no size to go by, nor have rows that just appeared.
        QTimer::singleShot(0, row, scroll);
    });
    connect(ui.form, &EditorForm::metadataRequested, q, [this](const QString &issuer) {
        ProfileDraft draft = ui.form->draft();
        Q_EMIT q->metadataRequested(
            issuer, { draft.profile.client.network, draft.secrets.client.network, {} });
    });
    connect(ui.form, &EditorForm::metadataCancelled, q, &ProfileEditor::metadataCancelled);
    connect(ui.form, &EditorForm::openProfileRequested, q, [this](const QUuid &other) {
        shelve();
        Q_EMIT q->openProfileRequested(other);
    });
    connect(ui.form, &EditorForm::sideMarginChanged, q, [this](int margin) {
        QMargins margins = ui.headColumn->contentsMargins();
        margins.setLeft(margin);
        margins.setRight(margin);
        ui.headColumn->setContentsMargins(margins);
    });
    connect(ui.notice, &NoticeBar::buttonClicked, q, [this] { undoFill(); });
    connect(ui.notice, &NoticeBar::dismissed, q, [this] { filled.reset(); });
    connect(ui.errorBar, &MessageBar::buttonClicked, q,
            [this](const QString &buttonId) { onCure(buttonId); });
    connect(ui.footer, &EditorFooter::previewClicked, q, &ProfileEditor::togglePreview);
    connect(ui.footer, &EditorFooter::cancelClicked, q, &ProfileEditor::leave);
    connect(ui.footer, &EditorFooter::saveClicked, q, &ProfileEditor::save);
    connect(ui.footer, &EditorFooter::saveAndFetchClicked, q, &ProfileEditor::saveAndFetch);
    openFresh(newDraft({}), {});
}

QString ProfileEditor::Private::name() const
{
    return id().isNull() ? tr("New profile") : displayName(original.profile.listing);
}

KeptDraft ProfileEditor::Private::current() const
{
    return { ui.form->draft(), original.clone(), ui.form->revealed(), secretsForgotten };
}

void ProfileEditor::Private::open(KeptDraft draft)
{
    original = std::move(draft.original);
    secretsForgotten = draft.secretsForgotten;
    saveWhenProvided.reset();
    filled.reset();
    ui.notice->hide();
    ui.errorBar->hide();
    ui.form->forgetMetadata();
    ui.form->load(std::move(draft.draft), draft.revealed, clock.nowMs());
    ui.form->offerRemoved(original);
    updatePage();
}

/// What the fields make of it is the original: nothing that was never touched counts as a change.
void ProfileEditor::Private::openFresh(ProfileDraft draft, const QSet<ProfileField> &revealed)
{
    ui.form->wipeSecrets(); // what was typed and is in no draft
    ProfileDraft first = draft.clone();
    open({ std::move(draft), std::move(first), revealed, false });
    original = ui.form->draft();
    ui.form->foldAll();
    ui.scroll->verticalScrollBar()->setValue(0);
}

bool ProfileEditor::Private::shelve()
{
    KeptDraft draft = current();
    if (!draft.isModified())
        return false;
    const ProfileId kept = id();
    const QString keptName = name();
    shelf.put(std::move(draft));
    clear();
    Q_EMIT q->draftKept(kept, keptName);
    return true;
}

void ProfileEditor::Private::clear()
{
    openFresh(newDraft({}, adjustments), {});
}

void ProfileEditor::Private::save(bool fetchAfter)
{
    if (saving || original.profile.readOnly)
        return;
    ui.form->finishTyping();
    const FindingLevel limit = fetchAfter ? FindingLevel::BlocksFetch : FindingLevel::BlocksSave;
    const QList<FieldFinding> &findings = ui.form->findings();
    const auto blocking = std::ranges::find_if(
        findings, [limit](const FieldFinding &finding) { return finding.level <= limit; });
    if (blocking != findings.end()) {
        const ProfileField field = blocking->field;
        ui.form->revealAll(fetchAfter);
        ui.form->focusField(field);
        return;
    }
    if (secretsForgotten) {
        saveWhenProvided = fetchAfter;
        showNotice(BarKind::Info,
                   tr("Its secrets were cleared from memory; they are read again before it is "
                      "saved."));
        Q_EMIT q->secretsNeeded(id());
        return;
    }
    ui.errorBar->hide();
    ProfileDraft draft = ui.form->draft();
    q->setSaving(true);
    Q_EMIT q->saveRequested(draft.profile,
                            std::make_shared<const ProfileSecrets>(std::move(draft.secrets)),
                            fetchAfter);
}

/// Everything that follows from the fields and the state but is not in the form.
void ProfileEditor::Private::updatePage()
{
    const bool readOnly = original.profile.readOnly;
    ui.title->setText(name());
    ui.form->setEnabled(!saving && !readOnly);
    if (readOnly)
        ui.footer->setSavingDisabled(tr("A newer Mintmark saved this profile."));
    else
        ui.footer->setSavingDisabled(saving ? tr("Saving…") : QString());
    if (ui.preview->isHidden())
        return;
    if (secretsForgotten)
        ui.preview->setUnavailable(
            tr("Its secrets were cleared from memory; they are read again before it is saved."));
    else
        ui.preview->setDraft(ui.form->draft());
}

void ProfileEditor::Private::showNotice(BarKind kind, const QString &text, const QString &button)
{
    ui.notice->setNotice(kind, text, button);
}

void ProfileEditor::Private::onCure(const QString &buttonId)
{
    const std::optional<Cure> cure = cureOfButton(buttonId);
    if (!cure)
        return;
    switch (*cure) {
    case Cure::EditAddress:
        return q->focusField(ProfileField::TokenEndpoint);
    case Cure::EditAudience:
        return q->focusField(ProfileField::Audience);
    case Cure::EditProfile:
        return q->focusField(faultyField(error, ui.form->draft().profile.client)
                                 .value_or(ProfileField::Name));
    case Cure::ReplaceSecret:
        return q->startReplacingSecret();
    case Cure::TryOtherAuthentication:
        return q->focusField(ProfileField::Authentication);
    default:
        Q_EMIT q->cureRequested(*cure);
    }
}

} // namespace mintmark

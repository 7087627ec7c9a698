// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/profiles/profilevalidation.h"
#include "base/errorcatalogue.h"
#include "oauth/servermetadata.h"
#include "profiles/presetadjustment.h"

#include <QWidget>

#include <functional>
#include <memory>

namespace mintmark {

class Clock;
class SecretField;

/// Secrets on their way through a signal: shared, because a signal may have several receivers.
using SharedProfileSecrets = std::shared_ptr<const ProfileSecrets>;

/// The page that makes and changes profiles. It stores nothing: saveRequested()
/// hands the draft over, the window saves it and answers with saved() or showError().
class ProfileEditor : public QWidget
{
    Q_OBJECT
public:
    /// `clipboardText` gives what Ctrl+V would paste; it is asked only when somebody pastes.
    ProfileEditor(const Clock &clock, std::function<QString()> clipboardText,
                  QWidget *parent = nullptr);
    ~ProfileEditor() override;

    /// For suggestions, duplicates and "already in …". May be called any time.
    void setKnownProfiles(const QList<KnownProfile> &known);

    /// What new profiles start with instead of what their preset says.
    void setPresetAdjustments(const QList<PresetAdjustment> &adjustments);

    /// What a profile without network settings of its own goes by.
    void setProgramNetwork(const NetworkSettings &network);

    /// Each of these keeps the draft that was open, see draftKept().
    void startNew(const QString &customer = {});
    void startEdit(LoadedProfile loaded);
    /// Client id and secret emptied, environment unchosen: they are what differs from the original.
    void startDuplicate(const Profile &profile);

    /// Fills an open new profile from a pasted text and says what it took, with Undo. False, and
    /// nothing changed, when the text says nothing about a profile.
    bool fillFromText(const QString &text);
    /// Opens the group the field is in, scrolls to it and gives it the focus.
    void focusField(ProfileField field);
    /// As the button "Replace…" beside an existing secret.
    void startReplacingSecret();

    /// Null for a new profile.
    ProfileId profileId() const;
    /// Differs from what was loaded, or from an empty form.
    bool isModified() const;

    /// Drafts kept in memory, by profile id (null: the new profile). Resuming brings the page back
    /// as it was left; false when there is none.
    bool hasDraft(const ProfileId &id) const;
    /// All that would be lost, the open page among them.
    struct Unsaved
    {
        ProfileId id;
        QString name;
    };
    QList<Unsaved> unsaved() const;
    bool resumeDraft(const ProfileId &id);
    void discardDraft(const ProfileId &id);
    /// For lock and "Clear from memory": secrets of kept drafts and of the open page go, the rest
    /// stays.
    void forgetSecrets();

    /// What secretsNeeded() asked for. Goes on with saving, if that was what needed them.
    void provideSecrets(LoadedProfile loaded);
    SecretField *secretField() const;
    /// The client secret of the open profile was stored, and nothing else of it: what else was
    /// changed here is still to be saved.
    void adoptSecret(const LoadedProfile &stored);
    /// Screen sharing hides what is told of secrets.
    void setConcealed(bool concealed);

    /// The answer to metadataRequested().
    void showMetadata(const Result<ServerMetadata> &metadata);
    /// While saving nothing can be edited and the buttons rest.
    void setSaving(bool saving);
    /// The draft is stored: it is no draft any more.
    void saved();
    /// In the message bar on top of the page; ends setSaving().
    void showError(const Error &error);

public Q_SLOTS:
    /// Esc and Cancel: keeps what was changed as a draft and leaves.
    void leave();
    void save();
    void saveAndFetch();
    void togglePreview();

Q_SIGNALS:
    void saveRequested(const mintmark::Profile &profile,
                       const mintmark::SharedProfileSecrets &secrets, bool fetchAfter);
    /// The secrets of this profile were cleared from memory and it is to be saved: load it and call
    /// provideSecrets().
    void secretsNeeded(const QUuid &id);
    /// Ask this issuer for its metadata, on the way `own` says. Nothing is asked without a press.
    void metadataRequested(const QString &issuer, const mintmark::NetworkAccess &own);
    void metadataCancelled();
    /// A button of the error bar that the page cannot carry out itself.
    void cureRequested(mintmark::Cure cure);
    /// Left without anything to keep.
    void cancelled();
    /// Left with changes; `name` is "Acme · Payments Out" or "New profile".
    void draftKept(const QUuid &id, const QString &name);
    /// A finding names another profile and its link was clicked; the draft was kept.
    void openProfileRequested(const QUuid &id);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace mintmark

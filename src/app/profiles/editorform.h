// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/profiles/profilevalidation.h"
#include "app/profiles/publishedfields.h"
#include "app/widgets/pagebody.h"
#include "profiles/presetadjustment.h"

#include <QSet>

class QVBoxLayout;

namespace mintmark {

class AssertionGroup;
class ChecksGroup;
class CredentialsGroup;
class EditorGroup;
class EditorRow;
class FoldGroup;
class IdentityGroup;
class PresetGroup;
class IssuerSearch;
class NetworkGroup;
class RequestGroup;
class SecretField;

/// All fields of a profile: who and what is issued on top, the rest in folded groups. Which fields
/// stand on top is up to the provider.
class EditorForm : public PageBody
{
    Q_OBJECT
public:
    explicit EditorForm(QWidget *parent = nullptr);

    void setKnownProfiles(const QList<KnownProfile> &known);
    /// For a preset that is chosen from now on.
    void setPresetAdjustments(const QList<PresetAdjustment> &adjustments)
    {
        m_adjustments = adjustments;
    }
    /// What a profile without network settings of its own goes by.
    void setProgramNetwork(const NetworkSettings &network);
    /// Shows a draft; findings show only in the fields named. Does not emit edited().
    void load(ProfileDraft draft, const QSet<ProfileField> &revealed, qint64 nowMs);
    /// What the draft that was loaded no longer has of a saved one can be had back.
    void offerRemoved(const ProfileDraft &saved);
    /// The draft as it stands in the fields.
    ProfileDraft draft() const;
    QSet<ProfileField> revealed() const;
    const QList<FieldFinding> &findings() const { return m_findings; }

    /// What is typed but not left yet is trimmed, as if it had been left.
    void finishTyping();
    /// `fetchWanted`: what only a fetch cannot do without is a fault now.
    void revealAll(bool fetchWanted);
    /// Opens the group the field is in and gives it the focus. The row, to be scrolled to.
    QWidget *focusField(ProfileField field);
    SecretField *secret() const;
    void foldAll();
    /// What the issuer answered: fills the addresses, offers the methods it takes.
    void showMetadata(const Result<ServerMetadata> &metadata);
    /// Another profile is shown: nothing that was asked for the last one counts.
    void forgetMetadata();
    void wipeSecrets();

Q_SIGNALS:
    void edited();
    /// Answered by showMetadata().
    void metadataRequested(const QString &issuer);
    void metadataCancelled();
    void openProfileRequested(const QUuid &id);
    /// For what stands above and below the form.
    void sideMarginChanged(int margin);
    /// Something has to be scrolled to.
    void fieldFocused(QWidget *row);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    FoldGroup *addFolded(EditorGroup *group, const QString &title);
    void connectRows(EditorGroup *group);
    void changeProvider(const QString &id);
    void connectSearch();
    void undoMetadata();
    void setSupported(const QList<ClientAuthenticationMethod> &methods, const QString &host);
    void addMethodFinding(ClientAuthenticationMethod method);
    void addCredentialFindings(const ProfileDraft &draft);
    void chooseMethod(const QString &wireName);
    void applyPresetValues();
    void arrange();
    void nameRows();
    void revalidate();
    void showWhatCounts(const ProfileDraft &draft);
    void showFindings();
    void showSummaries(const ProfileDraft &draft);
    void applyFix(EditorRow *row, const FieldFix &fix);
    void fitWidth();
    EditorRow *row(ProfileField field) const;
    EditorRow *presetRow(const QString &name) const;
    QList<EditorRow *> rows() const;

    struct Folded
    {
        EditorGroup *group;
        FoldGroup *fold;
        bool problem = false;
    };

    IdentityGroup *m_identity;
    PresetGroup *m_preset;
    CredentialsGroup *m_credentials;
    RequestGroup *m_request;
    AssertionGroup *m_assertion;
    ChecksGroup *m_checks;
    IssuerSearch *m_search;
    NetworkGroup *m_network;
    QVBoxLayout *m_foldColumn;
    FoldGroup *m_assertionFold;
    QList<EditorGroup *> m_groups;
    QList<Folded> m_folded;
    QList<KnownProfile> m_known;
    QList<PresetAdjustment> m_adjustments;
    QList<FieldFinding> m_findings;
    ProfileDraft m_base; ///< what no field shows stays as it is here
    PublishedFields m_beforeMetadata; ///< for Undo
    QList<ClientAuthenticationMethod> m_supported; ///< by the server that was asked; empty: not known
    QString m_supportedBy;
    qint64 m_nowMs = 0;
    int m_side = 0; ///< margin of the page, px
};

} // namespace mintmark

// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/profiles/editorform.h"

#include "app/profiles/assertiongroup.h"
#include "app/profiles/draftbuilding.h"
#include "app/profiles/editorgroups.h"
#include "app/profiles/issuersearch.h"
#include "app/profiles/networkgroup.h"
#include "app/profiles/presetgroup.h"
#include "app/profiles/secretfield.h"
#include "app/profiles/taborder.h"
#include "app/profiles/wirefields.h"
#include "app/theme/look.h"
#include "app/theme/metrics.h"
#include "app/widgets/foldgroup.h"
#include "oauth/clientauthentication.h"
#include "oauth/keyinput.h"
#include "oauth/provider.h"
#include "profiles/presetvalues.h"

#include <QAbstractButton>
#include <QCoreApplication>
#include <QFrame>
#include <QHash>
#include <QVBoxLayout>

#include <utility>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

/// Narrower than this, labels stand above their fields; at the smallest text size.
constexpr int sideBySideWidth = 660;
/// From here on two short fields stand beside each other: with labels at their left, or above.
constexpr int pairedWidth = 720;
constexpr int pairedStackedWidth = 520;

} // namespace

EditorForm::EditorForm(QWidget *parent)
    : PageBody(parent),
      m_identity(new IdentityGroup(this)),
      m_preset(new PresetGroup(this)),
      m_credentials(new CredentialsGroup(this)),
      m_request(new RequestGroup),
      m_assertion(new AssertionGroup),
      m_checks(new ChecksGroup),
      m_search(new IssuerSearch(this)),
      m_network(new NetworkGroup),
      m_foldColumn(new QVBoxLayout)
{
    auto *column = new QVBoxLayout(this);
    column->setSpacing(metrics::rowSpacingDense);
    auto *line = new QFrame(this);
    line->setFrameShape(QFrame::HLine);
    column->addWidget(m_identity);
    column->addWidget(line);
    m_preset->hide(); // its rows are shown among the credentials
    column->addWidget(m_credentials);
    // Before what connectRows() does: that looks at the fields these values go into.
    connect(m_preset, &EditorGroup::edited, this, &EditorForm::applyPresetValues);
    for (EditorGroup *group :
         { static_cast<EditorGroup *>(m_identity), static_cast<EditorGroup *>(m_preset),
           static_cast<EditorGroup *>(m_credentials) }) {
        m_groups.append(group);
        connectRows(group);
    }
    m_foldColumn->setSpacing(0);
    column->addLayout(m_foldColumn);
    addFolded(m_request, tr("Request in detail"));
    m_assertionFold = addFolded(m_assertion, tr("Assertion"));
    addFolded(new RenewalGroup, tr("Renewal"));
    addFolded(m_checks, tr("Checks and keys"));
    addFolded(new ApiGroup, tr("API to try"));
    addFolded(m_network, tr("Network"));
    addFolded(new NotesGroup, tr("Notes and dates"));
    column->addStretch(1);
    connect(m_identity, &IdentityGroup::providerChosen, this, &EditorForm::changeProvider);
    connect(m_identity, &IdentityGroup::requestLineClicked, this, [this] {
        m_folded.first().fold->setExpanded(true);
        Q_EMIT fieldFocused(m_folded.first().fold);
        m_folded.first().fold->header()->setFocus(Qt::OtherFocusReason);
    });
    connect(m_credentials, &CredentialsGroup::accountRead, this,
            [this](const ServiceAccount &account) {
                ProfileDraft changed = draft();
                apply(account, changed.profile.client);
                load(std::move(changed), revealed(), m_nowMs);
                Q_EMIT edited();
            });
    connect(m_request, &RequestGroup::certificateWanted, this,
            [this] { focusField(ProfileField::ClientCertificate); });
    connectSearch();
    load(newDraft({}), {}, 0);
}

FoldGroup *EditorForm::addFolded(EditorGroup *group, const QString &title)
{
    auto *fold = new FoldGroup(title, this);
    fold->setContent(group);
    group->setContentsMargins(0, 0, 0, metrics::space3);
    m_foldColumn->addWidget(fold);
    m_folded.append({ group, fold });
    m_groups.append(group);
    connectRows(group);
    return fold;
}

void EditorForm::connectRows(EditorGroup *group)
{
    connect(group, &EditorGroup::edited, this, [this] {
        revalidate();
        Q_EMIT edited();
    });
    for (EditorRow *row : group->rows()) {
        connect(row, &EditorRow::completed, this, [this, row] {
            row->setRevealed(true);
            showFindings();
        });
        connect(row, &EditorRow::fixRequested, this,
                [this, row](const FieldFix &fix) { applyFix(row, fix); });
    }
}

void EditorForm::setKnownProfiles(const QList<KnownProfile> &known)
{
    m_known = known;
    m_identity->setKnownProfiles(known);
    revalidate();
}

void EditorForm::setProgramNetwork(const NetworkSettings &network)
{
    m_network->setInherited(network);
    showSummaries(draft());
}

void EditorForm::load(ProfileDraft draft, const QSet<ProfileField> &revealed, qint64 nowMs)
{
    m_base = std::move(draft);
    m_nowMs = nowMs;
    m_credentials->setNow(nowMs);
    for (EditorGroup *group : m_groups)
        group->load(m_base);
    arrange();
    for (EditorRow *row : rows()) {
        row->setRevealed(revealed.contains(row->id()));
        row->setFetchWanted(false);
    }
    revalidate();
}

void EditorForm::offerRemoved(const ProfileDraft &saved)
{
    m_credentials->offerRemoved(saved);
    m_network->offerRemoved(saved);
}

ProfileDraft EditorForm::draft() const
{
    ProfileDraft draft = m_base.clone();
    for (const EditorGroup *group : m_groups)
        group->store(draft);
    return draft;
}

QSet<ProfileField> EditorForm::revealed() const
{
    QSet<ProfileField> fields;
    for (const EditorRow *row : rows()) {
        if (row->isRevealed())
            fields.insert(row->id());
    }
    return fields;
}

void EditorForm::changeProvider(const QString &id)
{
    ProfileDraft changed = draft();
    changed.profile.provider = m_base.profile.provider; // what it is compared with
    applyProvider(changed.profile, id, m_adjustments);
    forgetMetadata();
    load(std::move(changed), revealed(), m_nowMs);
    Q_EMIT edited();
}

/// What is typed for the preset goes into the addresses, scope and parameters it is part of.
void EditorForm::applyPresetValues()
{
    ProfileDraft changed = draft();
    setPresetValues(changed.profile, m_preset->values());
    m_base.profile.client.assertion = changed.profile.client.assertion;
    for (EditorGroup *group :
         { static_cast<EditorGroup *>(m_credentials), static_cast<EditorGroup *>(m_request),
           static_cast<EditorGroup *>(m_assertion), static_cast<EditorGroup *>(m_checks) })
        group->load(changed);
}

/// What this preset asks for stands on top, in its order; the rest of the credentials under Request
/// in detail. An address that was written by hand stands on top where its preset's values would.
void EditorForm::arrange()
{
    const Provider &provider = providerById(m_base.profile.provider);
    QList<EditorRow *> top;
    for (const QString &name : provider.fields) {
        EditorRow *shown = presetRow(name);
        if (shown && !top.contains(shown))
            top << shown;
    }
    // A key stands where a secret would, and the other way round.
    for (const auto &[one, other] :
         { std::pair(ProfileField::ClientSecret, ProfileField::PrivateKey),
           std::pair(ProfileField::PrivateKey, ProfileField::ClientSecret) }) {
        if (top.contains(row(one)) && !top.contains(row(other)))
            top.insert(top.indexOf(row(one)) + 1, row(other));
    }
    if (!m_preset->showsDraft())
        top.prepend(row(ProfileField::TokenEndpoint));
    QList<EditorRow *> detail { row(ProfileField::Body), row(ProfileField::GrantType),
                                row(ProfileField::Authentication) };
    for (const ProfileField field :
         { ProfileField::TokenEndpoint, ProfileField::ClientSecret, ProfileField::PrivateKey,
           ProfileField::Audience, ProfileField::Scope }) {
        if (!top.contains(row(field)))
            detail << row(field);
    }
    for (QList<EditorRow *> *rows : { &top, &detail }) {
        if (const qsizetype key = rows->indexOf(row(ProfileField::PrivateKey)); key >= 0)
            rows->insert(key + 1, row(ProfileField::PrivateKeyPassphrase));
    }
    detail << row(ProfileField::Resources) << row(ProfileField::ExtraParameters)
           << row(ProfileField::Headers);
    QList<EditorRow *> checks = m_checks->rows();
    if (const qsizetype address = top.indexOf(row(ProfileField::TokenEndpoint)); address >= 0)
        top.insert(address + 1, m_search);
    else
        checks.insert(checks.indexOf(row(ProfileField::Issuer)) + 1, m_search);
    nameRows();
    m_checks->arrange(checks);
    m_credentials->arrange(top);
    m_request->arrange(detail);
    for (EditorRow *one : m_preset->rows())
        one->setVisible(top.contains(one));
    orderTabsByLayout(this);
    // Rows that changed their parents do not always say so, and the scroll area would squeeze them.
    layout()->activate();
    QCoreApplication::postEvent(this, new QEvent(QEvent::LayoutRequest));
}

/// The row of a name in the preset: of a variable that can be shown, or of a field.
EditorRow *EditorForm::presetRow(const QString &name) const
{
    EditorRow *own = m_preset->rowOf(name);
    if (own && m_preset->showsDraft())
        return own;
    const std::optional<ProfileField> field = fieldOfWireName(name);
    return field ? row(*field) : nullptr;
}

/// The fields as this server calls them, and what is to be known of it where it is met.
void EditorForm::nameRows()
{
    const Provider &provider = providerById(m_base.profile.provider);
    QHash<EditorRow *, QString> labels;
    for (auto label = provider.labels.cbegin(); label != provider.labels.cend(); ++label)
        labels.insert(presetRow(label.key()), label.value());
    QHash<EditorRow *, QString> quirks;
    for (const ProviderQuirk &quirk : provider.quirks)
        quirks.insert(presetRow(quirk.field), quirk.sentence);
    for (EditorRow *row : rows()) {
        if (!m_preset->rows().contains(row))
            row->setPresetLabel(labels.value(row));
        row->setRemark(quirks.value(row));
    }
}

void EditorForm::revalidate()
{
    m_credentials->setKeyId(draft().profile.client.assertion.keyId);
    const ProfileDraft current = draft();
    m_findings = validateProfile(current, m_known);
    addMethodFinding(current.profile.client.authentication);
    addCredentialFindings(current);
    // What needs two values is empty until both are there: the first is not missing.
    m_findings.removeIf([this](const FieldFinding &finding) {
        const auto *own = qobject_cast<TextRow *>(m_preset->row(finding.field));
        return own && finding.level == FindingLevel::BlocksFetch && !own->text().isEmpty();
    });
    sortFindings(m_findings);
    m_search->setIssuer(current.profile.issuer);
    showWhatCounts(current);
    m_identity->setRequestLine(requestLine(current.profile));
    showSummaries(current);
    showFindings();
}

void EditorForm::showWhatCounts(const ProfileDraft &draft)
{
    const ClientConfiguration &client = draft.profile.client;
    const RequiredFields fields = requiredFields(client.authentication, client.grantType);
    row(ProfileField::ClientSecret)->setVisible(fields.clientSecret);
    row(ProfileField::PrivateKey)->setVisible(fields.privateKey);
    row(ProfileField::PrivateKeyPassphrase)
        ->setVisible(fields.privateKey && m_credentials->wantsPassphrase());
    m_request->fit(client);
    m_assertion->fit(draft);
    m_assertionFold->setVisible(fields.assertion);
}

SecretField *EditorForm::secret() const
{
    return m_credentials->secret();
}

void EditorForm::foldAll()
{
    for (const Folded &folded : m_folded)
        folded.fold->setExpanded(folded.problem);
}

void EditorForm::wipeSecrets()
{
    secret()->wipeSecrets();
    for (EditorGroup *group : m_groups)
        group->wipeSecrets();
    m_base.secrets = {};
}

EditorRow *EditorForm::row(ProfileField field) const
{
    for (const EditorGroup *group : m_groups) {
        if (EditorRow *found = group->row(field))
            return found;
    }
    return nullptr;
}

QList<EditorRow *> EditorForm::rows() const
{
    QList<EditorRow *> all;
    for (const EditorGroup *group : m_groups)
        all += group->rows();
    return all;
}

void EditorForm::resizeEvent(QResizeEvent *event)
{
    PageBody::resizeEvent(event);
    fitWidth();
}

void EditorForm::fitWidth()
{
    const int scaled = width() * 13 / Look::of(this).scale().pixelSize();
    const bool narrow = scaled < sideBySideWidth;
    const int side = narrow ? metrics::pageMarginNarrow : metrics::pageMargin;
    if (side != std::exchange(m_side, side))
        Q_EMIT sideMarginChanged(side);
    // A scroll bar stands in the margin: the fields end where the head of the page does.
    const QWidget *area = parentWidget() ? parentWidget()->parentWidget() : nullptr;
    const int bar = area ? qBound(0, area->width() - width(), side - metrics::space1) : 0;
    QMargins margins(side, 0, side - bar, metrics::space1);
    if (layoutDirection() == Qt::RightToLeft)
        margins = { margins.right(), margins.top(), margins.left(), margins.bottom() };
    layout()->setContentsMargins(margins);
    for (EditorRow *row : rows())
        row->setStacked(narrow);
    m_search->setStacked(narrow);
    m_identity->setPaired(scaled >= (narrow ? pairedStackedWidth : pairedWidth));
}

} // namespace mintmark

// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/profiles/editorform.h"

#include "app/profiles/editorgroups.h"
#include "app/profiles/networkgroup.h"
#include "app/profiles/secretfield.h"
#include "app/widgets/foldgroup.h"
#include "oauth/clientauthentication.h"

#include <QLineEdit>

#include <algorithm>

// What the form says about its fields, and where it leads.

namespace mintmark {

void EditorForm::showSummaries(const ProfileDraft &draft)
{
    for (const Folded &folded : m_folded)
        folded.fold->setSummary(folded.group->summary(draft));
}

void EditorForm::showFindings()
{
    const QList<EditorRow *> all = rows();
    for (EditorRow *row : all) {
        QList<FieldFinding> own;
        std::ranges::copy_if(
            m_findings, std::back_inserter(own),
            [row](const FieldFinding &finding) { return finding.field == row->id(); });
        row->setFindings(own);
    }
    for (Folded &folded : m_folded) {
        const bool problem = std::ranges::any_of(all, [&folded](const EditorRow *row) {
            return row->showsFault() && folded.group->isAncestorOf(row);
        });
        if (problem != folded.problem)
            folded.fold->setProblem(problem);
        folded.problem = problem;
    }
}

/// What the draft does not tell: a key that cannot be read is not in it, and what the program's own
/// settings bring is elsewhere.
void EditorForm::addCredentialFindings(const ProfileDraft &draft)
{
    const ClientConfiguration &client = draft.profile.client;
    const RequiredFields fields = requiredFields(client.authentication, client.grantType);
    if (const QString &fault = m_credentials->keyFault(); fields.privateKey && !fault.isEmpty()) {
        m_findings.removeIf([](const FieldFinding &finding) { // it is there, only not to be used
            return finding.field == ProfileField::PrivateKey;
        });
        m_findings.append({ m_credentials->wantsPassphrase() ? ProfileField::PrivateKeyPassphrase
                                                             : ProfileField::PrivateKey,
                            FindingLevel::BlocksSave, fault, {} });
    }
    if (fields.clientCertificate && !m_network->providesCertificate(client.network))
        m_findings.append({ ProfileField::ClientCertificate, FindingLevel::BlocksFetch,
                            tr("This request needs a client certificate."), {} });
}

void EditorForm::finishTyping()
{
    for (EditorRow *row : rows()) {
        if (auto *text = qobject_cast<TextRow *>(row))
            text->finish();
    }
    m_credentials->finishTyping();
}

void EditorForm::revealAll(bool fetchWanted)
{
    for (EditorRow *row : rows()) {
        row->setRevealed(true);
        row->setFetchWanted(fetchWanted);
    }
    showFindings();
}

QWidget *EditorForm::focusField(ProfileField field)
{
    if (field == ProfileField::PrivateKeyPassphrase && !m_credentials->wantsPassphrase())
        field = ProfileField::PrivateKey; // it is entered together with its key
    EditorRow *found = row(field);
    for (const Folded &folded : m_folded) {
        if (folded.group->rows().contains(found))
            folded.group->makeReachable(found);
        if (folded.group->isAncestorOf(found))
            folded.fold->setExpanded(true);
    }
    found->field()->setFocus(Qt::OtherFocusReason);
    Q_EMIT fieldFocused(found);
    return found;
}

void EditorForm::applyFix(EditorRow *row, const FieldFix &fix)
{
    switch (fix.kind) {
    case FieldFix::Kind::SetText:
        if (auto *text = qobject_cast<TextRow *>(row))
            text->edit()->setText(fix.text);
        break;
    case FieldFix::Kind::ReplaceInSecret:
        secret()->replaceInside(fix.from, fix.text);
        break;
    case FieldFix::Kind::OpenProfile:
        Q_EMIT openProfileRequested(fix.profile);
        break;
    case FieldFix::Kind::ChooseMethod:
        chooseMethod(fix.text);
        break;
    case FieldFix::Kind::AllowHttp:
        focusField(ProfileField::AllowHttp);
        break;
    }
}

} // namespace mintmark

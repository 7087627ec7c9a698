// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

// What the window says in its line above the page.
#include "app/mainwindow.h"

#include "app/clipboard/clipboardkeeper.h"
#include "app/inspector/inspectorpage.h"
#include "app/profiles/profilecontroller.h"
#include "app/services.h"
#include "app/settings/settingscontroller.h"
#include "app/tokens/tokencontroller.h"
#include "app/window/windownotice.h"
#include "base/displaytext.h"
#include "base/errorcatalogue.h"

#include <QLocale>

namespace mintmark {

namespace {

constexpr int undoSeconds = 10;
constexpr qsizetype mostNames = 5;

/// "Acme · Payments Out, New profile and 3 more"
QString listed(const QList<ProfileEditor::Unsaved> &drafts)
{
    QStringList names;
    for (const ProfileEditor::Unsaved &draft : drafts.first(qMin(mostNames, drafts.size())))
        names << displayText(draft.name).text;
    const QString list = names.join(MainWindow::tr(", ", "between list items"));
    const qsizetype more = drafts.size() - names.size();
    return more == 0 ? list : MainWindow::tr("%1 and %2 more").arg(list).arg(more);
}

} // namespace

bool MainWindow::askAboutUnsaved()
{
    const QList<ProfileEditor::Unsaved> drafts =
        m_pages->hasEditor() ? m_pages->editor()->unsaved() : QList<ProfileEditor::Unsaved>();
    QStringList said;
    if (drafts.size() == 1)
        said << tr("1 draft is not saved: %1.").arg(listed(drafts));
    else if (!drafts.isEmpty())
        said << tr("%1 drafts are not saved: %2.").arg(drafts.size()).arg(listed(drafts));
    if (m_settings->isModified())
        said << tr("The settings are not saved yet.");
    if (m_cures->isRunning())
        said << tr("Profiles are being changed.");
    if (said.isEmpty())
        return false;
    const auto keep = [this, drafts] {
        m_mayLoseDraft = false;
        if (drafts.isEmpty() || m_pages->page() == Pages::Page::Editor)
            return;
        if (drafts.constFirst().id.isNull())
            m_profiles->startNew();
        else
            m_profiles->edit(drafts.constFirst().id, ProfileField::Customer);
    };
    m_notice->show(BarKind::Warning, said.join(u' '), { tr("Keep editing"), keep, 0 },
                   { tr("Discard and quit"), [this] {
                        m_discards = true;
                        close();
                    }, 0 });
    return true;
}

void MainWindow::startDemo()
{
    const auto onFault = [this](const Error &error) { sayError(error); };
    if (m_services.startDemo(onFault))
        m_notice->show(BarKind::Info, tr("The demo server runs. Its profiles are gone when Mintmark "
                                         "closes; nothing of it is saved."),
                       { {}, {}, undoSeconds });
    else
        m_notice->show(BarKind::Error, tr("The demo server found no free port on this computer."));
}

void MainWindow::offerUndo(const ProfileId &id, const QString &name)
{
    showHome();
    m_notice->show(BarKind::Info,
                   tr("Deleted %1. Deleted profiles keeps it, with its secret, for 7 days.")
                       .arg(displayText(name).text),
                   { tr("Undo"), [this, id] { m_profiles->restore(id); }, undoSeconds });
}

/// Whom it could not be done for is said by name, all of them on request.
void MainWindow::sayCured(const PresetCures::Outcome &outcome, bool allNames)
{
    NoticeOffer undo;
    if (!outcome.takenBack && !outcome.visited.done.isEmpty())
        undo = { tr("Undo"), [this] { m_cures->undo(); }, 0 };
    NoticeOffer names;
    if (!allNames && hasMoreNames(outcome))
        names = { tr("All names"), [this, outcome] { sayCured(outcome, true); }, 0 };
    const bool isWhole = outcome.visited.failed.isEmpty() && !outcome.fault;
    m_notice->show(isWhole ? BarKind::Info : BarKind::Warning, outcomeText(outcome, allNames), undo,
                   names);
}

void MainWindow::sayError(const Error &error)
{
    const ErrorText text = errorText(error);
    m_notice->show(BarKind::Error, tr("%1. %2").arg(text.cause, text.remedy));
}

/// What is pasted is what was copied, also where it cannot be seen.
void MainWindow::sayHidden(const QString &copied)
{
    const qsizetype count = unsafeCount(copied);
    if (count == 0)
        return;
    const QString text = count == 1
        ? tr("Copied as it is, with 1 invisible character.")
        : tr("Copied as it is, with %1 invisible characters.").arg(QLocale().toString(count));
    m_notice->show(BarKind::Warning, text, { {}, {}, undoSeconds });
}

void MainWindow::clearMemory()
{
    m_services.workspace().session().clearMemory();
    m_services.workspace().profileFacts().clearMemory();
    m_services.clipboard().clearNow();
    if (m_pages->hasEditor())
        m_pages->editor()->forgetSecrets();
    if (m_pages->hasInspector())
        m_pages->inspector()->clear();
    m_settings->forgetSecrets();
    if (m_pages->page() == Pages::Page::Settings)
        showProfile(m_tokens->current());
    m_tokens->refresh();
    m_notice->show(BarKind::Info, tr("Tokens and loaded profiles are forgotten."));
}

} // namespace mintmark

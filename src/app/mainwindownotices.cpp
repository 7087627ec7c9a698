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

} // namespace

void MainWindow::startDemo()
{
    if (m_services.startDemo())
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

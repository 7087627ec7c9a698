// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "cli/workspacecommand.h"

#include "base/displaytext.h"
#include "cli/demostart.h"
#include "cli/interruption.h"
#include "cli/terminal.h"
#include "profiles/profilename.h"
#include "profiles/profilestore.h"

namespace mintmark {

using namespace Qt::StringLiterals;

WorkspaceCommand::WorkspaceCommand(Output &output, const GlobalOptions &options)
    : Command(output), m_options(options)
{ }

WorkspaceCommand::~WorkspaceCommand()
{
    // Jobs are children and hold on to the workspace.
    const QList<QObject *> jobs = children();
    qDeleteAll(jobs);
}

void WorkspaceCommand::start()
{
    if (!prepare())
        return;
    m_interruption = new Interruption(this);
    connect(m_interruption, &Interruption::interrupted, this, &Command::finished);
    WorkspaceOptions options = WorkspaceOptions::standard();
    options.memoryOnly = m_options.demo;
    m_workspace = std::make_unique<Workspace>(options);
    if (!m_options.demo)
        return open();
    auto *demo = new DemoStart(*m_workspace, this);
    connect(demo, &DemoStart::ready, this, [this] { run(); });
    connect(demo, &DemoStart::failed, this, [this](const Error &error) { fail(error); });
    demo->start();
}

void WorkspaceCommand::open()
{
    ProfileStore &profiles = m_workspace->profiles();
    if (const Result<void> opened = profiles.open(ProfileStore::Watching::No); !opened)
        return fail(opened.error());
    if (const QString warning = profiles.indexWarning(); !warning.isEmpty())
        out.note(displayText(warning).text);
    run();
}

Result<ProfileListing> WorkspaceCommand::findListing(const QString &name)
{
    return findProfile(m_workspace->profiles().listings(), name);
}

void WorkspaceCommand::endWhenWritten(ExitCode code)
{
    const auto again = [this, code] { endWhenWritten(code); };
    TokenCache &cache = m_workspace->cache();
    ProfileFactsCache &facts = m_workspace->profileFacts();
    if (cache.isWriting())
        connect(&cache, &TokenCache::written, this, again, Qt::SingleShotConnection);
    else if (facts.isWriting())
        connect(&facts, &ProfileFactsCache::written, this, again, Qt::SingleShotConnection);
    else
        end(code);
}

bool WorkspaceCommand::canUnlock(const Error &error) const
{
    return error.code == ErrorCode::KeychainLocked && !m_wasUnlocked && terminal::hasDesktop();
}

void WorkspaceCommand::unlock(std::function<void()> then)
{
    m_wasUnlocked = true;
    out.note(u"waiting for your keyring: a window of your system asks for its password."_s);
    runJob(m_workspace->keychain().unlock(), this,
           [this, then](const Result<KeychainStatus> &unlocked) {
               if (!unlocked)
                   return fail(unlocked.error());
               then();
           });
}

} // namespace mintmark

// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "cli/command.h"
#include "session/workspace.h"

#include <functional>

namespace mintmark {

class Interruption;

/// A command that works with profiles: opens the workspace (or the demo's), then run(). A locked
/// keyring is unlocked once where a desktop can show the prompt. Ctrl-C ends it.
class WorkspaceCommand : public Command
{
    Q_OBJECT
public:
    WorkspaceCommand(Output &output, const GlobalOptions &options);
    ~WorkspaceCommand() override;
    void start() final;

protected:
    /// Before anything is opened, and while Ctrl-C still ends the program by itself: the place to
    /// wait for stdin. False: it has ended the command.
    virtual bool prepare() { return true; }
    virtual void run() = 0;

    bool isDemo() const { return m_options.demo; }
    Workspace &workspace() { return *m_workspace; }
    /// Null in prepare().
    Interruption *interruption() const { return m_interruption; }
    Result<ProfileListing> findListing(const QString &name);
    /// Ends once what was given to the caches is on disk.
    void endWhenWritten(ExitCode code);

    /// Runs the job that `make` makes; when the keyring is locked and somebody can unlock it, again
    /// after that. `then` gets a Result that is ok; errors end the command.
    template <class Make, class Then> void ask(Make make, Then then)
    {
        runJob(make(), this, [this, make, then](auto result) mutable {
            if (result.ok())
                return then(std::move(result).value());
            if (!canUnlock(result.error()))
                return fail(result.error());
            unlock([this, make, then]() mutable { ask(std::move(make), std::move(then)); });
        });
    }

private:
    void open();
    bool canUnlock(const Error &error) const;
    void unlock(std::function<void()> then);

    const GlobalOptions m_options;
    std::unique_ptr<Workspace> m_workspace;
    Interruption *m_interruption = nullptr;
    bool m_wasUnlocked = false;
};

} // namespace mintmark

// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "cli/workspacecommand.h"

namespace CLI {
class App;
}

namespace mintmark {

/// `profile remove NAME`: out of the list at once, with its token; its keyring entry stays for 7
/// days, so that the window can bring it back.
class ProfileRemoveCommand final : public WorkspaceCommand
{
    Q_OBJECT
public:
    ProfileRemoveCommand(Output &output, const GlobalOptions &options, QString name)
        : WorkspaceCommand(output, options), m_name(std::move(name))
    { }

protected:
    void run() override;

private:
    const QString m_name;
};

void addProfileRemove(CLI::App &profile, CommandFactory &chosen);

} // namespace mintmark

// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "cli/workspacecommand.h"

namespace CLI {
class App;
}

namespace mintmark {

/// `profiles [--json]`: the list; the keyring is not asked.
class ProfilesCommand final : public WorkspaceCommand
{
    Q_OBJECT
public:
    ProfilesCommand(Output &output, const GlobalOptions &options, bool json)
        : WorkspaceCommand(output, options), m_json(json)
    { }

protected:
    void run() override;

private:
    const bool m_json;
};

void addProfiles(CLI::App &app, CommandFactory &chosen);

} // namespace mintmark

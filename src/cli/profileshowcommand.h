// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "cli/workspacecommand.h"

namespace CLI {
class App;
}

namespace mintmark {

/// `profile show NAME [--json]`: everything but the secrets.
class ProfileShowCommand final : public WorkspaceCommand
{
    Q_OBJECT
public:
    ProfileShowCommand(Output &output, const GlobalOptions &options, QString name, bool json)
        : WorkspaceCommand(output, options), m_name(std::move(name)), m_json(json)
    { }

protected:
    void run() override;

private:
    void show(const LoadedProfile &loaded);

    const QString m_name;
    const bool m_json;
};

void addProfileShow(CLI::App &profile, CommandFactory &chosen);

} // namespace mintmark

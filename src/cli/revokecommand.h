// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "cli/workspacecommand.h"

namespace CLI {
class App;
}

namespace mintmark {

/// `revoke NAME`: asks the server to revoke the kept token of a profile, or one that stands on
/// stdin, with the profile's credentials. What came of it is the only thing on stdout.
class RevokeCommand final : public WorkspaceCommand
{
    Q_OBJECT
public:
    struct Options
    {
        QString name;
        bool tokenFromStdin = false; ///< never in argv, which others can read
    };

    RevokeCommand(Output &output, const GlobalOptions &options, Options asked)
        : WorkspaceCommand(output, options), m_options(std::move(asked))
    { }

protected:
    bool prepare() override;
    void run() override;

private:
    const Options m_options;
    SharedSecret m_token; ///< null: the kept one
};

void addRevoke(CLI::App &app, CommandFactory &chosen);

} // namespace mintmark

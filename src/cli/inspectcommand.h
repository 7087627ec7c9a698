// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "cli/command.h"

namespace CLI {
class App;
}

namespace mintmark {

/// `inspect [FILE|-]`: what a token says. Nothing is sent, no keyring is asked, no profile is read.
class InspectCommand final : public Command
{
    Q_OBJECT
public:
    struct Options
    {
        QString file;
        QString audience;
        QString issuer;
        std::optional<qint64> atMs;
        bool json = false;
    };

    InspectCommand(Output &output, Options options) : Command(output), m_options(std::move(options))
    { }
    void start() override;

private:
    ExitCode verdict(const struct TokenReport &report);

    const Options m_options;
};

/// Adds the subcommand to `app`; when it is the one, `chosen` makes it.
void addInspect(CLI::App &app, CommandFactory &chosen);

} // namespace mintmark

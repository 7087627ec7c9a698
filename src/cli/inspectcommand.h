// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/clock.h"
#include "cli/command.h"
#include "cli/tokenreport.h"

namespace CLI {
class App;
}

namespace mintmark {

/// `inspect [FILE|-]`: what a token says. No keyring is asked, no profile is read, and nothing is sent
/// but the request for keys that an address behind --jwks asks for.
class InspectCommand final : public Command
{
    Q_OBJECT
public:
    struct Options
    {
        QString file;
        QString audience;
        QString issuer;
        QString jwks; ///< file, or https address
        std::optional<qint64> atMs;
        bool json = false;
    };

    InspectCommand(Output &output, Options options) : Command(output), m_options(std::move(options))
    { }
    void start() override;

private:
    void readKeys();
    void fetchKeys();
    void report();
    ExitCode verdict();

    const Options m_options;
    const SystemClock m_clock;
    TokenReport m_report;
};

/// Adds the subcommand to `app`; when it is the one, `chosen` makes it.
void addInspect(CLI::App &app, CommandFactory &chosen);

} // namespace mintmark

// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/clock.h"
#include "cli/command.h"
#include "cli/tokenreport.h"
#include "jose/tokentext.h"

namespace CLI {
class App;
}

namespace mintmark {

/// `inspect [FILE|-]`: what a token says, or one of those in a ticket. No keyring is asked, no
/// profile is read, and nothing is sent but the request for keys that an address behind --jwks asks
/// for.
class InspectCommand final : public Command
{
    Q_OBJECT
public:
    struct Options
    {
        QString file;
        QString audience;
        QString issuer;
        QString jwks;   ///< file, or https address
        QString caFile; ///< whom that address' server may be vouched for by; empty: the system's
        std::optional<qint64> atMs;
        int number = 1; ///< of the token in a text with several
        bool json = false;
    };

    InspectCommand(Output &output, Options options) : Command(output), m_options(std::move(options))
    { }
    void start() override;

private:
    void sayWhatWasFound(const TokenText &text);
    void checkKeys();
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

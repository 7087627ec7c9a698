// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "cli/commandline.h"

#include "cli/arguments.h"
#include "cli/inspectcommand.h"
#include "cli/profilecommand.h"
#include "cli/profilescommand.h"
#include "cli/revokecommand.h"
#include "cli/tokencommand.h"

#include <CLI/CLI.hpp>

#include <sstream>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

constexpr const char *footer =
    "A NAME is [customer/]name[@environment], an id or an alias.\n"
    "Exit codes: 0 done, 1 internal error, 2 usage, 3 no such profile or more than one,\n"
    "4 keychain, 5 network or TLS, 6 refused by the server, 7 token malformed or a check that was\n"
    "asked for failed, 8 timed out.";

/// "profile add" for the innermost subcommand that was named.
QString namedCommand(const CLI::App &app)
{
    QStringList words;
    const CLI::App *at = &app;
    while (!at->get_subcommands().empty()) {
        at = at->get_subcommands().front();
        words << fromArgument(at->get_name());
    }
    return words.join(u' ');
}

CommandLine ended(const CLI::App &app, const CLI::ParseError &error, Output &output)
{
    CommandLine line;
    if (error.get_exit_code() == 0) { // help and version
        std::ostringstream answer;
        std::ostringstream unused;
        app.exit(error, answer, unused);
        line.exitCode = output.answer(QByteArray::fromStdString(answer.str()));
        return line;
    }
    QString said = fromArgument(error.what());
    if (!said.endsWith(u'.'))
        said += u'.';
    line.exitCode = output.fail(usageError(said, namedCommand(app)));
    return line;
}

} // namespace

CommandLine readCommandLine(int argc, char **argv, Output &output)
{
    CommandLine line;
    CLI::App app("OAuth 2.0 access tokens for scripts", "mintmark-cli");
    app.set_version_flag("--version", "mintmark-cli " MINTMARK_VERSION);
    app.set_help_flag("-h,--help", "Say what there is");
    app.add_flag("--demo", line.options.demo,
                 "Use a demo server in this process; nothing is stored");
    app.fallthrough();
    app.require_subcommand(1);
    app.footer(footer);
    addProfiles(app, line.make);
    addProfile(app, line.make);
    addToken(app, line.make);
    addRevoke(app, line.make);
    addInspect(app, line.make);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError &error) {
        return ended(app, error, output);
    }
    return line;
}

} // namespace mintmark

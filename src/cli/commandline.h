// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "cli/command.h"

namespace mintmark {

/// What came of reading the command line: a command, or an end.
struct CommandLine
{
    GlobalOptions options;
    CommandFactory make; ///< empty: everything was said, end with `exitCode`
    ExitCode exitCode = ExitCode::Done;
};

/// Reads the arguments; help and version go to stdout, what is wrong with them to stderr.
CommandLine readCommandLine(int argc, char **argv, Output &output);

} // namespace mintmark

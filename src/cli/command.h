// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "cli/output.h"

#include <QObject>

#include <functional>
#include <memory>

namespace mintmark {

/// One subcommand at work. Ends with exactly one finished(), from the event loop.
class Command : public QObject
{
    Q_OBJECT
public:
    explicit Command(Output &output) : out(output) { }

    /// Called once, from the event loop.
    virtual void start() = 0;

Q_SIGNALS:
    void finished(int exitCode);

protected:
    void end(ExitCode code) { Q_EMIT finished(static_cast<int>(code)); }
    void fail(const Error &error) { end(out.fail(error)); }

    Output &out;
};

struct GlobalOptions
{
    bool demo = false;
};

/// What the command line asks for; made once all of it was read.
using CommandFactory =
    std::function<std::unique_ptr<Command>(Output &output, const GlobalOptions &options)>;

/// A command line that cannot be carried out: `detail` says why, `command` whose --help tells more.
Error usageError(const QString &detail, const QString &command);

} // namespace mintmark

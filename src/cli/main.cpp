// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "cli/commandline.h"
#include "cli/terminal.h"
#include "session/startup.h"

#include <QCoreApplication>
#include <QMetaObject>

using namespace mintmark;

int main(int argc, char **argv)
{
    terminal::ignoreBrokenPipes();
    prepareProcess();
    const QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("mintmark"));
    QCoreApplication::setApplicationVersion(QStringLiteral(MINTMARK_VERSION));

    Output output;
    const CommandLine line = readCommandLine(argc, argv, output);
    if (!line.make)
        return static_cast<int>(line.exitCode);

    int exitCode = 0;
    {
        const std::unique_ptr<Command> command = line.make(output, line.options);
        QObject::connect(command.get(), &Command::finished, &application, &QCoreApplication::exit);
        QMetaObject::invokeMethod(command.get(), &Command::start, Qt::QueuedConnection);
        exitCode = QCoreApplication::exec();
    }
    return terminal::endedAs(exitCode);
}

// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QList>
#include <QProcess>

namespace mintmark::test {

/// What a real shell makes of `script`: its standard output. Empty when there is no such shell or
/// it complains.
inline QByteArray shellOutput(const QByteArray &script,
                              const QString &shell = QStringLiteral("bash"))
{
    QProcess process;
    process.start(shell, { QStringLiteral("-s") });
    process.write(script);
    process.closeWriteChannel();
    if (!process.waitForFinished(10'000) || !process.readAllStandardError().isEmpty())
        return {};
    return process.readAllStandardOutput();
}

/// A function of the shell that lists what it was called with, one word and NUL each.
inline QByteArray echoing(const QByteArray &function)
{
    return function + "() { printf '%s\\0' \"$@\"; }\n";
}

inline QList<QByteArray> wordsOf(const QByteArray &output)
{
    QList<QByteArray> words = output.split('\0');
    words.removeLast(); // behind the last NUL
    return words;
}

} // namespace mintmark::test

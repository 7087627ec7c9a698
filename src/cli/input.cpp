// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "cli/input.h"

#include "cli/terminal.h"

#include <QFile>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

Error unreadable(const QString &name, const QString &said)
{
    return { ErrorCode::FileUnreadable, { { u"file"_s, name }, { u"said"_s, said + u'.' } }, {} };
}

/// Piece by piece: a pipe has no size. The room is there from the start, so that nothing of a
/// secret is left behind by growing.
Result<QByteArray> readAll(QFile &file, const QString &name, qsizetype limit)
{
    QByteArray bytes;
    bytes.reserve(qMin(limit, file.isSequential() ? qsizetype(64 * 1024) : file.size() + 1));
    char piece[16 * 1024];
    while (bytes.size() < limit) {
        const qint64 count = file.read(piece, qMin<qint64>(sizeof piece, limit - bytes.size()));
        if (count < 0)
            return unreadable(name, file.errorString());
        if (count == 0)
            break;
        bytes.append(piece, count);
    }
    std::fill(std::begin(piece), std::end(piece), '\0');
    return bytes;
}

} // namespace

Result<QByteArray> readInput(const QString &name, qsizetype limit, const QString &hint)
{
    if (name.isEmpty() || name == "-"_L1) {
        if (terminal::isTerminal(terminal::standardInput))
            (void)terminal::writeAll(terminal::standardError, (hint + u'\n').toUtf8());
        return readDescriptor(terminal::standardInput, limit);
    }
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return unreadable(name, file.errorString());
    return readAll(file, name, limit);
}

Result<QByteArray> readDescriptor(int descriptor, qsizetype limit)
{
    const QString name = descriptor == terminal::standardInput
        ? u"stdin"_s
        : u"File descriptor %1"_s.arg(descriptor);
    QFile file;
    if (!file.open(descriptor, QIODevice::ReadOnly | QIODevice::Unbuffered))
        return unreadable(name, file.errorString());
    return readAll(file, name, limit);
}

} // namespace mintmark

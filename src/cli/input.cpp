// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "cli/input.h"

#include "cli/terminal.h"

#include <QFile>

#include <algorithm>
#include <optional>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

/// More than any secret: nothing of one is left behind by growing.
constexpr qsizetype firstRoom = 96 * 1024;

Error unreadable(const QString &name, const QString &said)
{
    return { ErrorCode::NamedFileUnreadable, { { u"file"_s, name }, { u"said"_s, said + u'.' } }, {} };
}

/// Piece by piece, as pipes have no size and a terminal ends only once. `readSome` is given room
/// and says how much of it was used.
template <class ReadSome> std::optional<QByteArray> readAll(qsizetype limit, ReadSome readSome)
{
    QByteArray bytes;
    bytes.reserve(qMin(limit, firstRoom));
    char piece[16 * 1024];
    qint64 count = 0;
    do {
        count = readSome(piece, qMin<qint64>(sizeof piece, limit - bytes.size()));
        bytes.append(piece, qMax<qint64>(count, 0));
    } while (count > 0 && bytes.size() < limit);
    std::fill(std::begin(piece), std::end(piece), '\0');
    return count < 0 ? std::nullopt : std::optional(bytes);
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
    auto bytes = readAll(limit, [&](char *into, qint64 size) { return file.read(into, size); });
    return bytes ? Result<QByteArray>(*bytes) : unreadable(name, file.errorString());
}

Result<QByteArray> readDescriptor(int descriptor, qsizetype limit)
{
    const QString name = descriptor == terminal::standardInput
        ? u"stdin"_s
        : u"File descriptor %1"_s.arg(descriptor);
    auto bytes = readAll(limit, [descriptor](char *into, qint64 size) {
        return terminal::readSome(descriptor, into, size);
    });
    return bytes ? Result<QByteArray>(*bytes) : unreadable(name, terminal::lastFailure());
}

} // namespace mintmark

// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "base/atomicfile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

Error fileError(ErrorCode code, const QString &file, const QString &said)
{
    return { code, { { u"file"_s, file }, { u"said"_s, said } }, said };
}

} // namespace

QString followedLinks(const QString &file)
{
    QFileInfo info(file);
    for (int links = 0; info.isSymLink(); ++links) {
        if (links == 40)
            return {};
        info.setFile(info.symLinkTarget());
    }
    return info.absoluteFilePath();
}

Result<void> writeAtomically(const QString &file, QByteArrayView bytes, AtomicWrite how)
{
    const QString target = followedLinks(file);
    const QString fault =
        target.isEmpty() ? u"Too many symbolic links"_s : atomicfile::replace(target, bytes, how);
    if (!fault.isEmpty())
        return fileError(ErrorCode::FileNotWritten, file, fault);
    return {};
}

Result<QByteArray> readWhole(const QString &file)
{
    // Opening a pipe waits for a writer, and a device has no end.
    const QFileInfo info(file);
    if (info.exists() && !info.isFile())
        return fileError(ErrorCode::FileUnreadable, file, u"It is not a regular file"_s);
    QFile reader(file);
    if (!reader.open(QIODevice::ReadOnly))
        return fileError(ErrorCode::FileUnreadable, file, reader.errorString());
    QByteArray bytes = reader.readAll();
    if (reader.error() != QFileDevice::NoError)
        return fileError(ErrorCode::FileUnreadable, file, reader.errorString());
    return bytes;
}

Result<void> makePrivateFolder(const QString &folder)
{
    const QFileInfo info(folder);
    if (info.isDir())
        return {};
    const QDir parent = info.absoluteDir();
    const auto onlyOwner = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;
    if (parent.mkpath(u"."_s) && (parent.mkdir(info.fileName(), onlyOwner) || info.isDir()))
        return {};
    return fileError(ErrorCode::FileNotWritten, folder, u"The folder could not be made"_s);
}

void removeLeftovers(const QString &file)
{
    const QFileInfo info(followedLinks(file));
    const QString pattern = info.fileName() + QLatin1StringView(atomicfile::temporaryInfix) + u'*';
    const QDir folder = info.absoluteDir();
    for (const QString &name : folder.entryList({ pattern }, QDir::Files | QDir::Hidden))
        QFile::remove(folder.filePath(name));
}

} // namespace mintmark

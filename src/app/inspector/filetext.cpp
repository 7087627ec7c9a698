// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/inspector/filetext.h"

#include "base/displaytext.h"
#include "base/secretbytes.h"
#include "jose/jwkset.h"
#include "jose/token.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QLocale>

namespace mintmark {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(FileText)
};

FileText readFile(const QString &path, qsizetype most)
{
    const QFileInfo info(path);
    const QString name = displayText(info.fileName()).text;
    if (!info.isFile()) // no folder, and nothing that has no end
        return { {}, Text::tr("%1 is no file that can be read.").arg(name) };
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return { {}, Text::tr("%1 cannot be read: %2.").arg(name, file.errorString()) };
    FileText text { file.read(most + 1), {} };
    if (text.bytes.size() > most) {
        wipe(text.bytes);
        text.refusal = Text::tr("%1 is longer than %2 and was not read.")
                           .arg(name, QLocale().formattedDataSize(most, 0));
    }
    return text;
}

} // namespace

FileText readTokenFile(const QString &path)
{
    return readFile(path, Token::maximumSize);
}

FileText readKeyFile(const QString &path)
{
    return readFile(path, JwkSet::maximumSize);
}

} // namespace mintmark

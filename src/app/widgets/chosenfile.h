// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QString>

namespace mintmark {

/// What was read of a file that somebody chose.
struct ChosenFile
{
    QByteArray bytes;
    QString fault; ///< why nothing was, in words and with those of the system; empty: it was
};

/// At most `largest` bytes; what is longer, or has no end, is not read. Blocks.
ChosenFile readChosenFile(const QString &path, qsizetype largest);

} // namespace mintmark

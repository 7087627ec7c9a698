// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QString>

namespace mintmark {

/// A file somebody opened or dropped, or why it is not read.
struct FileText
{
    QByteArray bytes;
    QString refusal; ///< one translated sentence; empty: it was read
};

/// A text with tokens in it: at most Token::maximumSize.
FileText readTokenFile(const QString &path);
/// Keys: at most JwkSet::maximumSize.
FileText readKeyFile(const QString &path);

} // namespace mintmark

// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QList>
#include <QString>
#include <QStringView>

namespace mintmark::paste {

/// A word as it is compared: lower case, without accents.
struct FoldedWord
{
    QString text;
    qsizetype begin = 0; ///< in the text it came from
    qsizetype end = 0;
    int depth = 0; ///< open round brackets before it
};

/// "Geheimer Client-Schlüssel (clientSecret)" → geheimer, client, schlussel, client, secret.
/// Everything but letters and digits parts words, and so does a capital after a small letter.
QList<FoldedWord> foldedWords(QStringView text);

/// Lower case without its accent.
QChar folded(QChar c);

/// White space, also the ones mail programs put in, and characters nobody sees.
bool isBlank(QChar c);
bool isInvisible(QChar c);

} // namespace mintmark::paste

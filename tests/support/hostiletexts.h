// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QList>
#include <QString>

namespace mintmark::test {

/// The texts of data/hostiletexts.json and one of 10,000 characters: what tokens, servers and
/// tickets may hold to deceive who reads them. Lone surrogates stay lone.
QStringList hostileTexts();
/// The same, so many at a time.
QList<QStringList> hostileChunks(qsizetype size = 16);

/// Characters that are drawn as nothing, turn or move what stands around them or give orders, as
/// "U+202E"; line feeds may stay. A list of its own, so that nobody judges himself.
QStringList forbiddenIn(const QString &text);

} // namespace mintmark::test

// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "profiles/foldedwords.h"
#include "profiles/pastedfield.h"

namespace mintmark::paste {

struct EnvironmentWord
{
    Environment environment = Environment::None;
    qsizetype words = 0; ///< how many of the list it takes: "bac à sable" is three
    /// Says it in any sentence; others ("test", "live") only beside "environment" and the like.
    bool clear = false;
};

/// The environment named at words[at]; words == 0 when none is.
EnvironmentWord environmentAt(const QList<FoldedWord> &words, qsizetype at);

/// Every word that may name an environment, or part of one.
QStringList environmentWords();

/// "environment", "Zugangsdaten", "credenciales", …: what an environment's word belongs to.
bool isEnvironmentNoun(const QString &folded);

/// The only environment a host name or an audience names, as whole words: "sbca-za-prd/API".
std::optional<EnvironmentMention> environmentOfAddress(QStringView address);

/// The environment a text as a whole names ("Sandbox", "Sage – Production", "prod (EU)").
std::optional<EnvironmentMention> environmentOfValue(QStringView value);

/// Reads one line as a heading or a sentence and adds what it says of environments.
void readEnvironmentMentions(QStringView line, qsizetype position, Findings &findings);

} // namespace mintmark::paste

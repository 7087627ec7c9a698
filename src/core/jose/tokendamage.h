// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QLatin1StringView>
#include <QString>

namespace mintmark {

class Token;

/// What happened to a token that is not whole.
enum class DamageKind {
    None,              ///< whole, opaque, or no token at all
    CutOff,            ///< the end is missing
    LowerCase,         ///< folded by a mail or ticket system: nothing in it can be relied on
    Masked,            ///< "…", "***" and the like stand in the middle
    CharactersMissing, ///< some were lost, added or changed
};

struct TokenDamage
{
    DamageKind kind = DamageKind::None;
    qsizetype characters = 0; ///< CutOff: how many are there; Masked: how many before the mask

    friend bool operator==(const TokenDamage &, const TokenDamage &) = default;
};

/// By the shape of the text alone; a Malformed token that never was one (a.b.c) has no damage.
/// `recovered` says that claims were found in it.
TokenDamage damageOf(const Token &token, bool recovered);

/// A place where somebody took characters out and left a mark: "…", "...", "***", "[...]".
struct TokenMask
{
    qsizetype offset = -1; ///< -1: there is none
    qsizetype length = 0;
};
/// The first one at or behind `from`.
TokenMask findMask(QByteArrayView text, qsizetype from = 0);
/// Of the mask that begins exactly at `at`, or 0.
qsizetype maskLength(QByteArrayView text, qsizetype at);

/// Stable names: `none`, `cut_off`, `lower_case`, `masked`, `characters_missing`.
QLatin1StringView damageCode(DamageKind kind);
/// "Cut off after 409 characters": translated, without a full stop; empty for None.
QString damageHeadline(const TokenDamage &damage);
/// What follows the headline: how much could be recovered, or why nothing can.
QString damageSentence(const TokenDamage &damage, qsizetype recovered);
/// What to ask the customer for.
QString damageCure(const TokenDamage &damage);

} // namespace mintmark

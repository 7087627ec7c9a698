// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "jose/tokendamage.h"

#include "jose/token.h"

#include <QCoreApplication>

#include <algorithm>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(TokenDamage)
};

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool isEncoded(char c)
{
    return isLetter(c) || (c >= '0' && c <= '9') || c == '-' || c == '_';
}

/// Forty letters of base64 without a capital happen once in 10^12 texts.
bool isLowerCase(QByteArrayView text)
{
    constexpr qsizetype enough = 40;
    const auto isCapital = [](char c) { return c >= 'A' && c <= 'Z'; };
    return std::none_of(text.begin(), text.end(), isCapital)
        && std::count_if(text.begin(), text.end(), isLetter) >= enough;
}

bool hasProblem(const Token &token, TokenProblemCode code)
{
    return std::any_of(token.problems().begin(), token.problems().end(),
                       [code](const TokenProblem &problem) { return problem.code == code; });
}

/// Of three parts only the last has a length that no text has.
bool endsInSignature(const Token &token)
{
    if (token.partSizes().size() != 3 || !token.header().exists())
        return false;
    const qsizetype signature = token.text().size() - token.partSizes()[2];
    return std::all_of(
        token.problems().begin(), token.problems().end(), [signature](const TokenProblem &problem) {
            return problem.part != TokenPart::Token
                || (problem.code == TokenProblemCode::Base64Length && problem.offset >= signature);
        });
}

/// A token, whatever became of it, and not a host name or a sentence.
bool wasToken(const Token &token, bool recovered)
{
    constexpr QByteArrayView beginning = "ey";
    return recovered || token.header().exists() || token.text().startsWith(beginning)
        || token.text().indexOf(".ey") >= 0;
}

TokenDamage maskDamage(QByteArrayView text, TokenMask mask)
{
    const QByteArrayView before = text.first(mask.offset);
    const QByteArrayView after = text.sliced(mask.offset + mask.length);
    if (std::none_of(before.begin(), before.end(), isEncoded))
        return { DamageKind::CharactersMissing, 0 };
    const bool atEnd = std::none_of(after.begin(), after.end(), isEncoded);
    return { atEnd ? DamageKind::CutOff : DamageKind::Masked, mask.offset };
}

} // namespace

TokenDamage damageOf(const Token &token, bool recovered)
{
    const QByteArrayView text = token.text();
    if (token.kind() != TokenKind::Malformed || text.isEmpty()
        || hasProblem(token, TokenProblemCode::JsonSerialization))
        return {};
    if (isLowerCase(text) && wasToken(token, recovered))
        return { DamageKind::LowerCase, 0 };
    if (!wasToken(token, recovered))
        return {};
    if (const TokenMask mask = findMask(text); mask.offset >= 0)
        return maskDamage(text, mask);
    const bool fewParts = !token.partSizes().isEmpty() && token.partSizes().size() < 3;
    if (fewParts || endsInSignature(token))
        return { DamageKind::CutOff, text.size() };
    return { DamageKind::CharactersMissing, 0 };
}

qsizetype maskLength(QByteArrayView text, qsizetype at)
{
    // A JWE may have two dots in a row (an empty key), an ellipsis has three.
    struct Mark
    {
        QByteArrayView text;
        int times;
    };
    constexpr Mark marks[] = { { "\xE2\x80\xA6", 1 },
                               { "\xE2\x80\xA2", 2 },
                               { "\xC2\xB7", 2 },
                               { "\xE2\x97\x8F", 2 },
                               { ".", 3 },
                               { "*", 2 } };
    const QByteArrayView rest = text.sliced(at);
    for (const QByteArrayView bracketed :
         { "[...]", "[\xE2\x80\xA6]", "(...)", "(\xE2\x80\xA6)" }) {
        if (rest.startsWith(bracketed))
            return bracketed.size();
    }
    for (const Mark &mark : marks) {
        qsizetype end = 0;
        while (rest.sliced(end).startsWith(mark.text))
            end += mark.text.size();
        if (end >= mark.times * mark.text.size())
            return end;
    }
    return 0;
}

TokenMask findMask(QByteArrayView text, qsizetype from)
{
    for (qsizetype at = from; at < text.size(); ++at) {
        if (isEncoded(text[at]))
            continue;
        if (const qsizetype length = maskLength(text, at); length > 0)
            return { at, length };
    }
    return {};
}

QLatin1StringView damageCode(DamageKind kind)
{
    constexpr QLatin1StringView codes[] = { "none"_L1, "cut_off"_L1, "lower_case"_L1, "masked"_L1,
                                            "characters_missing"_L1 };
    return codes[static_cast<int>(kind)];
}

QString damageHeadline(const TokenDamage &damage)
{
    switch (damage.kind) {
    case DamageKind::CutOff:
        return Text::tr("Cut off after %1 characters").arg(damage.characters);
    case DamageKind::LowerCase:
        return Text::tr("Everything is lower case");
    case DamageKind::Masked:
        return Text::tr("Masked in the middle, after %1 characters").arg(damage.characters);
    case DamageKind::CharactersMissing:
        return Text::tr("Characters are missing or changed");
    case DamageKind::None:
        break;
    }
    return {};
}

QString damageSentence(const TokenDamage &damage, qsizetype recovered)
{
    if (damage.kind == DamageKind::None)
        return {};
    if (damage.kind == DamageKind::LowerCase)
        return Text::tr("A mail or ticket system changed the text; a token cannot survive that.");
    if (recovered == 0)
        return Text::tr("No claim could be recovered.");
    if (recovered == 1)
        return Text::tr("1 claim could be recovered; it is not verified.");
    return Text::tr("%1 claims could be recovered; they are not verified.").arg(recovered);
}

QString damageCure(const TokenDamage &damage)
{
    if (damage.kind == DamageKind::None)
        return {};
    return Text::tr("Ask the customer for the whole token without its signature.");
}

} // namespace mintmark

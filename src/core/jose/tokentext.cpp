// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "jose/tokentext.h"

#include "jose/encodedwords.h"
#include "jose/expectedparts.h"

#include <QStringDecoder>

#include <algorithm>

namespace mintmark {

namespace {

QByteArray fromUtf16(QByteArrayView input)
{
    QStringDecoder decoder(QStringDecoder::Utf16); // takes the mark and the order it tells
    QString text = decoder(input);
    QByteArray bytes = "\xEF\xBB\xBF" + text.toUtf8();
    wipe(text);
    return bytes;
}

bool hasProblem(const Token &token, TokenProblemCode code)
{
    return std::any_of(token.problems().begin(), token.problems().end(),
                       [code](const TokenProblem &problem) { return problem.code == code; });
}

/// The last part is as long as its header says, so nothing of another word hangs on to it.
bool isComplete(const Token &token)
{
    if (token.kind() != TokenKind::Jws && token.kind() != TokenKind::Jwe)
        return false;
    const QList<qsizetype> sizes =
        expectedParts(token.text().first(token.partSizes().first())).lastSizes;
    return sizes.contains(token.partSizes().last());
}

/// What follows the token that was found belongs to it: padding, or what is not base64url in the
/// middle of a word. The scan of a text ends there, but to one token alone that is the damage.
bool goesOnDamaged(QByteArrayView input, const Token &whole, const FoundToken &found)
{
    constexpr QByteArrayView ends = "\"'`<>()[]{}|,;:&\\%#?@!";
    const QByteArrayView begin = found.text->view();
    if (!whole.text().startsWith(begin))
        return false;
    const QByteArrayView rest = whole.text().sliced(begin.size());
    if (std::all_of(rest.begin(), rest.end(), [](char c) { return c == '='; }))
        return true;
    const QByteArrayView word = input.sliced(found.offset).trimmed();
    const bool oneWord = std::none_of(word.begin(), word.end(), [](char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r';
    });
    return oneWord && !ends.contains(rest.front());
}

/// One in JSON serialization that can be read: what is faulty is then the text it stands in.
bool hasWholeOne(const QList<FoundToken> &found)
{
    return std::any_of(found.begin(), found.end(),
                       [](const FoundToken &one) { return one.text->view().startsWith('{'); });
}

/// Nothing but the one token `whole`, or nothing at all.
bool isOneToken(QByteArrayView input, const Token &whole, const QList<FoundToken> &found)
{
    if (found.isEmpty())
        return true;
    if (hasProblem(whole, TokenProblemCode::JsonSerialization))
        return !(hasProblem(whole, TokenProblemCode::JsonSerializationShape) && hasWholeOne(found));
    const bool response = whole.cleaned().contains(Cleaning::JsonResponse);
    if (response && found.size() > 1)
        return false;
    return response || isComplete(whole) || goesOnDamaged(input, whole, found.first());
}

} // namespace

Token TokenText::token(qsizetype index) const
{
    if (!found.isEmpty()) {
        const FoundToken &one = found.at(index);
        return one.kind == TokenKind::Opaque ? Token::opaque(one.text->view(), {})
                                             : Token::parse(one.text->view(), one.signature);
    }
    return index == 0 ? whole : Token::parse(text->view(), index);
}

QList<Cleaning> TokenText::cleaned(qsizetype index) const
{
    return found.isEmpty() ? whole.cleaned() : found.at(index).cleaned;
}

TokenText readTokenText(QByteArrayView input)
{
    if (input.startsWith("\xFF\xFE") || input.startsWith("\xFE\xFF")) {
        QByteArray bytes = fromUtf16(input);
        TokenText text = readTokenText(bytes);
        wipe(bytes);
        return text;
    }
    TokenText text;
    text.whole = Token::parse(input);
    if (text.whole.signatureCount() > 1)
        text.text = shareSecret(SecretBytes(input));
    const bool compact = encodedWordAt(input, 0, input.size()).size() == input.size();
    if (compact || input.size() > Token::maximumSize)
        return text;
    text.found = scanTokens(input);
    const bool labelled = text.found.size() == 1 && text.found.first().kind == TokenKind::Opaque
        && text.found.first().text->view() == text.whole.text();
    if (labelled) // behind a word such as Bearer dots do not make it a JWS
        text.whole = Token::opaque(text.whole.text(), text.whole.cleaned());
    if (isOneToken(input, text.whole, text.found)) {
        text.found.clear();
        return text;
    }
    const QByteArrayView trimmed = input.trimmed();
    const bool alone = text.found.size() == 1 && text.found.first().length == trimmed.size();
    text.lines = alone ? 0 : trimmed.count('\n') + 1;
    text.isShared = !alone && !text.whole.cleaned().contains(Cleaning::JsonResponse);
    return text;
}

} // namespace mintmark

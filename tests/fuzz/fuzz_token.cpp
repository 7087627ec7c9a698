// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "base/displaytext.h"
#include "fuzzinput.h"
#include "jose/fragments.h"
#include "jose/token.h"
#include "jose/tokenchecks.h"
#include "jose/tokentext.h"

#include <algorithm>

using namespace mintmark;
using namespace Qt::StringLiterals;

namespace {

QByteArrayView textOf(const Token &token, TokenPart part)
{
    switch (part) {
    case TokenPart::Header:
        return token.headerBytes();
    case TokenPart::Payload:
        return token.payloadBytes();
    default:
        return token.text();
    }
}

void checkProblems(const Token &token)
{
    for (const TokenProblem &problem : token.problems()) {
        MUST(problem.offset >= 0);
        MUST(problem.offset <= textOf(token, problem.part).size());
        MUST(!tokenProblemSentence(problem).isEmpty());
    }
    MUST(token.kind() != TokenKind::Malformed || !token.problems().isEmpty());
    MUST(token.kind() != TokenKind::Jws || token.header().exists());
}

void checkParts(const Token &token)
{
    qsizetype length = token.partSizes().isEmpty() ? token.text().size() + 1 : 0;
    for (const qsizetype size : token.partSizes())
        length += size + 1;
    MUST(length == token.text().size() + 1);
    MUST(fuzz::liesIn(token.signingInput(), token.text()));
    const JsonDocument payload = JsonDocument::parse(token.payloadBytes(), { Token::maximumSize });
    MUST(token.claims().exists() == (payload.isValid() && payload.root().isObject()));
    for (const auto &time : { token.expiresAtMs(), token.notBeforeMs(), token.issuedAtMs() })
        MUST(!time || token.claims().exists());
}

/// What was cleaned once stays as it is.
void checkStability(const Token &token)
{
    if (token.text().isEmpty())
        return;
    const Token again = Token::parse(token.text());
    if (again.cleaned().isEmpty())
        MUST(again.text() == token.text());
    if (token.kind() == TokenKind::Jws && token.headerDocument() == again.headerDocument())
        MUST(again.kind() == TokenKind::Jws && again.payloadBytes() == token.payloadBytes()
             && again.cleaned().isEmpty());
}

void checkChecks(const Token &token)
{
    const CheckContext contexts[] = {
        { 1'700'000'000'000, 0, {}, {}, {}, {}, {}, false },
        { 1'700'000'000'000, 90'000, u"https://api.example.com"_s, u"https://id.example.com"_s,
          u"production"_s, 3600, 1'700'000'000'000, true },
    };
    for (const CheckContext &context : contexts) {
        const QList<TokenCheck> checks = checkToken(token, context);
        for (const TokenCheck &check : checks)
            MUST(!check.message.isEmpty() && !displayText(check.message).escaped);
        MUST(std::is_sorted(checks.begin(), checks.end(),
                            [](const auto &a, const auto &b) { return a.code < b.code; }));
    }
}

void checkFragments(const Token &token)
{
    const TokenFragments fragments = recoverFragments(token);
    MUST(fragments.recovered.isEmpty() || token.kind() == TokenKind::Malformed);
    qsizetype last = 0;
    for (const RecoveredMember &member : fragments.recovered) {
        MUST(member.offset >= last && member.offset < token.text().size());
        last = member.offset;
        MUST(JsonDocument::parse(member.value, { Token::maximumSize, 1000 }).isValid());
    }
    MUST(fragments.damage.characters <= token.text().size());
}

} // namespace

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray input = fuzz::repeated(fuzz::viewOf(data, size));
    const TokenText text = readTokenText(input);
    MUST(text.count() >= 1);
    for (const Token &token : { Token::parse(input), text.token(0) }) {
        checkProblems(token);
        checkParts(token);
        checkStability(token);
        checkChecks(token);
        checkFragments(token);
    }
    return 0;
}

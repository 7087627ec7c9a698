// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "fuzzinput.h"
#include "jose/fragments.h"
#include "jose/token.h"
#include "jose/tokenscan.h"

using namespace mintmark;

namespace {

void checkFound(const FoundToken &found)
{
    MUST(found.text && !found.text->isEmpty());
    const Token token = Token::parse(found.text->view());
    MUST(!token.text().isEmpty());
    // Behind a label anything may be a token; elsewhere it is one by its shape.
    MUST(found.kind == TokenKind::Opaque || token.kind() == found.kind
         || found.kind == TokenKind::Malformed);
    recoverFragments(token);
}

} // namespace

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray text = fuzz::repeated(fuzz::viewOf(data, size));
    const QList<FoundToken> tokens = scanTokens(text);
    MUST(tokens.size() <= maximumFoundTokens);
    qsizetype end = 0;
    for (const FoundToken &found : tokens) {
        MUST((found.offset >= end || found.signature > 0) && found.length > 0);
        end = found.offset + found.length;
        MUST(end <= text.size());
    }
    for (qsizetype i = 0; i < qMin<qsizetype>(tokens.size(), 8); ++i)
        checkFound(tokens[i]);
    return 0;
}

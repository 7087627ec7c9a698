// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "cli/tokenreport.h"

#include "jose/jwkset.h"
#include "jose/signatureverifier.h"

namespace mintmark {

using namespace Qt::StringLiterals;

using State = TokenReport::State;

namespace {

State stateOf(const Token &token, qint64 nowMs)
{
    if (const auto expiresMs = token.expiresAtMs(); expiresMs && *expiresMs <= nowMs)
        return State::Expired;
    if (const auto startMs = token.notBeforeMs(); startMs && *startMs > nowMs)
        return State::NotYetValid;
    return token.expiresAtMs() ? State::Live : State::NoExpiry;
}

/// Without keys there is little to say.
SignatureStatus signatureOf(const Token &token)
{
    switch (token.kind()) {
    case TokenKind::Malformed:
        return SignatureStatus::Malformed;
    case TokenKind::Jwe:
        return SignatureStatus::Unsupported;
    case TokenKind::Jws:
        return token.isUnsecured() ? SignatureStatus::Unsecured : SignatureStatus::NotChecked;
    case TokenKind::Opaque:
        break;
    }
    return SignatureStatus::NotChecked;
}

} // namespace

TokenReport TokenReport::of(const Token &token, const CheckContext &context)
{
    TokenReport report;
    report.token = token;
    report.fragments = recoverFragments(token);
    report.nowMs = context.nowMs;
    report.state = stateOf(token, context.nowMs);
    if (token.expiresAtMs() && token.issuedAtMs())
        report.lifetimeMs = *token.expiresAtMs() - *token.issuedAtMs();
    report.checks = checkToken(token, context);
    report.signature = signatureOf(token);
    report.keyId = token.keyId();
    return report;
}

void TokenReport::checkSignature(const JwkSet &keys, const QString &source)
{
    const SignatureVerdict verdict = verifySignature(token, keys);
    signature = verdict.status;
    keyId = verdict.keyId;
    keySource = source;
    signatureSentence = verdict.sentence;
}

QLatin1StringView stateName(State state)
{
    switch (state) {
    case State::Expired:
        return "expired"_L1;
    case State::NotYetValid:
        return "not_yet_valid"_L1;
    case State::NoExpiry:
        return "no_expiry"_L1;
    case State::Live:
        break;
    }
    return "live"_L1;
}

} // namespace mintmark

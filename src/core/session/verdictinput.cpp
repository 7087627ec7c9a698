// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "session/verdictinput.h"

#include "base/displaytext.h"

#include <QCoreApplication>
#include <QUrl>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(VerdictInput)
};

/// Enough to tell keys apart; a kid may be a thumbprint of 43 characters, or anything.
QString shortKeyId(const QString &keyId)
{
    constexpr qsizetype longestWhole = 12;
    constexpr qsizetype shownOfLonger = 8;
    return displayText(keyId.size() <= longestWhole ? keyId : keyId.first(shownOfLonger) + u'…')
        .text;
}

/// "757b50fd from id.sage.com": only of use beside a signature that was checked.
QString signatureKey(const QString &keyId, const Profile &profile)
{
    const QString host = QUrl(profile.jwksUri.isEmpty() ? profile.issuer : profile.jwksUri).host();
    const QString shown = shortKeyId(keyId);
    return shown.isEmpty() || host.isEmpty() ? shown : Text::tr("%1 from %2").arg(shown, host);
}

bool failedSince(const SessionState &state)
{
    return state.tokenSet && state.lastError && state.lastError->code != ErrorCode::Cancelled;
}

void judgeBy(VerdictInput &input, const Profile &profile)
{
    input.expectedAudience = expectedAudience(profile);
    input.inProduction = profile.listing.environment == Environment::Production;
    input.issuerKnown = !profile.issuer.isEmpty() || !profile.jwksUri.isEmpty();
    input.canIntrospect = !profile.introspectionEndpoint.isEmpty();
}

} // namespace

CheckContext checkContext(const SessionState &state, qint64 nowMs)
{
    CheckContext context;
    context.nowMs = nowMs;
    if (state.tokenSet) {
        context.clockSkewMs = state.tokenSet->skewMs.value_or(0);
        context.expiresInS = state.tokenSet->expiresInS;
        context.receivedMs = state.tokenSet->receivedAtMs;
    }
    if (state.profile) {
        context.expectedAudience = expectedAudience(*state.profile);
        context.expectedIssuer = state.profile->issuer;
        context.environment = wireName(state.profile->listing.environment);
    }
    return context;
}

QString expectedAudience(const Profile &profile)
{
    return profile.expectedAudience.isEmpty() ? profile.client.audience : profile.expectedAudience;
}

bool isAnswerWithoutToken(ErrorCode code)
{
    switch (code) {
    case ErrorCode::AnswerTooLarge:
    case ErrorCode::AnswerEmpty:
    case ErrorCode::AnswerIsHtml:
    case ErrorCode::AnswerNotJson:
    case ErrorCode::AnswerEncoded:
    case ErrorCode::AnswerWithoutToken:
    case ErrorCode::AnswerTokenUnusable:
    case ErrorCode::AnswerAmbiguous:
    case ErrorCode::TokenTypeUnknown:
    case ErrorCode::TokenMalformed:
        return true;
    default:
        return false;
    }
}

VerdictInput verdictInput(const SessionState &state, bool keyringLocked, qint64 nowMs)
{
    VerdictInput input;
    input.nowMs = nowMs;
    if (state.isRunning())
        input.runningSinceMs = state.startedAtMs.value_or(nowMs);
    input.keyringLocked = keyringLocked;
    input.failedSince = failedSince(state);
    input.tokenSet = state.tokenSet;
    input.token = state.token;
    if (!state.tokenSet && state.lastError && isAnswerWithoutToken(state.lastError->code))
        input.answerError = state.lastError;
    if (state.token)
        input.checks = checkToken(*state.token, checkContext(state, nowMs));
    input.signature = state.signature;
    input.signatureReason = state.signatureReason;
    if (state.profile)
        judgeBy(input, *state.profile);
    if (state.profile && state.signature == SignatureStatus::Valid)
        input.signatureKey = signatureKey(state.signatureKeyId, *state.profile);
    return input;
}

} // namespace mintmark

// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/session/sessionexamples.h"

#include "session/verdict.h"

#include <functional>
#include <memory>

namespace mintmark::test {

using Change = std::function<void(VerdictInput &)>;

inline void setToken(VerdictInput &input, QByteArrayView token)
{
    input.tokenSet = tokenSetOf(token);
    input.token = std::make_shared<const Token>(Token::parse(token));
}

/// Another token in the same set: its times and skew stay.
inline void replaceToken(VerdictInput &input, QByteArrayView token)
{
    input.tokenSet->accessToken = shareSecret(SecretBytes(token));
    input.token = std::make_shared<const Token>(Token::parse(token));
}

/// The usual token, 18 min after it was fetched: 7 h 42 min of 8 h are left.
inline VerdictInput usualInput()
{
    VerdictInput input;
    input.nowMs = fetchedMs + 18 * minuteMs;
    setToken(input, jws(usual, R"({"alg":"RS256","kid":"757b50fd"})"));
    input.expectedAudience = QStringLiteral("s200ukipd/sage200");
    return input;
}

inline void addCheck(VerdictInput &input, CheckCode code, Severity severity)
{
    input.checks << TokenCheck { code, severity, QStringLiteral("said elsewhere") };
}

inline void dropToken(VerdictInput &input)
{
    input.tokenSet.reset();
    input.token.reset();
}

inline constexpr qint64 endMs = expiresS * 1000;

// What makes each row of the table fit, from the first to the last.
inline void runs(VerdictInput &input)
{
    input.runningSinceMs = input.nowMs - 1'480;
}
inline void isLocked(VerdictInput &input)
{
    dropToken(input);
    input.keyringLocked = true;
}
inline void hasUnusableAnswer(VerdictInput &input)
{
    dropToken(input);
    input.answerError = Error { ErrorCode::AnswerWithoutToken, {}, {} };
}
inline void isDamaged(VerdictInput &input)
{
    setToken(input, "eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJqb2U");
}
inline void isWronglySigned(VerdictInput &input)
{
    input.signature = SignatureStatus::Invalid;
}
inline void isUnsigned(VerdictInput &input)
{
    input.signature = SignatureStatus::Unsecured;
    addCheck(input, CheckCode::AlgorithmNone, Severity::Error);
}
inline void isExpired(VerdictInput &input)
{
    input.nowMs = endMs + 12 * minuteMs + 40 * secondMs;
    addCheck(input, CheckCode::Expired, Severity::Error);
}
inline void isNotYetGood(VerdictInput &input)
{
    const qint64 serverNowMs = input.nowMs + input.tokenSet->skewMs.value_or(0);
    const QByteArray startS = QByteArray::number(serverNowMs / 1000 + 3 * 60 + 20);
    replaceToken(input, jws(R"({"iat":1741597924,"exp":1741626724,"nbf":)" + startS + '}'));
    addCheck(input, CheckCode::NotYetValid, Severity::Warning);
}
inline void isForAnotherApi(VerdictInput &input)
{
    addCheck(input, CheckCode::AudienceMismatch, Severity::Error);
}
inline void isFromAnotherIssuer(VerdictInput &input)
{
    addCheck(input, CheckCode::IssuerMismatch, Severity::Error);
}
inline void isOfAnotherEnvironment(VerdictInput &input)
{
    addCheck(input, CheckCode::EnvironmentMismatch, Severity::Warning);
}
inline void isInProductionByMistake(VerdictInput &input)
{
    input.inProduction = true;
    isOfAnotherEnvironment(input);
}
inline void hasAClockOff(VerdictInput &input)
{
    // behind the server: its end comes earlier by this clock, and `now` moves along
    input.tokenSet->skewMs = 4 * minuteMs + 30 * secondMs;
    input.nowMs -= 4 * minuteMs + 30 * secondMs;
    addCheck(input, CheckCode::ClockSkew, Severity::Warning);
}
inline void endsSoon(VerdictInput &input)
{
    input.nowMs = endMs - 3 * minuteMs - 58 * secondMs - input.tokenSet->skewMs.value_or(0);
}
inline void hasNoEnd(VerdictInput &input)
{
    replaceToken(input, jws(R"({"iss":"https://id.sage.com/"})"));
    addCheck(input, CheckCode::NoExpiry, Severity::Info);
}
inline void isLive(VerdictInput &) { }
inline void failedSince(VerdictInput &input)
{
    input.failedSince = true;
}

} // namespace mintmark::test

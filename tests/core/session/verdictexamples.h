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

} // namespace mintmark::test

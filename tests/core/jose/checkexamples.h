// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "joseexamples.h"

#include "jose/token.h"
#include "jose/tokenchecks.h"

namespace mintmark::test {

/// 2025-03-10T09:12:04Z; the token of the rows is issued then and lives 8 hours.
inline constexpr qint64 issuedS = 1'741'597'924;
inline constexpr qint64 expiresS = issuedS + 28'800;
inline constexpr char usual[] =
    R"({"iss":"https://id.sage.com/","aud":"s200ukipd/sage200","iat":1741597924,"exp":1741626724})";

inline CheckContext at(qint64 seconds)
{
    CheckContext context;
    context.nowMs = seconds * 1000;
    return context;
}

inline QStringList namesOf(const QList<TokenCheck> &checks)
{
    QStringList names;
    for (const TokenCheck &check : checks)
        names << checkName(check.code) + QLatin1Char(':') + severityName(check.severity);
    return names;
}

inline QStringList check(const QByteArray &payload, const CheckContext &context)
{
    return namesOf(checkToken(Token::parse(jws(payload)), context));
}

/// A good claims set with one more member.
inline QByteArray withMember(const QByteArray &member)
{
    return "{\"exp\":1741626724," + member + '}';
}

} // namespace mintmark::test

// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/tokens/tokencontent.h"
#include "jose/base64url.h"
#include "profiles/profile.h"
#include "session/verdict.h"

#include <QByteArray>
#include <QString>

#include <memory>

namespace mintmark::test {

using namespace Qt::StringLiterals;

/// 10 March 2025, 09:29:54 UTC: a little less than 18 minutes after the token below was made.
constexpr qint64 exampleNowMs = 1'741'598'994'000;

inline QByteArray
jwsBytes(const QByteArray &payload,
         const QByteArray &header = R"({"alg":"RS256","kid":"757b50fd","typ":"JWT"})")
{
    return base64UrlEncode(header) + '.' + base64UrlEncode(payload) + '.'
        + base64UrlEncode(QByteArray(256, 'S'));
}

/// A claims set with so many claims and one.
inline QByteArray payloadOfClaims(int count)
{
    QByteArray claims = "{\"a\":1";
    for (int i = 0; i < count; ++i)
        claims += ",\"claim" + QByteArray::number(i) + "\":\"value " + QByteArray::number(i) + '"';
    return claims + '}';
}

inline std::shared_ptr<const Token> parsed(const QByteArray &text)
{
    return std::make_shared<const Token>(Token::parse(text));
}

/// As the Sage guide describes them.
inline QByteArray sageClaims()
{
    return R"({"iss":"https://id.sage.com/","aud":"s200ukipd/sage200","exp":1741626724,)"
           R"("iat":1741597924,"azp":"k1Jq0vWcYxM8sBt2Zr7LdPqE","scope":"payments:read payments:write",)"
           R"("organisationId":"ab1f78b2-384e-4e20-b366-6f90b8763e6e","sourceProduct":"sage.brazil.one",)"
           R"("gty":"client-credentials"})";
}

inline std::shared_ptr<const Token> sageToken()
{
    return parsed(jwsBytes(sageClaims()));
}

inline Profile sageProfile()
{
    Profile profile;
    profile.provider = u"sage-id"_s;
    profile.client.tokenEndpoint = u"https://id.sage.com/oauth/token"_s;
    profile.client.clientId = u"k1Jq0vWcYxM8sBt2Zr7LdPqE"_s;
    profile.client.audience = u"s200ukipd/sage200"_s;
    return profile;
}

inline ClaimContext sageContext()
{
    return { u"s200ukipd/sage200"_s, {}, u"k1Jq0vWcYxM8sBt2Zr7LdPqE"_s, {} };
}

/// "Live", as of the day it was drawn.
inline Verdict liveVerdict()
{
    Verdict verdict;
    verdict.headline = u"Live"_s;
    verdict.icon = u"check"_s;
    verdict.tone = Tone::Ok;
    verdict.reading = { { u"7"_s, u"h"_s }, { u"42"_s, u"min"_s } };
    verdict.readingSuffix = u"left"_s;
    verdict.bar = Verdict::Bar::Filled;
    verdict.barTone = Tone::Ok;
    verdict.barFraction = 0.9625;
    verdict.barMark = 0.0104;
    verdict.lines = {
        { u"target"_s, Tone::Ok, u"Audience as in the profile"_s, u"s200ukipd/sage200"_s, {}, {} },
        { u"sealq"_s, Tone::Neutral, u"Signature not checked"_s,
          u"No key address for this provider."_s, u"Set one…"_s, u"edit-keys"_s }
    };
    verdict.footLeft = u"Fetched 09:12:04 · lives 8 h"_s;
    verdict.footRight = u"Expires 17:12:04 · 16:12:04 UTC"_s;
    return verdict;
}

inline Verdict noTokenVerdict()
{
    Verdict verdict;
    verdict.headline = u"No token yet"_s;
    verdict.icon = u"clock"_s;
    verdict.readingText = u"F5 fetches one"_s;
    return verdict;
}

/// What a request running over `before` makes of it.
inline Verdict running(Verdict before, bool hasToken)
{
    if (!hasToken) {
        before = {};
        before.headline = u"Fetching…"_s;
    }
    before.icon = u"fetch"_s;
    before.tone = Tone::Neutral;
    before.readingDimmed = hasToken;
    before.elapsed = { { u"1.4"_s, u"s"_s } };
    return before;
}

} // namespace mintmark::test

// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

// How long it takes to say whose a token is, among 1,000 profiles: a whole token and a damaged one.

#include "jose/token.h"
#include "session/profileguess.h"

#include <QElapsedTimer>

#include <algorithm>
#include <cstdio>
#include <vector>

using namespace mintmark;
using namespace Qt::StringLiterals;

namespace {

constexpr int profileCount = 1'000;
constexpr int rounds = 25;

QByteArray encoded(const QByteArray &part)
{
    return part.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

QList<ProfileFacts> profiles()
{
    QList<ProfileFacts> facts;
    for (int i = 0; i < profileCount; ++i)
        facts << ProfileFacts { QUuid::createUuid(), Environment::Production, 1, 1,
                                u"client-%1"_s.arg(i), u"api-%1"_s.arg(i % 20),
                                u"https://id%1.example.com/"_s.arg(i % 7),
                                u"id%1.example.com"_s.arg(i % 7) };
    return facts;
}

void measure(const char *name, const QByteArray &text, const QList<ProfileFacts> &facts)
{
    const Token token = Token::parse(text);
    std::vector<double> times;
    qsizetype found = 0;
    for (int round = 0; round < rounds; ++round) {
        QElapsedTimer timer;
        timer.start();
        found = guessProfiles(token, facts).size();
        times.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    std::ranges::sort(times);
    std::printf("%-20s %6.3f ms, %lld fit\n", name, times[rounds / 2],
                static_cast<long long>(found));
}

} // namespace

int main()
{
    const QList<ProfileFacts> facts = profiles();
    const QByteArray head = encoded(R"({"alg":"RS256","typ":"at+jwt"})");
    const QByteArray named = encoded(
        R"({"iss":"https://id5.example.com/","aud":"api-19","client_id":"client-999"})");
    const QByteArray shared = encoded(R"({"aud":"api-3","sub":"anna"})");
    measure("client id", head + '.' + named + ".c2ln", facts);
    measure("audience", head + '.' + shared + ".c2ln", facts);
    measure("cut off", head + '.' + named.chopped(20), facts);
    return 0;
}

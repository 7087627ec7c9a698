// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "session/profileguess.h"

#include "jose/environmentkind.h"
#include "jose/fragments.h"
#include "jose/token.h"

#include <QCoreApplication>
#include <QUrl>

#include <algorithm>
#include <tuple>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ProfileGuess)
};

/// Claims that name the client and nothing else: OpenID Connect and Auth0, RFC 9068 and RFC 8693,
/// Entra ID v1, Okta, older Keycloak.
constexpr QLatin1StringView clientClaims[] = { "azp"_L1, "client_id"_L1, "appid"_L1, "cid"_L1,
                                               "clientId"_L1 };
/// Claims that may name the client, or something else: RFC 9068 §2.2 makes the subject of a token
/// for the client itself the client; Sage's services name themselves.
constexpr QLatin1StringView perhapsClientClaims[] = { "sub"_L1, "serviceId"_L1 };
/// Auth0's subject of a token for the client itself.
constexpr auto auth0Suffix = "@clients"_L1;

/// What a token says of whose it is.
struct TokenFacts
{
    QStringList clientIds;        ///< one of them is the client's
    QStringList perhapsClientIds; ///< one of them may be
    QStringList audience;
    QString issuer;
    QString issuerHost;
    std::optional<EnvironmentKind> environment;
};

QStringList textsOf(const JsonValue &value)
{
    QStringList texts;
    if (value.isString())
        texts << value.toString();
    for (const JsonValue &element : value) {
        if (value.isArray() && element.isString())
            texts << element.toString();
    }
    texts.removeAll(QString());
    return texts;
}

template <std::size_t size> bool isOneOf(const QLatin1StringView (&names)[size], const QString &name)
{
    return std::ranges::find(names, name) != std::end(names);
}

void readClaim(TokenFacts &facts, const QString &name, const JsonValue &value)
{
    if (isOneOf(clientClaims, name)) {
        facts.clientIds += textsOf(value);
    } else if (isOneOf(perhapsClientClaims, name)) {
        for (QString &text : textsOf(value)) {
            if (text.endsWith(auth0Suffix))
                text.chop(auth0Suffix.size());
            facts.perhapsClientIds << text;
        }
    } else if (name == "aud"_L1) {
        facts.audience += textsOf(value);
    } else if (name == "iss"_L1 && facts.issuer.isEmpty()) {
        facts.issuer = value.toString();
    }
}

/// What both say; nothing where they contradict each other.
std::optional<EnvironmentKind> environmentOf(const QStringList &texts)
{
    std::optional<EnvironmentKind> found;
    for (const QString &text : texts) {
        const std::optional<EnvironmentKind> one = environmentKind(text);
        if (one && found && one != found)
            return {};
        found = one ? one : found;
    }
    return found;
}

TokenFacts factsOf(const Token &token)
{
    TokenFacts facts;
    if (token.kind() != TokenKind::Jws && token.kind() != TokenKind::Malformed)
        return facts;
    const JsonValue claims = token.claims();
    for (const JsonValue &member : claims)
        readClaim(facts, member.name(), member);
    if (!claims.exists()) {
        for (const RecoveredMember &member : recoverFragments(token).recovered) {
            const JsonDocument value = JsonDocument::parse(member.value);
            if (member.part == TokenPart::Payload && value.isValid())
                readClaim(facts, member.name, value.root());
        }
    }
    // An ID token's audience is the client (OpenID Connect Core §2), PingAM's access token's too.
    facts.perhapsClientIds += facts.audience;
    facts.issuerHost = QUrl(facts.issuer).host();
    facts.environment = environmentOf(facts.audience + QStringList { facts.issuer });
    return facts;
}

/// GUIDs are written in upper and lower case (Entra ID); everything else is compared as it is.
bool isSameId(const QString &a, const QString &b)
{
    if (a == b)
        return true;
    const QUuid id = QUuid::fromString(a);
    return !id.isNull() && id == QUuid::fromString(b);
}

/// Whoever typed an address with a slash at its end, or without, meant the same.
bool isSameAddress(QStringView a, QStringView b)
{
    const auto trimmed = [](QStringView text) {
        return text.endsWith(u'/') ? text.chopped(1) : text;
    };
    return trimmed(a) == trimmed(b);
}

Fit fitOf(const QStringList &said, const QString &wanted, bool (*same)(const QString &, const QString &))
{
    if (said.isEmpty() || wanted.isEmpty())
        return Fit::Unknown;
    const bool found =
        std::ranges::any_of(said, [&](const QString &one) { return same(one, wanted); });
    return found ? Fit::Same : Fit::Differs;
}

Fit clientFit(const TokenFacts &token, const QString &clientId)
{
    if (const Fit fit = fitOf(token.clientIds, clientId, isSameId); fit != Fit::Unknown)
        return fit;
    const Fit perhaps = fitOf(token.perhapsClientIds, clientId, isSameId);
    return perhaps == Fit::Same ? perhaps : Fit::Unknown;
}

Fit environmentFit(const TokenFacts &token, Environment environment)
{
    const std::optional<EnvironmentKind> expected = environmentKind(wireName(environment));
    if (!token.environment || !expected)
        return Fit::Unknown;
    return token.environment == expected ? Fit::Same : Fit::Differs;
}

ProfileGuess compared(const TokenFacts &token, const ProfileFacts &profile)
{
    const auto sameAddress = [](const QString &a, const QString &b) { return isSameAddress(a, b); };
    const QStringList issuers = token.issuer.isEmpty() ? QStringList() : QStringList { token.issuer };
    ProfileGuess guess;
    guess.id = profile.id;
    guess.clientId = clientFit(token, profile.clientId);
    guess.audience = fitOf(token.audience, profile.audience, sameAddress);
    guess.issuer = fitOf(issuers, profile.issuer, sameAddress);
    guess.sameHost = !token.issuerHost.isEmpty() && token.issuerHost == profile.tokenHost;
    guess.environment = environmentFit(token, profile.environment);
    return guess;
}

bool isGuess(const ProfileGuess &guess)
{
    if (guess.clientId == Fit::Same)
        return true;
    return guess.clientId != Fit::Differs && guess.audience != Fit::Differs
        && guess.issuer != Fit::Differs
        && (guess.audience == Fit::Same || guess.issuer == Fit::Same);
}

/// Higher is better.
auto rank(const ProfileGuess &guess)
{
    const auto value = [](Fit fit) { return fit == Fit::Same ? 2 : fit == Fit::Unknown ? 1 : 0; };
    return std::tuple(value(guess.clientId), value(guess.audience), value(guess.issuer),
                      guess.sameHost, value(guess.environment));
}

/// "client id and audience", "client id, audience and issuer".
QString listed(const QStringList &names)
{
    if (names.size() < 2)
        return names.join(QString());
    return Text::tr("%1 and %2").arg(names.mid(0, names.size() - 1).join(Text::tr(", ")),
                                     names.last());
}

} // namespace

bool ProfileGuess::isAsGoodAs(const ProfileGuess &other) const
{
    return rank(*this) == rank(other);
}

QList<ProfileGuess> guessProfiles(const Token &token, const QList<ProfileFacts> &profiles)
{
    const TokenFacts facts = factsOf(token);
    QList<ProfileGuess> guesses;
    for (const ProfileFacts &profile : profiles) {
        if (const ProfileGuess guess = compared(facts, profile); isGuess(guess))
            guesses << guess;
    }
    const auto hasClient = [](const ProfileGuess &guess) { return guess.clientId == Fit::Same; };
    if (std::ranges::any_of(guesses, hasClient))
        guesses.removeIf([&](const ProfileGuess &guess) { return !hasClient(guess); });
    std::ranges::stable_sort(guesses, [](const ProfileGuess &a, const ProfileGuess &b) {
        return rank(a) > rank(b);
    });
    return guesses;
}

qsizetype countOfBest(const QList<ProfileGuess> &guesses)
{
    return std::ranges::count_if(
        guesses, [&](const ProfileGuess &guess) { return guess.isAsGoodAs(guesses.first()); });
}

QString guessSentence(const ProfileGuess &guess)
{
    QStringList same;
    QStringList differing;
    const auto add = [&](Fit fit, const QString &name) {
        if (fit == Fit::Same)
            same << name;
        else if (fit == Fit::Differs)
            differing << name;
    };
    add(guess.clientId, Text::tr("client id"));
    add(guess.audience, Text::tr("audience"));
    add(guess.issuer, Text::tr("issuer"));
    if (guess.environment == Fit::Differs)
        differing << Text::tr("environment");
    if (same.isEmpty())
        return {};
    const QString fits = Text::tr("Same %1").arg(listed(same));
    if (differing.isEmpty())
        return fits;
    //: %1 is "Same client id"; one thing, or several, differ
    return differing.size() == 1 ? Text::tr("%1; %2 differs").arg(fits, listed(differing))
                                 : Text::tr("%1; %2 differ").arg(fits, listed(differing));
}

} // namespace mintmark

// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "jose/token.h"
#include "session/profileguess.h"
#include "support/testmain.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace mintmark;
using namespace Qt::StringLiterals;

namespace {

QByteArray encoded(const QByteArray &part)
{
    return part.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

/// moc loses its way in raw strings: JSON inside the class has ' in place of ".
QByteArray quoted(QByteArray json)
{
    return json.replace('\'', '"');
}

Token tokenOf(const QByteArray &claims)
{
    return Token::parse(encoded(R"({"alg":"RS256"})") + '.' + encoded(quoted(claims)) + ".c2ln");
}

ProfileFacts profile(const QString &clientId, const QString &audience = {},
                     const QString &issuer = {}, const QString &host = {},
                     Environment environment = Environment::None)
{
    return { QUuid::createUuid(), environment, 1, 1, clientId, audience, issuer, host };
}

QList<ProfileGuess> guessed(const QByteArray &claims, const ProfileFacts &facts)
{
    return guessProfiles(tokenOf(claims), { facts });
}

QString sentence(const QByteArray &claims, const ProfileFacts &facts)
{
    const QList<ProfileGuess> guesses = guessed(claims, facts);
    return guesses.isEmpty() ? u"none"_s : guessSentence(guesses.first());
}

QJsonDocument json(const QString &name)
{
    QFile file(QStringLiteral(MINTMARK_TEST_DATA) + u'/' + name);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll())
                                          : QJsonDocument();
}

/// The fixed set that tickets are compared with, by name.
struct TicketProfiles
{
    TicketProfiles()
    {
        const QJsonArray all = json(u"ticketprofiles.json"_s).array();
        for (const QJsonValue &one : all) {
            facts << profile(one[u"client_id"].toString(), one[u"audience"].toString(),
                             one[u"issuer"].toString(), one[u"token_host"].toString(),
                             environmentFromWireName(one[u"environment"].toString())
                                 .value_or(Environment::None));
            names.insert(facts.last().id, one[u"name"].toString());
        }
    }
    /// null: no profile fits; a name; or how many fit equally well.
    QJsonValue guess(const QByteArray &token) const
    {
        const QList<ProfileGuess> guesses = guessProfiles(Token::parse(token), facts);
        const qsizetype count = countOfBest(guesses);
        return count == 0 ? QJsonValue()
            : count == 1  ? QJsonValue(names.value(guesses.first().id))
                          : QJsonValue(count);
    }
    QList<ProfileFacts> facts;
    QHash<ProfileId, QString> names;
};

} // namespace

class TestProfileGuess : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void findsTheClientIdOfEachServer_data();
    void findsTheClientIdOfEachServer();
    void saysWhatFitsAndWhatDiffers_data();
    void saysWhatFitsAndWhatDiffers();
    void guessesTickets_data();
    void guessesTickets();
    void guessesManyTickets();

    void aClientIdLeavesTheOthersOut()
    {
        const ProfileFacts own = profile(u"app"_s, u"other"_s);
        const ProfileFacts rival = profile({}, u"api"_s);
        const auto guesses = guessProfiles(tokenOf("{'azp':'app','aud':'api'}"), { rival, own });
        QCOMPARE(guesses.size(), 1);
        QCOMPARE(guesses.first().id, own.id);
    }

    void audienceAndIssuerChooseAmongProfilesOfOneClient()
    {
        const QList<ProfileFacts> profiles {
            profile(u"app"_s, u"b"_s, u"https://i"_s), profile(u"app"_s, {}, u"https://i"_s),
            profile(u"app"_s, u"a"_s, u"https://j"_s), profile(u"app"_s, u"a"_s, u"https://i"_s)
        };
        const auto guesses = guessProfiles(
            tokenOf("{'client_id':'app','aud':['a'],'iss':'https://i'}"), profiles);
        QList<ProfileId> order;
        for (const ProfileGuess &guess : guesses)
            order << guess.id;
        QCOMPARE(order, (QList<ProfileId> { profiles[3].id, profiles[2].id, profiles[1].id,
                                            profiles[0].id }));
        QCOMPARE(countOfBest(guesses), 1);
    }

    void whatManyShareIsNoGuess()
    {
        QList<ProfileFacts> profiles;
        for (int i = 0; i < 400; ++i)
            profiles << profile(u"client-%1"_s.arg(i), u"api"_s);
        const auto guesses = guessProfiles(tokenOf("{'aud':'api','sub':'anna'}"), profiles);
        QCOMPARE(guesses.size(), 400);
        QCOMPARE(countOfBest(guesses), 400);
    }

    void onlyTheServerReadsThese()
    {
        const QList<ProfileFacts> profiles { profile(u"2YotnFZFEjr1zCsicMWpAA"_s, u"api"_s) };
        QVERIFY(guessProfiles(Token::parse("2YotnFZFEjr1zCsicMWpAA"), profiles).isEmpty());
        const QByteArray header =
            encoded(quoted("{'alg':'RSA-OAEP','enc':'A256GCM','aud':'api','client_id':'x'}"));
        const Token jwe = Token::parse(header + ".a2V5.aXY.dGV4dA.dGFn");
        QCOMPARE(jwe.kind(), TokenKind::Jwe);
        QVERIFY(guessProfiles(jwe, profiles).isEmpty());
        QVERIFY(guessProfiles(Token(), profiles).isEmpty());
        QCOMPARE(countOfBest({}), 0);
    }

    void nothingFitsNothing()
    {
        // What neither says is not the same.
        QVERIFY(guessed("{}", profile({})).isEmpty());
        QVERIFY(guessed("{'azp':'','aud':'','iss':''}", profile({})).isEmpty());
        QVERIFY(guessed("[1]", profile(u"1"_s)).isEmpty());
    }
};

void TestProfileGuess::findsTheClientIdOfEachServer_data()
{
    QTest::addColumn<QByteArray>("claims");
    QTest::newRow("RFC 9068") << R"({"client_id":"app-1","sub":"anna"})"_ba;
    QTest::newRow("Auth0") << R"({"azp":"app-1","sub":"app-1@clients"})"_ba;
    QTest::newRow("Auth0 without azp") << R"({"sub":"app-1@clients"})"_ba;
    QTest::newRow("Entra ID v1") << R"({"appid":"app-1","aud":"https://graph.microsoft.com"})"_ba;
    QTest::newRow("Okta") << R"({"cid":"app-1","sub":"app-1"})"_ba;
    QTest::newRow("Keycloak") << R"({"azp":"app-1","clientId":"app-1","sub":"f3a1"})"_ba;
    QTest::newRow("PingAM") << R"({"sub":"x","aud":"app-1"})"_ba;
    QTest::newRow("Sage") << R"({"iss":"wpb-auth","serviceId":"app-1"})"_ba;
}

void TestProfileGuess::findsTheClientIdOfEachServer()
{
    QFETCH(QByteArray, claims);
    QCOMPARE(sentence(claims, profile(u"app-1"_s)), u"Same client id"_s);
    QCOMPARE(sentence(claims, profile(u"app-10"_s)), u"none"_s);
    QCOMPARE(sentence(claims, profile(u"APP-1"_s)), u"none"_s);
}

void TestProfileGuess::saysWhatFitsAndWhatDiffers_data()
{
    QTest::addColumn<QByteArray>("claims");
    QTest::addColumn<ProfileFacts>("facts");
    QTest::addColumn<QString>("said");
    const QByteArray whole = R"({"azp":"app","aud":["api","b"],"iss":"https://id.example.com/"})";
    const QString host = u"id.example.com"_s;
    const QString issuer = u"https://id.example.com"_s;
    QTest::newRow("all") << whole << profile(u"app"_s, u"api"_s, issuer)
                         << u"Same client id, audience and issuer"_s;
    QTest::newRow("audience differs") << whole << profile(u"app"_s, u"c"_s)
                                      << u"Same client id; audience differs"_s;
    QTest::newRow("two differ") << whole << profile(u"app"_s, u"c"_s, u"https://other"_s)
                                << u"Same client id; audience and issuer differ"_s;
    QTest::newRow("client differs") << whole << profile(u"x"_s, u"api"_s, issuer) << u"none"_s;
    const QByteArray bare = R"({"aud":"api","iss":"https://id.example.com","sub":"anna"})";
    QTest::newRow("no client in the token")
        << bare << profile(u"x"_s, u"api"_s, issuer) << u"Same audience and issuer"_s;
    QTest::newRow("audience alone") << bare << profile(u"x"_s, u"api"_s) << u"Same audience"_s;
    QTest::newRow("issuer alone") << bare << profile(u"x"_s, {}, issuer) << u"Same issuer"_s;
    QTest::newRow("same issuer, other audience")
        << bare << profile(u"x"_s, u"c"_s, issuer) << u"none"_s;
    QTest::newRow("same audience, other issuer")
        << bare << profile(u"x"_s, u"api"_s, u"https://o"_s) << u"none"_s;
    QTest::newRow("a host alone") << bare << profile(u"x"_s, {}, {}, host) << u"none"_s;
    QTest::newRow("environment") << R"({"azp":"app","aud":"api-prod"})"_ba
                                 << profile(u"app"_s, u"api-prod"_s, {}, {}, Environment::Sandbox)
                                 << u"Same client id and audience; environment differs"_s;
    QTest::newRow("GUID") << R"({"appid":"7F0C0F0E-9C1D-4A57-8F0E-2B1E5C6D7A88"})"_ba
                          << profile(u"7f0c0f0e-9c1d-4a57-8f0e-2b1e5c6d7a88"_s)
                          << u"Same client id"_s;
}

void TestProfileGuess::saysWhatFitsAndWhatDiffers()
{
    QFETCH(QByteArray, claims);
    QFETCH(ProfileFacts, facts);
    QFETCH(QString, said);
    QCOMPARE(sentence(claims, facts), said);
}

void TestProfileGuess::guessesTickets_data()
{
    QTest::addColumn<QString>("name");
    const QDir folder(QStringLiteral(MINTMARK_TEST_DATA) + u"/tickets"_s);
    for (const QString &file : folder.entryList({ u"*.json"_s }, QDir::Files, QDir::Name))
        QTest::newRow(qPrintable(file)) << u"tickets/"_s + file;
}

void TestProfileGuess::guessesTickets()
{
    QFETCH(QString, name);
    static const TicketProfiles profiles;
    const QJsonDocument expected = json(name);
    QJsonArray guesses;
    const QJsonArray tokens = expected[u"tokens"].toArray();
    for (const QJsonValue &token : tokens)
        guesses << profiles.guess(token[u"text"].toString().toUtf8());
    QCOMPARE(guesses, expected[u"guesses"].toArray());
}

/// So that the rows above say something: each kind of answer is expected more than once.
void TestProfileGuess::guessesManyTickets()
{
    int named = 0;
    int ambiguous = 0;
    int none = 0;
    const QDir folder(QStringLiteral(MINTMARK_TEST_DATA) + u"/tickets"_s);
    for (const QString &file : folder.entryList({ u"*.json"_s }, QDir::Files)) {
        const QJsonArray guesses = json(u"tickets/"_s + file)[u"guesses"].toArray();
        for (const QJsonValue &guess : guesses)
            ++(guess.isString() ? named : guess.isDouble() ? ambiguous : none);
    }
    QVERIFY(named >= 20);
    QVERIFY(ambiguous >= 10);
    QVERIFY(none >= 20);
}

MINTMARK_TEST(tst_profileguess, TestProfileGuess)
#include "tst_profileguess.moc"

// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "assertionoracle.h"

#include "oauth/clientassertion.h"
#include "oauth/parameters.h"
#include "support/testmain.h"

#include <QDateTime>
#include <QJsonArray>

using namespace mintmark;
using namespace mintmark::test;
using namespace Qt::StringLiterals;

using Method = ClientAuthenticationMethod;

namespace {

const QString endpoint = u"https://as.example.com/token"_s;
const QString secret = u"a secret of 64 bytes, long enough for each of the three HMACs: äöü."_s;

ClientConfiguration client(Method method, const QString &algorithm = {})
{
    ClientConfiguration configuration;
    configuration.tokenEndpoint = endpoint;
    configuration.grantType = u"client_credentials"_s;
    configuration.clientId = u"acme \"ü\""_s;
    configuration.authentication = method;
    configuration.assertion.algorithm = algorithm;
    return configuration;
}

ClientCredentials keyOf(const QByteArray &text)
{
    ClientCredentials credentials;
    credentials.clientSecret = SecretBytes::fromString(secret);
    credentials.privateKey = SecretBytes(text);
    return credentials;
}

QString textOf(const Result<SecretBytes> &assertion)
{
    return assertion ? QString::fromLatin1(assertion->view()) : QString();
}

} // namespace

/// Assertions as npm's jose reads and verifies them.
class TestClientAssertion : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void secretSigns_data();
    void secretSigns();
    void keySigns();
    void keyOfSetSigns();
    void claims();
    void settings();
    void audienceList();
    void furtherClaims();
    void eachIsFresh();
    void grant();
    void refused_data();
    void refused();

private:
    QJsonObject judged(const Result<SecretBytes> &assertion, const AssertionOracle::Key &key,
                       const QString &algorithm = {})
    {
        return m_oracle.judge({ { "token"_L1, textOf(assertion) },
                                { "alg"_L1, algorithm.isEmpty() ? key.algorithm : algorithm },
                                { "jwk"_L1, key.publicJwk } });
    }
    const AssertionOracle::Key &key(QStringView algorithm) const
    {
        return *std::ranges::find(m_oracle.keys, algorithm, &AssertionOracle::Key::algorithm);
    }

    AssertionOracle m_oracle;
    qint64 m_now = QDateTime::currentMSecsSinceEpoch();
};

void TestClientAssertion::initTestCase()
{
    QVERIFY(m_oracle.start());
    QCOMPARE(m_oracle.keys.size(), 11);
}

void TestClientAssertion::secretSigns_data()
{
    QTest::addColumn<QString>("algorithm");
    QTest::addColumn<QString>("expected");
    QTest::newRow("usual") << QString() << u"HS256"_s;
    for (const auto *name : { "HS256", "HS384", "HS512" })
        QTest::newRow(name) << QString::fromLatin1(name) << QString::fromLatin1(name);
}

void TestClientAssertion::secretSigns()
{
    QFETCH(const QString, algorithm);
    QFETCH(const QString, expected);
    const auto assertion =
        clientAssertion(client(Method::ClientSecretJwt, algorithm), keyOf({}), m_now);
    QJsonObject question { { "token"_L1, textOf(assertion) },
                           { "alg"_L1, expected },
                           { "secret"_L1, secret },
                           { "audience"_L1, endpoint } };
    const QJsonObject verdict = m_oracle.judge(question);
    QVERIFY2(verdict.contains("claims"_L1), qPrintable(verdict["error"_L1].toString()));
    QCOMPARE(verdict["claims"_L1]["sub"_L1].toString(), u"acme \"ü\""_s);
    question["secret"_L1] = secret + u'x';
    QVERIFY(m_oracle.judge(question).contains("error"_L1));
}

/// Each algorithm, from PEM and from a JWK, chosen and as the key's usual one.
void TestClientAssertion::keySigns()
{
    for (const AssertionOracle::Key &key : std::as_const(m_oracle.keys)) {
        for (const QByteArray &text : { key.pem, key.jwkText() }) {
            const auto assertion =
                clientAssertion(client(Method::PrivateKeyJwt, key.algorithm), keyOf(text), m_now);
            const QJsonObject verdict = judged(assertion, key);
            QVERIFY2(verdict.contains("claims"_L1),
                     qPrintable(key.algorithm + verdict["error"_L1].toString()));
            const bool isJwk = text.startsWith('{');
            QCOMPARE(verdict["header"_L1]["kid"_L1].toString(),
                     isJwk ? u"key-"_s + key.algorithm : QString());
            const QString usual = key.algorithm.startsWith(u"ES") || key.algorithm == u"EdDSA"
                ? key.algorithm
                : u"RS256"_s;
            const auto chosen = clientAssertion(client(Method::PrivateKeyJwt), keyOf(text), m_now);
            QVERIFY2(judged(chosen, key, usual).contains("claims"_L1), qPrintable(key.algorithm));
        }
    }
}

/// All keys in one set: the key id says which signs, and stands in the header.
void TestClientAssertion::keyOfSetSigns()
{
    const auto keyIdOf = [](qsizetype i) { return u"key %1"_s.arg(i); };
    QJsonArray keys;
    for (qsizetype i = 0; i < m_oracle.keys.size(); ++i) {
        QJsonObject jwk = m_oracle.keys[i].jwk;
        jwk["kid"_L1] = keyIdOf(i);
        keys << jwk;
    }
    const ClientCredentials credentials =
        keyOf(QJsonDocument(QJsonObject { { "keys"_L1, keys } }).toJson());
    for (qsizetype i = 0; i < m_oracle.keys.size(); ++i) {
        const AssertionOracle::Key &key = m_oracle.keys[i];
        ClientConfiguration configuration = client(Method::PrivateKeyJwt, key.algorithm);
        configuration.assertion.keyId = keyIdOf(i);
        const QJsonObject verdict = judged(clientAssertion(configuration, credentials, m_now), key);
        QVERIFY2(verdict.contains("claims"_L1), qPrintable(verdict["error"_L1].toString()));
        QCOMPARE(verdict["header"_L1]["kid"_L1].toString(), keyIdOf(i));
    }
    QCOMPARE(clientAssertion(client(Method::PrivateKeyJwt), credentials, m_now).error().code,
             ErrorCode::KeyNotChosen);
}

void TestClientAssertion::claims()
{
    const auto &es = key(u"ES256");
    const QJsonObject verdict =
        judged(clientAssertion(client(Method::PrivateKeyJwt), keyOf(es.pem), m_now), es);
    const QJsonObject claims = verdict["claims"_L1].toObject();
    QCOMPARE(claims.keys(),
             QStringList({ u"aud"_s, u"exp"_s, u"iat"_s, u"iss"_s, u"jti"_s, u"sub"_s }));
    QCOMPARE(claims["iss"_L1].toString(), u"acme \"ü\""_s);
    QCOMPARE(claims["aud"_L1].toString(), endpoint);
    QCOMPARE(claims["iat"_L1].toInteger(), m_now / 1000);
    QCOMPARE(claims["exp"_L1].toInteger(), m_now / 1000 + 300);
    QCOMPARE(claims["jti"_L1].toString().size(), 22);
    const QJsonObject header = verdict["header"_L1].toObject();
    QCOMPARE(header.keys(), QStringList({ u"alg"_s, u"typ"_s }));
    QCOMPARE(header["typ"_L1].toString(), u"JWT"_s);
}

void TestClientAssertion::settings()
{
    const auto &es = key(u"ES256");
    ClientConfiguration configuration = client(Method::PrivateKeyJwt);
    configuration.assertion.audience = u"https://as.example.com"_s;
    configuration.assertion.keyId = u"mine"_s;
    configuration.assertion.type = u"client-authentication+jwt"_s;
    configuration.assertion.lifetimeSeconds = 60;
    configuration.assertion.notBefore = true;
    // The SHA-1 of nothing, in hex with colons.
    configuration.assertion.certificateThumbprint =
        u"DA:39:A3:EE:5E:6B:4B:0D:32:55:BF:EF:95:60:18:90:AF:D8:07:09"_s;
    const QJsonObject verdict =
        judged(clientAssertion(configuration, keyOf(es.jwkText()), m_now), es);
    QCOMPARE(verdict["claims"_L1]["aud"_L1].toString(), u"https://as.example.com"_s);
    QCOMPARE(verdict["claims"_L1]["nbf"_L1].toInteger(), m_now / 1000);
    QCOMPARE(verdict["claims"_L1]["exp"_L1].toInteger(), m_now / 1000 + 60);
    QCOMPARE(verdict["header"_L1]["kid"_L1].toString(), u"mine"_s);
    QCOMPARE(verdict["header"_L1]["typ"_L1].toString(), u"client-authentication+jwt"_s);
    QCOMPARE(verdict["header"_L1]["x5t"_L1].toString(), u"2jmj7l5rSw0yVb_vlWAYkK_YBwk"_s);
}

/// RFC 7519 §4.1.3, for both kinds; a list of one stays a list.
void TestClientAssertion::audienceList()
{
    const AssertionOracle::Key &signer = key(u"ES256");
    for (const QStringList &list : { QStringList { u"https://as.example.com"_s, u"öther \"one\""_s },
                                     QStringList { u"https://as.example.com"_s } }) {
        ClientConfiguration configuration = client(Method::PrivateKeyJwt);
        configuration.assertion.audiences = list;
        for (const auto &made : { clientAssertion(configuration, keyOf(signer.pem), m_now),
                                  grantAssertion(configuration, keyOf(signer.pem), m_now) }) {
            const QJsonObject verdict = judged(made, signer);
            QCOMPARE(verdict["claims"_L1]["aud"_L1], QJsonValue(QJsonArray::fromStringList(list)));
        }
    }
}

void TestClientAssertion::furtherClaims()
{
    const auto &es = key(u"ES256");
    ClientConfiguration configuration = client(Method::PrivateKeyJwt);
    configuration.assertion.claims =
        uR"({"sub":"somebody","iat":null,"aud":["a","b"],"n":12345678901234567890.0,"o":{"a":[1]}})"_s;
    const auto assertion = clientAssertion(configuration, keyOf(es.pem), m_now);
    const QByteArray payload = QByteArray::fromBase64(assertion->view().toByteArray().split('.')[1],
                                                      QByteArray::Base64UrlEncoding);
    QVERIFY2(payload.startsWith(R"({"iss":"acme \"ü\"","sub":"somebody","aud":["a","b"],"jti":")"),
             payload.constData());
    QVERIFY2(payload.endsWith(R"(,"n":12345678901234567890.0,"o":{"a":[1]}})"),
             payload.constData());
    QVERIFY(!payload.contains("iat"));
    QVERIFY(judged(assertion, es).contains("claims"_L1));
}

/// A preview is as long as what is sent.
void TestClientAssertion::eachIsFresh()
{
    for (const QStringView algorithm : { u"RS256", u"ES512" }) {
        const ClientConfiguration configuration = client(Method::PrivateKeyJwt);
        QSet<QString> ids;
        QSet<qsizetype> sizes;
        for (int i = 0; i < 20; ++i) {
            const auto &signing = key(algorithm);
            const auto assertion = clientAssertion(configuration, keyOf(signing.pem), m_now);
            ids << judged(assertion, signing)["claims"_L1]["jti"_L1].toString();
            sizes << assertion->size();
        }
        QCOMPARE(ids.size(), 20);
        QCOMPARE(sizes.size(), 1);
    }
}

/// developers.google.com/identity/protocols/oauth2/service-account: iss, scope, aud, exp, iat.
void TestClientAssertion::grant()
{
    const auto &rs = key(u"RS256");
    ClientConfiguration configuration = client(Method::None);
    configuration.grantType = parameter::jwtBearerGrant;
    configuration.clientId = u"robot@project.iam.gserviceaccount.com"_s;
    configuration.scope = u"a b"_s;
    configuration.assertion.lifetimeSeconds = 3600;
    QJsonObject claims =
        judged(grantAssertion(configuration, keyOf(rs.pem), m_now), rs)["claims"_L1].toObject();
    QCOMPARE(claims.keys(),
             QStringList({ u"aud"_s, u"exp"_s, u"iat"_s, u"iss"_s, u"jti"_s, u"scope"_s }));
    QCOMPARE(claims["iss"_L1].toString(), configuration.clientId);
    QCOMPARE(claims["scope"_L1].toString(), u"a b"_s);
    QCOMPARE(claims["aud"_L1].toString(), endpoint);
    QCOMPARE(claims["exp"_L1].toInteger() - claims["iat"_L1].toInteger(), 3600);
    configuration.assertion.subject = u"user@example.com"_s;
    configuration.assertion.issuer = u"https://idp.example.com"_s;
    claims =
        judged(grantAssertion(configuration, keyOf(rs.pem), m_now), rs)["claims"_L1].toObject();
    QCOMPARE(claims["sub"_L1].toString(), u"user@example.com"_s);
    QCOMPARE(claims["iss"_L1].toString(), u"https://idp.example.com"_s);
}

void TestClientAssertion::refused_data()
{
    QTest::addColumn<AssertionSettings>("settings");
    QTest::addColumn<QString>("keyFor");
    QTest::addColumn<ErrorCode>("code");
    using enum ErrorCode;
    const auto add = [](const char *name, const QString &keyFor, ErrorCode code, auto change) {
        AssertionSettings settings;
        change(settings);
        QTest::newRow(name) << settings << keyFor << code;
    };
    add("RSA for an EC algorithm", u"RS256"_s, KeyUnsuitable,
        [](auto &s) { s.algorithm = u"ES256"_s; });
    add("another curve", u"ES256"_s, KeyUnsuitable, [](auto &s) { s.algorithm = u"ES384"_s; });
    add("EC for RSA", u"ES512"_s, KeyUnsuitable, [](auto &s) { s.algorithm = u"PS256"_s; });
    add("HMAC with a key", u"RS256"_s, ProfileInvalid, [](auto &s) { s.algorithm = u"HS256"_s; });
    add("none", u"RS256"_s, ProfileInvalid, [](auto &s) { s.algorithm = u"none"_s; });
    add("no key", QString(), KeyUnreadable, [](auto &) {});
    add("too long a life", u"ES256"_s, ProfileInvalid, [](auto &s) { s.lifetimeSeconds = 3601; });
    add("no life", u"ES256"_s, ProfileInvalid, [](auto &s) { s.lifetimeSeconds = 0; });
    add("claims are no object", u"ES256"_s, ProfileInvalid, [](auto &s) { s.claims = u"[1]"_s; });
    add("claims are no JSON", u"ES256"_s, ProfileInvalid, [](auto &s) { s.claims = u"{a:1}"_s; });
    add("an issuer that is none", u"ES256"_s, ProfileIncomplete,
        [](auto &s) { s.audienceIsIssuer = true; });
    add("a claim twice", u"ES256"_s, ProfileInvalid,
        [](auto &s) { s.claims = uR"({"a":1,"a":2})"_s; });
}

void TestClientAssertion::refused()
{
    QFETCH(const AssertionSettings, settings);
    QFETCH(const QString, keyFor);
    QFETCH(const ErrorCode, code);
    ClientConfiguration configuration = client(Method::PrivateKeyJwt);
    configuration.assertion = settings;
    const QByteArray pem = keyFor.isEmpty() ? QByteArray() : key(keyFor).pem;
    const auto assertion = clientAssertion(configuration, keyOf(pem), m_now);
    QVERIFY(!assertion.ok());
    QCOMPARE(assertion.error().code, code);
}

MINTMARK_TEST(tst_clientassertion, TestClientAssertion)

#include "tst_clientassertion.moc"

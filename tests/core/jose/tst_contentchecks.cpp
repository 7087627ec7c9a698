// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "checkexamples.h"

#include "support/testmain.h"

using namespace mintmark;
using namespace mintmark::test;
using namespace Qt::StringLiterals;

class TestContentChecks : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void findsDuplicates();
    void findsUnsafeText_data();
    void findsUnsafeText();
    void findsSecrets_data();
    void findsSecrets();
};

void TestContentChecks::findsDuplicates()
{
    const QStringList found { u"duplicate_member:error"_s };
    QCOMPARE(check(withMember("\"aud\":\"a\",\"aud\":\"b\""), at(issuedS)), found);
    QCOMPARE(check(withMember("\"x\":{\"y\":1,\"\\u0079\":2}"), at(issuedS)), found);
    const Token token = Token::parse(
        jws(R"({"exp":1741626724,"exp":1741626724})", R"({"alg":"RS256","alg":"none"})"));
    const QList<TokenCheck> checks = checkToken(token, at(issuedS));
    QCOMPARE(namesOf(checks),
             (QStringList { u"duplicate_member:error"_s, u"duplicate_member:error"_s }));
    QVERIFY(checks[0].message.startsWith(u"The header names alg more than once."_s));
    QVERIFY(checks[1].message.startsWith(u"The claims name exp more than once."_s));
}

void TestContentChecks::findsUnsafeText_data()
{
    QTest::addColumn<QByteArray>("member");
    QTest::addColumn<bool>("unsafe");
    QTest::newRow("umlaut") << "\"name\":\"Zo\xC3\xAB\""_ba << false;
    QTest::newRow("line break") << R"("name":"a\nb")"_ba << false;
    QTest::newRow("escaped quote") << R"("name":"a\"b")"_ba << false;
    QTest::newRow("bidi") << "\"name\":\"\xE2\x80\xAE\""_ba << true;
    QTest::newRow("bidi, escaped") << R"("name":"\u202e")"_ba << true;
    QTest::newRow("in a name") << R"("na\u200bme":1)"_ba << true;
    QTest::newRow("deep") << R"("a":[{"b":["\u0000"]}])"_ba << true;
    QTest::newRow("lone surrogate") << R"("name":"\ud800")"_ba << true;
    QTest::newRow("DEL") << "\"name\":\"\x7F\""_ba << true;
}

void TestContentChecks::findsUnsafeText()
{
    QFETCH(QByteArray, member);
    QFETCH(bool, unsafe);
    QCOMPARE(check(withMember(member), at(issuedS)),
             unsafe ? QStringList { u"unsafe_text:warning"_s } : QStringList());
}

void TestContentChecks::findsSecrets_data()
{
    QTest::addColumn<QByteArray>("member");
    QTest::addColumn<bool>("secret");
    const auto row = [](const char *member, bool secret) {
        QTest::newRow(member) << QByteArray(member) << secret;
    };
    row(R"("password":"x")", true);
    row(R"("user_password":"x")", true);
    row(R"("clientSecret":"x")", true);
    row(R"("client_secret":"x")", true);
    row(R"("api-key":"x")", true);
    row(R"("refresh_token":"x")", true);
    row(R"("pwd":"x")", true);
    row(R"("config":{"db":[{"passwd":"x"}]})", true);
    row(R"("pem":"-----BEGIN PRIVATE KEY-----\nMII")", true);
    row(R"("key":{"kty":"EC","d":"x"})", true);
    row(R"("cnf":{"jwk":{"kty":"EC","x":"y"}})", false);
    row(R"("password":"")", false);
    row(R"("password":true)", false);
    row(R"("pwd_exp":"1")", false);
    row(R"("secretary":"x")", false);
    row(R"("cert":"-----BEGIN CERTIFICATE-----")", false);
}

void TestContentChecks::findsSecrets()
{
    QFETCH(QByteArray, member);
    QFETCH(bool, secret);
    const QList<TokenCheck> checks =
        checkToken(Token::parse(jws(R"({"exp":1741626724,)" + member + '}')), at(issuedS));
    QCOMPARE(namesOf(checks),
             secret ? QStringList { u"secret_like_claim:warning"_s } : QStringList());
}

MINTMARK_TEST(tst_contentchecks, TestContentChecks)
#include "tst_contentchecks.moc"

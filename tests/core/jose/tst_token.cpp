// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "joseexamples.h"

#include "jose/token.h"
#include "support/testmain.h"

using namespace mintmark;
using namespace mintmark::test;
using namespace Qt::StringLiterals;

using Problems = QList<TokenProblem>;
Q_DECLARE_METATYPE(mintmark::TokenKind)

class TestToken : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsRfc7515Examples_data();
    void readsRfc7515Examples();
    void readsAJwsThatIsNoJwt();
    void readsAJwe();
    void readsTheHeaderOfANestedJwt();
    void namesKindAndProblems_data();
    void namesKindAndProblems();
    void keepsWhatADamagedTokenSays();
    void readsTheSageGuideToken();
    void readsNumericDates_data();
    void readsNumericDates();
    void readsAudience_data();
    void readsAudience();
    void takesWhatPeoplePaste();
    void readsUnencodedPayload();
    void comparesByText();
    void readsLargeTokens();
    void namesEveryProblem();
};

void TestToken::readsRfc7515Examples_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("algorithm");
    QTest::addColumn<qsizetype>("signatureSize");
    QTest::newRow("A.1") << QByteArray(rfc7515::a1) << u"HS256"_s << qsizetype(32);
    QTest::newRow("A.2") << QByteArray(rfc7515::a2) << u"RS256"_s << qsizetype(256);
    QTest::newRow("A.3") << QByteArray(rfc7515::a3) << u"ES256"_s << qsizetype(64);
    QTest::newRow("A.5") << QByteArray(rfc7515::a5) << u"none"_s << qsizetype(0);
}

void TestToken::readsRfc7515Examples()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, algorithm);
    QFETCH(qsizetype, signatureSize);
    const Token token = Token::parse(text);
    QCOMPARE(token.kind(), TokenKind::Jws);
    QCOMPARE(token.problems(), Problems());
    QCOMPARE(token.algorithm(), algorithm);
    QCOMPARE(token.isUnsecured(), algorithm == u"none");
    QCOMPARE(token.text().toByteArray(), text);
    QCOMPARE(token.signingInput().toByteArray(), text.first(text.lastIndexOf('.')));
    QCOMPARE(token.signatureBytes().size(), signatureSize);
    QCOMPARE(
        token.payloadBytes(),
        "{\"iss\":\"joe\",\r\n \"exp\":1300819380,\r\n \"http://example.com/is_root\":true}"_ba);
    QCOMPARE(token.issuer(), u"joe"_s);
    QCOMPARE(token.expiresAtMs(), std::optional<qint64>(1'300'819'380'000));
    QCOMPARE(token.claims().member("http://example.com/is_root"_L1).toBool(), std::optional(true));
    QVERIFY(token.audience().isEmpty() && token.subject().isNull() && !token.notBeforeMs());
}

void TestToken::readsAJwsThatIsNoJwt()
{
    const Token token = Token::parse(rfc7515::a4);
    QCOMPARE(token.kind(), TokenKind::Jws);
    QCOMPARE(token.payloadBytes(), "Payload"_ba);
    QVERIFY(!token.claims().exists());
    QCOMPARE(token.signatureBytes().size(), 132);
    QCOMPARE(token.problems(),
             (Problems { { TokenProblemCode::JsonUnexpectedCharacter, TokenPart::Payload, 0 } }));
}

void TestToken::readsAJwe()
{
    const Token token = Token::parse(rfc7516a1);
    QCOMPARE(token.kind(), TokenKind::Jwe);
    QCOMPARE(token.problems(), Problems());
    QCOMPARE(token.algorithm(), u"RSA-OAEP"_s);
    QCOMPARE(token.encryption(), u"A256GCM"_s);
    QCOMPARE(token.partSizes(), (QList<qsizetype> { 46, 342, 16, 84, 22 }));
    QVERIFY(token.payloadBytes().isEmpty() && !token.claims().exists());
    QVERIFY(token.signingInput().isEmpty() && token.signatureBytes().isEmpty());
}

/// RFC 7519 A.2: that there is a JWT inside is all that can be told.
void TestToken::readsTheHeaderOfANestedJwt()
{
    const Token token = Token::parse(rfc7519a2);
    QCOMPARE(token.kind(), TokenKind::Jwe);
    QCOMPARE(token.problems(), Problems());
    QCOMPARE(token.headerBytes(), R"({"alg":"RSA1_5","enc":"A128CBC-HS256","cty":"JWT"})"_ba);
    QCOMPARE(token.partSizes(), (QList<qsizetype> { 67, 342, 22, 619, 22 }));
    QVERIFY(!token.claims().exists() && token.payloadBytes().isEmpty());
    QVERIFY(token.issuer().isEmpty() && !token.expiresAtMs());
}

void TestToken::namesKindAndProblems_data()
{
    using enum TokenProblemCode;
    using enum TokenPart;
    using enum TokenKind;
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<TokenKind>("kind");
    QTest::addColumn<Problems>("problems");
    const auto row = [](const char *tag, const QByteArray &text, TokenKind kind,
                        const Problems &problems = {}) {
        QTest::newRow(tag) << text << kind << problems;
    };
    const QByteArray header = "eyJhbGciOiJSUzI1NiJ9"; // {"alg":"RS256"}
    const QByteArray payload = "eyJhIjoxfQ";          // {"a":1}

    row("empty", "", Malformed, { { TokenProblemCode::Empty, Token, 0 } });
    row("line break", "\n", Malformed, { { TokenProblemCode::Empty, Token, 0 } });
    row("abc", "abc", Opaque);
    row("uuid", "5f4dcc3b-5aa7-65d6-1d83-27deb882cf99", Opaque);
    row("base64", "aGVsbG8gd29ybGQ/+w==", Opaque);
    row("Google", "ya29.a0AfH6SMBx-x_y", Opaque);
    row("Google service account", "ya29.c.b0Aaekm1K", Opaque);
    row("Salesforce", "00Dx0000000BV7z!AR8AQP0jITN80ESEsj5EbaZTFG0R.Cju7m4", Opaque);
    row("1 MiB of A", QByteArray(1024 * 1024, 'A'), Opaque);
    row("control character", QByteArray("ab\x01", 3), Malformed,
        { { InvalidCharacter, Token, 2 } });
    row("NUL", QByteArray("a\0b", 3), Malformed, { { InvalidCharacter, Token, 1 } });
    row("non-ASCII", "Zo\xC3\xAB", Malformed, { { InvalidCharacter, Token, 2 } });
    row("too large", QByteArray(mintmark::Token::maximumSize + 1, 'A'), Malformed,
        { { TooLarge, Token, mintmark::Token::maximumSize } });
    row("one dot", "a.b", Malformed,
        { { PartCount, Token, 3 },
          { Base64Length, Token, 0 },
          { JsonEmpty, Header, 0 },
          { Base64Length, Token, 2 },
          { JsonEmpty, Payload, 0 } });
    row("two dots", "..", Malformed,
        { { HeaderEmpty, Token, 0 },
          { PayloadEmpty, Payload, 0 },
          { SignatureMissing, Signature, 0 } });
    row("three dots", "...", Malformed,
        { { PartCount, Token, 3 }, { HeaderEmpty, Token, 0 }, { PayloadEmpty, Payload, 0 } });
    row("four dots", "....", Malformed, { { HeaderEmpty, Token, 0 } });
    row("five dots", ".....", Malformed,
        { { PartCount, Token, 5 }, { HeaderEmpty, Token, 0 }, { PayloadEmpty, Payload, 0 } });
    row("signature cut off", header + '.' + payload, Malformed, { { PartCount, Token, 31 } });
    row("five parts, no enc", header + "..YQ.YQ.YQ", Malformed,
        { { EncryptionMissing, Header, 0 } });
    row("JWE with a bad part", "eyJhbGciOiJkaXIiLCJlbmMiOiJBMTI4R0NNIn0..YQ.Y=.YQ", Malformed,
        { { Base64Length, Token, 44 }, { Base64Padding, Token, 45 } });
    row("JSON document", R"({"error":"invalid_client"})", Malformed, { { NoToken, Token, 0 } });
    row("prose", "Hello Anna, the token. See you. Max", Malformed, { { NoToken, Token, 0 } });
    row("words", "no token here", Malformed, { { NoToken, Token, 0 } });
    row("opaque, wrapped", "0123456789abcdef\n0123456789abcdef\n0123\n", Opaque);

    row("header padded", "eyJhbGciOiJSUzI1NiIgfQ==." + payload + ".YQ", Malformed,
        { { Base64Padding, Token, 22 } });
    row("payload in plain base64", header + ".eyJhIjoiPz8/In0.YQ", Malformed,
        { { Base64StandardAlphabet, Token, 32 } });
    row("masked signature", header + '.' + payload + ".****", Malformed,
        { { Base64InvalidCharacter, Token, 32 } });
    row("header of another length", header + 'A' + '.' + payload + ".YQ", Malformed,
        { { Base64Length, Token, 20 } });
    row("signature, stray bits", header + '.' + payload + ".YR", Jws,
        { { Base64TrailingBits, Token, 33 } });
    row("header no JSON", "YWJj." + payload + ".YQ", Malformed,
        { { JsonUnexpectedCharacter, Header, 0 } });
    row("header an array", "W10." + payload + ".YQ", Malformed, { { NotAnObject, Header, 0 } });
    row("header without alg", "e30." + payload + ".YQ", Jws, { { AlgorithmMissing, Header, 0 } });
    row("alg a number", jws(R"({"a":1})", R"({"alg":256})"), Jws,
        { { AlgorithmMissing, Header, 7 } });
    row("header cut off", jws("{}", R"({"alg":"RS2)"), Malformed,
        { { JsonUnexpectedEnd, Header, 11 } });

    row("payload empty", header + "..YQ", Jws, { { PayloadEmpty, Payload, 0 } });
    row("signature empty", header + '.' + payload + '.', Jws,
        { { SignatureMissing, Signature, 0 } });
    row("none with a signature", jws("{}", R"({"alg":"nOnE"})"), Jws,
        { { SignatureUnexpected, Signature, 0 } });
    row("payload an array", jws("[1]"), Jws, { { NotAnObject, Payload, 0 } });
    row("payload a number", jws(" 1"), Jws, { { NotAnObject, Payload, 1 } });
    row("payload with BOM", jws("\xEF\xBB\xBF{}"), Jws, { { JsonByteOrderMark, Payload, 0 } });
    row("payload Latin-1", jws("{\"a\":\"\xEB\"}"), Jws, { { JsonInvalidUtf8, Payload, 6 } });
    row("payload trailing comma", jws(R"({"a":1,})"), Jws,
        { { JsonUnexpectedCharacter, Payload, 7 } });
    row("payload too deep", jws(QByteArray(200, '[')), Jws, { { JsonTooDeep, Payload, 128 } });
    row("payload NaN", jws(R"({"exp":NaN})"), Jws, { { JsonUnexpectedCharacter, Payload, 7 } });
    row("payload then text", jws("{}x"), Jws, { { JsonTrailingCharacters, Payload, 2 } });
    row("exp a string", jws(R"({"exp":"1700000000"})"), Jws, { { NotANumericDate, Payload, 7 } });
    row("exp null, nbf true, iat list", jws(R"({"exp":null,"nbf":true,"iat":[1]})"), Jws,
        { { NotANumericDate, Payload, 7 },
          { NotANumericDate, Payload, 18 },
          { NotANumericDate, Payload, 29 } });
    row("exp beyond 64 bits", jws(R"({"exp":1e400})"), Jws, { { NotANumericDate, Payload, 7 } });
    row("aud a number", jws(R"({"aud":1})"), Jws, { { AudienceShape, Payload, 7 } });
    row("aud a mixed list", jws(R"({"aud":["a",null]})"), Jws, { { AudienceShape, Payload, 7 } });
    row("two faults", "eyJhbGciOiJSUzI1NiIgfQ==." + payload + "B.YQ", Malformed,
        { { Base64Padding, Token, 22 },
          { Base64TrailingBits, Token, 35 },
          { JsonTrailingCharacters, Payload, 7 } });
}

void TestToken::namesKindAndProblems()
{
    QFETCH(QByteArray, text);
    QFETCH(TokenKind, kind);
    QFETCH(Problems, problems);
    const Token token = Token::parse(text);
    QCOMPARE(token.kind(), kind);
    for (const TokenProblem &problem : token.problems()) {
        if (!problems.contains(problem))
            qWarning("%s in %s at %lld", tokenProblemName(problem.code).data(),
                     tokenPartName(problem.part).data(), qlonglong(problem.offset));
    }
    QCOMPARE(token.problems(), problems);
}

void TestToken::keepsWhatADamagedTokenSays()
{
    const Token noSignature =
        Token::parse("eyJhbGciOiJSUzI1NiJ9." + base64UrlEncode(R"({"iss":"x"})"));
    QCOMPARE(noSignature.algorithm(), u"RS256"_s);
    QCOMPARE(noSignature.issuer(), u"x"_s);
    const Token masked = Token::parse(jws(R"({"iss":"x","exp":17})") + "***");
    QCOMPARE(masked.kind(), TokenKind::Malformed);
    QCOMPARE(masked.issuer(), u"x"_s);
    QCOMPARE(masked.expiresAtMs(), std::optional<qint64>(17'000));
    const Token cut = Token::parse(jws(R"({"iss":"x","exp":17,"na)"));
    QVERIFY(!cut.claims().exists() && cut.issuer().isNull());
    QCOMPARE(cut.payloadDocument().root().member("iss"_L1).toString(), u"x"_s);
}

void TestToken::readsTheSageGuideToken()
{
    using enum TokenProblemCode;
    const Token token = Token::parse(joseData("sage-guide-token.txt"_L1));
    QCOMPARE(token.kind(), TokenKind::Malformed);
    QCOMPARE(token.partSizes(), (QList<qsizetype> { 11, 409, 325 }));
    QCOMPARE(token.headerBytes(), QByteArray(8, '\0'));
    QCOMPARE(token.problems(),
             (Problems { { JsonUnexpectedCharacter, TokenPart::Header, 0 },
                         { Base64Length, TokenPart::Token, 420 },
                         { JsonUnexpectedCharacter, TokenPart::Payload, 0 },
                         { Base64Length, TokenPart::Token, 746 } }));
}

void TestToken::readsNumericDates_data()
{
    using Ms = std::optional<qint64>;
    QTest::addColumn<QByteArray>("number");
    QTest::addColumn<Ms>("ms");
    QTest::newRow("whole") << "1700000000"_ba << Ms(1'700'000'000'000);
    QTest::newRow("fraction") << "1700000000.5"_ba << Ms(1'700'000'000'500);
    QTest::newRow("below a millisecond") << "1700000000.0009"_ba << Ms(1'700'000'000'000);
    QTest::newRow("exponent") << "1.7e9"_ba << Ms(1'700'000'000'000);
    QTest::newRow("zero") << "0"_ba << Ms(0);
    QTest::newRow("minus zero") << "-0"_ba << Ms(0);
    QTest::newRow("negative") << "-1.5"_ba << Ms(-1'500);
    QTest::newRow("milliseconds") << "1700000000000"_ba << Ms(1'700'000'000'000'000);
    QTest::newRow("year 10000") << "253402300800"_ba << Ms(253'402'300'800'000);
    QTest::newRow("string") << "\"1700000000\""_ba << Ms();
    QTest::newRow("null") << "null"_ba << Ms();
    QTest::newRow("2^63") << "9223372036854775808"_ba << Ms();
}

void TestToken::readsNumericDates()
{
    QFETCH(QByteArray, number);
    QFETCH(std::optional<qint64>, ms);
    const QByteArray payload = R"({"exp":%,"nbf":%,"iat":%})";
    const Token token = Token::parse(jws(QByteArray(payload).replace("%", number)));
    QCOMPARE(token.expiresAtMs(), ms);
    QCOMPARE(token.notBeforeMs(), ms);
    QCOMPARE(token.issuedAtMs(), ms);
}

void TestToken::readsAudience_data()
{
    QTest::addColumn<QByteArray>("claims");
    QTest::addColumn<QStringList>("audience");
    QTest::newRow("string") << R"({"aud":"a b"})"_ba << QStringList { u"a b"_s };
    QTest::newRow("list") << R"({"aud":["a","b"]})"_ba << QStringList { u"a"_s, u"b"_s };
    QTest::newRow("empty list") << R"({"aud":[]})"_ba << QStringList();
    QTest::newRow("mixed") << R"({"aud":["a",1,["b"]]})"_ba << QStringList { u"a"_s };
    QTest::newRow("missing") << "{}"_ba << QStringList();
    QTest::newRow("object") << R"({"aud":{"a":1}})"_ba << QStringList();
    QTest::newRow("duplicate: the first")
        << R"({"aud":"a","aud":"b"})"_ba << QStringList { u"a"_s };
}

void TestToken::readsAudience()
{
    QFETCH(QByteArray, claims);
    QFETCH(QStringList, audience);
    const Token token = Token::parse(jws(claims));
    QCOMPARE(token.audience(), audience);
}

void TestToken::takesWhatPeoplePaste()
{
    QByteArray wrapped = rfc7515::a1;
    wrapped.insert(60, "\r\n  ");
    const Token token = Token::parse("Authorization: Bearer " + wrapped + "\n");
    QCOMPARE(token.kind(), TokenKind::Jws);
    QCOMPARE(token.text().toByteArray(), QByteArray(rfc7515::a1));
    QCOMPARE(token.cleaned(),
             (QList { Cleaning::HeaderLine, Cleaning::Scheme, Cleaning::WhiteSpace }));
    const Token response = Token::parse(R"({"access_token":"abc","token_type":"Bearer"})");
    QCOMPARE(response.kind(), TokenKind::Opaque);
    QCOMPARE(response.text().toByteArray(), "abc"_ba);
}

/// RFC 7797 §4.1, with a payload that is a claims set.
void TestToken::readsUnencodedPayload()
{
    const QByteArray header = base64UrlEncode(R"({"alg":"HS256","b64":false,"crit":["b64"]})");
    const Token token = Token::parse(header + R"(.{"iss":"x"}.c2ln)");
    QCOMPARE(token.kind(), TokenKind::Jws);
    QCOMPARE(token.issuer(), u"x"_s);
    QCOMPARE(token.signingInput().toByteArray(), header + R"(.{"iss":"x"})");
}

void TestToken::comparesByText()
{
    const Token token = Token::parse(rfc7515::a1);
    QVERIFY(token == Token::parse(rfc7515::a1));
    QVERIFY(!(token == Token::parse(rfc7515::a2)));
    QVERIFY(Token() == Token());
    const Token copy = token;
    QCOMPARE(copy.sharedText(), token.sharedText());
    QVERIFY(Token().text().isEmpty() && !Token().sharedText());
}

void TestToken::readsLargeTokens()
{
    const QByteArray text(1024 * 1024, 'x');
    const Token token = Token::parse(jws("{\"text\":\"" + text + "\",\"iss\":\"x\"}"));
    QCOMPARE(token.kind(), TokenKind::Jws);
    QCOMPARE(token.problems(), Problems());
    QCOMPARE(token.issuer(), u"x"_s);
    QCOMPARE(token.claims().member("text"_L1).toString().size(), text.size());
}

void TestToken::namesEveryProblem()
{
    QSet<QString> names;
    for (int i = 0; i <= int(TokenProblemCode::SignatureUnexpected); ++i) {
        const auto code = static_cast<TokenProblemCode>(i);
        const QString name = tokenProblemName(code);
        QVERIFY2(QRegularExpression(u"^[a-z0-9]+(_[a-z0-9]+)*$"_s).match(name).hasMatch(),
                 qPrintable(name));
        names.insert(name);
        QVERIFY(tokenProblemSentence({ code, TokenPart::Token, 0 }).endsWith(u'.'));
    }
    QCOMPARE(names.size(), int(TokenProblemCode::SignatureUnexpected) + 1);
    QCOMPARE(tokenProblemName(TokenProblemCode::Base64Length), "base64_length"_L1);
    QCOMPARE(tokenPartName(TokenPart::Signature), "signature"_L1);
    QCOMPARE(tokenKindName(TokenKind::Malformed), "malformed"_L1);
}

MINTMARK_TEST(tst_token, TestToken)
#include "tst_token.moc"

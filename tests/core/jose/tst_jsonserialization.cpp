// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "joseexamples.h"
#include "rfcsignatures.h"

#include "jose/jsonserialization.h"
#include "jose/jwkset.h"
#include "jose/signatureverifier.h"
#include "jose/token.h"
#include "support/testmain.h"

using namespace mintmark;
using namespace mintmark::test;
using namespace Qt::StringLiterals;

using Problems = QList<TokenProblem>;
using enum TokenProblemCode;

namespace {

/// RFC 7515 A.6 signs the payload of A.2 and A.3 as they do.
const QByteArray payload = "eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFt"
                           "cGxlLmNvbS9pc19yb290Ijp0cnVlfQ";

QByteArray signatureOf(const char *token)
{
    return QByteArray(token).split('.').last();
}

/// RFC 7515 A.6.4.
QByteArray a6()
{
    return "{\n\"payload\":\n \"" + payload + "\",\n\"signatures\":[\n"
        + R"({"protected":"eyJhbGciOiJSUzI1NiJ9", "header": {"kid":"2010-12-29"}, "signature": ")"
        + signatureOf(rfc7515::a2) + "\"},\n" + R"({"protected":"eyJhbGciOiJFUzI1NiJ9",
              "header": {"kid":"e9bc097a-ce51-4036-9562-d2ade882db0d"}, "signature": ")"
        + signatureOf(rfc7515::a3) + "\"}]\n}\n";
}

/// RFC 7515 A.7.
QByteArray a7()
{
    return R"({"payload":")" + payload + R"(","protected":"eyJhbGciOiJFUzI1NiJ9",)"
        + R"("header":{"kid":"e9bc097a-ce51-4036-9562-d2ade882db0d"},"signature":")"
        + signatureOf(rfc7515::a3) + "\"}";
}

QByteArray withKeyId(QByteArray key, const QByteArray &keyId)
{
    return key.insert(1, R"("kid":")" + keyId + R"(",)");
}

SignatureVerdict verified(const Token &token, const QByteArray &keys)
{
    return verifySignature(token, JwkSet::parse(keys, SymmetricKeys::Accept));
}

/// RFC 7516 A.4.7 and A.5.
constexpr auto jweEnd = R"("iv":"AxY8DCtDaGlsbGljb3RoZQ",
    "ciphertext":"KDlTtXchhZTGufMYmOYGS4HffxPSUrfmqCHXaI9wOGY","tag":"Mz-VPPyU4RlcuYv1IwIvzw"})";
constexpr auto jweBegin = R"({"protected":"eyJlbmMiOiJBMTI4Q0JDLUhTMjU2In0",
    "unprotected":{"jku":"https://server.example.com/keys.jwks"},)";
constexpr auto jweKey = "6KB707dM9YTIgHtLvtgWQ8mKwboJW3of9locizkDTHzBC2IlrT1oOQ";

} // namespace

class TestJsonSerialization : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsTheGeneralSyntax();
    void readsTheFlattenedSyntax();
    void readsAHeaderThatIsNotProtected();
    void readsThreeSignatures();
    void readsADetachedPayload();
    void readsAnUnencodedPayload();
    void readsAJweForSeveral();
    void readsAFlattenedJwe();
    void doesNotTrustOneNameInTwoHeaders();
    void findsFaults_data();
    void findsFaults();
    void leavesOtherTexts_data();
    void leavesOtherTexts();
};

void TestJsonSerialization::readsTheGeneralSyntax()
{
    const Token first = Token::parse(a6());
    QCOMPARE(first.kind(), TokenKind::Jws);
    QCOMPARE(first.signatureCount(), 2);
    QCOMPARE(first.text().toByteArray(), QByteArray(rfc7515::a2));
    QCOMPARE(first.headerBytes(), R"({"alg":"RS256","kid":"2010-12-29"})"_ba);
    QCOMPARE(first.issuer(), u"joe"_s);
    QCOMPARE(first.problems(),
             (Problems { { TokenProblemCode::JsonSerialization, TokenPart::Token, 0 },
                         { SeveralSignatures, TokenPart::Token, 0 },
                         { UnprotectedHeader, TokenPart::Header, 15 } }));
    const Token second = Token::parse(a6(), 1);
    QCOMPARE(second.keyId(), u"e9bc097a-ce51-4036-9562-d2ade882db0d"_s);
    const QByteArray keys = R"({"keys":[)" + withKeyId(rfc::a2Key, "2010-12-29") + ','
        + withKeyId(rfc::a3Key, "e9bc097a-ce51-4036-9562-d2ade882db0d") + "]}";
    QCOMPARE(verified(first, keys).status, SignatureStatus::Valid);
    QCOMPARE(verified(second, keys).status, SignatureStatus::Valid);
    const Token changed = Token::parse(a6().replace("eyJpc3MiOiJqb2Ui", "eyJpc3MiOiJqb2Qi"));
    QCOMPARE(verified(changed, keys).status, SignatureStatus::Invalid);
}

void TestJsonSerialization::readsTheFlattenedSyntax()
{
    const Token token = Token::parse(a7());
    QCOMPARE(token.kind(), TokenKind::Jws);
    QCOMPARE(token.signatureCount(), 1);
    QCOMPARE(token.text().toByteArray(), QByteArray(rfc7515::a3));
    QCOMPARE(verified(token, withKeyId(rfc::a3Key, "e9bc097a-ce51-4036-9562-d2ade882db0d")).status,
             SignatureStatus::Valid);
    QCOMPARE(verified(token, withKeyId(rfc::a3Key, "another")).status, SignatureStatus::NoKey);
}

/// RFC 7520 §4.7: all of the header stands outside.
void TestJsonSerialization::readsAHeaderThatIsNotProtected()
{
    const QByteArray signedPart = QByteArray(rfc::cookbook44).split('.')[1];
    const Token token =
        Token::parse(R"({"payload":")" + signedPart + R"(","header":{"alg":"HS256",)"
                     + R"("kid":"018c0ae5-4d9b-471b-bfd6-eef314bc7037"},"signature":")"
                     + rfc::cookbook47Signature + "\"}");
    QCOMPARE(token.kind(), TokenKind::Jws);
    QCOMPARE(token.algorithm(), u"HS256"_s);
    QCOMPARE(token.signingInput().toByteArray(), '.' + signedPart);
    QCOMPARE(verified(token, rfc::bilboOct).status, SignatureStatus::Valid);
}

/// RFC 7520 §4.8: a kid outside, all outside, nothing outside.
void TestJsonSerialization::readsThreeSignatures()
{
    const QList<QByteArray> whole = QByteArray(rfc::cookbook44).split('.');
    const QByteArray text = R"({"payload":")" + whole[1] + R"(","signatures":[{"protected":)"
        + R"("eyJhbGciOiJSUzI1NiJ9","header":{"kid":"bilbo.baggins@hobbiton.example"},)"
        + R"("signature":")" + rfc::cookbook48Rsa + R"("},{"header":{"alg":"ES512",)"
        + R"("kid":"bilbo.baggins@hobbiton.example"},"signature":")" + rfc::cookbook48Ec
        + R"("},{"protected":")" + whole[0] + R"(","signature":")" + whole[2] + "\"}]}";
    const QByteArray keys =
        "{\"keys\":[" + QByteArray(rfc::bilboEc) + ',' + rfc::bilboOct + ',' + rfc::bilboRsa + "]}";
    const QStringList algorithms { u"RS256"_s, u"ES512"_s, u"HS256"_s };
    for (qsizetype i = 0; i < algorithms.size(); ++i) {
        const Token token = Token::parse(text, i);
        QCOMPARE(token.signatureCount(), 3);
        QCOMPARE(token.algorithm(), algorithms[i]);
        QCOMPARE(verified(token, keys).status, SignatureStatus::Valid);
        const Token changed = Token::parse(QByteArray(text).replace("SXTi", "SXTj"), i);
        QCOMPARE(verified(changed, keys).status, SignatureStatus::Invalid);
    }
}

/// RFC 7515 Appendix F, RFC 7520 §4.5.
void TestJsonSerialization::readsADetachedPayload()
{
    const QList<QByteArray> parts = QByteArray(rfc::cookbook45).split('.');
    const Token token =
        Token::parse(R"({"protected":")" + parts[0] + R"(","signature":")" + parts[2] + "\"}");
    QCOMPARE(token.text().toByteArray(), QByteArray(rfc::cookbook45));
    QVERIFY(token.problems().contains(TokenProblem { PayloadEmpty, TokenPart::Payload, 0 }));
}

/// RFC 7797 §4.2.
void TestJsonSerialization::readsAnUnencodedPayload()
{
    const Token token = Token::parse(
        R"({"protected":"eyJhbGciOiJIUzI1NiIsImI2NCI6ZmFsc2UsImNyaXQiOlsiYjY0Il19",)"
        R"("payload":"$.02","signature":"A5dxf2s96_n5FLueVuW1Z_vh161FwXZC4YLPff6dmDY"})");
    QCOMPARE(token.payloadBytes(), "$.02"_ba);
    QCOMPARE(verified(token, rfc::a1Key).status, SignatureStatus::Valid);
}

void TestJsonSerialization::readsAJweForSeveral()
{
    const QByteArray text = QByteArray(jweBegin)
        + R"("recipients":[{"header":{"alg":"RSA1_5","kid":"2011-04-29"},"encrypted_key":"UGhI"},)"
        + R"({"header":{"alg":"A128KW","kid":"7"},"encrypted_key":")" + jweKey + "\"}]," + jweEnd;
    const Token first = Token::parse(text);
    QCOMPARE(first.kind(), TokenKind::Jwe);
    QCOMPARE(first.signatureCount(), 2);
    QCOMPARE(first.algorithm(), u"RSA1_5"_s);
    QCOMPARE(first.encryption(), u"A128CBC-HS256"_s);
    QVERIFY(!first.claims().exists() && first.payloadBytes().isEmpty());
    const Token second = Token::parse(text, 1);
    QCOMPARE(second.headerBytes(),
             R"({"enc":"A128CBC-HS256","jku":"https://server.example.com/keys.jwks",)"
             R"("alg":"A128KW","kid":"7"})"_ba);
    QCOMPARE(second.partSizes(), (QList<qsizetype> { 31, 54, 22, 43, 22 }));
}

void TestJsonSerialization::readsAFlattenedJwe()
{
    const Token token = Token::parse(QByteArray(jweBegin)
                                     + R"("header":{"alg":"A128KW","kid":"7"},"encrypted_key":")"
                                     + jweKey + "\"," + jweEnd);
    QCOMPARE(token.kind(), TokenKind::Jwe);
    QCOMPARE(token.keyId(), u"7"_s);
    QCOMPARE(token.problems(),
             (Problems { { TokenProblemCode::JsonSerialization, TokenPart::Token, 0 },
                         { UnprotectedHeader, TokenPart::Header, 23 } }));
}

/// RFC 7515 §7.2.1: the names have to be disjoint.
void TestJsonSerialization::doesNotTrustOneNameInTwoHeaders()
{
    const Token token = Token::parse(a7().replace(R"({"kid":)", R"({"alg":"none","kid":)"));
    QCOMPARE(token.algorithm(), u"ES256"_s);
    QCOMPARE(token.headerDocument().duplicateMembers().size(), 1);
    QCOMPARE(verified(token, withKeyId(rfc::a3Key, "e9bc097a-ce51-4036-9562-d2ade882db0d")).status,
             SignatureStatus::Malformed);
}

void TestJsonSerialization::findsFaults_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<qsizetype>("offset");
    const auto row = [](const char *tag, const QByteArray &text, qsizetype offset) {
        QTest::newRow(tag) << text << offset;
    };
    row("payload a number", R"({"payload":1,"signature":"YQ"})", 11);
    row("payload twice", R"({"payload":"YQ","payload":"YQ","signature":"YQ"})", 16);
    row("protected an object", R"({"payload":"YQ","protected":{},"signature":"YQ"})", 28);
    row("header a string", R"({"payload":"YQ","header":"e30","signature":"YQ"})", 25);
    row("signatures an object", R"({"payload":"YQ","signatures":{}})", 29);
    row("no signatures", R"({"payload":"YQ","signatures":[]})", 29);
    row("a signature a string", R"({"payload":"YQ","signatures":["YQ"]})", 30);
    row("signature missing", R"({"payload":"YQ","signatures":[{}]})", 0);
    row("both syntaxes", R"({"payload":"YQ","signatures":[{"signature":"YQ"}],"signature":"YQ"})",
        50);
    row("crit not protected", R"({"payload":"YQ","header":{"crit":["x"]},"signature":"YQ"})", 26);
    row("b64 not protected", R"({"payload":"YQ","header":{"b64":false},"signature":"YQ"})", 26);
    row("cut off", R"({"payload":"YQ","signature":"YQ",)", 33);
    row("then text", R"({"payload":"YQ","signature":"YQ"}x)", 33);
    row("JWE, iv a number", R"({"protected":"e30","iv":1,"ciphertext":"YQ"})", 24);
}

void TestJsonSerialization::findsFaults()
{
    QFETCH(QByteArray, text);
    QFETCH(qsizetype, offset);
    const auto read = readJsonSerialization(text);
    QVERIFY(read && read->parts.isEmpty());
    QCOMPARE(read->fault, offset);
    const Token token = Token::parse(text);
    QCOMPARE(token.kind(), TokenKind::Malformed);
    QCOMPARE(token.problems(),
             (Problems { { TokenProblemCode::JsonSerialization, TokenPart::Token, 0 },
                         { JsonSerializationShape, TokenPart::Token, offset } }));
    QVERIFY(!token.header().exists() && !token.claims().exists());
    QCOMPARE(token.signatureCount(), 1);
}

void TestJsonSerialization::leavesOtherTexts_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty") << ""_ba;
    QTest::newRow("compact") << QByteArray(rfc7515::a1);
    QTest::newRow("claims") << R"({"iss":"joe"})"_ba;
    QTest::newRow("webhook") << R"({"payload":{"a":1}})"_ba;
    QTest::newRow("signature alone") << R"({"signature":"YQ"})"_ba;
    QTest::newRow("ciphertext alone") << R"({"ciphertext":"YQ"})"_ba;
    QTest::newRow("list") << R"([{"payload":"YQ","signature":"YQ"}])"_ba;
}

void TestJsonSerialization::leavesOtherTexts()
{
    QFETCH(QByteArray, text);
    QVERIFY(!readJsonSerialization(text));
}

MINTMARK_TEST(tst_jsonserialization, TestJsonSerialization)
#include "tst_jsonserialization.moc"

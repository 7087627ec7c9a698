// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "joseexamples.h"

#include "jose/tokentext.h"
#include "support/testmain.h"

#include <QStringEncoder>

using namespace mintmark;
using namespace mintmark::test;
using namespace Qt::StringLiterals;

class TestTokenText : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void takesOneTokenAsItIs_data();
    void takesOneTokenAsItIs();
    void namesTheDamageOfOneToken_data();
    void namesTheDamageOfOneToken();
    void findsTokensInLargerTexts_data();
    void findsTokensInLargerTexts();
    void leavesWordsBehindATokenOut();
    void believesTheWordBeforeAnOpaqueToken();
    void readsUtf16();
    void choosesASignature();
    void findsJsonSerialization_data();
    void findsJsonSerialization();
    void findsNothing_data();
    void findsNothing();

private:
    static QByteArrayList tokensIn(const TokenText &text)
    {
        QByteArrayList found;
        for (qsizetype i = 0; i < text.count(); ++i)
            found << text.token(i).text().toByteArray();
        return found;
    }
};

void TestTokenText::takesOneTokenAsItIs_data()
{
    QTest::addColumn<QByteArray>("input");
    const QByteArray token = rfc7515::a2;
    QTest::newRow("bare") << token;
    QTest::newRow("line break") << token + '\n';
    QTest::newRow("header line") << "Authorization: Bearer " + token + "\r\n";
    QTest::newRow("quoted") << "\xE2\x80\x9C" + token + "\xE2\x80\x9D";
    QTest::newRow("wrapped") << token.left(70) + '\n' + token.mid(70, 70) + '\n' + token.mid(140);
    QTest::newRow("response") << R"({"access_token":")" + token + R"(","expires_in":60})";
    QTest::newRow("address") << "https://app.example/#access_token=" + token + "&state=1";
}

void TestTokenText::takesOneTokenAsItIs()
{
    QFETCH(QByteArray, input);
    const TokenText text = readTokenText(input);
    QCOMPARE(text.count(), 1);
    QVERIFY(text.found.isEmpty() && text.lines == 0 && !text.isShared);
    QVERIFY(text.token(0) == Token::parse(input));
    QCOMPARE(text.token(0).text().toByteArray(), QByteArray(rfc7515::a2));
    QCOMPARE(text.cleaned(0), Token::parse(input).cleaned());
}

void TestTokenText::namesTheDamageOfOneToken_data()
{
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<TokenProblemCode>("code");
    const QByteArray token = jws(R"({"a":1})");
    using enum TokenProblemCode;
    QTest::newRow("padding") << token + "==" << Base64Padding;
    QTest::newRow("padding, wrapped")
        << token.left(20) + '\n' + token.mid(20) + '=' << Base64Padding;
    QTest::newRow("padding of the header")
        << "Bearer " + QByteArray(token).insert(20, '=') << Base64Padding;
    QTest::newRow("plain base64") << token + "+/A" << Base64StandardAlphabet;
    QTest::newRow("NUL") << token + QByteArray(1, '\0') + "AAA" << Base64InvalidCharacter;
    QTest::newRow("NUL in the middle")
        << QByteArray(token).insert(25, '\0') << Base64InvalidCharacter;
    QTest::newRow("stars") << token + "****" << Base64InvalidCharacter;
}

void TestTokenText::namesTheDamageOfOneToken()
{
    QFETCH(QByteArray, input);
    QFETCH(TokenProblemCode, code);
    const TokenText text = readTokenText(input);
    QVERIFY(text.found.isEmpty());
    QCOMPARE(text.whole.kind(), TokenKind::Malformed);
    QCOMPARE(text.whole.problems().first().code, code);
}

void TestTokenText::findsTokensInLargerTexts_data()
{
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<QByteArrayList>("tokens");
    QTest::addColumn<qsizetype>("lines");
    QTest::addColumn<bool>("shared");
    const QByteArray a = rfc7515::a2;
    const QByteArray b = rfc7515::a3;
    const auto row = [](const char *tag, const QByteArray &input, const QByteArrayList &tokens,
                        qsizetype lines,
                        bool shared) { QTest::newRow(tag) << input << tokens << lines << shared; };
    row("sentence", "The token is " + a + ".\n", { a }, 1, true);
    row("mail", "Hi,\n\n" + a + "\n\nRegards\nAnna\n", { a }, 6, true);
    row("two lines", a + '\n' + b + '\n', { a, b }, 2, true);
    row("response with two", R"({"access_token":")" + a + "\",\n\"id_token\":\"" + b + "\"}",
        { a, b }, 2, false);
    row("response with head", "HTTP/1.1 200 OK\r\n\r\n{\"access_token\":\"" + a + "\"}", { a }, 3,
        true);
    row("fragment", "https://app.example/#id_token=" + b + "&state=1", { b }, 1, true);
}

void TestTokenText::findsTokensInLargerTexts()
{
    QFETCH(QByteArray, input);
    QFETCH(QByteArrayList, tokens);
    QFETCH(qsizetype, lines);
    QFETCH(bool, shared);
    const TokenText text = readTokenText(input);
    QCOMPARE(tokensIn(text), tokens);
    QCOMPARE(text.lines, lines);
    QCOMPARE(text.isShared, shared);
}

/// White space taken out, they would be the end of its signature.
void TestTokenText::leavesWordsBehindATokenOut()
{
    const QByteArray token = rfc7515::a2;
    const TokenText text = readTokenText(token + "\nRegards, Anna");
    QCOMPARE(text.token(0).text().toByteArray(), token);
    QCOMPARE(text.lines, 2);
}

/// RFC 6750 §2.1.
void TestTokenText::believesTheWordBeforeAnOpaqueToken()
{
    const TokenText line = readTokenText("Authorization: Bearer mF_9.B5f-4.1JqM");
    QCOMPARE(line.token(0).kind(), TokenKind::Opaque);
    QCOMPARE(line.cleaned(0), (QList { Cleaning::HeaderLine, Cleaning::Scheme }));
    QVERIFY(!line.isShared);
    const TokenText request =
        readTokenText("GET /resource HTTP/1.1\r\nAuthorization: Bearer mF_9.B5f-4.1JqM\r\n\r\n");
    QCOMPARE(request.token(0).kind(), TokenKind::Opaque);
    QVERIFY(request.token(0).problems().isEmpty() && request.isShared);
}

void TestTokenText::readsUtf16()
{
    const QString token = QString::fromLatin1(rfc7515::a2);
    for (const auto encoding : { QStringConverter::Utf16LE, QStringConverter::Utf16BE }) {
        QStringEncoder encode(encoding, QStringConverter::Flag::WriteBom);
        const QByteArray bytes = encode(token + u"\r\n"_s);
        const TokenText text = readTokenText(bytes);
        QCOMPARE(text.token(0).kind(), TokenKind::Jws);
        QCOMPARE(text.token(0).text().toByteArray(), QByteArray(rfc7515::a2));
        QVERIFY(text.cleaned(0).contains(Cleaning::ByteOrderMark));
    }
}

void TestTokenText::choosesASignature()
{
    const QByteArray input = R"({"payload":"eyJhIjoxfQ","signatures":[)"
                             R"({"protected":"eyJhbGciOiJIUzI1NiJ9","signature":"YQ"},)"
                             R"({"protected":"eyJhbGciOiJSUzI1NiJ9","signature":"YQ"}]})";
    const TokenText text = readTokenText(input);
    QCOMPARE(text.count(), 2);
    QVERIFY(text.found.isEmpty() && !text.isShared);
    QCOMPARE(text.token(0).algorithm(), u"HS256"_s);
    QCOMPARE(text.token(1).algorithm(), u"RS256"_s);
}

/// RFC 7515 §7.2 and RFC 7516 §7.2, as they stand in logs and tickets.
void TestTokenText::findsJsonSerialization_data()
{
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<QByteArrayList>("tokens");
    QTest::addColumn<qsizetype>("lines");
    const QByteArray one = R"({"payload":"eyJhIjoxfQ","protected":"eyJhbGciOiJIUzI1NiJ9","signature":"YQ"})";
    const QByteArray compact = "eyJhbGciOiJIUzI1NiJ9.eyJhIjoxfQ.YQ";
    const QByteArray general = R"({"payload":"eyJhIjoxfQ","signatures":[)"
                               R"({"protected":"eyJhbGciOiJIUzI1NiJ9","signature":"YQ"},)"
                               R"({"protected":"eyJhbGciOiJSUzI1NiJ9","signature":"YQ"}]})";
    const QByteArray jwe = R"({"protected":"eyJhbGciOiJkaXIiLCJlbmMiOiJBMTI4R0NNIn0","iv":"AAAAAAAAAAAAAAAA",)"
                           R"("ciphertext":"AAAA","tag":"AAAAAAAAAAAAAAAAAAAAAA"})";
    const QByteArray other = jws(R"({"b":2})");
    const auto row = [](const char *name, const QByteArray &input, const QByteArrayList &tokens,
                        qsizetype lines) { QTest::newRow(name) << input << tokens << lines; };
    row("ticket", "Dear all,\nthis is it: " + one + "\nRegards", { compact }, 3);
    row("inside", R"({"jws":)" + one + R"(,"n":{"x":"}{"}})", { compact }, 1);
    row("spread", "log:\n" + QByteArray(one).replace(",", ",\n  ") + "\n", { compact }, 4);
    row("two and another", one + "\nand " + other + "\n" + one, { compact, other, compact }, 3);
    row("two signatures", "x " + general + " y",
        { compact, "eyJhbGciOiJSUzI1NiJ9.eyJhIjoxfQ.YQ" }, 1);
    row("encrypted", "x\n" + jwe + "\ny",
        { "eyJhbGciOiJkaXIiLCJlbmMiOiJBMTI4R0NNIn0..AAAAAAAAAAAAAAAA.AAAA.AAAAAAAAAAAAAAAAAAAAAA" }, 3);
    row("in code", "if (x) { send(" + one + "); }", { compact }, 1);
    row("another signature", R"(webhook {"signature":"sha256=00","token":")" + other + "\"}", { other }, 1);
    row("not closed", "{ " + one, { compact }, 1);
}

void TestTokenText::findsJsonSerialization()
{
    QFETCH(QByteArray, input);
    QFETCH(QByteArrayList, tokens);
    QFETCH(qsizetype, lines);
    const TokenText text = readTokenText(input);
    QCOMPARE(tokensIn(text), tokens);
    QCOMPARE(text.lines, lines);
    QVERIFY(text.isShared);
}

void TestTokenText::findsNothing_data()
{
    QTest::addColumn<QByteArray>("input");
    QTest::newRow("prose") << "Dear all,\nthere is no token here. See you.\nAnna"_ba;
    QTest::newRow("error") << R"({"error":"invalid_client","error_description":"No."})"_ba;
    QTest::newRow("html") << "<html><body>503 Service Unavailable</body></html>"_ba;
    QTest::newRow("a word that begins alike") << "eyes are no tokens, ew."_ba;
}

void TestTokenText::findsNothing()
{
    QFETCH(QByteArray, input);
    const TokenText text = readTokenText(input);
    QCOMPARE(text.token(0).kind(), TokenKind::Malformed);
    QCOMPARE(text.token(0).problems(),
             (QList<TokenProblem> { { TokenProblemCode::NoToken, TokenPart::Token, 0 } }));
    QVERIFY(text.cleaned(0).isEmpty() && !text.isShared);
}

MINTMARK_TEST(tst_tokentext, TestTokenText)
#include "tst_tokentext.moc"

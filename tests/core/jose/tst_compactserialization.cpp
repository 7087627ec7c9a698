// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "jose/compactserialization.h"
#include "support/testmain.h"

using namespace mintmark;
using namespace Qt::StringLiterals;

using Cleanings = QList<Cleaning>;

class TestCompactSerialization : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void cleans_data();
    void cleans();
    void tellsProseFromOneWord_data();
    void tellsProseFromOneWord();
    void leavesWhatIsNoToken_data();
    void leavesWhatIsNoToken();
    void splits();
    void namesEveryCleaning();
};

void TestCompactSerialization::cleans_data()
{
    using enum Cleaning;
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<Cleanings>("cleaned");
    const QByteArray token = "eyJ.eyI-_.c2ln";
    const auto row = [](const char *tag, const QByteArray &input, const Cleanings &cleaned = {}) {
        QTest::newRow(tag) << input << cleaned;
    };
    row("as it is", token);
    row("line break at the end", token + "\n");
    row("CR LF at the end", token + "\r\n");
    row("several line breaks", token + "\n\n", { WhiteSpace });
    row("spaces around", "  " + token + " ", { WhiteSpace });
    row("no-break space", token + "\xC2\xA0", { WhiteSpace });
    row("line break inside", "eyJ.ey\nI-_.c2ln", { WhiteSpace });
    row("wrapped and indented", "eyJ.ey\r\n    I-_.\r\n\tc2ln\r\n", { WhiteSpace });
    row("BOM", "\xEF\xBB\xBF" + token, { ByteOrderMark });
    row("BOM, scheme",
        "\xEF\xBB\xBF"
        "Bearer "
            + token,
        { ByteOrderMark, Scheme });
    row("zero width space",
        "eyJ.\xE2\x80\x8B"
        "eyI-_.c2ln",
        { InvisibleCharacters });
    row("soft hyphen", "eyJ.ey\xC2\xADI-_.c2ln", { InvisibleCharacters });
    row("Bearer", "Bearer " + token, { Scheme });
    row("bearer, two spaces", "bearer  " + token, { Scheme });
    row("Bearer, line break", "Bearer\n" + token, { Scheme });
    row("DPoP", "DPoP " + token, { Scheme });
    row("header line", "Authorization: Bearer " + token + "\r\n", { HeaderLine, Scheme });
    row("header line, lower case", "authorization:bearer " + token, { HeaderLine, Scheme });
    row("other header", "X-Forwarded-Authorization: " + token, { HeaderLine });
    row("double quotes", '"' + token + '"', { Quotes });
    row("single quotes", "'" + token + "'", { Quotes });
    row("back quotes", '`' + token + '`', { Quotes });
    row("smart quotes", "\xE2\x80\x9C" + token + "\xE2\x80\x9D", { Quotes });
    row("German quotes", "\xE2\x80\x9E" + token + "\xE2\x80\x9C", { Quotes });
    row("guillemets", "\xC2\xAB" + token + "\xC2\xBB", { Quotes });
    row("opening quote only", '"' + token, { Quotes });
    row("quotes and comma", '"' + token + "\",", { Quotes });
    row("quoted scheme", "\"Bearer " + token + '"', { Quotes, Scheme });
    row("quotes in a scheme", "Bearer \"" + token + '"', { Scheme, Quotes });
    row("parameter", "access_token=" + token, { Parameter });
    row("fragment", "#access_token=" + token + "&token_type=Bearer", { Parameter });
    row("address", "https://app.example/cb#state=x&access_token=" + token + "&expires_in=1",
        { Parameter });
    row("member", "\"access_token\": \"" + token + "\",", { Parameter, Quotes });
    row("response", R"({"access_token": ")" + token + R"(", "expires_in": 3600})",
        { JsonResponse });
    row("response, BOM, scheme", "\xEF\xBB\xBF{\"access_token\":\"Bearer " + token + "\"}\n",
        { ByteOrderMark, JsonResponse, Scheme });
    row("response, second one ignored",
        R"({"scope":"x","access_token":")" + token + R"(","access_token":"other"})",
        { JsonResponse });
    row("response cut off", R"({"access_token":")" + token + R"(","expires_in":)",
        { JsonResponse });
}

void TestCompactSerialization::cleans()
{
    QFETCH(QByteArray, input);
    QFETCH(Cleanings, cleaned);
    const CleanedToken result = cleanTokenText(input);
    QCOMPARE(result.text, "eyJ.eyI-_.c2ln"_ba);
    QCOMPARE(result.cleaned, cleaned);
}

void TestCompactSerialization::tellsProseFromOneWord_data()
{
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<bool>("prose");
    const QByteArray line = "0123456789abcdef";
    QTest::newRow("one word") << "abc"_ba << false;
    QTest::newRow("behind a scheme") << "Bearer  abc"_ba << false;
    QTest::newRow("wrapped") << line + '\n' + line + "\nabc\n" << false;
    QTest::newRow("wrapped and indented") << line + "\r\n    " + line << false;
    QTest::newRow("two words") << "abc def"_ba << true;
    QTest::newRow("two short lines") << "abc\ndef"_ba << true;
    QTest::newRow("a longer line later") << line + '\n' + line + "a" << true;
    QTest::newRow("a short line in the middle") << line + "\nabc\n" + line << true;
    QTest::newRow("a JSON document") << R"({"a":1})"_ba << true;
}

void TestCompactSerialization::tellsProseFromOneWord()
{
    QFETCH(QByteArray, input);
    QFETCH(bool, prose);
    QCOMPARE(cleanTokenText(input).isProse, prose);
}

void TestCompactSerialization::leavesWhatIsNoToken_data()
{
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty") << ""_ba
                           << ""_ba;
    QTest::newRow("line break") << "\n"_ba
                                << ""_ba;
    QTest::newRow("abc") << "abc"_ba
                         << "abc"_ba;
    QTest::newRow("Bearer only") << "Bearer"_ba
                                 << "Bearer"_ba;
    QTest::newRow("other object") << R"({"error":"x"})"_ba
                                  << R"({"error":"x"})"_ba;
    QTest::newRow("token no string") << R"({"access_token":1})"_ba
                                     << R"({"access_token":1})"_ba;
    QTest::newRow("padding") << "eyJ=.a+/.b"_ba
                             << "eyJ=.a+/.b"_ba;
    QTest::newRow("NUL") << QByteArray("a\0b", 3) << QByteArray("a\0b", 3);
    QTest::newRow("only quotes") << "\"\""_ba
                                 << ""_ba;
}

void TestCompactSerialization::leavesWhatIsNoToken()
{
    QFETCH(QByteArray, input);
    QFETCH(QByteArray, text);
    QCOMPARE(cleanTokenText(input).text, text);
}

void TestCompactSerialization::splits()
{
    using Parts = QList<QByteArrayView>;
    QCOMPARE(splitCompact(""), (Parts { "" }));
    QCOMPARE(splitCompact("abc"), (Parts { "abc" }));
    QCOMPARE(splitCompact("a.b.c"), (Parts { "a", "b", "c" }));
    QCOMPARE(splitCompact(".."), (Parts { "", "", "" }));
    QCOMPARE(splitCompact("a....e"), (Parts { "a", "", "", "", "e" }));
}

void TestCompactSerialization::namesEveryCleaning()
{
    QSet<QString> codes;
    for (int i = 0; i <= int(Cleaning::QuotedPrintable); ++i) {
        const auto cleaning = static_cast<Cleaning>(i);
        codes.insert(cleaningCode(cleaning));
        QVERIFY(cleaningSentence(cleaning).endsWith(u'.'));
    }
    QCOMPARE(codes.size(), 13);
    QCOMPARE(cleaningCode(Cleaning::JsonResponse), "json_response"_L1);
}

MINTMARK_TEST(tst_compactserialization, TestCompactSerialization)
#include "tst_compactserialization.moc"

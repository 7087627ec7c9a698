// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "joseexamples.h"

#include "jose/fragments.h"
#include "jose/token.h"
#include "support/cputimer.h"
#include "support/testmain.h"

#include <QRandomGenerator>

using namespace mintmark;
using namespace mintmark::test;
using namespace Qt::StringLiterals;

using Members = QList<std::pair<QByteArray, QByteArray>>;

namespace {

TokenFragments fragmentsOf(const QByteArray &text)
{
    return recoverFragments(Token::parse(text));
}

Members membersOf(const TokenFragments &fragments, std::optional<TokenPart> part = {})
{
    Members members;
    for (const RecoveredMember &member : fragments.recovered) {
        if (!part || member.part == *part)
            members.append({ member.name.toUtf8(), member.value });
    }
    return members;
}

/// An object written by hand, with the number of its bytes that must be there for each member to be
/// whole: for a number one more, as the next digit could follow.
struct Written
{
    QByteArray json;
    Members members;
    QList<qsizetype> needed;
};

Written written(const Members &members, const QByteArray &colon = ":",
                const QByteArray &comma = ",")
{
    Written object { "{", members, {} };
    for (qsizetype i = 0; i < members.size(); ++i) {
        const auto &[name, value] = members[i];
        object.json += (i > 0 ? comma : QByteArray()) + '"' + name + '"' + colon + value;
        const bool number = value.back() >= '0' && value.back() <= '9';
        object.needed.append(object.json.size() + (number ? 1 : 0));
    }
    object.json += '}';
    return object;
}

/// Those of which all needed bytes are within the first `characters` of base64.
Members wholeAt(const Written &object, qsizetype characters)
{
    const qsizetype bytes = characters * 6 / 8;
    Members members;
    for (qsizetype i = 0; i < object.members.size(); ++i) {
        if (object.needed[i] <= bytes)
            members.append(object.members[i]);
    }
    return members;
}

const Members sageMembers = {
    { "sourceProduct", "\"sage.brazil.one\"" },
    { "ip", "\"81.128.233.202\"" },
    { "iss", "\"wpb-auth\"" },
    { "channel", "\"online-channel\"" },
    { "exp", "1556015677" },
    { "serviceId", "\"wpb-auth-service\"" },
    { "iat", "1556014477" },
};

const Members nested = {
    { "iss", "\"https://id.example.com/\"" },
    { "aud", R"(["a","b \"iss\":\"x\",",{"iss":"inner"}])" },
    { "cnf", R"({"iss":"evil","exp":1,"deep":{"sub":"no"}})" },
    { "text", R"("{\"iss\":\"quoted\",\"exp\":2},\"aud\":\"y\"")" },
    { "name", "\"J\xC3\xB6rg \xE2\x82\xAC \xF0\x9F\x94\x91\"" },
    { "exp", "4102444800.5" },
    { "ok", "true" },
    { "none", "null" },
    { "empty", "{}" },
    { "list", "[ ]" },
    { "iat", "-1.5e3" },
    { "sub", R"("caf\u00e9\\")" },
};

} // namespace

class TestFragments : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsTheSageGuideToken();
    void givesNothingForWholeTokens_data();
    void givesNothingForWholeTokens();
    void givesEveryWholeMemberWhereverATokenIsCut_data();
    void givesEveryWholeMemberWhereverATokenIsCut();
    void givesTheEndOfATokenWithoutBeginning();
    void givesNothingFalseWhereCharactersAreMissing();
    void readsAroundAMask_data();
    void readsAroundAMask();
    void givesNothingOfLowerCase();
    void keepsInnerMembersInside_data();
    void keepsInnerMembersInside();
    void readsLongDamagedTokensInLinearTime_data();
    void readsLongDamagedTokensInLinearTime();
    void survivesMutations();
};

void TestFragments::readsTheSageGuideToken()
{
    const TokenFragments fragments = fragmentsOf(joseData("sage-guide-token.txt"_L1));
    QCOMPARE(membersOf(fragments), sageMembers);
    QCOMPARE(fragments.damage, (TokenDamage { DamageKind::CharactersMissing, 0 }));
    QCOMPARE(fragments.recovered.first().part, TokenPart::Payload);
    // Behind the 36 characters of an id, in a payload that begins at 12.
    QVERIFY(fragments.recovered.first().offset > 100 && fragments.recovered.first().offset < 132);
}

void TestFragments::givesNothingForWholeTokens_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("HS256") << QByteArray(rfc7515::a1);
    QTest::newRow("RS256") << QByteArray(rfc7515::a2);
    QTest::newRow("none") << QByteArray(rfc7515::a5);
    QTest::newRow("no claims set") << QByteArray(rfc7515::a4);
    QTest::newRow("JWE") << QByteArray(rfc7516a1);
    QTest::newRow("opaque") << "ya29.a0AfH6SMBx-x_y"_ba;
    QTest::newRow("opaque, JSON in base64") << base64UrlEncode(R"({"iv":"x","value":"y"})");
    QTest::newRow("empty") << ""_ba;
    QTest::newRow("host name") << "id.example.com"_ba;
    QTest::newRow("file name") << "report.final.pdf"_ba;
    QTest::newRow("lower case words") << "some-rather-long-host-name.of-the-region.example.com"_ba;
    QTest::newRow("JSON serialization")
        << R"({"payload":"eyJpc3MiOiJ4In0","protected":"e30","signature":"YQ"})"_ba;
    QTest::newRow("too large") << QByteArray(Token::maximumSize + 1, 'A');
}

void TestFragments::givesNothingForWholeTokens()
{
    QFETCH(QByteArray, text);
    QCOMPARE(fragmentsOf(text), TokenFragments());
}

void TestFragments::givesEveryWholeMemberWhereverATokenIsCut_data()
{
    QTest::addColumn<Members>("header");
    QTest::addColumn<Members>("claims");
    QTest::addColumn<QByteArray>("colon");
    QTest::addColumn<QByteArray>("comma");
    const Members header = { { "alg", "\"RS256\"" }, { "typ", "\"JWT\"" }, { "kid", "\"k-1\"" } };
    QTest::newRow("plain") << header << sageMembers << ":"_ba
                           << ","_ba;
    QTest::newRow("nested") << header << nested << ":"_ba
                            << ","_ba;
    QTest::newRow("spaced") << header << nested << " : "_ba
                            << ",\r\n  "_ba;
    QTest::newRow("other header") << Members { { "x", "1" },
                                               { "kid", "\"\"" },
                                               { "alg", "\"none\"" } }
                                  << sageMembers << ":"_ba
                                  << ","_ba;
    QTest::newRow("names twice") << header << Members { { "a", "1" }, { "a", "2" }, { "", "\"\"" } }
                                 << ":"_ba
                                 << ","_ba;
}

void TestFragments::givesEveryWholeMemberWhereverATokenIsCut()
{
    QFETCH(Members, header);
    QFETCH(Members, claims);
    QFETCH(QByteArray, colon);
    QFETCH(QByteArray, comma);
    const Written head = written(header, colon, comma);
    const Written body = written(claims, colon, comma);
    const QByteArray token = jws(body.json, head.json, QByteArray(32, '\x5A'));
    const qsizetype dot = token.indexOf('.');
    const qsizetype secondDot = token.lastIndexOf('.');
    for (qsizetype length = 1; length < token.size(); ++length) {
        const Token cut = Token::parse(token.first(length));
        const TokenFragments fragments = recoverFragments(cut);
        if (cut.kind() == TokenKind::Jws) { // the claims are all there, the signature has a length
            QVERIFY(length > secondDot);
            QCOMPARE(fragments, TokenFragments());
            continue;
        }
        if (length <= dot) {
            const Members expected = wholeAt(head, length);
            QVERIFY2(membersOf(fragments) == expected
                         || (cut.header().exists() && fragments.recovered.isEmpty()),
                     token.first(length).constData());
        } else {
            QCOMPARE(membersOf(fragments), wholeAt(body, qMin(length, secondDot) - dot - 1));
        }
        if (!fragments.recovered.isEmpty())
            QCOMPARE(fragments.damage, (TokenDamage { DamageKind::CutOff, length }));
    }
}

/// A line of a log or a screen shows the last part of a token.
void TestFragments::givesTheEndOfATokenWithoutBeginning()
{
    const Written body = written(sageMembers);
    const QByteArray token = jws(body.json);
    const qsizetype payload = token.indexOf('.') + 1;
    const qsizetype end = token.lastIndexOf('.');
    for (qsizetype from = payload; from < end - 8; ++from) {
        const Members found = membersOf(fragmentsOf("AAAAAAAAAAA." + token.sliced(from)));
        // All bytes from the first whole one on are there: how many members begin behind it?
        const qsizetype firstByte = ((from - payload) * 6 + 7) / 8;
        Members expected;
        for (qsizetype i = 0; i < body.members.size(); ++i) {
            const auto &[name, value] = body.members[i];
            const bool number = value.back() <= '9' && value.back() >= '0';
            const qsizetype begins =
                body.needed[i] - (number ? 1 : 0) - value.size() - name.size() - 3;
            if (begins >= firstByte)
                expected.append(body.members[i]);
        }
        QCOMPARE(found, expected);
    }
}

/// Nothing is made up: each member found is one of the token, wherever and however many characters
/// were lost. Four lost ones shorten a value and leave no trace.
void TestFragments::givesNothingFalseWhereCharactersAreMissing()
{
    const Written body = written(sageMembers);
    const QByteArray token = jws(body.json);
    const qsizetype payload = token.indexOf('.') + 1;
    const qsizetype end = token.lastIndexOf('.');
    for (const qsizetype lost : { 1, 2, 3, 5, 6, 7 }) {
        for (qsizetype at = payload; at < end - lost; ++at) {
            const QByteArray damaged = QByteArray(token).remove(at, lost);
            const Token parsed = Token::parse(damaged);
            if (parsed.claims().exists())
                continue;
            const Members found = membersOf(recoverFragments(
                parsed.kind() == TokenKind::Malformed ? parsed : Token::parse(damaged + ".x")));
            for (const auto &member : found)
                QVERIFY2(body.members.contains(member), damaged.constData());
            QVERIFY2(found.size() >= body.members.size() - 2, damaged.constData());
        }
    }
}

void TestFragments::readsAroundAMask_data()
{
    QTest::addColumn<QByteArray>("mask");
    QTest::newRow("ellipsis") << "\xE2\x80\xA6"_ba;
    QTest::newRow("three dots") << "..."_ba;
    QTest::newRow("many dots") << "........"_ba;
    QTest::newRow("stars") << "***"_ba;
    QTest::newRow("many stars") << QByteArray(40, '*');
    QTest::newRow("bullets") << QByteArray("\xE2\x80\xA2").repeated(8);
    QTest::newRow("brackets") << "[...]"_ba;
}

void TestFragments::readsAroundAMask()
{
    QFETCH(QByteArray, mask);
    const QByteArray token = jws(written(sageMembers).json);
    const qsizetype payload = token.indexOf('.') + 1;
    for (qsizetype at = payload + 1; at + 40 < token.lastIndexOf('.'); ++at) {
        // 40 characters go, and a mask of another length comes.
        const QByteArray masked = token.first(at) + mask + token.sliced(at + 40);
        const TokenFragments fragments = fragmentsOf(masked);
        QCOMPARE(fragments.damage, (TokenDamage { DamageKind::Masked, at }));
        const Members found = membersOf(fragments);
        for (const auto &member : found)
            QVERIFY2(sageMembers.contains(member), masked.constData());
        QVERIFY2(found.size() >= 3, masked.constData());
    }
}

void TestFragments::givesNothingOfLowerCase()
{
    const QByteArray tokens[] = { rfc7515::a1, rfc7515::a2, jws(written(sageMembers).json),
                                  jws(written(nested).json) };
    for (const QByteArray &token : tokens) {
        const TokenFragments fragments = fragmentsOf(token.toLower());
        QCOMPARE(fragments.damage.kind, DamageKind::LowerCase);
        QVERIFY(fragments.recovered.isEmpty());
        // Cut off as well.
        QCOMPARE(fragmentsOf(token.toLower().chopped(1)).damage.kind, DamageKind::LowerCase);
    }
}

void TestFragments::keepsInnerMembersInside_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<Members>("found");
    const auto row = [](const char *tag, const QByteArray &json, const Members &found) {
        QTest::newRow(tag) << json << found;
    };
    row("cut inside an object", R"({"sub":"s","cnf":{"iss":"evil","exp":1,"x)",
        { { "sub", "\"s\"" } });
    row("cut inside a list", R"({"sub":"s","l":[{"iss":"evil"},{"iss":"evil",)",
        { { "sub", "\"s\"" } });
    row("closed behind a lost beginning", R"("iss":"evil","exp":1},"sub":"s"})",
        { { "sub", "\"s\"" } });
    row("closed twice", R"("iss":"evil"}},"sub":"s"})", { { "sub", "\"s\"" } });
    row("closed and at the end", R"("iss":"evil"}})", {});
    row("an object in a list", R"({"iss":"evil"},{"iss":"evil"}],"sub":"s"})",
        { { "sub", "\"s\"" } });
    row("the end of the claims set", R"("iss":"joe","exp":1})",
        { { "iss", "\"joe\"" }, { "exp", "1" } });
    row("escaped text", R"(x","t":"{\"iss\":\"no\",\"exp\":1,\"a\":[","sub":"s"})",
        { { "t", R"("{\"iss\":\"no\",\"exp\":1,\"a\":[")" }, { "sub", "\"s\"" } });
    row("a string cut at its start", R"(\"iss\":\"no\",\"a\":1","sub":"s"})",
        { { "sub", "\"s\"" } });
    row("bad number", R"(x","a":01,"b":1e,"c":-,"sub":"s"})", { { "sub", "\"s\"" } });
    row("bad escape", R"(x","a":"\x","sub":"s"})", { { "sub", "\"s\"" } });
    row("bad word", R"(x","a":nul,"b":True,"sub":"s"})", { { "sub", "\"s\"" } });
    row("bad UTF-8", "x\",\"a\":\"\xFF\",\"sub\":\"s\"}", { { "sub", "\"s\"" } });
    row("a number with noise behind it", "x\",\"sub\":\"s\",\"exp\":15,\x01\x02",
        { { "sub", "\"s\"" } });
    row("a string with noise behind it", "x\",\"sub\":\"s\",\"iss\":\"jo\"\x01\x02",
        { { "sub", "\"s\"" } });
}

void TestFragments::keepsInnerMembersInside()
{
    QFETCH(QByteArray, json);
    QFETCH(Members, found);
    const bool lostStart = !json.startsWith("{\"sub");
    const QByteArray part = base64UrlEncode(json);
    const QByteArray header = base64UrlEncode(R"({"alg":"RS256"})");
    // One of the four alignments, behind a mask where the beginning is lost.
    QCOMPARE(membersOf(fragmentsOf(header + '.' + (lostStart ? "***" : "") + part)), found);
}

void TestFragments::readsLongDamagedTokensInLinearTime_data()
{
    QTest::addColumn<QByteArray>("json");
    const qsizetype size = 150'000;
    const auto filled = [size](const QByteArray &piece) {
        return piece.repeated(size / piece.size());
    };
    QTest::newRow("quotes") << filled("\"");
    QTest::newRow("comma, quote") << filled(",\"");
    QTest::newRow("members") << filled("\"a\":1,");
    QTest::newRow("names") << filled(",\"a\":");
    QTest::newRow("open objects") << filled("{\"a\":");
    QTest::newRow("open lists") << "{\"a\":" + filled("[");
    QTest::newRow("nested and closed")
        << "{\"a\":" + QByteArray(size / 2, '[') + QByteArray(size / 2, ']') + ",\"b";
    QTest::newRow("backslashes") << filled(",\"\\");
    QTest::newRow("blanks") << filled("{            ");
    QTest::newRow("objects in a list") << "\"x\":[" + filled("{\"a\":1},");
    QTest::newRow("unterminated") << filled(",\"a\":\"b ,");
}

void TestFragments::readsLongDamagedTokensInLinearTime()
{
    QFETCH(QByteArray, json);
    const QByteArray text = "eyJhbGciOiJSUzI1NiJ9." + base64UrlEncode(json) + "*.YQ";
    CpuTimer timer;
    const TokenFragments fragments = fragmentsOf(text);
    QVERIFY2(timer.elapsed() < 4000, qPrintable(QString::number(timer.elapsed())));
    QCOMPARE(fragments.damage.kind, DamageKind::CharactersMissing);
}

void TestFragments::survivesMutations()
{
    QRandomGenerator random(7);
    const QByteArray tokens[] = { jws(written(nested).json), jws(written(sageMembers).json),
                                  joseData("sage-guide-token.txt"_L1).trimmed() };
    for (int i = 0; i < 900; ++i) {
        QByteArray text = tokens[i % 3];
        for (int changes = random.bounded(1, 8); changes > 0; --changes) {
            const qsizetype at = random.bounded(static_cast<int>(text.size()));
            if (random.bounded(3) == 0)
                text.remove(at, random.bounded(1, 30));
            else if (random.bounded(2) == 0)
                text.insert(at, static_cast<char>(random.bounded(256)));
            else
                text[at] = static_cast<char>(random.bounded(256));
        }
        const TokenFragments fragments = fragmentsOf(text);
        for (const RecoveredMember &member : fragments.recovered) {
            const QByteArray value = member.value;
            QVERIFY(JsonDocument::parse(value, { value.size() + 1, 128 }).isValid());
            QVERIFY(member.offset >= 0 && member.offset < text.size());
        }
    }
}

MINTMARK_TEST(tst_fragments, TestFragments)
#include "tst_fragments.moc"

// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "forger.h"
#include "rfcsignatures.h"

#include "jose/jwkset.h"
#include "support/testmain.h"

#include <openssl/err.h>

#include <QRandomGenerator>

using namespace mintmark;
using namespace mintmark::test;
using namespace Qt::StringLiterals;

namespace {

JwkSet parsed(const QByteArray &text)
{
    return JwkSet::parse(text, SymmetricKeys::Accept);
}

/// The fault of the set, or those of its keys.
QString faults(const JwkSet &set)
{
    if (set.fault)
        return keySetFaultName(*set.fault);
    QStringList names;
    for (const Jwk &key : set.keys)
        names << (key.fault ? keyFaultName(*key.fault).toString() : u"ok"_s);
    return names.join(u' ');
}

} // namespace

class TestJwkSet : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsSets_data();
    void readsSets();
    void countsAndNotes();
    void leavesSecretsOfPublishedSets();
    void survivesHostileTexts_data();
    void survivesHostileTexts();
    void survivesChangedBytes();
    void namesAndExplainsEachFault();

    void cleanup() { QCOMPARE(ERR_peek_error(), 0UL); }
};

void TestJwkSet::readsSets_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QByteArray &text, const char *expected) {
        QTest::newRow(name) << text << QString::fromLatin1(expected);
    };
    const QByteArray a2 = rfc::a2Key;
    const QByteArray a3 = rfc::a3Key;
    row("a set", jwks({ a2, a3, rfc::okpKey, rfc::a1Key }), "ok ok ok ok");
    row("an empty set", jwks({}), "");
    row("one key", a2, "ok");
    row("with a byte order mark", "\xEF\xBB\xBF" + a2 + "\r\n", "ok");
    row("members beside keys", R"({"issuer":"x","keys":[)" + a2 + R"(],"keys_ttl":1})", "ok");
    row("a faulty key among others", jwks({ a2, "{}", "7", R"({"kty":"AKP"})", a3 }),
        "ok member_missing not_an_object key_type_unsupported ok");
    // RFC 7517 §4, §5: names are unique; RFC 8725 §3.4
    row("a member twice", jwks({ a2.chopped(1) + R"(,"e":"AQAB"})", a3 }), "duplicate_member ok");
    row("a member twice, escaped", jwks({ a3, a2.chopped(1) + R"(,"\u0065":"AQAB"})" }),
        "ok duplicate_member");
    row("a member twice, deep", jwks({ a2.chopped(1) + R"(,"x":[{"y":1,"y":1}]})", a3 }),
        "duplicate_member ok");
    row("one key, a member twice", a2.chopped(1) + R"(,"kty":"RSA"})", "duplicate_member");
    row("keys twice", R"({"keys":[],"keys":[)" + a2 + "]}", "duplicate_member");
    row("another member twice", R"({"x":1,"x":2,"keys":[)" + a2 + "]}", "ok");
    row("keys as an object", R"({"keys":{"a":)" + a2 + "}}", "not_keys");
    row("keys as text", R"({"keys":"a"})", "not_keys");
    row("null keys", R"({"keys":null})", "not_keys");
    row("no keys", R"({"error":"not found"})", "not_keys");
    row("metadata", R"({"issuer":"https://a","jwks_uri":"https://a/keys"})", "metadata");
    row("an array", '[' + a2 + ']', "not_keys");
    row("nothing", "", "not_keys");
    row("a page", "<html></html>", "not_keys");
    row("cut off", a2.chopped(1), "invalid_json");
    row("trailing comma", "{\"keys\":[" + a2 + ",]}", "invalid_json");
    row("something behind", a2 + a3, "invalid_json");
    row("UTF-16", QByteArray("\xff\xfe{\0", 4), "not_keys");
    row("1000 keys", jwks(QList<QByteArray>(1000, "{}")),
        QByteArray("member_missing ").repeated(1000).chopped(1).constData());
    row("1001 keys", jwks(QList<QByteArray>(1001, "{}")), "too_many_keys");
    row("1 MiB and a byte", QByteArray(JwkSet::maximumSize + 1, ' '), "too_large");
    row("1 MiB of nothing", QByteArray(JwkSet::maximumSize, ' '), "not_keys");
    row("PEM", Forger::ec("P-256").publicPem(), "ok");
}

void TestJwkSet::readsSets()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, expected);
    QCOMPARE(faults(parsed(text)), expected);
}

void TestJwkSet::countsAndNotes()
{
    const JwkSet set = parsed(jwks({ rfc::a2Key, rfc::a3Key, "{}" }));
    QCOMPARE(set.usableKeys(), 2);
    QVERIFY(set.hasPrivateMembers()); // a3Key has d
    QVERIFY(!parsed(jwks({ rfc::a2Key, rfc::a1Key })).hasPrivateMembers());
    QCOMPARE(set, parsed(jwks({ rfc::a2Key, rfc::a3Key, "{}" })));
    QVERIFY(!(set == parsed(jwks({ rfc::a3Key, rfc::a2Key, "{}" }))));
}

void TestJwkSet::leavesSecretsOfPublishedSets()
{
    const JwkSet set = JwkSet::parse(jwks({ rfc::a1Key, rfc::a2Key }), SymmetricKeys::Refuse);
    QCOMPARE(faults(set), u"secret_not_trusted ok"_s);
    QVERIFY(!set.keys[0].secret);
}

void TestJwkSet::survivesHostileTexts_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("depth, arrays") << "{\"keys\":" + QByteArray(500'000, '[');
    QTest::newRow("depth, objects") << "{\"keys\":[" + QByteArray("{\"a\":").repeated(100'000);
    QTest::newRow("depth in a key")
        << jwks({ R"({"kty":"RSA","n":)" + QByteArray(100, '[') + QByteArray(100, ']') + '}' });
    QTest::newRow("2 MiB modulus")
        << jwks({ "{\"kty\":\"RSA\",\"e\":\"AQAB\",\"n\":\"" + QByteArray(2 << 20, 'x') + "\"}" });
    QTest::newRow("many names") << "{\"kty\":\"RSA\"" + QByteArray(",\"a\":1").repeated(100'000)
            + '}';
    QTest::newRow("invalid UTF-8") << QByteArray("{\"kty\":\"R\xff\"}");
    QTest::newRow("PEM of zeros") << "-----BEGIN PUBLIC KEY-----\n"
            + QByteArray(700'000, '\0').toBase64() + "\n-----END PUBLIC KEY-----\n";
    QTest::newRow("PEM without end")
        << QByteArray("-----BEGIN CERTIFICATE-----\n").repeated(30'000);
}

void TestJwkSet::survivesHostileTexts()
{
    QFETCH(QByteArray, text);
    const JwkSet set = parsed(text);
    QCOMPARE(set.usableKeys(), 0);
    QVERIFY(set.fault || !set.keys.isEmpty());
}

void TestJwkSet::survivesChangedBytes()
{
    const int rounds = qEnvironmentVariableIsSet("MINTMARK_LONG") ? 50'000 : 1'000;
    const QByteArray texts[] = {
        jwks({ rfc::a1Key, rfc::a2Key, rfc::a3Key, rfc::a4Key, rfc::okpKey, rfc::bilboEc }),
        Forger::rsa().publicPem() + Forger::ec("P-521").privatePem()
            + Forger::okp("ED448").publicPem(),
    };
    QRandomGenerator random(7517);
    for (int i = 0; i < rounds; ++i) {
        QByteArray text = texts[i % 2];
        for (quint32 changes = 1 + random.bounded(3U); changes > 0; --changes)
            text[qsizetype(random.bounded(quint32(text.size())))] = char(random.bounded(256U));
        for (const Jwk &key : parsed(text).keys) {
            const bool usable = key.publicKey || key.secret;
            QCOMPARE(usable, !key.fault.has_value());
        }
        QCOMPARE(ERR_peek_error(), 0UL);
    }
}

void TestJwkSet::namesAndExplainsEachFault()
{
    QSet<QString> sentences;
    for (int i = 0; i <= int(KeySetFault::TooManyKeys); ++i)
        sentences.insert(keySetFaultSentence(KeySetFault(i)));
    QCOMPARE(sentences.size(), int(KeySetFault::TooManyKeys) + 1);
    QCOMPARE(keySetFaultName(KeySetFault::TooManyKeys), "too_many_keys"_L1);
}

MINTMARK_TEST(tst_jwkset, TestJwkSet)
#include "tst_jwkset.moc"

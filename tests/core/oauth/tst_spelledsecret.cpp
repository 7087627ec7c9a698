// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "oauth/spelledsecret.h"

#include "support/testmain.h"

using namespace mintmark;
using namespace Qt::StringLiterals;

class TestSpelledSecret : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lengths_data();
    void lengths();
    void beginningOfALongOne();
    void base64();
    void base64OfShortOnes();
};

void TestSpelledSecret::lengths_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("secret");
    QTest::addColumn<qsizetype>("length");
    const auto add = [](const char *name, const QByteArray &text, const QByteArray &secret,
                        qsizetype length) { QTest::newRow(name) << text << secret << length; };
    add("itself", "swordfish!", "swordfish", 9);
    add("something else", "swordfisk!", "swordfish", 0);
    add("later", "a swordfish", "swordfish", 0);
    // RFC 3986 §2.1
    add("percent", "sw%2Fsh!", "sw/sh", 7);
    add("percent, lower case", "sw%2fsh!", "sw/sh", 7);
    add("percent, needlessly", "%73%77%6f%72%64!", "sword", 15);
    add("percent, two bytes", "s%C3%BCsh!", "s\xC3\xBCsh", 9);
    add("plus for a space", "sw+sh!", "sw sh", 5);
    add("plus for itself", "sw+sh!", "sw+sh", 5);
    add("percent in the secret", "a%41bc!", "a%41bc", 6);
    add("percent in the secret, encoded", "a%2541bc!", "a%41bc", 8);
    add("bad percent", "a%4gbc!", "aDgbc", 0);
    // RFC 8259 §7
    add("JSON escapes", "a\\\"\\\\\\/\\n!", "a\"\\/\n", 9);
    add("JSON code", "sw\\u00fcrd!", "sw\xC3\xBCrd", 10);
    add("JSON pair", "ab\\ud83d\\udd11cd!",
        "ab\xF0\x9F\x94\x91"
        "cd",
        16);
    add("JSON half a pair", "ab\\ud83dcd!",
        "ab\xF0\x9F\x94\x91"
        "cd",
        0);
    // HTML §13.1.4
    add("entities", "&amp;&lt;&gt;&quot;&apos;!", "&<>\"'", 25);
    add("entity by number", "a&#39;b&#x2F;c!", "a'b/c", 14);
    add("entity beyond Unicode", "abcd&#x110000; and more", "abcd\xF4\x90\x80\x80", 0);
    add("entity in the secret", "&amp;bc!", "&amp;bc", 7);
    // Text that ends early
    add("four bytes at the end", "swor", "swordfish", 4);
    add("three bytes at the end", "swo", "swordfish", 0);
    add("cut percent code", "sword%2", "sword/fish", 7);
    add("cut JSON code", "sword\\u00", "sword\xC3\xBC!!", 9);
    add("cut entity", "sword&quo", "sword\"fish", 9);
    add("nothing", "", "swordfish", 0);
}

void TestSpelledSecret::lengths()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, secret);
    QFETCH(const qsizetype, length);
    QCOMPARE(spelledLength(text, secret), length);
}

void TestSpelledSecret::beginningOfALongOne()
{
    const QByteArray secret = QByteArray(64, 'a') + QByteArray(64, 'b');
    QCOMPARE(spelledLength(QByteArray(64, 'a') + "bbbc", secret), 67);
    QCOMPARE(spelledLength(QByteArray(63, 'a') + "bbbc", secret), 0);
    QCOMPARE(spelledLength(secret + "bb", secret), 128);
}

/// Expected: base64 of "swordfish", "aswordfish…" and "abswordfish…" by another program.
void TestSpelledSecret::base64()
{
    QCOMPARE(base64Spellings("swordfish"),
             (QList<QByteArray> { "c3dvcmRmaXNo", "N3b3JkZmlza"_ba, "zd29yZGZpc2"_ba }));
    // Two characters have other letters in base64url.
    const QList<QByteArray> both = base64Spellings("a\?\?>\?>~~");
    QVERIFY(both.contains("YT8/Pj8+fn"_ba));
    QVERIFY(both.contains("YT8_Pj8-fn"_ba));
}

void TestSpelledSecret::base64OfShortOnes()
{
    QVERIFY(base64Spellings("abc").isEmpty());
    QVERIFY(base64Spellings("").isEmpty());
}

MINTMARK_TEST(tst_spelledsecret, TestSpelledSecret)

#include "tst_spelledsecret.moc"

// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "jose/fragments.h"
#include "jose/token.h"
#include "support/testmain.h"

using namespace mintmark;
using namespace Qt::StringLiterals;

class TestTokenDamage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void namesTheDamage_data();
    void namesTheDamage();
    void saysItInWords();
};

void TestTokenDamage::namesTheDamage_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<DamageKind>("kind");
    QTest::addColumn<qsizetype>("characters");
    const auto row = [](const char *tag, const QByteArray &text, DamageKind kind,
                        qsizetype characters = 0) {
        QTest::newRow(tag) << text << kind << characters;
    };
    using enum DamageKind;
    const QByteArray header = "eyJhbGciOiJSUzI1NiJ9"; // {"alg":"RS256"}
    const QByteArray payload = "eyJhIjoxfQ";          // {"a":1}
    row("in the header", header.first(9), CutOff, 9);
    row("behind the header", header, CutOff, 20);
    row("behind the dot", header + '.', CutOff, 21);
    row("in the payload", header + '.' + payload.first(5), CutOff, 26);
    row("behind the payload", header + '.' + payload, CutOff, 31);
    row("in the signature", header + '.' + payload + ".YQabc", CutOff, 37);
    row("ellipsis at the end", header + '.' + payload.first(5) + "\xE2\x80\xA6", CutOff, 26);
    row("dots at the end", header + '.' + payload.first(5) + "...", CutOff, 26);
    row("signature masked", header + '.' + payload + ".***", CutOff, 32);
    row("masked", header.first(9) + "..." + "YQabc", Masked, 9);
    row("beginning masked", "***In0." + payload + ".YQabc", CharactersMissing);
    row("one character more", header + 'A' + '.' + payload + ".YQ", CharactersMissing);
    row("one part more", header + '.' + payload + ".YQ.YQ", CharactersMissing);
    row("padded", header + "=." + payload + ".YQ", CharactersMissing);
}

void TestTokenDamage::namesTheDamage()
{
    QFETCH(QByteArray, text);
    QFETCH(DamageKind, kind);
    QFETCH(qsizetype, characters);
    const TokenDamage damage = recoverFragments(Token::parse(text)).damage;
    QCOMPARE(damageCode(damage.kind), damageCode(kind));
    QCOMPARE(damage.characters, characters);
}

void TestTokenDamage::saysItInWords()
{
    const TokenDamage cut { DamageKind::CutOff, 409 };
    QCOMPARE(damageHeadline(cut), u"Cut off after 409 characters"_s);
    QCOMPARE(damageSentence(cut, 7), u"7 claims could be recovered; they are not verified."_s);
    QCOMPARE(damageSentence(cut, 1), u"1 claim could be recovered; it is not verified."_s);
    QCOMPARE(damageCure(cut), u"Ask the customer for the whole token without its signature."_s);
    const TokenDamage folded { DamageKind::LowerCase, 0 };
    QCOMPARE(damageHeadline(folded), u"Everything is lower case"_s);
    QCOMPARE(damageSentence(folded, 0),
             u"A mail or ticket system changed the text; a token cannot survive that."_s);
    QCOMPARE(damageCode(DamageKind::LowerCase), "lower_case"_L1);
    QVERIFY(damageHeadline({}).isEmpty() && damageSentence({}, 0).isEmpty());
}

MINTMARK_TEST(tst_tokendamage, TestTokenDamage)
#include "tst_tokendamage.moc"

// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "oauth/secretplaceholders.h"

#include "support/testmain.h"

using namespace mintmark;
using namespace Qt::StringLiterals;

class TestSecretPlaceholders : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void numbered();
    void longestFirst();
    void shortOnesStay();
    void everySpelling();
    void errors();
    void answers();
    void nothingKnown();
};

void TestSecretPlaceholders::numbered()
{
    SecretPlaceholders placeholders;
    QCOMPARE(placeholders.add("swordfish"), u"secret#1"_s);
    QCOMPARE(placeholders.add("halibut"), u"secret#2"_s);
    QCOMPARE(placeholders.add("swordfish"), u"secret#1"_s);
    QCOMPARE(placeholders.size(), 2U);
    QCOMPARE(placeholders.applied(u"a halibut, a swordfish, a halibut \u00fc"_s),
             u"a secret#2, a secret#1, a secret#2 \u00fc"_s);
}

void TestSecretPlaceholders::longestFirst()
{
    SecretPlaceholders placeholders;
    placeholders.add("sword");
    placeholders.add("swordfish");
    QCOMPARE(placeholders.applied(u"swordfish sword swordfis"_s), u"secret#2 secret#1 secret#2"_s);
}

void TestSecretPlaceholders::shortOnesStay()
{
    SecretPlaceholders placeholders;
    QCOMPARE(placeholders.add("abc"), u"secret#1"_s);
    QCOMPARE(placeholders.add(""), u"secret#2"_s);
    QCOMPARE(placeholders.applied(u"abc"_s), u"abc"_s);
}

void TestSecretPlaceholders::everySpelling()
{
    SecretPlaceholders placeholders;
    placeholders.add("sw/rd+f\"sh");
    QCOMPARE(
        placeholders.applied(u"sw/rd+f\"sh,sw%2Frd%2bf%22sh,sw\\/rd+f\\\"sh,sw/rd+f&quot;sh."_s),
        u"secret#1,secret#1,secret#1,secret#1."_s);
    // base64("sw/rd+f\"sh") and base64("id:sw/rd+f\"sh:x"), by another program
    QCOMPARE(placeholders.applied(u"c3cvcmQrZiJzaA=="_s), u"secret#1A=="_s);
    QCOMPARE(placeholders.applied(u"aWQ6c3cvcmQrZiJzaDp4"_s), u"aWQ6secret#1Dp4"_s);
}

void TestSecretPlaceholders::errors()
{
    SecretPlaceholders placeholders;
    placeholders.add("swordfish");
    const Error error =
        placeholders.applied(Error { ErrorCode::HttpStatus,
                                     { { u"said"_s, u"swordfish?"_s }, { u"host"_s, u"h"_s } },
                                     u"the swordfish"_s });
    QCOMPARE(error,
             (Error { ErrorCode::HttpStatus,
                      { { u"said"_s, u"secret#1?"_s }, { u"host"_s, u"h"_s } },
                      u"the secret#1"_s }));
}

void TestSecretPlaceholders::answers()
{
    SecretPlaceholders placeholders;
    placeholders.add("sw\xC3\xB6rdfish");
    HttpAnswer answer;
    answer.status = 500;
    answer.reason = u"No sw\u00f6rdfish"_s;
    answer.headers = { { "X", "sw%C3%B6rdfish" } };
    answer.body = "a sw\xF6rdfish"; // Latin-1
    const HttpAnswer hidden = placeholders.applied(answer);
    QCOMPARE(hidden.status, 500);
    QCOMPARE(hidden.reason, u"No secret#1"_s);
    QCOMPARE(hidden.header("x"), "secret#1"_ba);
    QCOMPARE(hidden.body, "a secret#1"_ba);
}

void TestSecretPlaceholders::nothingKnown()
{
    const QString text = u"%20 + \\u0041 &amp; \u00fc\U0001f511"_s;
    QCOMPARE(SecretPlaceholders().applied(text), text);
    SecretPlaceholders placeholders;
    placeholders.add("swordfish");
    QCOMPARE(placeholders.applied(text), text);
}

MINTMARK_TEST(tst_secretplaceholders, TestSecretPlaceholders)

#include "tst_secretplaceholders.moc"

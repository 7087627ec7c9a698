// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "joseexamples.h"

#include "jose/compactserialization.h"
#include "jose/expectedparts.h"
#include "support/testmain.h"

using namespace mintmark;
using namespace mintmark::test;

class TestExpectedParts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void fitsTheExamplesOfTheStandards();
    void knowsNothingOfOthers();
};

void TestExpectedParts::fitsTheExamplesOfTheStandards()
{
    const QByteArray tokens[] = { rfc7515::a1, rfc7515::a2, rfc7515::a3,
                                  rfc7515::a4, rfc7515::a5, rfc7516a1 };
    for (const QByteArray &token : tokens) {
        const QList<QByteArrayView> parts = splitCompact(token);
        const ExpectedParts expected = expectedParts(parts.first());
        QCOMPARE(expected.dots, parts.size() - 1);
        QVERIFY(expected.lastSizes.contains(parts.last().size()));
        QCOMPARE(expected.isUnsecured(), parts.last().isEmpty());
    }
}

void TestExpectedParts::knowsNothingOfOthers()
{
    QCOMPARE(expectedParts(""), ExpectedParts());
    QCOMPARE(expectedParts("AAAAAAAAAAA"), ExpectedParts());
    QCOMPARE(expectedParts(base64UrlEncode(R"({"alg":"XX1"})")), ExpectedParts());
    // Cut off behind the algorithm.
    QCOMPARE(expectedParts(base64UrlEncode("{\"alg\":\"HS256\",\"kid\":\"")),
             (ExpectedParts { 2, { 43 } }));
}

MINTMARK_TEST(tst_expectedparts, TestExpectedParts)
#include "tst_expectedparts.moc"

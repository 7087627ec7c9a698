// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "joseexamples.h"

#include "jose/headerfinding.h"
#include "jose/token.h"
#include "support/testmain.h"

using namespace mintmark;
using namespace mintmark::test;
using namespace Qt::StringLiterals;

class TestHeaderFinding : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void judgesHeaders_data();
    void judgesHeaders();
};

void TestHeaderFinding::judgesHeaders_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *header, const char *expected) {
        QTest::newRow(header) << QByteArray(header) << QString::fromLatin1(expected);
    };
    row(R"({"alg":"RS256"})", "");
    row(R"({"alg":"RS256","typ":"JWT","cty":"JWT","kid":"k","x5c":[],"jwk":{}})", "");
    row(R"({"alg":"XY"})", "");
    row(R"({"alg":"none"})", "unsecured no_signature ");
    row(R"({"alg":"None","crit":["x"],"x":1})", "unsecured no_signature ");
    row(R"({})", "malformed header_member alg");
    row(R"({"Alg":"RS256"})", "malformed header_member alg");
    row(R"({"alg":"RS256","kid":null})", "malformed header_member kid");
    row(R"({"alg":"RS256","typ":1})", "malformed header_member typ");
    row(R"({"alg":"RS256","x5c":"MII"})", "malformed header_member x5c");
    row(R"({"alg":"RS256","jwk":"{}"})", "malformed header_member jwk");
    row(R"({"alg":"RS256","b64":"false"})", "malformed header_member b64");
    row(R"({"alg":"RS256","kid":"a","kid":"b"})", "malformed header_ambiguous kid");
    row(R"({"alg":"RS256","jwk":{"e":"AQAB","e":"Aw"}})", "malformed header_ambiguous e");
    // RFC 7515 §4.1.11
    row(R"({"alg":"RS256","crit":["exp"],"exp":1})", "unsupported critical_unsupported exp");
    row(R"({"alg":"RS256","crit":["b64","x"],"b64":true,"x":1})",
        "unsupported critical_unsupported x");
    row(R"({"alg":"RS256","crit":["http://example.invalid/UNDEFINED"],)"
        R"("http://example.invalid/UNDEFINED":true})",
        "unsupported critical_unsupported http://example.invalid/UNDEFINED");
    row(R"({"alg":"RS256","crit":[]})", "malformed critical_malformed ");
    row(R"({"alg":"RS256","crit":"b64","b64":true})", "malformed header_member crit");
    row(R"({"alg":"RS256","crit":null})", "malformed header_member crit");
    row(R"({"alg":"RS256","crit":[1]})", "malformed critical_malformed ");
    row(R"({"alg":"RS256","crit":["x"]})", "malformed critical_malformed ");
    row(R"({"alg":"RS256","crit":["alg"]})", "malformed critical_malformed ");
    row(R"({"alg":"RS256","crit":["typ"],"typ":"JWT"})", "malformed critical_malformed ");
    row(R"({"alg":"RS256","crit":["crit"]})", "malformed critical_malformed ");
    row(R"({"alg":"RS256","crit":["x","x"],"x":1})", "malformed critical_malformed ");
    // RFC 7797 §6
    row(R"({"alg":"RS256","crit":["b64"],"b64":false})", "");
    row(R"({"alg":"RS256","crit":["b64"],"b64":true})", "");
    row(R"({"alg":"RS256","b64":true})", "");
    row(R"({"alg":"RS256","b64":false})", "malformed critical_malformed ");
    row(R"({"alg":"RS256","crit":["b64"]})", "malformed critical_malformed ");
}

void TestHeaderFinding::judgesHeaders()
{
    QFETCH(QByteArray, header);
    QFETCH(QString, expected);
    const auto finding = headerFinding(Token::parse(jws("{}", header)));
    const QString said = finding ? signatureStatusName(finding->status) + u' '
            + signatureReasonName(finding->reason) + u' ' + finding->argument
                                 : QString();
    QCOMPARE(said, expected);
}

MINTMARK_TEST(tst_headerfinding, TestHeaderFinding)
#include "tst_headerfinding.moc"

// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "core/session/verdictexamples.h"
#include "session/verdict.h"
#include "support/testmain.h"

using namespace mintmark;
using namespace mintmark::test;
using namespace Qt::StringLiterals;

using Line = Verdict::Line;
using Lines = QList<Verdict::Line>;

class TestVerdictLines : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void audience_data();
    void audience();
    void signature_data();
    void signature();
    void reasonWhyItIsNotChecked();
    void kinds_data();
    void kinds();
    void showsNothingThatLies();
};

void TestVerdictLines::audience_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<QString>("expected");
    QTest::addColumn<bool>("differs");
    QTest::addColumn<Line>("line");
    const QString target = u"target"_s;
    QTest::newRow("as in the profile")
        << QByteArray(usual) << u"s200ukipd/sage200"_s << false
        << Line {
               target, Tone::Ok, u"Audience as in the profile"_s, u"s200ukipd/sage200"_s, {}, {}
           };
    QTest::newRow("one of two") << R"({"aud":["a","s200"]})"_ba << u"s200"_s << false
                                << Line { target,    Tone::Ok, u"Audience as in the profile"_s,
                                          u"s200"_s, {},       {} };
    QTest::newRow("another one")
        << R"({"aud":"sage200uk"})"_ba << u"s200ukipd/sage200"_s << true
        << Line { target,
                  Tone::Fault,
                  u"Audience is another one: sage200uk"_s,
                  u"The profile expects s200ukipd/sage200. The API will answer 401."_s,
                  u"Edit…"_s,
                  u"edit-checks"_s };
    QTest::newRow("two others") << R"({"aud":["a","b"]})"_ba << u"c"_s << true
                                << Line { target,
                                          Tone::Fault,
                                          u"Audience is another one: a, b"_s,
                                          u"The profile expects c. The API will answer 401."_s,
                                          u"Edit…"_s,
                                          u"edit-checks"_s };
    QTest::newRow("none in the token")
        << R"({"iss":"x"})"_ba << u"s200"_s << false << Line { target,
                                                               Tone::Neutral,
                                                               u"Audience: none in the token"_s,
                                                               u"The profile expects s200"_s,
                                                               {},
                                                               {} };
    QTest::newRow("none anywhere")
        << R"({"iss":"x"})"_ba << QString() << false
        << Line { target, Tone::Neutral, u"Audience: none in the token"_s, {}, {}, {} };
    QTest::newRow("nothing expected")
        << R"({"aud":"s200"})"_ba << QString() << false
        << Line { target,    Tone::Neutral, u"Audience not compared"_s,
                  u"s200"_s, u"Set one…"_s, u"edit-checks"_s };
}

void TestVerdictLines::audience()
{
    QFETCH(QByteArray, payload);
    QFETCH(bool, differs);
    VerdictInput input;
    setToken(input, jws(payload));
    QFETCH(QString, expected);
    input.expectedAudience = expected;
    if (differs)
        addCheck(input, CheckCode::AudienceMismatch, Severity::Error);
    const Lines lines = verdictLines(input);
    QCOMPARE(lines.size(), 2);
    QTEST(lines.first(), "line");
}

void TestVerdictLines::signature_data()
{
    QTest::addColumn<SignatureStatus>("status");
    QTest::addColumn<bool>("issuerKnown");
    QTest::addColumn<Line>("line");
    using enum SignatureStatus;
    const QString unchecked = u"Signature not checked"_s;
    QTest::newRow("valid") << Valid << true << Line { u"seal"_s,
                                                      Tone::Ok,
                                                      u"Signature verified"_s,
                                                      u"RS256 · key 757b50fd from id.sage.com"_s,
                                                      {},
                                                      {} };
    QTest::newRow("invalid")
        << Invalid << true
        << Line { u"cross"_s,
                  Tone::Fault,
                  u"Signature wrong"_s,
                  u"The token was changed, or was signed by someone else than its issuer."_s,
                  {},
                  {} };
    QTest::newRow("malformed") << Malformed << true << Line { u"cross"_s,
                                                              Tone::Fault,
                                                              u"Signature wrong"_s,
                                                              u"The signature is damaged."_s,
                                                              {},
                                                              {} };
    QTest::newRow("unsecured") << Unsecured << false
                               << Line { u"cross"_s,
                                         Tone::Fault,
                                         u"Not signed"_s,
                                         u"alg none: anybody can write such a token."_s,
                                         {},
                                         {} };
    QTest::newRow("no key") << NoKey << true
                            << Line { u"sealq"_s, Tone::Neutral,
                                      unchecked,  u"None of the issuer's keys fits this token."_s,
                                      u"Edit…"_s, u"edit-keys"_s };
    QTest::newRow("unsupported") << Unsupported << true
                                 << Line { u"sealq"_s, Tone::Neutral,
                                           unchecked,  u"RS256 is not supported"_s,
                                           {},         {} };
    QTest::newRow("not checked, no issuer")
        << NotChecked << false
        << Line { u"sealq"_s,    Tone::Neutral, unchecked, u"No key address for this provider."_s,
                  u"Set one…"_s, u"edit-keys"_s };
    QTest::newRow("not checked, issuer known")
        << NotChecked << true << Line { u"sealq"_s, Tone::Neutral,
                                        unchecked,  u"The issuer's keys were not asked for."_s,
                                        {},         {} };
}

void TestVerdictLines::signature()
{
    QFETCH(bool, issuerKnown);
    VerdictInput input = usualInput();
    QFETCH(SignatureStatus, status);
    input.signature = status;
    input.issuerKnown = issuerKnown;
    input.signatureKey = u"757b50fd from id.sage.com"_s;
    const Lines lines = verdictLines(input);
    QCOMPARE(lines.size(), 2);
    QTEST(lines.last(), "line");
}

void TestVerdictLines::reasonWhyItIsNotChecked()
{
    VerdictInput input = usualInput();
    input.issuerKnown = true;
    input.signatureReason = u"id.sage.com cannot be reached."_s;
    for (const SignatureStatus status : { SignatureStatus::NotChecked, SignatureStatus::NoKey }) {
        input.signature = status;
        QCOMPARE(verdictLines(input).last().text, u"Signature not checked"_s);
        QCOMPARE(verdictLines(input).last().caption, u"id.sage.com cannot be reached."_s);
    }
}

void TestVerdictLines::kinds_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<Lines>("lines");
    const Line opaque {
        u"lock"_s, Tone::Neutral, u"Signature cannot be checked"_s, u"The token is opaque."_s, {},
        {}
    };
    Line readable { u"help"_s,
                    Tone::Neutral,
                    u"Opaque token, 36 characters"_s,
                    u"Only the server can read it."_s,
                    {},
                    {} };
    const auto setOpaque = [](VerdictInput &input) {
        setToken(input, "0d8a7c61-b0c1-4f3e-9d1a-2b3c4d5e6f70");
    };
    QTest::newRow("opaque") << Change(setOpaque) << Lines { opaque, readable };
    readable.link = u"Ask the server"_s;
    readable.linkId = u"introspect"_s;
    QTest::newRow("opaque, to be asked about") << Change([=](VerdictInput &input) {
        setOpaque(input);
        input.canIntrospect = true;
    }) << Lines { opaque, readable };
    QTest::newRow("JWE") << Change([](VerdictInput &input) { setToken(input, rfc7516a1); })
                         << Lines { { u"lock"_s,
                                      Tone::Neutral,
                                      u"Signature cannot be checked"_s,
                                      u"The token is encrypted."_s,
                                      {},
                                      {} },
                                    { u"lock"_s,
                                      Tone::Neutral,
                                      u"Encrypted for the API (RSA-OAEP, A256GCM)"_s,
                                      u"Only the API can read it."_s,
                                      {},
                                      {} } };
    QTest::newRow("payload is no object")
        << Change([](VerdictInput &input) { setToken(input, rfc7515::a4); })
        << Lines { { u"sealq"_s, Tone::Neutral, u"Signature not checked"_s,
                     u"No key address for this provider."_s, u"Set one…"_s, u"edit-keys"_s } };
    QTest::newRow("no token") << Change(dropToken) << Lines();
    const auto unusable = [](VerdictInput &input) {
        dropToken(input);
        input.answerError = Error { ErrorCode::AnswerWithoutToken,
                                    { { u"members"_s, u"token, expires_at"_s } },
                                    {} };
    };
    QTest::newRow("answer without token") << Change(unusable)
                                          << Lines { { u"error"_s,
                                                       Tone::Fault,
                                                       u"The answer has no access_token"_s,
                                                       u"It has: token, expires_at."_s,
                                                       {},
                                                       {} } };
    QTest::newRow("locked") << Change([=](VerdictInput &input) {
        unusable(input);
        input.keyringLocked = true;
    }) << Lines();
}

void TestVerdictLines::kinds()
{
    QFETCH(Change, change);
    VerdictInput input = usualInput();
    change(input);
    const Lines lines = verdictLines(input);
    QTEST(lines, "lines");
    QVERIFY(verdictOf(input).lines == lines);
}

void TestVerdictLines::showsNothingThatLies()
{
    VerdictInput input;
    setToken(input, jws("{\"aud\":\"a\xE2\x80\xAE\\nb\"}", "{\"alg\":\"R\xE2\x80\xAE\"}"));
    addCheck(input, CheckCode::AudienceMismatch, Severity::Error);
    input.expectedAudience = u"x\u202E"_s;
    input.signatureKey = u"k\u202E"_s;
    using enum SignatureStatus;
    for (const SignatureStatus status : { Valid, Unsupported }) {
        input.signature = status;
        for (const Line &line : verdictLines(input)) {
            const QString said = line.text + line.caption;
            QVERIFY(!said.contains(u'\u202E'));
            QVERIFY(!said.contains(u'\n'));
        }
    }
    setToken(input, "eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJqb2U");
    const Lines damaged = verdictLines(input);
    QCOMPARE(damaged.size(), 1);
    QCOMPARE(damaged.first().text, u"The token is damaged"_s);
    QVERIFY(!damaged.first().caption.isEmpty());
}

MINTMARK_TEST(tst_verdictlines, TestVerdictLines)
#include "tst_verdictlines.moc"

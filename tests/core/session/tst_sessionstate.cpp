// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "core/session/sessionexamples.h"
#include "session/sessionstate.h"
#include "support/testmain.h"

using namespace mintmark;
using namespace mintmark::test;
using namespace Qt::StringLiterals;

class TestSessionState : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void parsesTheToken();
    void keepsTheVerdictOfTheSameToken();
    void forgetsTheToken();
    void keepsFiftyRecordsNewestFirst();
    void runsWhileARequestIsUnderWay_data();
    void runsWhileARequestIsUnderWay();
    void signatureWithoutKeys_data();
    void signatureWithoutKeys();
};

void TestSessionState::parsesTheToken()
{
    SessionState state;
    state.setTokenSet(tokenSetOf(rfc7515::a2));
    QVERIFY(state.tokenSet == tokenSetOf(rfc7515::a2));
    QVERIFY(state.token);
    QCOMPARE(state.token->issuer(), u"joe"_s);
    QCOMPARE(state.signature, SignatureStatus::NotChecked);
    state.setTokenSet(tokenSetOf(rfc7515::a5));
    QCOMPARE(state.token->algorithm(), u"none"_s);
    QCOMPARE(state.signature, SignatureStatus::Unsecured);
}

void TestSessionState::keepsTheVerdictOfTheSameToken()
{
    SessionState state;
    state.setTokenSet(tokenSetOf(rfc7515::a2));
    state.signature = SignatureStatus::Valid;
    state.setTokenSet(tokenSetOf(rfc7515::a2));
    QCOMPARE(state.signature, SignatureStatus::Valid);
    state.setTokenSet(tokenSetOf(rfc7515::a3));
    QCOMPARE(state.signature, SignatureStatus::NotChecked);
}

void TestSessionState::forgetsTheToken()
{
    SessionState state;
    state.setTokenSet(tokenSetOf(rfc7515::a5));
    state.setTokenSet({});
    QVERIFY(!state.tokenSet);
    QVERIFY(!state.token);
    QCOMPARE(state.signature, SignatureStatus::NotChecked);
}

void TestSessionState::keepsFiftyRecordsNewestFirst()
{
    SessionState state;
    for (int i = 1; i <= 52; ++i) {
        ExchangeRecord record;
        record.startedAtMs = i;
        state.addRecord(record);
    }
    QCOMPARE(state.records.size(), 50);
    QCOMPARE(state.records.first().startedAtMs, 52);
    QCOMPARE(state.records.last().startedAtMs, 3);
}

void TestSessionState::runsWhileARequestIsUnderWay_data()
{
    QTest::addColumn<SessionState::Step>("step");
    QTest::addColumn<bool>("running");
    QTest::newRow("idle") << SessionState::Step::Idle << false;
    QTest::newRow("reading profile") << SessionState::Step::ReadingProfile << false;
    QTest::newRow("reading cache") << SessionState::Step::ReadingCache << false;
    QTest::newRow("fetching") << SessionState::Step::Fetching << true;
    QTest::newRow("renewing") << SessionState::Step::Renewing << true;
}

void TestSessionState::runsWhileARequestIsUnderWay()
{
    QFETCH(SessionState::Step, step);
    SessionState state;
    state.step = step;
    QTEST(state.isRunning(), "running");
}

void TestSessionState::signatureWithoutKeys_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<SignatureStatus>("status");
    QTest::newRow("RS256") << QByteArray(rfc7515::a2) << SignatureStatus::NotChecked;
    QTest::newRow("none") << QByteArray(rfc7515::a5) << SignatureStatus::Unsecured;
    QTest::newRow("NoNe") << jws("{}", R"({"alg":"NoNe"})", "") << SignatureStatus::Unsecured;
    QTest::newRow("none, yet signed")
        << jws("{}", R"({"alg":"none"})", "x") << SignatureStatus::Unsecured;
    QTest::newRow("encrypted") << QByteArray(rfc7516a1) << SignatureStatus::NotChecked;
    QTest::newRow("opaque") << "0d8a7c61"_ba << SignatureStatus::NotChecked;
    QTest::newRow("empty") << ""_ba << SignatureStatus::NotChecked;
}

void TestSessionState::signatureWithoutKeys()
{
    QFETCH(QByteArray, token);
    QTEST(signatureStatusWithoutKeys(Token::parse(token)), "status");
}

MINTMARK_TEST(tst_sessionstate, TestSessionState)
#include "tst_sessionstate.moc"

// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "core/session/sessionexamples.h"
#include "session/verdictinput.h"
#include "support/testmain.h"

using namespace mintmark;
using namespace mintmark::test;
using namespace Qt::StringLiterals;

namespace {

SessionState usualState()
{
    SessionState state;
    state.profile = Profile();
    state.profile->client.audience = u"s200ukipd/sage200"_s;
    state.profile->issuer = u"https://id.sage.com/"_s;
    state.profile->listing.environment = Environment::Sandbox;
    TokenSet set = tokenSetOf(jws(usual, R"({"alg":"RS256","kid":"757b50fd"})"));
    set.expiresInS = 28'800;
    set.skewMs = 2'000;
    state.setTokenSet(set);
    return state;
}

VerdictInput inputOf(const SessionState &state, qint64 nowMs = fetchedMs)
{
    return verdictInput(state, false, nowMs);
}

} // namespace

class TestVerdictInput : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void judgesByTheProfile();
    void judgesWithoutProfileAndToken();
    void takesTheStateOver();
    void runsByItsOwnTime();
    void findsWhatIsWrong();
    void audienceAsSetOrAsAskedFor();
    void tellsFailuresApart();
    void namesTheKeyThatWasUsed_data();
    void namesTheKeyThatWasUsed();
    void keyIdsAreShortAndSafe_data();
    void keyIdsAreShortAndSafe();
    void answersWithoutToken_data();
    void answersWithoutToken();
};

void TestVerdictInput::judgesByTheProfile()
{
    const CheckContext context = checkContext(usualState(), fetchedMs + 5);
    QCOMPARE(context.nowMs, fetchedMs + 5);
    QCOMPARE(context.clockSkewMs, 2'000);
    QCOMPARE(context.expectedAudience, u"s200ukipd/sage200"_s);
    QCOMPARE(context.expectedIssuer, u"https://id.sage.com/"_s);
    QCOMPARE(context.environment, u"sandbox"_s);
    QVERIFY(context.expiresInS == std::optional<qint64>(28'800));
    QVERIFY(context.receivedMs == std::optional<qint64>(fetchedMs));
}

void TestVerdictInput::judgesWithoutProfileAndToken()
{
    const CheckContext context = checkContext({}, fetchedMs);
    QCOMPARE(context.clockSkewMs, 0);
    QVERIFY(context.expectedAudience.isEmpty());
    QVERIFY(!context.expiresInS);
    QVERIFY(!context.receivedMs);
    const VerdictInput input = verdictInput({}, true, fetchedMs);
    QVERIFY(input.keyringLocked);
    QVERIFY(!input.tokenSet);
    QVERIFY(input.checks.isEmpty());
    QCOMPARE(verdictOf(input).headline, u"Locked"_s);
}

void TestVerdictInput::takesTheStateOver()
{
    SessionState state = usualState();
    state.signature = SignatureStatus::NoKey;
    state.profile->introspectionEndpoint = u"https://id.sage.com/introspect"_s;
    state.profile->listing.environment = Environment::Production;
    const VerdictInput input = inputOf(state);
    QVERIFY(input.tokenSet == state.tokenSet);
    QCOMPARE(input.token.get(), state.token.get());
    QCOMPARE(input.signature, SignatureStatus::NoKey);
    QVERIFY(input.issuerKnown);
    QVERIFY(input.canIntrospect);
    QVERIFY(input.inProduction);
    QVERIFY(!input.runningSinceMs);
    QVERIFY(!input.failedSince);
    QVERIFY(input.checks.isEmpty());
    QCOMPARE(verdictOf(input).headline, u"Live"_s);
    state.profile->issuer.clear();
    QVERIFY(!inputOf(state).issuerKnown);
    state.profile->jwksUri = u"https://id.sage.com/jwks"_s;
    QVERIFY(inputOf(state).issuerKnown);
}

void TestVerdictInput::runsByItsOwnTime()
{
    SessionState state = usualState();
    state.step = SessionState::Step::Fetching;
    state.startedAtMs = fetchedMs - 1'400;
    QVERIFY(inputOf(state).runningSinceMs == std::optional<qint64>(fetchedMs - 1'400));
    state.startedAtMs.reset();
    QVERIFY(inputOf(state).runningSinceMs == std::optional<qint64>(fetchedMs));
    state.step = SessionState::Step::ReadingCache;
    state.startedAtMs = fetchedMs;
    QVERIFY(!inputOf(state).runningSinceMs);
}

void TestVerdictInput::findsWhatIsWrong()
{
    SessionState state = usualState();
    state.profile->client.audience = u"another"_s;
    QCOMPARE(namesOf(inputOf(state).checks), QStringList(u"audience_mismatch:error"_s));
    QCOMPARE(verdictOf(inputOf(state)).headline, u"Live, but for another API"_s);
    QCOMPARE(verdictOf(inputOf(state, expiresS * 1000)).headline, u"Expired"_s);
    state.setTokenSet(tokenSetOf(rfc7515::a5));
    QCOMPARE(verdictOf(inputOf(state)).headline, u"Do not use: not signed"_s);
}

void TestVerdictInput::audienceAsSetOrAsAskedFor()
{
    Profile profile;
    QCOMPARE(expectedAudience(profile), QString());
    profile.client.audience = u"asked"_s;
    QCOMPARE(expectedAudience(profile), u"asked"_s);
    profile.expectedAudience = u"set"_s;
    QCOMPARE(expectedAudience(profile), u"set"_s);
}

void TestVerdictInput::tellsFailuresApart()
{
    SessionState state = usualState();
    state.lastError = Error { ErrorCode::AnswerTimedOut, {}, {} };
    QVERIFY(inputOf(state).failedSince);
    QVERIFY(!inputOf(state).answerError);
    QCOMPARE(verdictOf(inputOf(state)).headline, u"Earlier token, live"_s);
    state.lastError = Error { ErrorCode::AnswerWithoutToken, {}, {} };
    QVERIFY(inputOf(state).failedSince);
    QVERIFY(!inputOf(state).answerError);
    state.lastError = Error { ErrorCode::Cancelled, {}, {} };
    QVERIFY(!inputOf(state).failedSince);

    state.setTokenSet({});
    QCOMPARE(verdictOf(inputOf(state)).headline, u"No token yet"_s);
    state.lastError = Error { ErrorCode::InvalidClient, {}, {} };
    QVERIFY(!inputOf(state).failedSince);
    QVERIFY(!inputOf(state).answerError);
    QCOMPARE(verdictOf(inputOf(state)).headline, u"No token yet"_s);
    state.lastError = Error { ErrorCode::AnswerWithoutToken, {}, {} };
    QVERIFY(inputOf(state).answerError == state.lastError);
    QCOMPARE(verdictOf(inputOf(state)).headline, u"Not a usable token"_s);
}

void TestVerdictInput::namesTheKeyThatWasUsed_data()
{
    QTest::addColumn<SignatureStatus>("status");
    QTest::addColumn<QString>("issuer");
    QTest::addColumn<QString>("jwksUri");
    QTest::addColumn<QString>("key");
    const QString issuer = u"https://id.sage.com/"_s;
    QTest::newRow("issuer") << SignatureStatus::Valid << issuer << QString()
                            << u"757b50fd from id.sage.com"_s;
    QTest::newRow("JWKS") << SignatureStatus::Valid << issuer << u"https://keys.sage.com/jwks"_s
                          << u"757b50fd from keys.sage.com"_s;
    QTest::newRow("neither") << SignatureStatus::Valid << QString() << QString() << u"757b50fd"_s;
    QTest::newRow("not checked") << SignatureStatus::NotChecked << issuer << QString() << QString();
    QTest::newRow("wrong") << SignatureStatus::Invalid << issuer << QString() << QString();
}

void TestVerdictInput::namesTheKeyThatWasUsed()
{
    QFETCH(SignatureStatus, status);
    QFETCH(QString, issuer);
    QFETCH(QString, jwksUri);
    SessionState state = usualState();
    state.setSignature(status, u"757b50fd"_s);
    state.profile->issuer = issuer;
    state.profile->jwksUri = jwksUri;
    QTEST(inputOf(state).signatureKey, "key");
}

void TestVerdictInput::keyIdsAreShortAndSafe_data()
{
    QTest::addColumn<QString>("keyId");
    QTest::addColumn<QString>("shown");
    QTest::newRow("12") << u"123456789012"_s << u"123456789012 from id.sage.com"_s;
    // The thumbprint of RFC 7638 §3.1
    QTest::newRow("thumbprint") << u"NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs"_s
                                << u"NzbLsXh8… from id.sage.com"_s;
    QTest::newRow("unsafe") << u"a\u202Eb"_s << u"a\\u{202E}b from id.sage.com"_s;
    QTest::newRow("none") << QString() << QString();
}

void TestVerdictInput::keyIdsAreShortAndSafe()
{
    QFETCH(QString, keyId);
    SessionState state = usualState();
    state.setSignature(SignatureStatus::Valid, keyId);
    QTEST(inputOf(state).signatureKey, "shown");
}

void TestVerdictInput::answersWithoutToken_data()
{
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<bool>("without");
    QTest::newRow("no member") << ErrorCode::AnswerWithoutToken << true;
    QTest::newRow("twice") << ErrorCode::AnswerAmbiguous << true;
    QTest::newRow("web page") << ErrorCode::AnswerIsHtml << true;
    QTest::newRow("not JSON") << ErrorCode::AnswerNotJson << true;
    QTest::newRow("empty") << ErrorCode::AnswerEmpty << true;
    QTest::newRow("too large") << ErrorCode::AnswerTooLarge << true;
    QTest::newRow("compressed") << ErrorCode::AnswerEncoded << true;
    QTest::newRow("type") << ErrorCode::TokenTypeUnknown << true;
    QTest::newRow("refused") << ErrorCode::InvalidClient << false;
    QTest::newRow("200, yet refused") << ErrorCode::RefusedWithSuccess << false;
    QTest::newRow("redirect") << ErrorCode::Redirected << false;
    QTest::newRow("no answer") << ErrorCode::AnswerTimedOut << false;
    QTest::newRow("hung up") << ErrorCode::ConnectionClosed << false;
    QTest::newRow("locked") << ErrorCode::KeychainLocked << false;
    QTest::newRow("none yet") << ErrorCode::NoToken << false;
}

void TestVerdictInput::answersWithoutToken()
{
    QFETCH(ErrorCode, code);
    QTEST(isAnswerWithoutToken(code), "without");
}

MINTMARK_TEST(tst_verdictinput, TestVerdictInput)
#include "tst_verdictinput.moc"

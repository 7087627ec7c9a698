// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "demo/demofaults.h"

#include "demo/demoserver.h"
#include "oauth/tokenjob.h"
#include "profiles/demoprofiles.h"
#include "support/fakeclock.h"
#include "support/resultof.h"
#include "support/testmain.h"

using namespace mintmark;
using namespace mintmark::test;
using namespace Qt::StringLiterals;

class TestDemoFaults : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void endsAsNamed_data();
    void endsAsNamed();
    void otherPathsHaveNone();
};

void TestDemoFaults::endsAsNamed_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("html") << u"/fail/html"_s << ErrorCode::AnswerIsHtml;
    QTest::newRow("redirect") << u"/fail/redirect"_s << ErrorCode::Redirected;
    QTest::newRow("empty") << u"/fail/empty"_s << ErrorCode::AnswerEmpty;
    QTest::newRow("text") << u"/fail/text"_s << ErrorCode::AnswerNotJson;
    QTest::newRow("no token") << u"/fail/no-token"_s << ErrorCode::AnswerWithoutToken;
    QTest::newRow("busy") << u"/fail/busy"_s << ErrorCode::TooManyRequests;
    QTest::newRow("broken") << u"/fail/broken"_s << ErrorCode::ServerFailed;
    QTest::newRow("hang up") << u"/fail/hang-up"_s << ErrorCode::ConnectionClosed;
    QTest::newRow("silence") << u"/fail/silence"_s << ErrorCode::AnswerTimedOut;
    QTest::newRow("slow") << u"/fail/slow"_s << ErrorCode::AnswerTimedOut;
    QTest::newRow("grant type") << u"/fail/grant-type"_s << ErrorCode::UnsupportedGrantType;
    QTest::newRow("refused ok") << u"/fail/refused-ok"_s << ErrorCode::RefusedWithSuccess;
}

void TestDemoFaults::endsAsNamed()
{
    QFETCH(QString, path);
    QFETCH(ErrorCode, code);
    const FakeClock clock;
    DemoServer server(clock);
    QVERIFY(server.start());
    std::vector<LoadedProfile> profiles = demoProfiles(server.issuer());
    LoadedProfile &profile = profiles.front();
    profile.profile.client.tokenEndpoint = server.issuer().toString() + path;
    Result<TokenRequest> request =
        TokenRequest::from(profile.profile.client, profile.secrets.client);
    QVERIFY(request.ok());
    ExchangeLimits limits;
    limits.deadlineMs = 300;
    const Result<TokenResponse> response = resultOf<TokenResponse>(
        std::make_unique<TokenJob>(std::move(request).value(), NetworkAccess(), limits, clock));
    QVERIFY(!response.ok());
    QCOMPARE(response.error().code, code);
    QCOMPARE(server.tokenRequests(), 1);
}

void TestDemoFaults::otherPathsHaveNone()
{
    QVERIFY(!demoFault("/oauth/token"));
    QVERIFY(!demoFault("/fail"));
    QVERIFY(!demoFault("/fail/html/"));
}

MINTMARK_TEST(tst_demofaults, TestDemoFaults)
#include "tst_demofaults.moc"

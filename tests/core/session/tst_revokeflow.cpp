// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "sessionrig.h"

#include "demo/demoserver.h"
#include "oauth/tokenjob.h"
#include "session/revokeflow.h"
#include "support/testmain.h"

#include <QTemporaryDir>

using namespace mintmark;
using namespace mintmark::test;
using namespace Qt::StringLiterals;

namespace {

constexpr auto foreignToken = "foreign-token-Zx93";

ServedAnswer answer(int status, const QByteArray &body = {})
{
    ServedAnswer served;
    served.status = status;
    served.body = body;
    return served;
}

/// A server that gives tokens and answers requests to revoke them with `revoking`.
struct RevokeRig
{
    QTemporaryDir folder;
    FakeKeychainSystem system;
    SessionRig rig { folder.path(), system };
    TokenServer server;
    ServedAnswer revoking = answer(200);
    QByteArray metadata;
    ProfileId id;
    QList<ExchangeRecord> records;

    explicit RevokeRig(const std::function<void(Profile &, const TokenServer &)> &change)
    {
        server.handler = [this](const ServedRequest &request) {
            if (request.target == "/revoke")
                return revoking;
            if (request.target.contains("well-known"))
                return metadata.isEmpty() ? answer(404) : answer(200, metadata);
            return TokenServer::token("kept-token");
        };
        LoadedProfile loaded = profileFor(server);
        loaded.profile.client.body = BodyFormat::Form;
        change(loaded.profile, server);
        id = rig.save(std::move(loaded));
    }
    Result<Revocation> revoke(const QByteArray &token = {})
    {
        auto flow = rig.workspace.revoke(
            id, token.isEmpty() ? SharedSecret() : shareSecret(SecretBytes(token)));
        QObject::connect(flow.get(), &RevokeFlow::recorded, flow.get(),
                         [this](const ExchangeRecord &record) { records << record; });
        return resultOf(std::unique_ptr<ResultJob<Revocation>>(std::move(flow)));
    }
    int revocations() const
    {
        int count = 0;
        for (int i = 0; i < server.count(); ++i)
            count += server.request(i).target == "/revoke" ? 1 : 0;
        return count;
    }
};

void withEndpoint(Profile &profile, const TokenServer &server)
{
    profile.revocationEndpoint = server.address(u"/revoke"_s);
}

} // namespace

class TestRevokeFlow : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void revokesATokenFromAnywhere()
    {
        RevokeRig rig(withEndpoint);
        QVERIFY(rig.rig.token(rig.id).ok());
        const Result<Revocation> revoked = rig.revoke(foreignToken);
        QVERIFY(revoked.ok());
        QCOMPARE(revoked->answer.host, u"127.0.0.1"_s);
        QVERIFY(!revoked->wasKept);
        QCOMPARE(rig.revocations(), 1);
        const ServedRequest &sent = rig.server.request(rig.server.count() - 1);
        QCOMPARE(sent.method, "POST"_ba);
        QCOMPARE(sent.body, "token=foreign-token-Zx93&token_type_hint=access_token&client_id=id"
                            "&client_secret=s3cret-of-the-client"_ba);
        QVERIFY(rig.rig.state(rig.id).tokenSet.has_value()); // another token
        QCOMPARE(rig.records.size(), 1);
        QCOMPARE(rig.records.first().purpose, u"revocation"_s);
        QVERIFY(!rig.records.first().request.contains(QLatin1StringView(foreignToken)));
        QVERIFY(!rig.records.first().request.contains(u"s3cret"_s));
    }

    /// RFC 7009 §2.1 knows forms only, whatever the token endpoint takes.
    void authenticatesAsTheProfileDoes()
    {
        RevokeRig rig([](Profile &profile, const TokenServer &server) {
            withEndpoint(profile, server);
            profile.client.body = BodyFormat::Json;
            profile.client.authentication = ClientAuthenticationMethod::ClientSecretBasic;
            profile.client.audience = u"api"_s;
            profile.client.headers = { { u"X-Site"_s, u"7"_s, false } };
        });
        QVERIFY(rig.revoke(foreignToken).ok());
        const ServedRequest &sent = rig.server.request(0);
        QCOMPARE(sent.header("Content-Type"), "application/x-www-form-urlencoded"_ba);
        QCOMPARE(sent.header("Authorization"), "Basic aWQ6czNjcmV0LW9mLXRoZS1jbGllbnQ="_ba);
        QCOMPARE(sent.header("X-Site"), "7"_ba);
        QCOMPARE(sent.body, "token=foreign-token-Zx93&token_type_hint=access_token"_ba);
    }

    void saysHowLongToWait()
    {
        RevokeRig rig(withEndpoint);
        rig.revoking = answer(503);
        rig.revoking.headers = { { "Retry-After", "120" } };
        const Result<Revocation> revoked = rig.revoke(foreignToken);
        QVERIFY(!revoked.ok());
        QCOMPARE(revoked.error().argument(u"seconds"), u"120"_s);
    }

    void forgetsTheKeptOne()
    {
        RevokeRig rig(withEndpoint);
        QVERIFY(rig.rig.token(rig.id).ok());
        QVERIFY(rig.rig.waitForCache());
        const Result<Revocation> revoked = rig.revoke();
        QVERIFY(revoked.ok());
        QVERIFY(revoked->wasKept);
        QVERIFY(rig.server.request(rig.server.count() - 1).body.startsWith("token=kept-token&"));
        QVERIFY(!rig.rig.state(rig.id).tokenSet.has_value());
        const auto kept = resultOf(rig.rig.cache().load(rig.rig.listing(rig.id)));
        QVERIFY(kept.ok() && !kept->has_value());
    }

    void withoutATokenNothingIsSent()
    {
        RevokeRig rig(withEndpoint);
        const Result<Revocation> revoked = rig.revoke();
        QVERIFY(!revoked.ok());
        QCOMPARE(revoked.error().code, ErrorCode::NoToken);
        QCOMPARE(rig.server.count(), 0);
    }

    void asksTheIssuerWhere()
    {
        QString issuer;
        RevokeRig rig([&](Profile &profile, const TokenServer &server) {
            profile.issuer = issuer = server.address(QString());
        });
        rig.metadata = "{\"issuer\":\"" + issuer.toUtf8() + "\",\"revocation_endpoint\":\""
            + rig.server.address(u"/revoke"_s).toUtf8() + "\"}";
        QVERIFY(rig.revoke(foreignToken).ok());
        QCOMPARE(rig.server.methods(), "GET POST"_ba);
        QCOMPARE(rig.server.request(0).body, QByteArray());
        QCOMPARE(rig.records.size(), 2);
    }

    void nobodySaysWhere()
    {
        RevokeRig rig([](Profile &, const TokenServer &) {});
        const Result<Revocation> revoked = rig.revoke(foreignToken);
        QVERIFY(!revoked.ok());
        QCOMPARE(revoked.error().code, ErrorCode::NoRevocationEndpoint);
        QCOMPARE(rig.server.count(), 0);
    }

    void refusalsAreNamed_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("kind") << 400 << "{\"error\":\"unsupported_token_type\"}"_ba
                              << ErrorCode::UnsupportedTokenType;
        QTest::newRow("client") << 401 << "{\"error\":\"invalid_client\"}"_ba
                                << ErrorCode::InvalidClient;
        QTest::newRow("later") << 503 << ""_ba << ErrorCode::RevocationPostponed;
        QTest::newRow("fault") << 500 << "oops"_ba << ErrorCode::ServerFailed;
        QTest::newRow("elsewhere") << 404 << "none here"_ba << ErrorCode::HttpStatus;
        QTest::newRow("moved") << 307 << ""_ba << ErrorCode::RedirectedNowhere;
        QTest::newRow("success that refuses") << 200 << "{\"error\":\"invalid_client\"}"_ba
                                              << ErrorCode::RefusedWithSuccess;
        QTest::newRow("echo") << 400
                              << "{\"error\":\"x\",\"error_description\":\"foreign-token-Zx93\"}"_ba
                              << ErrorCode::RefusedOther;
    }

    void refusalsAreNamed()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(ErrorCode, code);
        RevokeRig rig(withEndpoint);
        rig.revoking = answer(status, body);
        QVERIFY(rig.rig.token(rig.id).ok());
        const Result<Revocation> revoked = rig.revoke(foreignToken);
        QVERIFY(!revoked.ok());
        QCOMPARE(revoked.error().code, code);
        QCOMPARE(rig.revocations(), 1);
        QVERIFY(rig.rig.state(rig.id).tokenSet.has_value());
        for (const QString &argument : revoked.error().arguments)
            QVERIFY(!argument.contains(QLatin1StringView(foreignToken)));
        QVERIFY(!revoked.error().detail.contains(QLatin1StringView(foreignToken)));
    }

    void theDemoReallyRevokes()
    {
        QTemporaryDir folder;
        FakeKeychainSystem system;
        SessionRig rig(folder.path(), system);
        DemoServer demo(*rig.clock);
        QVERIFY(demo.start());
        LoadedProfile loaded;
        loaded.profile.provider = u"generic"_s;
        loaded.profile.listing.name = u"Demo"_s;
        loaded.profile.client.clientId = u"acme"_s;
        loaded.profile.client.grantType = u"client_credentials"_s;
        loaded.profile.client.tokenEndpoint = demo.issuer().toString() + u"/oauth/token"_s;
        loaded.profile.issuer = demo.issuer().toString();
        loaded.secrets.client.clientSecret = SecretBytes("demo-secret-for-acme");
        loaded.profile.client.renewal = RenewalPolicy::Get;
        const ProfileId id = rig.save(std::move(loaded));
        const Result<TokenSet> tokenSet = rig.token(id);
        QVERIFY(tokenSet.ok());
        const auto renewed = [&] {
            Result<TokenRequest> request =
                TokenRequest::renewal(rig.state(id).profile->client, *tokenSet->accessToken);
            const std::unique_ptr<ResultJob<TokenResponse>> job = std::make_unique<TokenJob>(
                std::move(request).value(), NetworkAccess {}, ExchangeLimits {}, *rig.clock);
            QSignalSpy finished(job.get(), &Job::finished);
            job->start();
            return finished.wait(5'000) && job->result().ok();
        };
        QVERIFY(renewed());
        const Result<Revocation> revoked =
            resultOf(std::unique_ptr<ResultJob<Revocation>>(rig.workspace.revoke(id)));
        QVERIFY(revoked.ok());
        QVERIFY(revoked->wasKept);
        QVERIFY(revoked->expiresAtMs.has_value());
        QVERIFY(!renewed());
    }

    void theSentenceClaimsNoMore()
    {
        Revocation revocation { { u"id.example.com"_s, 200, 1'000 }, {}, false };
        QCOMPARE(revocationSentence(revocation, 1'000),
                 u"id.example.com answered 200 to the request to revoke it; APIs that do not ask "
                 "the server may still accept it."_s);
        revocation.expiresAtMs = 500;
        QCOMPARE(revocationSentence(revocation, 1'000),
                 u"id.example.com answered 200 to the request to revoke it; it had ended already."_s);
        revocation.expiresAtMs = 3'600'000;
        QVERIFY(revocationSentence(revocation, 1'000)
                    .startsWith(u"id.example.com answered 200 to the request to revoke it; APIs "
                                "that do not ask the server may accept it until "_s));
    }
};

MINTMARK_TEST(tst_revokeflow, TestRevokeFlow)
#include "tst_revokeflow.moc"

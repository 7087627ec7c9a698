// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "core/session/flowrig.h"
#include "support/testmain.h"

using namespace mintmark;
using namespace mintmark::test;
using namespace Qt::StringLiterals;

using Mode = TokenDemand::Mode;
using Step = SessionState::Step;

class TestTokenRenewal : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<FlowRig> m_rig;

private Q_SLOTS:
    void init() { m_rig = std::make_unique<FlowRig>(); }
    void cleanup() { m_rig.reset(); }

    void renewsByGet()
    {
        const ProfileListing listing = m_rig->save(RenewalPolicy::Get);
        m_rig->cache(listing, 3000);
        const auto flow = m_rig->makeFlow(listing, demand(Mode::Renew));
        Watched watched(*flow);
        QCOMPARE(m_rig->run(*flow), "token-1");
        QCOMPARE(m_rig->server.methods(), "GET");
        QCOMPARE(m_rig->server.request(0).header("Authorization"), "Bearer earlier");
        QCOMPARE(m_rig->server.request(0).target, "/oauth/token");
        QCOMPARE(watched.steps,
                 QList({ Step::ReadingCache, Step::ReadingProfile, Step::Renewing }));
        QCOMPARE(watched.records.size(), 1);
        QCOMPARE(watched.records.first().purpose, u"renewal"_s);
    }

    void fallsBackToThePostOnce_data()
    {
        QTest::addColumn<ServedAnswer>("answer");
        ServedAnswer none;
        none.status = 404;
        QTest::newRow("404") << none;
        QTest::newRow("401") << TokenServer::refusal("invalid_token", 401);
        ServedAnswer empty;
        empty.body = "{}";
        QTest::newRow("200 without a token") << empty;
        ServedAnswer page;
        page.contentType = "text/html";
        page.body = "<html><title>Sign in</title></html>";
        QTest::newRow("a web page") << page;
        ServedAnswer elsewhere;
        elsewhere.status = 302;
        elsewhere.headers = { { "Location", "https://login.example/" } };
        QTest::newRow("a redirect") << elsewhere;
        ServedAnswer gone;
        gone.fault = ServedAnswer::Fault::Close;
        QTest::newRow("no answer") << gone;
    }

    void fallsBackToThePostOnce()
    {
        QFETCH(ServedAnswer, answer);
        const ProfileListing listing = m_rig->save(RenewalPolicy::Get);
        m_rig->cache(listing, 3000);
        m_rig->server.handler = [answer](const ServedRequest &request) {
            return request.method == "GET" ? answer : TokenServer::token("posted");
        };
        const auto flow = m_rig->makeFlow(listing, demand(Mode::Renew));
        Watched watched(*flow);
        QCOMPARE(m_rig->run(*flow), "posted");
        QCOMPARE(m_rig->server.methods(), "GET POST");
        QCOMPARE(watched.records.size(), 2);
        QVERIFY(!watched.records[0].ok());
        QVERIFY(watched.records[1].ok());
        if (answer.fault == ServedAnswer::Fault::None)
            QCOMPARE(watched.records[0].error->code, ErrorCode::RenewalRefused);
    }

    void refusedTwiceIsRefused()
    {
        const ProfileListing listing = m_rig->save(RenewalPolicy::Get);
        m_rig->cache(listing, 3000);
        m_rig->server.handler = [](const ServedRequest &) {
            return TokenServer::refusal("invalid_client", 401);
        };
        const auto flow = m_rig->makeFlow(listing, demand(Mode::Renew));
        m_rig->run(*flow);
        QCOMPARE(flow->result().error().code, ErrorCode::InvalidClient);
        QCOMPARE(m_rig->server.methods(), "GET POST");
    }

    void whoAsksToWaitIsNotAskedAgain()
    {
        const ProfileListing listing = m_rig->save(RenewalPolicy::Get);
        m_rig->cache(listing, 3000);
        m_rig->server.handler = [](const ServedRequest &) {
            return TokenServer::refusal("slow_down", 429);
        };
        const auto flow = m_rig->makeFlow(listing, demand(Mode::Renew));
        m_rig->run(*flow);
        QCOMPARE(flow->result().error().code, ErrorCode::TooManyRequests);
        QCOMPARE(m_rig->server.methods(), "GET");
    }

    void whenItRenews_data()
    {
        QTest::addColumn<RenewalPolicy>("policy");
        QTest::addColumn<Mode>("mode");
        QTest::addColumn<int>("livesS"); // 0: there is none
        QTest::addColumn<QString>("grantType");
        QTest::addColumn<QByteArray>("methods");
        const QString own;
        QTest::newRow("about to end")
            << RenewalPolicy::Get << Mode::CachedOrNew << 30 << own << QByteArray("GET");
        QTest::newRow("ended") << RenewalPolicy::Get << Mode::CachedOrNew << -30 << own
                               << QByteArray("POST");
        QTest::newRow("ended, asked for")
            << RenewalPolicy::Get << Mode::Renew << -30 << own << QByteArray("GET");
        QTest::newRow("none") << RenewalPolicy::Get << Mode::Renew << 0 << own
                              << QByteArray("POST");
        QTest::newRow("new") << RenewalPolicy::Get << Mode::New << 3000 << own
                             << QByteArray("POST");
        QTest::newRow("repeat") << RenewalPolicy::Repeat << Mode::Renew << 3000 << own
                                << QByteArray("POST");
        QTest::newRow("in another way") << RenewalPolicy::Get << Mode::Renew << 3000
                                        << u"client_credentials"_s << QByteArray("POST");
    }

    void whenItRenews()
    {
        QFETCH(RenewalPolicy, policy);
        QFETCH(Mode, mode);
        QFETCH(int, livesS);
        QFETCH(QString, grantType);
        QFETCH(QByteArray, methods);
        const RequestChange change { grantType.isEmpty() ? QString() : u"grant_type"_s, grantType };
        const ProfileListing listing = m_rig->save(policy);
        if (livesS != 0)
            m_rig->cache(listing, livesS);
        const auto flow = m_rig->makeFlow(listing, { mode, {}, change });
        QCOMPARE(m_rig->run(*flow), "token-1");
        QCOMPARE(m_rig->server.methods(), methods);
    }

    void renewalAddressThatCannotBeUsed()
    {
        LoadedProfile loaded = profileFor(m_rig->server);
        loaded.profile.client.renewal = RenewalPolicy::Get;
        loaded.profile.client.renewalEndpoint = u"http://user:pw@example.com/renew"_s;
        const ProfileListing listing =
            m_rig->session.listing(m_rig->session.save(std::move(loaded)));
        m_rig->cache(listing, 3000);
        const auto flow = m_rig->makeFlow(listing, demand(Mode::Renew));
        Watched watched(*flow);
        QCOMPARE(m_rig->run(*flow), "token-1");
        QCOMPARE(m_rig->server.methods(), "POST");
        QCOMPARE(watched.records.size(), 2);
        QVERIFY(!watched.records[0].ok());
        QVERIFY(!watched.records[0].url.contains(u"pw"_s));
    }

    void itemSavedElsewhereCountsMore()
    {
        // The index still says revision 1, the item 2: its cached token is of the former request.
        const ProfileListing listing = m_rig->save(RenewalPolicy::Get);
        m_rig->cache(listing, 30);
        {
            SessionRig other(m_rig->folder.path(), m_rig->keychain);
            ProfileStore &profiles = other.profiles();
            auto loaded = resultOf(profiles.load(listing.id));
            loaded->profile.client.scope = u"more"_s;
            QVERIFY(resultOf(profiles.save(loaded->profile, loaded->secrets.clone(),
                                           ProfileStore::Keep::InKeychain))
                        .ok());
        }
        const auto flow = m_rig->makeFlow(listing);
        QCOMPARE(m_rig->run(*flow), "token-1");
        QCOMPARE(m_rig->server.methods(), "POST");
        QCOMPARE(flow->result()->requestRevision, 2);
    }
};

MINTMARK_TEST(tst_tokenrenewal, TestTokenRenewal)
#include "tst_tokenrenewal.moc"

// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "core/session/flowrig.h"
#include "support/testmain.h"

using namespace mintmark;
using namespace mintmark::test;
using namespace Qt::StringLiterals;

using Call = KeychainCall;
using Mode = TokenDemand::Mode;
using Step = SessionState::Step;

class TestTokenFlow : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<FlowRig> m_rig;

private Q_SLOTS:
    void init() { m_rig = std::make_unique<FlowRig>(); }
    void cleanup() { m_rig.reset(); }

    void stepsInOrder()
    {
        const auto flow = m_rig->makeFlow(m_rig->save());
        Watched watched(*flow);
        QSignalSpy loaded(flow.get(), &TokenFlow::profileLoaded);
        QCOMPARE(m_rig->run(*flow), "token-1");
        QCOMPARE(watched.steps,
                 QList({ Step::ReadingCache, Step::ReadingProfile, Step::Fetching }));
        QVERIFY(flow->isNew());
        QCOMPARE(loaded.size(), 1);
        QCOMPARE(watched.records.size(), 1);
        QCOMPARE(watched.records.first().purpose, u"token"_s);
        QCOMPARE(flow->result()->requestRevision, 1);
        QCOMPARE(flow->result()->expiresInS, 3600);
        QVERIFY(m_rig->server.request(0).body.contains("grant_type"));
    }

    void howLongACachedTokenMustLive_data()
    {
        QTest::addColumn<int>("livesS");
        QTest::addColumn<int>("profileMinS");
        QTest::addColumn<std::optional<int>>("askedMinS");
        QTest::addColumn<bool>("good");
        const std::optional<int> asAlways;
        QTest::newRow("enough") << 60 << 60 << asAlways << true;
        QTest::newRow("a second too short") << 59 << 60 << asAlways << false;
        QTest::newRow("expired") << -1 << 0 << asAlways << false;
        // At most 20 % of the lifetime, which is 3600 s.
        QTest::newRow("a fifth is enough") << 720 << 3000 << asAlways << true;
        QTest::newRow("less than a fifth") << 719 << 3000 << asAlways << false;
        QTest::newRow("asked exactly, enough") << 3000 << 60 << std::optional(3000) << true;
        QTest::newRow("asked exactly, too short") << 2999 << 60 << std::optional(3000) << false;
        QTest::newRow("asked less than the profile") << 10 << 60 << std::optional(10) << true;
        QTest::newRow("asked for any that lives") << 1 << 60 << std::optional(0) << true;
    }

    void howLongACachedTokenMustLive()
    {
        QFETCH(int, livesS);
        QFETCH(int, profileMinS);
        QFETCH(std::optional<int>, askedMinS);
        QFETCH(bool, good);
        const ProfileListing listing = m_rig->save();
        m_rig->cache(listing, livesS, profileMinS);
        m_rig->keychain.calls.clear();

        const auto flow = m_rig->makeFlow(listing, demand(Mode::CachedOrNew, askedMinS));

        QCOMPARE(m_rig->run(*flow), good ? "earlier" : "token-1");
        QCOMPARE(m_rig->server.count(), good ? 0 : 1);
        QCOMPARE(flow->isNew(), !good);
        // In memory with its key: the keychain is asked for the profile only.
        QCOMPARE(m_rig->keychain.count(Call::Read), good ? 0 : 1);
    }

    void newDoesNotLookIntoTheCache()
    {
        const ProfileListing listing = m_rig->save();
        m_rig->cache(listing, 3000);
        const auto flow = m_rig->makeFlow(listing, demand(Mode::New));
        Watched watched(*flow);
        QCOMPARE(m_rig->run(*flow), "token-1");
        QCOMPARE(watched.steps, QList({ Step::ReadingProfile, Step::Fetching }));
    }

    void grantTypeForOnce()
    {
        const ProfileListing listing = m_rig->save();
        const auto flow = m_rig->makeFlow(listing, { Mode::New, {}, { u"grant_type"_s, u"client_credential"_s } });
        QSignalSpy altered(flow.get(), &TokenFlow::altered);
        QCOMPARE(m_rig->run(*flow), "token-1");
        QVERIFY(m_rig->server.request(0).body.contains(R"("grant_type":"client_credential")"));
        QCOMPARE(altered.size(), 1);
        const auto stored = resultOf(m_rig->session.profiles().load(listing.id));
        QCOMPARE(stored->profile.client.grantType, u"client_credentials"_s);
    }

    void joinedByStricterDemands()
    {
        const ProfileListing listing = m_rig->save();
        m_rig->cache(listing, 600);
        const auto longer = m_rig->makeFlow(listing);
        longer->join(demand(Mode::CachedOrNew, 1000));
        QCOMPARE(m_rig->run(*longer), "token-1");
        const auto newer = m_rig->makeFlow(listing);
        newer->join(demand(Mode::New));
        newer->join(demand(Mode::CachedOrNew, 1));
        QCOMPARE(m_rig->run(*newer), "token-2");
        const auto none = m_rig->makeFlow(listing, demand(Mode::CachedOrNew, 10));
        none->join(demand(Mode::CachedOrNew, 600));
        QCOMPARE(m_rig->run(*none), "earlier");
    }

    void joinedTooLate()
    {
        const ProfileListing listing = m_rig->save();
        m_rig->cache(listing, 600);
        const auto flow = m_rig->makeFlow(listing);
        QCOMPARE(m_rig->run(*flow), "earlier");
        QVERIFY(flow->answers({}));
        QVERIFY(flow->answers(demand(Mode::CachedOrNew, 600)));
        QVERIFY(!flow->answers(demand(Mode::CachedOrNew, 601)));
        QVERIFY(!flow->answers(demand(Mode::New)));
        QVERIFY(!flow->answers(demand(Mode::Renew)));
        const auto fetched = m_rig->makeFlow(listing, demand(Mode::New));
        m_rig->run(*fetched);
        QVERIFY(fetched->answers(demand(Mode::Renew)));
    }

    void profileThatIsStoredNowhere()
    {
        const auto flow = std::make_unique<TokenFlow>(m_rig->services(), profileFor(m_rig->server),
                                                      TokenDemand {});
        Watched watched(*flow);
        m_rig->keychain.calls.clear();
        QCOMPARE(m_rig->run(*flow), "token-1");
        QCOMPARE(watched.steps, QList({ Step::Fetching }));
        QVERIFY(m_rig->keychain.calls.isEmpty());
    }

    void refusedBeforeAnythingIsSent_data()
    {
        QTest::addColumn<QString>("endpoint");
        QTest::addColumn<QString>("clientId");
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<int>("records");
        QTest::newRow("insecure") << u"http://id.example.com/token"_s << u"id"_s
                                  << ErrorCode::EndpointInsecure << 1;
        QTest::newRow("no client id")
            << u"http://127.0.0.1:1/token"_s << QString() << ErrorCode::ProfileIncomplete << 0;
        QTest::newRow("no address") << QString() << u"id"_s << ErrorCode::ProfileIncomplete << 0;
    }

    void refusedBeforeAnythingIsSent()
    {
        QFETCH(QString, endpoint);
        QFETCH(QString, clientId);
        QFETCH(ErrorCode, code);
        QFETCH(int, records);
        LoadedProfile loaded = profileFor(m_rig->server);
        loaded.profile.client.tokenEndpoint = endpoint;
        loaded.profile.client.clientId = clientId;
        const auto flow =
            std::make_unique<TokenFlow>(m_rig->services(), std::move(loaded), TokenDemand {});
        Watched watched(*flow);
        m_rig->run(*flow);
        QCOMPARE(flow->result().error().code, code);
        QVERIFY(!flow->isNew());
        QCOMPARE(watched.records.size(), records);
        QCOMPARE(watched.steps.size(), 0);
        QCOMPARE(m_rig->server.count(), 0);
    }

    void invalidClientTellsOfTheSecret()
    {
        m_rig->server.handler = [](const ServedRequest &) {
            return TokenServer::refusal("invalid_client", 401);
        };
        const auto flow = m_rig->makeFlow(m_rig->save());
        Watched watched(*flow);
        m_rig->run(*flow);
        QVERIFY(flow->result().error().argument(u"secret").contains(u"ient"_s));
        QCOMPARE(watched.records.first().error, flow->result().error());
    }

    void keyOfTheCacheIsReadWhileTheServerIsAsked()
    {
        m_rig->server.handler = [](const ServedRequest &) {
            ServedAnswer silence;
            silence.fault = ServedAnswer::Fault::Silence;
            return silence;
        };
        const ProfileListing listing = m_rig->save();
        m_rig->keychain.calls.clear();
        const auto flow = m_rig->makeFlow(listing, demand(Mode::New));
        flow->start();
        QTRY_COMPARE(m_rig->server.count(), 1);
        QTRY_COMPARE(m_rig->keychain.count(Call::Read), 2); // the profile, and the key
        QVERIFY(!flow->isFinished());
        QCOMPARE(m_rig->keychain.count(Call::Write), 0); // there is none yet; one is made for a token only
    }

    void cancelledMidwayIsRecorded()
    {
        m_rig->server.handler = [](const ServedRequest &) {
            ServedAnswer silence;
            silence.fault = ServedAnswer::Fault::Silence;
            return silence;
        };
        const auto flow = m_rig->makeFlow(m_rig->save());
        Watched watched(*flow);
        flow->start();
        QTRY_COMPARE(m_rig->server.count(), 1);
        flow->cancel();
        QCOMPARE(watched.records.size(), 1);
        QCOMPARE(watched.records.first().error->code, ErrorCode::Cancelled);
        QTRY_VERIFY(flow->isFinished());
        QCOMPARE(flow->result().error().code, ErrorCode::Cancelled);
        QCOMPARE(m_rig->server.count(), 1);
    }

    void cancelledFromWithin_data()
    {
        QTest::addColumn<Step>("step");
        QTest::addColumn<int>("requests");
        QTest::newRow("cache") << Step::ReadingCache << 0;
        QTest::newRow("profile") << Step::ReadingProfile << 0;
        QTest::newRow("renewal") << Step::Renewing << 0;
        QTest::newRow("request") << Step::Fetching << 1; // the renewal, which was refused
    }
    void cancelledFromWithin()
    {
        QFETCH(Step, step);
        QFETCH(int, requests);
        const ProfileListing listing = m_rig->save(RenewalPolicy::Get);
        m_rig->cache(listing, 3000);
        m_rig->server.handler = [](const ServedRequest &) {
            return TokenServer::refusal("invalid_token", 401);
        };
        const auto flow = m_rig->makeFlow(listing, demand(Mode::Renew));
        connect(flow.get(), &TokenFlow::stepChanged, this, [&] {
            if (flow->step() == step)
                flow->cancel();
        });
        m_rig->run(*flow);
        QCOMPARE(flow->result().error().code, ErrorCode::Cancelled);
        QCOMPARE(flow->step(), step);
        QCOMPARE(m_rig->server.count(), requests);
    }

    void cancelledByWhoHearsOfIt()
    {
        const ProfileListing listing = m_rig->save();
        const auto each = [this, &listing](auto connectTo) {
            const auto flow = m_rig->makeFlow(listing, { Mode::New, {}, { u"grant_type"_s, u"other"_s } });
            connectTo(*flow, [&flow] { flow->cancel(); });
            m_rig->run(*flow);
            return flow->result().error().code;
        };
        QCOMPARE(each([this](TokenFlow &flow, auto cancel) {
                     connect(&flow, &TokenFlow::profileLoaded, this, cancel);
                 }),
                 ErrorCode::Cancelled);
        QCOMPARE(each([this](TokenFlow &flow, auto cancel) {
                     connect(&flow, &TokenFlow::altered, this, cancel);
                 }),
                 ErrorCode::Cancelled);
        QCOMPARE(m_rig->server.count(), 0);
        QCOMPARE(each([this](TokenFlow &flow, auto cancel) {
                     connect(&flow, &TokenFlow::recorded, this, cancel);
                 }),
                 ErrorCode::Cancelled);
        QCOMPARE(m_rig->server.count(), 1);
    }

    /// RFC 8705 §2: the handshake would prove nothing.
    void tlsMethodsNeedACertificate()
    {
        LoadedProfile loaded = profileFor(m_rig->server);
        loaded.profile.client.authentication = ClientAuthenticationMethod::TlsClientAuth;
        const ProfileListing listing =
            m_rig->session.listing(m_rig->session.save(std::move(loaded)));
        const auto flow = m_rig->makeFlow(listing);
        QCOMPARE(m_rig->run(*flow),
                 "error " + QByteArray::number(static_cast<int>(ErrorCode::ProfileIncomplete)));
        QCOMPARE(m_rig->server.count(), 0);
    }
};

MINTMARK_TEST(tst_tokenflow, TestTokenFlow)
#include "tst_tokenflow.moc"

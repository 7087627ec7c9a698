// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "session/replacesecretjob.h"

#include "sessionrig.h"
#include "support/testmain.h"

#include <QTemporaryDir>

using namespace mintmark;
using namespace mintmark::test;
using namespace Qt::StringLiterals;

using Call = KeychainCall;
using Test = ReplaceSecretJob::Test;

class TestReplaceSecretJob : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_system = std::make_unique<FakeKeychainSystem>();
        m_server = std::make_unique<TokenServer>();
        m_rig = std::make_unique<SessionRig>(m_folder->path(), *m_system, 20'000, 2'000);
        m_id = m_rig->save(profileFor(*m_server));
        m_system->calls.clear();
    }

    void storedOnceItWorks()
    {
        int writesBefore = -1;
        m_server->handler = [&](const ServedRequest &request) {
            writesBefore = m_system->count(Call::Write);
            return request.body.contains("the-new-one") ? TokenServer::token("t")
                                                        : TokenServer::refusal("invalid_client", 401);
        };
        const auto replaced = replace("the-new-one", Test::First);
        QVERIFY(replaced.ok());
        QCOMPARE(writesBefore, 0);
        QCOMPARE(m_server->count(), 1);
        QVERIFY(*replaced->former == SecretBytes("s3cret-of-the-client"));
        QCOMPARE(secretNow(), "the-new-one");
        QVERIFY(replaced->now.secrets.previousSecret == SecretBytes("s3cret-of-the-client"));
        QCOMPARE(*replaced->now.secrets.previousKeptUntilMs - m_rig->clock->nowMs(),
                 7LL * 24 * 3600 * 1000);
        QCOMPARE(replaced->now.profile.client, profileFor(*m_server).profile.client);
    }

    void refusedIsNotStored()
    {
        m_server->handler = [](const ServedRequest &) {
            return TokenServer::refusal("invalid_client", 401);
        };
        const auto replaced = replace("the-new-one", Test::First);
        QCOMPARE(replaced.error().code, ErrorCode::InvalidClient);
        QCOMPARE(m_server->count(), 1);
        QCOMPARE(m_system->count(Call::Write), 0);
        QCOMPARE(secretNow(), "s3cret-of-the-client");
        for (const FakeKeychainSystem::Item &item : std::as_const(m_system->items))
            QVERIFY(!item.value.contains("the-new-one"));
    }

    /// Sent is sent: it stands among the profile's requests, whatever the answer was.
    void testIsRecorded()
    {
        m_server->handler = [](const ServedRequest &) {
            return TokenServer::refusal("invalid_client", 401);
        };
        QVERIFY(!replace("the-new-one", Test::First).ok());
        m_server->handler = [](const ServedRequest &) { return TokenServer::token("t"); };
        QVERIFY(replace("the-new-one", Test::First).ok());
        const SessionState &state = m_rig->session().state(m_id);
        QCOMPARE(state.records.size(), 2);
        QCOMPARE(state.records[0].status, 200);
        QCOMPARE(state.records[1].status, 401);
        QVERIFY(!state.records[1].request.contains(u"the-new-one"_s));
        QCOMPARE(state.records[1].purpose, u"secret_test"_s);
        QVERIFY(!state.tokenSet); // a test's token is thrown away
        QVERIFY(!state.lastError);
    }

    void untestedAsksNobody()
    {
        QVERIFY(replace("the-new-one", Test::No).ok());
        QCOMPARE(m_server->count(), 0);
        QCOMPARE(secretNow(), "the-new-one");
    }

    void notStored()
    {
        m_system->dropsWrites = true;
        QCOMPARE(replace("the-new-one", Test::First).error().code, ErrorCode::KeychainNotStored);
        QCOMPARE(secretNow(), "s3cret-of-the-client");
    }

    /// There and back: the one that is replaced is the former one again.
    void backToTheFormer()
    {
        QVERIFY(replace("the-new-one", Test::No).ok());
        const auto back = replace("s3cret-of-the-client", Test::No);
        QVERIFY(back.ok());
        QCOMPARE(secretNow(), "s3cret-of-the-client");
        QVERIFY(back->now.secrets.previousSecret == SecretBytes("the-new-one"));
    }

    void whoSharesIt()
    {
        const SecretBytes former("s3cret-of-the-client");
        const Profile mine = resultOf(m_rig->profiles().load(m_id))->profile;
        LoadedProfile other = profileFor(*m_server);
        other.profile.listing.id = QUuid::createUuid();
        QVERIFY(sharesSecret(other, mine, former));
        LoadedProfile changed { other.profile, other.secrets.clone() };
        changed.profile.client.clientId = u"another"_s;
        QVERIFY(!sharesSecret(changed, mine, former));
        changed.profile = other.profile;
        changed.profile.client.tokenEndpoint = m_server->address(u"/other"_s);
        QVERIFY(!sharesSecret(changed, mine, former));
        changed.profile = other.profile;
        changed.secrets.client.clientSecret = SecretBytes("s3cret-of-the-clienT");
        QVERIFY(!sharesSecret(changed, mine, former));
        other.profile.listing.id = m_id;
        QVERIFY(!sharesSecret(other, mine, former));
    }

private:
    Result<ReplacedSecret> replace(QByteArrayView secret, Test test)
    {
        return resultOf(std::unique_ptr<ResultJob<ReplacedSecret>>(new ReplaceSecretJob(
            m_rig->profiles(), m_rig->session(), m_id, SecretBytes(secret), test)));
    }
    QByteArray secretNow()
    {
        const auto now = resultOf(m_rig->profiles().load(m_id));
        return now.ok() ? now->secrets.client.clientSecret.view().toByteArray() : QByteArray();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<FakeKeychainSystem> m_system;
    std::unique_ptr<TokenServer> m_server;
    std::unique_ptr<SessionRig> m_rig;
    ProfileId m_id;
};

MINTMARK_TEST(tst_replacesecretjob, TestReplaceSecretJob)
#include "tst_replacesecretjob.moc"

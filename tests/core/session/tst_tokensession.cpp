// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "core/session/sessionrig.h"
#include "support/testmain.h"

#include <QTemporaryDir>

using namespace mintmark;
using namespace mintmark::test;
using namespace Qt::StringLiterals;

using Call = KeychainCall;
using Mode = TokenDemand::Mode;
using Step = SessionState::Step;

class TestTokenSession : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<FakeKeychainSystem> m_keychain;
    std::unique_ptr<TokenServer> m_server;
    std::unique_ptr<SessionRig> m_rig;

    ProfileId saveProfile() { return m_rig->save(profileFor(*m_server)); }
    ProfileId saveRenewing()
    {
        LoadedProfile loaded = profileFor(*m_server);
        loaded.profile.client.renewal = RenewalPolicy::Get;
        return m_rig->save(std::move(loaded));
    }
    /// Index, keychain and folder as another process finds them.
    std::unique_ptr<SessionRig> otherProcess()
    {
        return std::make_unique<SessionRig>(m_folder->path(), *m_keychain);
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_keychain = std::make_unique<FakeKeychainSystem>();
        m_server = std::make_unique<TokenServer>();
        m_rig = otherProcess();
    }
    void cleanup()
    {
        m_rig.reset();
        m_server.reset();
    }

    void oneRequestForTheFirstToken()
    {
        const ProfileId id = saveProfile();
        QSignalSpy news(&m_rig->session(), &TokenSession::tokenSetChanged);

        QCOMPARE(text(m_rig->token(id)), "token-1");

        QCOMPARE(m_server->methods(), "POST");
        QCOMPARE(news.size(), 1);
        const SessionState &state = m_rig->state(id);
        QCOMPARE(state.step, Step::Idle);
        QVERIFY(!state.startedAtMs);
        QVERIFY(!state.lastError);
        QCOMPARE(state.tokenSet->accessToken->view(), QByteArrayView("token-1"));
        QCOMPARE(state.token->kind(), TokenKind::Opaque);
        QCOMPARE(state.profile->client.clientId, u"id"_s);
        QCOMPARE(state.records.size(), 1);
        QVERIFY(!state.records.first().request.contains(u"s3cret"_s));
    }

    void cachedTokenCostsNoRequest()
    {
        const ProfileId id = saveProfile();
        QCOMPARE(text(m_rig->token(id)), "token-1");
        QCOMPARE(text(m_rig->token(id)), "token-1");
        QCOMPARE(m_server->count(), 1);
    }

    void newMeansNew()
    {
        const ProfileId id = saveProfile();
        QCOMPARE(text(m_rig->token(id)), "token-1");
        QCOMPARE(text(m_rig->token(id, demand(Mode::New))), "token-2");
        QCOMPARE(text(m_rig->token(id)), "token-2");
        QCOMPARE(m_server->methods(), "POST POST");
    }

    void whoAsksMeanwhileGetsTheSameAnswer()
    {
        const ProfileId id = saveProfile();
        auto first = m_rig->session().token(id, {});
        auto second = m_rig->session().token(id, demand(Mode::New));
        first->start();
        QCOMPARE(text(resultOf(std::move(second))), "token-1");
        QTRY_VERIFY(first->isFinished());
        QCOMPARE(text(first->result()), "token-1");
        QCOMPARE(m_server->count(), 1);
    }

    void lastToLeaveEndsTheFetch()
    {
        const ProfileId id = saveProfile();
        m_server->handler = [](const ServedRequest &) {
            ServedAnswer silence;
            silence.fault = ServedAnswer::Fault::Silence;
            return silence;
        };
        QSignalSpy failed(&m_rig->session(), &TokenSession::failed);
        auto first = m_rig->session().token(id, {});
        auto second = m_rig->session().token(id, {});
        first->start();
        second->start();
        QTRY_COMPARE(m_server->count(), 1);
        QCOMPARE(m_rig->state(id).step, Step::Fetching);
        QCOMPARE(m_rig->state(id).startedAtMs, m_rig->clock->nowMs());

        first->cancel();
        QCOMPARE(m_rig->state(id).step, Step::Fetching);
        second.reset(); // going away is leaving, too

        QCOMPARE(m_rig->state(id).step, Step::Idle);
        QVERIFY(!m_rig->state(id).startedAtMs);
        QTRY_VERIFY(first->isFinished());
        QCOMPARE(first->result().error().code, ErrorCode::Cancelled);
        QCOMPARE(failed.size(), 0);
        QVERIFY(!m_rig->state(id).lastError);
        // It was sent, and shows among the requests.
        QCOMPARE(m_rig->state(id).records.size(), 1);
        QCOMPARE(m_rig->state(id).records.first().error->code, ErrorCode::Cancelled);
        QCOMPARE(m_rig->listing(id).lastResult, QString());
    }

    void failedFetchKeepsTheEarlierToken()
    {
        const ProfileId id = saveProfile();
        QCOMPARE(text(m_rig->token(id)), "token-1");
        m_server->handler = [](const ServedRequest &) {
            return TokenServer::refusal("invalid_client", 401);
        };
        QSignalSpy failed(&m_rig->session(), &TokenSession::failed);

        const auto refused = m_rig->token(id, demand(Mode::New));

        QCOMPARE(refused.error().code, ErrorCode::InvalidClient);
        QCOMPARE(failed.size(), 1);
        QCOMPARE(m_server->count(), 2);
        const SessionState &state = m_rig->state(id);
        QCOMPARE(state.lastError->code, ErrorCode::InvalidClient);
        QCOMPARE(state.tokenSet->accessToken->view(), QByteArrayView("token-1"));
        QCOMPARE(state.step, Step::Idle);
        // The next one clears the error, and the cache has not lost the token either.
        QCOMPARE(text(m_rig->token(id)), "token-1");
        QVERIFY(!m_rig->state(id).lastError);
        QCOMPARE(m_server->count(), 2);
    }
};

MINTMARK_TEST(tst_tokensession, TestTokenSession)
#include "tst_tokensession.moc"

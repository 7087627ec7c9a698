// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "core/session/sessionrig.h"
#include "support/testmain.h"

#include <QDir>
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
    void openAndWait(const ProfileId &id)
    {
        m_rig->session().open(id);
        QTRY_COMPARE(m_rig->state(id).step, Step::Idle);
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

    void tracesOfUse()
    {
        const ProfileId id = saveProfile();
        QCOMPARE(text(m_rig->token(id)), "token-1");
        const qint64 fetchedMs = m_rig->clock->nowMs();
        QTRY_COMPARE(m_rig->listing(id).lastResult, u"ok"_s);
        ProfileListing listing = m_rig->listing(id);
        QCOMPARE(listing.lastUsedMs, fetchedMs);
        QCOMPARE(listing.lastCheckedMs, fetchedMs);
        QCOMPARE(listing.tokenExpiresMs, fetchedMs + 3'600'000);

        m_rig->clock->advance(100'000);
        QCOMPARE(text(m_rig->token(id)), "token-1");
        QTRY_COMPARE(m_rig->listing(id).lastUsedMs, fetchedMs + 100'000);
        QCOMPARE(m_rig->listing(id).lastCheckedMs, fetchedMs);

        m_server->handler = [](const ServedRequest &) {
            return TokenServer::refusal("access_denied", 403);
        };
        QVERIFY(!m_rig->token(id, demand(Mode::New)).ok());
        QTRY_COMPARE(m_rig->listing(id).lastResult, u"refused"_s);
        listing = m_rig->listing(id);
        QCOMPARE(listing.lastCheckedMs, fetchedMs + 100'000);
        QCOMPARE(listing.tokenExpiresMs, fetchedMs + 3'600'000);
        QCOMPARE(m_rig->state(id).profile->listing, listing);
        // Where another process finds them, also what was not written yet at the end.
        QVERIFY(m_rig->token(id).ok());
        m_rig->clock->advance(200'000);
        QVERIFY(m_rig->token(id).ok());
        m_rig.reset();
        m_rig = otherProcess();
        QCOMPARE(m_rig->listing(id).lastUsedMs, fetchedMs + 300'000);
        QCOMPARE(m_rig->listing(id).lastResult, u"refused"_s);
    }

    void keychainThatDoesNotAnswer_data()
    {
        QTest::addColumn<KeychainState>("state");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("locked") << KeychainState::Locked << ErrorCode::KeychainLocked;
        QTest::newRow("none") << KeychainState::NoService << ErrorCode::KeychainNoService;
        QTest::newRow("busy") << KeychainState::Busy << ErrorCode::KeychainBusy;
    }
    void keychainThatDoesNotAnswer()
    {
        QFETCH(KeychainState, state);
        QFETCH(ErrorCode, code);
        const ProfileId id = saveProfile();
        QCOMPARE(text(m_rig->token(id)), "token-1");
        QVERIFY(m_rig->waitForCache());
        m_keychain->state = state;
        QTRY_COMPARE(m_rig->listing(id).lastResult, u"ok"_s);
        const auto later = otherProcess();
        QSignalSpy failed(&later->session(), &TokenSession::failed);
        for (const Mode mode : { Mode::CachedOrNew, Mode::Renew, Mode::New }) {
            QCOMPARE(later->token(id, demand(mode)).error().code, code);
            QCOMPARE(later->state(id).lastError->code, code);
        }
        QCOMPARE(failed.size(), 3);
        QCOMPARE(m_server->count(), 1);
        QCOMPARE(later->listing(id).lastResult, u"ok"_s); // no server was asked
        // Who has it in memory needs no keychain.
        QCOMPARE(text(m_rig->token(id)), "token-1");
    }

    void frozenKeychain()
    {
        const ProfileId id = saveProfile();
        m_keychain->hangs = [](Call) { return true; };
        SessionRig later(m_folder->path(), *m_keychain, 50);
        QCOMPARE(later.token(id).error().code, ErrorCode::KeychainBusy);
        QCOMPARE(m_server->count(), 0);
        m_keychain->letGo();
    }

    void withAWholeProfileNothingIsKept()
    {
        const auto fetched =
            resultOf(m_rig->session().token(profileFor(*m_server), TokenDemand {}));
        QCOMPARE(text(fetched), "token-1");
        QVERIFY(!m_rig->cache().isWriting());
        QVERIFY(m_keychain->calls.isEmpty());
        QVERIFY(m_rig->profiles().listings().isEmpty());
        QVERIFY(QDir(m_folder->path()).isEmpty());
    }

    void memoryProfileIsNeverWritten()
    {
        const ProfileId id = m_rig->save(profileFor(*m_server), ProfileStore::Keep::ForSession);
        QCOMPARE(text(m_rig->token(id)), "token-1");
        QCOMPARE(text(m_rig->token(id)), "token-1");
        QVERIFY(!m_rig->cache().isWriting());
        QCOMPARE(m_server->count(), 1);
        QTRY_COMPARE(m_rig->listing(id).lastResult, u"ok"_s);
        QVERIFY(m_keychain->calls.isEmpty());
        QVERIFY(QDir(m_folder->path()).isEmpty());
    }

    void changedRequestNeedsANewToken()
    {
        const ProfileId id = saveProfile();
        QCOMPARE(text(m_rig->token(id)), "token-1");
        auto loaded = resultOf(m_rig->profiles().load(id));
        loaded->profile.client.scope = u"more"_s;
        m_rig->save(std::move(loaded).value());
        QCOMPARE(text(m_rig->token(id)), "token-2");
        QCOMPARE(m_rig->state(id).tokenSet->requestRevision, 2);
    }

    void grantTypeIsTriedOnceThenKept()
    {
        const ProfileId id = saveProfile();
        QCOMPARE(text(m_rig->token(id, { Mode::New, {}, { u"grant_type"_s, u"client_credential"_s } })), "token-1");
        auto loaded = resultOf(m_rig->profiles().load(id));
        QCOMPARE(loaded->profile.client.grantType, u"client_credentials"_s);
        loaded->profile.client.grantType = u"client_credential"_s;
        m_rig->save(std::move(loaded).value());
        openAndWait(id);
        // The token in hand was asked for in just this way.
        QCOMPARE(m_rig->state(id).tokenSet->accessToken->view(), QByteArrayView("token-1"));
        QVERIFY(m_rig->waitForCache());
        QTRY_VERIFY(m_rig->listing(id).tokenExpiresMs);
        QCOMPARE(text(otherProcess()->token(id)), "token-1");
        QCOMPARE(m_server->count(), 1);
    }

    void grantTypeThatWasNotKept()
    {
        const ProfileId id = saveProfile();
        QCOMPARE(text(m_rig->token(id, { Mode::New, {}, { u"grant_type"_s, u"client_credential"_s } })), "token-1");
        auto loaded = resultOf(m_rig->profiles().load(id));
        loaded->profile.client.scope = u"more"_s;
        m_rig->save(std::move(loaded).value());
        openAndWait(id);
        QVERIFY(!m_rig->state(id).tokenSet);
    }
};

MINTMARK_TEST(tst_tokensession, TestTokenSession)
#include "tst_tokensession.moc"

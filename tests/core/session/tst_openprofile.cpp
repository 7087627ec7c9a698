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

/// TokenSession as the window uses it: profiles are opened, shown, forgotten.
class TestOpenProfile : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<FakeKeychainSystem> m_keychain;
    std::unique_ptr<TokenServer> m_server;
    std::unique_ptr<SessionRig> m_rig;
    ProfileId m_id;

    void openAndWait()
    {
        m_rig->session().open(m_id);
        QVERIFY(m_rig->state(m_id).step != Step::Idle);
        QTRY_COMPARE(m_rig->state(m_id).step, Step::Idle);
    }

private Q_SLOTS:
    /// A profile with a token that another process got.
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_keychain = std::make_unique<FakeKeychainSystem>();
        m_server = std::make_unique<TokenServer>();
        {
            SessionRig earlier(m_folder->path(), *m_keychain);
            m_id = earlier.save(profileFor(*m_server));
            QCOMPARE(text(earlier.token(m_id)), "token-1");
            QVERIFY(earlier.waitForCache());
        }
        m_rig = std::make_unique<SessionRig>(m_folder->path(), *m_keychain);
        m_keychain->calls.clear();
    }
    void cleanup()
    {
        m_rig.reset();
        m_server.reset();
    }

    void unopenedIsEmpty()
    {
        const SessionState &state = m_rig->state(m_id);
        QCOMPARE(state.step, Step::Idle);
        QVERIFY(!state.profile && !state.tokenSet && !state.token && !state.lastError);
        QVERIFY(m_rig->session().checks(m_id, m_rig->clock->nowMs()).isEmpty());
    }

    void showsProfileAndToken()
    {
        QSignalSpy news(&m_rig->session(), &TokenSession::tokenSetChanged);
        openAndWait();
        const SessionState &state = m_rig->state(m_id);
        QCOMPARE(state.profile->client.clientId, u"id"_s);
        QCOMPARE(state.tokenSet->accessToken->view(), QByteArrayView("token-1"));
        QVERIFY(state.token);
        QVERIFY(!state.lastError);
        QCOMPARE(news.size(), 1);
        QCOMPARE(m_server->count(), 1); // none of ours
        QCOMPARE(m_keychain->count(Call::Read), 2);
        QVERIFY(state.records.isEmpty());
    }

    void openedTwiceIsOpenedOnce()
    {
        m_rig->session().open(m_id);
        openAndWait();
        QCOMPARE(m_keychain->count(Call::Read), 2);
    }

    void openingBesideAFetch()
    {
        m_rig->session().open(m_id);
        QCOMPARE(text(m_rig->token(m_id)), "token-1");
        m_rig->session().open(m_id);
        QTRY_COMPARE(m_rig->state(m_id).step, Step::Idle);
        QVERIFY(m_rig->state(m_id).profile); // a token of the cache alone does not read it
        m_rig->session().open(m_id);
        QCOMPARE(text(m_rig->token(m_id, demand(Mode::New))), "token-2");
        QTRY_COMPARE(m_rig->state(m_id).step, Step::Idle);
        QCOMPARE(m_rig->state(m_id).tokenSet->accessToken->view(), QByteArrayView("token-2"));
    }

    void lockedKeychainIsSaidOnce()
    {
        m_keychain->state = KeychainState::Locked;
        QSignalSpy failed(&m_rig->session(), &TokenSession::failed);
        openAndWait();
        QCOMPARE(failed.size(), 1);
        QCOMPARE(m_rig->state(m_id).lastError->code, ErrorCode::KeychainLocked);
        QVERIFY(!m_rig->state(m_id).profile);

        m_keychain->state = KeychainState::Ok;
        openAndWait();
        QVERIFY(!m_rig->state(m_id).lastError);
        QVERIFY(m_rig->state(m_id).profile && m_rig->state(m_id).tokenSet);
    }

    void unknownProfile()
    {
        const ProfileId nobody = QUuid::createUuid();
        QSignalSpy failed(&m_rig->session(), &TokenSession::failed);
        m_rig->session().open(nobody);
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(m_rig->state(nobody).lastError->code, ErrorCode::NoSuchProfile);
    }

    void forgottenIsGoneEverywhere()
    {
        openAndWait();
        QVERIFY(m_rig->listing(m_id).tokenExpiresMs);
        QSignalSpy news(&m_rig->session(), &TokenSession::tokenSetChanged);
        m_rig->session().forget(m_id);
        QCOMPARE(news.size(), 1);
        QVERIFY(!m_rig->state(m_id).tokenSet && !m_rig->state(m_id).token);
        QTRY_VERIFY(!m_rig->listing(m_id).tokenExpiresMs);
        QCOMPARE(text(m_rig->token(m_id)), "token-2");
    }

    void clearedFromMemory()
    {
        openAndWait();
        QCOMPARE(text(m_rig->token(m_id, demand(Mode::New))), "token-2");
        QVERIFY(m_rig->waitForCache());
        QSignalSpy news(&m_rig->session(), &TokenSession::tokenSetChanged);
        m_rig->session().clearMemory();
        QCOMPARE(news.size(), 1);
        const SessionState &state = m_rig->state(m_id);
        QVERIFY(!state.profile && !state.tokenSet && !state.token);
        QCOMPARE(state.records.size(), 1);
        // The files stay: what is needed again is read again.
        QCOMPARE(text(m_rig->token(m_id)), "token-2");
        QCOMPARE(m_server->count(), 2);
    }

    void clearingEndsWhatIsUnderWay()
    {
        m_server->handler = [](const ServedRequest &) {
            ServedAnswer silence;
            silence.fault = ServedAnswer::Fault::Silence;
            return silence;
        };
        auto answer = m_rig->session().token(m_id, demand(Mode::New));
        answer->start();
        QTRY_COMPARE(m_server->count(), 2);
        m_rig->session().open(m_id);
        m_rig->session().clearMemory();
        QCOMPARE(m_rig->state(m_id).step, Step::Idle);
        QTRY_VERIFY(answer->isFinished());
        QCOMPARE(answer->result().error().code, ErrorCode::Cancelled);
        QVERIFY(!m_rig->state(m_id).profile);
    }

    void cancelKeepsTheEarlierToken()
    {
        openAndWait();
        m_server->handler = [](const ServedRequest &) {
            ServedAnswer silence;
            silence.fault = ServedAnswer::Fault::Silence;
            return silence;
        };
        auto answer = m_rig->session().token(m_id, demand(Mode::New));
        answer->start();
        QTRY_COMPARE(m_server->count(), 2);
        m_rig->session().cancel(m_id);
        QCOMPARE(m_rig->state(m_id).step, Step::Idle);
        QCOMPARE(m_rig->state(m_id).tokenSet->accessToken->view(), QByteArrayView("token-1"));
        QVERIFY(!m_rig->state(m_id).lastError);
        QTRY_VERIFY(answer->isFinished());
        QCOMPARE(text(m_rig->token(m_id)), "token-1");
    }

    void renamedShowsItsNewName()
    {
        openAndWait();
        QSignalSpy changed(&m_rig->session(), &TokenSession::changed);
        QVERIFY(m_rig->profiles()
                    .changeListing(m_id, [](ProfileListing &l) { l.name = u"Payouts"_s; })
                    .ok());
        QCOMPARE(m_rig->state(m_id).profile->listing.name, u"Payouts"_s);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(text(m_rig->token(m_id)), "token-1"); // no other request
    }

    void deletedTakesItsTokenAlong()
    {
        openAndWait();
        const QString file =
            m_folder->filePath(u"cache/mintmark/tokens/"_s + m_id.toString(QUuid::WithoutBraces));
        QVERIFY(QFile::exists(file));
        QVERIFY(m_rig->profiles().remove(m_id).ok());
        QVERIFY(!QFile::exists(file));
        QVERIFY(!m_rig->state(m_id).profile && !m_rig->state(m_id).tokenSet);
    }

    void checksAreOfNow()
    {
        openAndWait();
        LoadedProfile loaded = profileFor(*m_server, u"JWT"_s);
        const ProfileId id = m_rig->save(std::move(loaded));
        // {"alg":"HS256"}.{"exp":1741601524}: an hour after the clock's start.
        m_server->handler = [](const ServedRequest &) {
            return TokenServer::token("eyJhbGciOiJIUzI1NiJ9.eyJleHAiOjE3NDE2MDE1MjR9.AAAA");
        };
        QVERIFY(m_rig->token(id).ok());
        const qint64 now = m_rig->clock->nowMs();
        const auto isExpired = [this, &id](qint64 atMs) {
            const QList<TokenCheck> checks = m_rig->session().checks(id, atMs);
            return std::ranges::any_of(
                checks, [](const TokenCheck &check) { return check.code == CheckCode::Expired; });
        };
        QVERIFY(!isExpired(now + 3'599'000));
        QVERIFY(isExpired(now + 3'601'000));
        QTRY_COMPARE(m_rig->listing(id).tokenExpiresMs, 1'741'601'524'000);
    }
};

MINTMARK_TEST(tst_openprofile, TestOpenProfile)
#include "tst_openprofile.moc"

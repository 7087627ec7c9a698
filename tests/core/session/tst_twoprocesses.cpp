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

/// Window and command line on the same folders and the same keychain.
class TestTwoProcesses : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<FakeKeychainSystem> m_keychain;
    std::unique_ptr<TokenServer> m_server;
    std::unique_ptr<SessionRig> m_window;
    std::unique_ptr<SessionRig> m_commandLine;

    std::unique_ptr<SessionRig> start()
    {
        return std::make_unique<SessionRig>(m_folder->path(), *m_keychain);
    }
    ProfileId saveProfile()
    {
        const ProfileId id = m_window->save(profileFor(*m_server));
        m_commandLine = start();
        return id;
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_keychain = std::make_unique<FakeKeychainSystem>();
        m_server = std::make_unique<TokenServer>();
        m_window = start();
    }
    void cleanup()
    {
        m_commandLine.reset();
        m_window.reset();
        m_server.reset();
    }

    void oneTokenForBoth()
    {
        const ProfileId id = saveProfile();
        QCOMPARE(text(m_window->token(id)), "token-1");
        QVERIFY(m_window->waitForCache());
        m_keychain->calls.clear();

        QCOMPARE(text(m_commandLine->token(id)), "token-1");

        QCOMPARE(m_server->count(), 1);
        // Only the key of the cache; the profile is not needed.
        QCOMPARE(m_keychain->calls, QList({ Call::Probe, Call::Read }));
        QVERIFY(!m_commandLine->state(id).profile);
    }

    void whatOneFetchesTheOtherShows()
    {
        const ProfileId id = saveProfile();
        QCOMPARE(text(m_window->token(id)), "token-1");
        QVERIFY(m_window->waitForCache());
        QCOMPARE(text(m_commandLine->token(id, demand(Mode::New))), "token-2");
        QVERIFY(m_commandLine->waitForCache());

        QCOMPARE(text(m_window->token(id)), "token-2");
        QCOMPARE(m_window->state(id).tokenSet->accessToken->view(), QByteArrayView("token-2"));
        QCOMPARE(m_server->count(), 2);
    }

    void forgottenByOneIsForgottenByBoth()
    {
        const ProfileId id = saveProfile();
        QCOMPARE(text(m_window->token(id)), "token-1");
        QVERIFY(m_window->waitForCache());
        m_commandLine->session().forget(id);
        QCOMPARE(text(m_window->token(id)), "token-2");
    }

    void editedByOneIsAskedAnewByTheOther()
    {
        const ProfileId id = saveProfile();
        QCOMPARE(text(m_commandLine->token(id)), "token-1");
        QVERIFY(m_commandLine->waitForCache());
        auto loaded = resultOf(m_window->profiles().load(id));
        loaded->profile.client.scope = u"more"_s;
        QCOMPARE(m_window->save(std::move(loaded).value()), id);
        QTRY_COMPARE(m_commandLine->listing(id).requestRevision, 2); // the index is watched
        QCOMPARE(text(m_commandLine->token(id)), "token-2");
        QVERIFY(m_server->request(1).body.contains("more"));
        QVERIFY(m_commandLine->waitForCache());
        QCOMPARE(text(m_window->token(id)), "token-2");
    }

    void bothFetchAtOnce()
    {
        const ProfileId id = saveProfile();
        auto here = m_window->session().token(id, {});
        auto there = m_commandLine->session().token(id, {});
        here->start();
        there->start();
        QTRY_VERIFY(here->isFinished() && there->isFinished());
        QVERIFY(here->result().ok() && there->result().ok());
        QVERIFY(m_window->waitForCache());
        QVERIFY(m_commandLine->waitForCache());
        QCOMPARE(m_server->count(), 2);
        // Whoever wrote last has the file. Should each have made a key, the one that was kept opens
        // it or one token is fetched again; from then on all agree.
        const auto third = start();
        const QByteArray kept = text(third->token(id));
        QVERIFY(third->waitForCache());
        for (SessionRig *process : { m_window.get(), m_commandLine.get() })
            QCOMPARE(text(process->token(id)), kept);
        QCOMPARE(text(start()->token(id)), kept);
        QVERIFY(m_server->count() <= 3);
    }

    void tracesOfBothAreKept()
    {
        const ProfileId first = saveProfile();
        const ProfileId second = m_commandLine->save(profileFor(*m_server, u"Second"_s));
        QCOMPARE(text(m_window->token(first)), "token-1");
        QCOMPARE(text(m_commandLine->token(second)), "token-2");
        QTRY_VERIFY(m_window->profiles().listing(second)); // it watches the index
        QTRY_COMPARE(m_window->listing(second).lastResult, u"ok"_s);
        QTRY_COMPARE(m_commandLine->listing(first).lastResult, u"ok"_s);
        const auto later = start();
        QCOMPARE(later->listing(first).lastResult, u"ok"_s);
        QCOMPARE(later->listing(second).lastResult, u"ok"_s);
    }
};

MINTMARK_TEST(tst_twoprocesses, TestTwoProcesses)
#include "tst_twoprocesses.moc"

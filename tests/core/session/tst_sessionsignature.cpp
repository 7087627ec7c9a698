// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "core/session/keyserver.h"
#include "core/session/sessionrig.h"
#include "demo/demoserver.h"
#include "profiles/demoprofiles.h"
#include "session/verdictinput.h"
#include "support/testmain.h"

#include <QTemporaryDir>

using namespace mintmark;
using namespace mintmark::test;
using namespace Qt::StringLiterals;

using Mode = TokenDemand::Mode;
using Step = SessionState::Step;

/// What TokenSession does about the signature of a token.
class TestSessionSignature : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<FakeKeychainSystem> m_keychain;
    std::unique_ptr<KeyServer> m_issuer;
    std::unique_ptr<TokenServer> m_server;
    std::unique_ptr<SessionRig> m_rig;

    ProfileId saveProfile(const QString &issuer, const QString &jwksUri = {})
    {
        LoadedProfile loaded = profileFor(*m_server);
        loaded.profile.issuer = issuer;
        loaded.profile.jwksUri = jwksUri;
        return m_rig->save(std::move(loaded));
    }
    void openAndWait(const ProfileId &id)
    {
        m_rig->session().open(id);
        QTRY_COMPARE(m_rig->state(id).step, Step::Idle);
    }
    SignatureStatus status(const ProfileId &id) { return m_rig->state(id).signature; }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_keychain = std::make_unique<FakeKeychainSystem>();
        m_issuer = std::make_unique<KeyServer>();
        m_server = std::make_unique<TokenServer>();
        m_server->handler = [this](const ServedRequest &) {
            return TokenServer::token(
                KeyServer::tokenOf(m_issuer->key, QByteArray::number(m_server->count())));
        };
        m_rig = std::make_unique<SessionRig>(m_folder->path(), *m_keychain);
    }
    void cleanup()
    {
        m_rig.reset();
        m_server.reset();
        m_issuer.reset();
    }

    void tokenFirstThenItsSignature()
    {
        const ProfileId id = saveProfile(m_issuer->issuer());
        openAndWait(id);
        QVERIFY(m_issuer->asked().isEmpty()); // no token, no keys
        QVERIFY(m_rig->token(id).ok());
        QCOMPARE(status(id), SignatureStatus::NotChecked);
        QVERIFY(!m_rig->state(id).signatureReason.isEmpty());
        QTRY_COMPARE(status(id), SignatureStatus::Valid);
        QCOMPARE(m_server->methods(), "POST");
        const SessionState &state = m_rig->state(id);
        QVERIFY(!state.lastError);
        QCOMPARE(state.signatureReason, QString());
        QCOMPARE(state.records.size(), 3);
        QCOMPARE(state.records[0].purpose, u"keys"_s);
        QCOMPARE(state.records[1].purpose, u"discovery"_s);
        QCOMPARE(state.records[2].purpose, u"token"_s);
        // ES256 · key AbCdEfGh… from 127.0.0.1
        const QString kid = QString::fromLatin1(m_issuer->key.keyId().first(8));
        QCOMPARE(verdictInput(state, false, m_rig->clock->nowMs()).signatureKey,
                 kid + u"… from 127.0.0.1"_s);
    }

    void nextTokenUsesTheKeysInMemory()
    {
        const ProfileId id = saveProfile({}, m_issuer->jwksUri());
        openAndWait(id);
        QVERIFY(m_rig->token(id).ok());
        QTRY_COMPARE(status(id), SignatureStatus::Valid);
        QVERIFY(m_rig->token(id, demand(Mode::New)).ok());
        QCOMPARE(status(id), SignatureStatus::Valid);
        QCOMPARE(m_issuer->asked(), QByteArrayList { "GET /jwks" });
        QCOMPARE(m_server->methods(), "POST POST");
    }

    void cachedTokenIsCheckedWhenOpened()
    {
        const ProfileId id = saveProfile({}, m_issuer->jwksUri());
        QVERIFY(m_rig->token(id).ok());
        QVERIFY(m_rig->waitForCache());
        QVERIFY(m_issuer->asked().isEmpty()); // a command line that prints it asks nobody
        m_rig = std::make_unique<SessionRig>(m_folder->path(), *m_keychain);
        openAndWait(id);
        QTRY_COMPARE(status(id), SignatureStatus::Valid);
        openAndWait(id);
        QCOMPARE(status(id), SignatureStatus::Valid);
        QCOMPARE(m_issuer->asked(), QByteArrayList { "GET /jwks" });
        QCOMPARE(m_server->count(), 1);
    }

    void nobodyIsAskedWithoutAnAddress()
    {
        const ProfileId id = saveProfile({});
        openAndWait(id);
        QVERIFY(m_rig->token(id).ok());
        openAndWait(id);
        QCOMPARE(status(id), SignatureStatus::NotChecked);
        QCOMPARE(m_rig->state(id).signatureReason, QString());
        QCOMPARE(m_rig->state(id).records.size(), 1);
        QVERIFY(m_issuer->asked().isEmpty());
        QCOMPARE(m_server->count(), 1);
    }

    void failureIsOnlyAReason()
    {
        m_issuer->answers.clear();
        const ProfileId id = saveProfile(m_issuer->issuer());
        openAndWait(id);
        QSignalSpy failed(&m_rig->session(), &TokenSession::failed);
        QVERIFY(m_rig->token(id).ok());
        QTRY_COMPARE(m_rig->state(id).signatureReason,
                     u"The issuer's keys could not be fetched. 127.0.0.1 refused the request."_s);
        QCOMPARE(status(id), SignatureStatus::NotChecked);
        QVERIFY(!m_rig->state(id).lastError);
        QCOMPARE(failed.size(), 0);
        QCOMPARE(m_issuer->asked().size(), 2);
    }

    void anotherAddressIsAnotherCheck()
    {
        const ProfileId id = saveProfile({}, m_issuer->jwksUri());
        openAndWait(id);
        QVERIFY(m_rig->token(id).ok());
        QTRY_COMPARE(status(id), SignatureStatus::Valid);
        Result<LoadedProfile> loaded = resultOf(m_rig->profiles().load(id));
        QVERIFY(loaded.ok());
        loaded->profile.jwksUri.clear();
        QCOMPARE(m_rig->save(std::move(loaded).value()), id);
        openAndWait(id);
        QCOMPARE(status(id), SignatureStatus::NotChecked);
        QVERIFY(m_rig->state(id).tokenSet);
    }

    /// What a newcomer sees first.
    void demoTokensAreVerified()
    {
        DemoServer demo(*m_rig->clock);
        QVERIFY(demo.start());
        const ProfileId id = m_rig->save(std::move(demoProfiles(demo.issuer()).front()),
                                         ProfileStore::Keep::ForSession);
        openAndWait(id);
        QVERIFY(m_rig->token(id).ok());
        QTRY_COMPARE(status(id), SignatureStatus::Valid);
        QCOMPARE(demo.tokenRequests(), 1);
        const VerdictInput input =
            verdictInput(m_rig->state(id), false, m_rig->clock->nowMs());
        const Verdict::Line line = verdictLines(input).last();
        QCOMPARE(line.text, u"Signature verified"_s);
        QVERIFY2(line.caption.startsWith(u"ES256 · key "_s), qPrintable(line.caption));
        QVERIFY2(line.caption.endsWith(u"… from 127.0.0.1"_s), qPrintable(line.caption));
    }

    void clearedWhileKeysAreFetched()
    {
        m_issuer->failWith(ServedAnswer::Fault::Silence);
        const ProfileId id = saveProfile({}, m_issuer->jwksUri());
        openAndWait(id);
        QVERIFY(m_rig->token(id).ok());
        QTRY_COMPARE(m_issuer->asked().size(), 1);
        m_rig->session().clearMemory();
        QCOMPARE(m_rig->state(id).signatureReason, QString());
        m_issuer->publish({ &m_issuer->key });
        openAndWait(id);
        QTRY_COMPARE(status(id), SignatureStatus::Valid);
    }
};

MINTMARK_TEST(tst_sessionsignature, TestSessionSignature)

#include "tst_sessionsignature.moc"

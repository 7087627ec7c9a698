// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "core/session/sessionrig.h"
#include "session/tokentraces.h"
#include "support/testmain.h"

#include <QTemporaryDir>

using namespace mintmark;
using namespace mintmark::test;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 nowMs = 1'741'597'924'000;

TokenSet tokenSet()
{
    TokenSet set;
    set.accessToken = shareSecret(SecretBytes("token"));
    set.expiresInS = 3600;
    set.sentAtMs = nowMs - 500;
    set.receivedAtMs = nowMs;
    return set;
}

} // namespace

class TestTokenTraces : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<QTemporaryDir> m_folder;
    FakeKeychainSystem m_keychain;
    TokenServer m_server;
    std::unique_ptr<SessionRig> m_rig;

    ProfileStore &store() { return m_rig->profiles(); }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_rig = std::make_unique<SessionRig>(m_folder->path(), m_keychain);
    }
    void cleanup() { m_rig.reset(); }

    void successIsTraced()
    {
        const ProfileId id = m_rig->save(profileFor(m_server));
        traceFetch(store(), id, tokenSet(), nowMs);
        const ProfileListing listing = m_rig->listing(id);
        QCOMPARE(listing.lastUsedMs, nowMs);
        QCOMPARE(listing.lastCheckedMs, nowMs);
        QCOMPARE(listing.lastResult, u"ok"_s);
        QCOMPARE(listing.tokenExpiresMs, nowMs - 500 + 3'600'000);
    }

    void failureIsTraced_data()
    {
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<QString>("result");
        QTest::newRow("refused") << ErrorCode::InvalidClient << u"refused"_s;
        QTest::newRow("an answer without a token") << ErrorCode::AnswerIsHtml << u"refused"_s;
        QTest::newRow("asked to wait") << ErrorCode::TooManyRequests << u"refused"_s;
        QTest::newRow("server fault") << ErrorCode::ServerFailed << u"refused"_s;
        QTest::newRow("no host") << ErrorCode::HostNotFound << u"no_answer"_s;
        QTest::newRow("certificate") << ErrorCode::TlsUntrusted << u"no_answer"_s;
        QTest::newRow("too slow") << ErrorCode::AnswerTimedOut << u"no_answer"_s;
        QTest::newRow("cancelled") << ErrorCode::Cancelled << QString();
        QTest::newRow("locked") << ErrorCode::KeychainLocked << QString();
        QTest::newRow("refused here") << ErrorCode::EndpointInsecure << QString();
    }
    void failureIsTraced()
    {
        QFETCH(ErrorCode, code);
        QFETCH(QString, result);
        const ProfileId id = m_rig->save(profileFor(m_server));
        traceToken(store(), id, tokenSet(), nowMs);
        traceFetch(store(), id, Error { code, {}, {} }, nowMs);
        const ProfileListing listing = m_rig->listing(id);
        QCOMPARE(listing.lastResult, result);
        QCOMPARE(listing.lastUsedMs.has_value(), !result.isEmpty());
        QCOMPARE(listing.lastCheckedMs.has_value(), !result.isEmpty());
        QVERIFY(listing.tokenExpiresMs); // the earlier token is kept
    }

    void useIsWrittenWhenItSaysSomething()
    {
        const ProfileId id = m_rig->save(profileFor(m_server));
        const ProfileId other = m_rig->save(profileFor(m_server, u"Other"_s));
        QSignalSpy changed(&store(), &ProfileStore::listingsChanged);
        traceUse(store(), id, nowMs);
        QCOMPARE(m_rig->listing(id).lastUsedMs, nowMs);
        QCOMPARE(changed.size(), 1);
        traceUse(store(), id, nowMs + 59'000);
        QCOMPARE(changed.size(), 1);
        traceUse(store(), other, nowMs + 59'000);
        QCOMPARE(m_rig->listing(other).lastUsedMs, nowMs + 59'000);
        traceUse(store(), id, nowMs + 59'500); // another one was in between
        QCOMPARE(m_rig->listing(id).lastUsedMs, nowMs + 59'500);
        traceUse(store(), id, nowMs + 59'500 + 60'000);
        QCOMPARE(m_rig->listing(id).lastUsedMs, nowMs + 119'500);
        traceUse(store(), id, nowMs); // the clock was set back
        QCOMPARE(m_rig->listing(id).lastUsedMs, nowMs);
        QCOMPARE(m_rig->listing(id).lastCheckedMs, std::nullopt);
    }

    void tokenComesAndGoes()
    {
        const ProfileId id = m_rig->save(profileFor(m_server));
        traceToken(store(), id, tokenSet(), nowMs);
        QCOMPARE(m_rig->listing(id).tokenExpiresMs, nowMs - 500 + 3'600'000);
        traceToken(store(), id, std::nullopt, nowMs);
        QCOMPARE(m_rig->listing(id).tokenExpiresMs, std::nullopt);
        QCOMPARE(m_rig->listing(id).lastUsedMs, std::nullopt);
    }

    void unknownProfileIsNoFault()
    {
        traceFetch(store(), QUuid::createUuid(), tokenSet(), nowMs);
        traceUse(store(), QUuid::createUuid(), nowMs);
        QVERIFY(store().listings().isEmpty());
    }
};

MINTMARK_TEST(tst_tokentraces, TestTokenTraces)
#include "tst_tokentraces.moc"

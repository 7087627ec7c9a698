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
    set.requestRevision = 1;
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
    FakeClock m_clock;
    std::unique_ptr<SessionRig> m_rig;
    std::unique_ptr<TokenTraces> m_traces;
    ProfileId m_id;

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_rig = std::make_unique<SessionRig>(m_folder->path(), m_keychain);
        m_clock.wall = nowMs;
        m_id = m_rig->save(profileFor(m_server));
        m_traces = std::make_unique<TokenTraces>(m_rig->profiles(), m_clock);
    }
    void cleanup()
    {
        m_traces.reset();
        m_rig.reset();
    }

    void successIsTraced()
    {
        m_traces->fetched(m_id, tokenSet());
        m_traces->flush();
        const ProfileListing listing = m_rig->listing(m_id);
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
        m_traces->changed(m_id, tokenSet());
        m_traces->fetched(m_id, Error { code, {}, {} });
        m_traces->flush();
        const ProfileListing listing = m_rig->listing(m_id);
        QCOMPARE(listing.lastResult, result);
        QCOMPARE(listing.lastUsedMs.has_value(), !result.isEmpty());
        QCOMPARE(listing.lastCheckedMs.has_value(), !result.isEmpty());
        QVERIFY(listing.tokenExpiresMs); // the earlier token is kept
    }

    void failureIsListedBeforeItIsWritten()
    {
        QSignalSpy listed(&m_rig->profiles(), &ProfileStore::listingsChanged);
        m_traces->fetched(m_id, Error { ErrorCode::HostNotFound, {}, {} });
        QCOMPARE(m_rig->listing(m_id).lastResult, u"no_answer"_s);
        QCOMPARE(listed.size(), 1);
        const auto written = [this] {
            QFile index(m_folder->filePath(u"config/mintmark/profiles.json"_s));
            return index.open(QIODevice::ReadOnly) && index.readAll().contains("no_answer");
        };
        QVERIFY(!written());
        m_traces->flush();
        QVERIFY(written());
        QCOMPARE(listed.size(), 1); // it was known
    }

    void useIsWrittenWhenItSaysSomething()
    {
        const ProfileId other = m_rig->save(profileFor(m_server, u"Other"_s));
        const auto use = [this](const ProfileId &id, qint64 atMs) {
            m_clock.wall = nowMs + atMs;
            m_traces->used(id);
            m_traces->flush();
            return m_rig->listing(id).lastUsedMs.value_or(0) - nowMs;
        };
        QCOMPARE(use(m_id, 0), 0);
        QCOMPARE(use(m_id, 59'000), 0);
        QCOMPARE(use(other, 59'000), 59'000);
        QCOMPARE(use(m_id, 59'500), 59'500); // another one was in between
        QCOMPARE(use(m_id, 119'499), 59'500);
        QCOMPARE(use(m_id, 119'500), 119'500);
        QCOMPARE(use(m_id, 1'000), 1'000); // the clock was set back
        QVERIFY(!m_rig->listing(m_id).lastCheckedMs);
    }

    void tokenComesAndGoes()
    {
        m_traces->changed(m_id, tokenSet());
        m_traces->flush();
        QCOMPARE(m_rig->listing(m_id).tokenExpiresMs, nowMs - 500 + 3'600'000);
        m_traces->changed(m_id, tokenSet());
        m_traces->changed(m_id, std::nullopt);
        m_traces->flush();
        QVERIFY(!m_rig->listing(m_id).tokenExpiresMs);
        QVERIFY(!m_rig->listing(m_id).lastUsedMs);
    }

    void tokenOfAnotherRequestIsNotOfThisOne()
    {
        TokenSet set = tokenSet();
        set.requestRevision = 7;
        m_traces->fetched(m_id, set);
        m_traces->flush();
        QVERIFY(!m_rig->listing(m_id).tokenExpiresMs);
        QCOMPARE(m_rig->listing(m_id).lastResult, u"ok"_s);
    }

    void manyAreWrittenAtOnceAndSoon()
    {
        const ProfileId other = m_rig->save(profileFor(m_server, u"Other"_s));
        const ProfileId inMemory =
            m_rig->save(profileFor(m_server, u"Session"_s), ProfileStore::Keep::ForSession);
        QSignalSpy changed(&m_rig->profiles(), &ProfileStore::listingsChanged);
        for (const ProfileId &id : { m_id, other, inMemory, QUuid::createUuid() })
            m_traces->fetched(id, tokenSet());
        QCOMPARE(changed.size(), 0); // whoever waits for the token does not wait for this
        QTRY_COMPARE(m_rig->listing(other).lastResult, u"ok"_s);
        QCOMPARE(m_rig->listing(m_id).lastResult, u"ok"_s);
        QCOMPARE(m_rig->listing(inMemory).lastResult, u"ok"_s);
        QCOMPARE(changed.size(), 2); // memory and disk
        QCOMPARE(m_rig->profiles().listings().size(), 3);
    }

    void theLastOnesAreNotLost()
    {
        m_traces->fetched(m_id, tokenSet());
        m_traces.reset();
        QCOMPARE(m_rig->listing(m_id).lastResult, u"ok"_s);
    }
};

MINTMARK_TEST(tst_tokentraces, TestTokenTraces)
#include "tst_tokentraces.moc"

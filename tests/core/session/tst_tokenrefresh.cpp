// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "core/session/flowrig.h"
#include "support/testmain.h"

#include <QDirIterator>
#include <QFile>

#include <algorithm>

using namespace mintmark;
using namespace mintmark::test;
using namespace Qt::StringLiterals;

using Mode = TokenDemand::Mode;

namespace {

ServedAnswer withRefreshToken(const QByteArray &token, const QByteArray &refreshToken)
{
    ServedAnswer answer = TokenServer::token(token);
    answer.body.chop(1);
    answer.body += ",\"refresh_token\":\"" + refreshToken + "\"}";
    return answer;
}

} // namespace

/// Renewal with the refresh token (RFC 6749 §6).
class TestTokenRefresh : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<FlowRig> m_rig;

    /// The first token comes with "r-1", then as `handler` has it. Through the whole session, so
    /// that what it keeps is what the next one finds.
    ProfileId first(RenewalPolicy policy = RenewalPolicy::RefreshToken)
    {
        const ProfileListing listing = m_rig->save(policy);
        m_rig->server.handler = [](const ServedRequest &) {
            return withRefreshToken("first", "r-1");
        };
        if (text(m_rig->session.token(listing.id)) != "first")
            qFatal("no first token");
        return listing.id;
    }
    QByteArray body(int index) const { return m_rig->server.request(index).body; }

private Q_SLOTS:
    void init() { m_rig = std::make_unique<FlowRig>(); }
    void cleanup() { m_rig.reset(); }

    void usesIt()
    {
        const ProfileId id = first();
        m_rig->server.handler = [](const ServedRequest &) { return TokenServer::token("second"); };
        QCOMPARE(text(m_rig->session.token(id, demand(Mode::Renew))), "second");
        QCOMPARE(m_rig->server.methods(), "POST POST");
        QCOMPARE(body(1),
                 R"({"grant_type":"refresh_token","refresh_token":"r-1","client_id":"id",)"
                 R"("client_secret":"s3cret-of-the-client"})");
        // Without a new one the old one stays in force.
        QCOMPARE(text(m_rig->session.token(id, demand(Mode::Renew))), "second");
        QVERIFY(body(2).contains("\"refresh_token\":\"r-1\""));
    }

    void rotates()
    {
        const ProfileId id = first();
        m_rig->server.handler = [](const ServedRequest &) {
            return withRefreshToken("second", "r-2");
        };
        QCOMPARE(text(m_rig->session.token(id, demand(Mode::Renew))), "second");
        QCOMPARE(text(m_rig->session.token(id, demand(Mode::Renew))), "second");
        QVERIFY(body(1).contains("r-1"));
        QVERIFY(body(2).contains("r-2"));
        QVERIFY(!body(2).contains("r-1"));
    }

    /// It outlives the access token, and the process: sealed, never in the clear.
    void outlivesTheToken()
    {
        const ProfileId id = first();
        QVERIFY(m_rig->session.waitForCache());
        QDirIterator files(m_rig->folder.path(), QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY2(!file.readAll().contains("r-1"), qPrintable(file.fileName()));
        }
        SessionRig next(m_rig->folder.path(), m_rig->keychain);
        next.clock->advance(2 * 3600 * qint64(1000));
        m_rig->server.handler = [](const ServedRequest &) { return TokenServer::token("second"); };
        QCOMPARE(text(next.token(id)), "second");
        QVERIFY(body(1).contains("\"refresh_token\":\"r-1\""));
    }

    void refusedOnceThenAskedAnew_data()
    {
        QTest::addColumn<bool>("answers");
        QTest::newRow("invalid_grant") << true;
        QTest::newRow("no answer") << false;
    }

    void refusedOnceThenAskedAnew()
    {
        QFETCH(const bool, answers);
        const ProfileId id = first();
        m_rig->server.handler = [answers](const ServedRequest &request) {
            if (!request.body.contains("\"grant_type\":\"refresh_token\""))
                return TokenServer::token("anew");
            ServedAnswer answer = TokenServer::refusal("invalid_grant");
            if (!answers)
                answer.fault = ServedAnswer::Fault::Close;
            return answer;
        };
        QCOMPARE(text(m_rig->session.token(id, demand(Mode::Renew))), "anew");
        QCOMPARE(m_rig->server.count(), 3);
        const QList<ExchangeRecord> records = m_rig->session.state(id).records;
        const auto refused = std::ranges::find(records, u"renewal"_s, &ExchangeRecord::purpose);
        QVERIFY(refused != records.end());
        QVERIFY(!refused->request.contains(u"r-1"_s));
        if (answers)
            QCOMPARE(refused->error->code, ErrorCode::RefreshRefused);
        // What was refused is gone: the next one asks at once.
        QCOMPARE(text(m_rig->session.token(id, demand(Mode::Renew))), "anew");
        QCOMPARE(m_rig->server.count(), 4);
        QVERIFY(!body(3).contains("refresh_token"));
    }

    /// Two processes want to renew at once: each refresh token is spent once, whoever comes first.
    void twoProcessesSpendEachOnce()
    {
        const ProfileId id = first();
        QVERIFY(m_rig->session.waitForCache());
        SessionRig other(m_rig->folder.path(), m_rig->keychain);
        QByteArrayList spent;
        m_rig->server.handler = [&spent](const ServedRequest &request) {
            const QByteArray token = request.body.sliced(request.body.indexOf("\"r-") + 1, 5);
            const QByteArray used = token.first(token.indexOf('"'));
            spent << used;
            const QByteArray number = QByteArray::number(used.sliced(2).toInt() + 1);
            ServedAnswer answer = withRefreshToken("token-" + number, "r-" + number);
            answer.delayMs = 5;
            return answer;
        };
        for (int round = 0; round < 10; ++round) {
            auto mine = m_rig->session.session().token(id, demand(Mode::Renew));
            auto theirs = other.session().token(id, demand(Mode::Renew));
            QSignalSpy mineDone(mine.get(), &Job::finished);
            QSignalSpy theirsDone(theirs.get(), &Job::finished);
            mine->start();
            theirs->start();
            QTRY_COMPARE(mineDone.size() + theirsDone.size(), 2);
            QVERIFY(mine->result().ok() && theirs->result().ok());
        }
        QCOMPARE(spent.size(), 20);
        QByteArrayList unique = spent;
        std::ranges::sort(unique);
        QVERIFY(std::ranges::adjacent_find(unique) == unique.end());
    }

    /// Who finds that the other has renewed already takes that token.
    void theOthersTokenWillDo()
    {
        const ProfileId id = first();
        QVERIFY(m_rig->session.waitForCache());
        SessionRig other(m_rig->folder.path(), m_rig->keychain);
        m_rig->server.handler = [](const ServedRequest &) {
            ServedAnswer answer = withRefreshToken("second", "r-2");
            answer.delayMs = 20;
            return answer;
        };
        other.clock->advance(2 * 3600 * qint64(1000));
        m_rig->session.clock->advance(2 * 3600 * qint64(1000));
        auto mine = m_rig->session.session().token(id, {});
        auto theirs = other.session().token(id, {});
        QSignalSpy mineDone(mine.get(), &Job::finished);
        QSignalSpy theirsDone(theirs.get(), &Job::finished);
        mine->start();
        theirs->start();
        QTRY_COMPARE(mineDone.size() + theirsDone.size(), 2);
        QCOMPARE(text(mine->result()), "second");
        QCOMPARE(text(theirs->result()), "second");
        QCOMPARE(m_rig->server.count(), 2);
    }

    void notByOtherPolicies()
    {
        const ProfileId id = first(RenewalPolicy::Repeat);
        QCOMPARE(text(m_rig->session.token(id, demand(Mode::Renew))), "first");
        QVERIFY(!body(1).contains("refresh_token"));
    }

    void notWhenANewOneIsWanted()
    {
        const ProfileId id = first();
        QCOMPARE(text(m_rig->session.token(id, demand(Mode::New))), "first");
        QVERIFY(!body(1).contains("refresh_token"));
    }
};

MINTMARK_TEST(tst_tokenrefresh, TestTokenRefresh)

#include "tst_tokenrefresh.moc"

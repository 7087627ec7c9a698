// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "core/session/flowrig.h"
#include "session/tokenflows.h"
#include "support/testmain.h"

using namespace mintmark;
using namespace mintmark::test;
using namespace Qt::StringLiterals;

using Mode = TokenDemand::Mode;
using Step = SessionState::Step;

namespace {

ServedAnswer silence()
{
    ServedAnswer answer;
    answer.fault = ServedAnswer::Fault::Silence;
    return answer;
}

} // namespace

class TestTokenFlows : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<FlowRig> m_rig;
    std::unique_ptr<TokenFlows> m_flows;

private Q_SLOTS:
    void init()
    {
        m_rig = std::make_unique<FlowRig>();
        m_flows = std::make_unique<TokenFlows>(m_rig->services());
    }
    void cleanup()
    {
        m_flows.reset();
        m_rig.reset();
    }

    void manyWaitForOneFlow()
    {
        const ProfileListing listing = m_rig->save();
        QSignalSpy began(m_flows.get(), &TokenFlows::began);
        QSignalSpy ended(m_flows.get(), &TokenFlows::ended);
        std::vector<std::unique_ptr<TokenAnswer>> answers;
        for (int i = 0; i < 20; ++i) {
            answers.push_back(
                m_flows->ask(listing.id, demand(i % 2 ? Mode::New : Mode::CachedOrNew)));
            answers.back()->start();
        }
        for (const auto &answer : answers) {
            QTRY_VERIFY(answer->isFinished());
            QCOMPARE(text(answer->result()), "token-1");
        }
        QCOMPARE(m_rig->server.count(), 1);
        QCOMPARE(began.size(), 1);
        QCOMPARE(ended.size(), 1);
    }

    void profilesDoNotWaitForEachOther()
    {
        const ProfileListing slow = m_rig->save();
        const ProfileListing quick =
            m_rig->session.listing(m_rig->session.save(profileFor(m_rig->server, u"Quick"_s)));
        m_rig->server.handler = [this](const ServedRequest &) {
            return m_rig->server.count() == 1 ? silence() : TokenServer::token("quick");
        };
        auto waiting = m_flows->ask(slow.id, {});
        waiting->start();
        QTRY_COMPARE(m_rig->server.count(), 1);
        QCOMPARE(text(resultOf<TokenSet>(m_flows->ask(quick.id, {}))), "quick");
        QVERIFY(!waiting->isFinished());
    }

    void joinedWhenAllWasDecided()
    {
        const ProfileListing listing = m_rig->save();
        m_rig->cache(listing, 3000);
        auto cached = m_flows->ask(listing.id, {});
        auto fresh = m_flows->ask(listing.id, demand(Mode::New));
        auto gone = m_flows->ask(listing.id, demand(Mode::New));
        // The cached token has been taken, but nobody was told yet.
        connect(m_flows.get(), &TokenFlows::cacheRead, this, [&] {
            fresh->start();
            gone->start();
        });
        connect(m_flows.get(), &TokenFlows::ended, this, [&] { gone->cancel(); });
        cached->start();
        QTRY_VERIFY(cached->isFinished());
        QTRY_VERIFY(fresh->isFinished());
        QTRY_VERIFY(gone->isFinished());
        QCOMPARE(text(cached->result()), "earlier");
        QCOMPARE(text(fresh->result()), "token-1");
        QCOMPARE(gone->result().error().code, ErrorCode::Cancelled);
        QCOMPARE(m_rig->server.count(), 1);
    }

    void lastToLeaveEndsIt()
    {
        const ProfileListing listing = m_rig->save();
        m_rig->server.handler = [](const ServedRequest &) { return silence(); };
        QSignalSpy steps(m_flows.get(), &TokenFlows::stepChanged);
        QSignalSpy ended(m_flows.get(), &TokenFlows::ended);
        QSignalSpy recorded(m_flows.get(), &TokenFlows::recorded);
        auto first = m_flows->ask(listing.id, {});
        auto second = m_flows->ask(listing.id, {});
        first->start();
        second->start();
        QTRY_COMPARE(m_rig->server.count(), 1);
        second->cancel();
        QCOMPARE(steps.last().at(1).value<Step>(), Step::Fetching);
        first->cancel();
        QCOMPARE(steps.last().at(1).value<Step>(), Step::Idle);
        QCOMPARE(recorded.size(), 1);
        QTRY_VERIFY(first->isFinished());
        QCOMPARE(ended.size(), 0);

        // Another one asks anew.
        m_rig->server.handler = [](const ServedRequest &) { return TokenServer::token("again"); };
        QCOMPARE(text(resultOf<TokenSet>(m_flows->ask(listing.id, {}))), "again");
    }

    void droppedAtOnce()
    {
        const ProfileListing listing = m_rig->save();
        m_rig->server.handler = [](const ServedRequest &) { return silence(); };
        auto first = m_flows->ask(listing.id, {});
        auto second = m_flows->ask(listing.id, {});
        first->start();
        second->start();
        QTRY_COMPARE(m_rig->server.count(), 1);
        m_flows->drop(listing.id);
        m_flows->drop(listing.id); // nothing there any more
        QTRY_VERIFY(first->isFinished() && second->isFinished());
        QCOMPARE(first->result().error().code, ErrorCode::Cancelled);
        QCOMPARE(second->result().error().code, ErrorCode::Cancelled);
    }

    void droppedFromWithin()
    {
        const ProfileListing listing = m_rig->save();
        connect(m_flows.get(), &TokenFlows::profileLoaded, this,
                [this](const ProfileId &id) { m_flows->drop(id); });
        const auto dropped = resultOf<TokenSet>(m_flows->ask(listing.id, {}));
        QCOMPARE(dropped.error().code, ErrorCode::Cancelled);
        QCOMPARE(m_rig->server.count(), 0);
    }

    void goingAwayEndsTheWait()
    {
        const ProfileListing listing = m_rig->save();
        m_rig->server.handler = [](const ServedRequest &) { return silence(); };
        auto answer = m_flows->ask(listing.id, {});
        answer->start();
        QTRY_COMPARE(m_rig->server.count(), 1);
        m_flows.reset();
        QTRY_VERIFY(answer->isFinished());
        QCOMPARE(answer->result().error().code, ErrorCode::Cancelled);
    }

    void unknownOrDeletedProfile()
    {
        const ProfileId nobody = QUuid::createUuid();
        QCOMPARE(resultOf<TokenSet>(m_flows->ask(nobody, {})).error().code,
                 ErrorCode::NoSuchProfile);
        const ProfileListing listing = m_rig->save();
        m_rig->cache(listing, 3000);
        QVERIFY(m_rig->session.profiles().remove(listing.id).ok());
        QCOMPARE(resultOf<TokenSet>(m_flows->ask(listing.id, {})).error().code,
                 ErrorCode::NoSuchProfile);
    }
};

MINTMARK_TEST(tst_tokenflows, TestTokenFlows)
#include "tst_tokenflows.moc"

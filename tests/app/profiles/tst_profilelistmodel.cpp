// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/profiles/profilelistmodel.h"
#include "listings.h"
#include "support/fakeclock.h"
#include "support/testmain.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QSignalSpy>

using namespace mintmark;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 second = 1000;
constexpr qint64 minute = 60 * second;
constexpr qint64 hour = 60 * minute;

QStringList titles(const ProfileListModel &model, const QModelIndex &parent = {})
{
    QStringList result;
    for (int row = 0; row < model.rowCount(parent); ++row)
        result << model.index(row, 0, parent).data().toString();
    return result;
}

} // namespace

class TestProfileListModel : public QObject
{
    Q_OBJECT
private:
    test::FakeClock m_clock;

private Q_SLOTS:
    void keepsTheRulesOfModels()
    {
        ProfileListModel model(m_clock);
        const QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        QList<ProfileListing> all = test::manyListings(40);
        model.setListings(all);
        all[7].lastUsedMs = m_clock.nowMs();
        all[9].pinned = true;
        all[9].tokenExpiresMs = m_clock.nowMs() + hour;
        model.setListings(all);
        model.setSearch(u"pay"_s);
        model.setFilter(ProfileFilter::Live);
        model.setRowState(all[1].id, { .noSecret = true });
        model.setFilter(ProfileFilter::NeedsSecret);
        model.setSearch({});
        model.setRowState(all[1].id, {});
        QCOMPARE(model.rowCount(), 0);
        model.setFilter(ProfileFilter::All);
        m_clock.advance(2 * hour);
        model.tick();
        all.removeFirst();
        model.setListings(all);
        model.setListings({});
        QCOMPARE(model.rowCount(), 0);
    }

    void sections()
    {
        ProfileListModel model(m_clock);
        QList<ProfileListing> all = test::manyListings(10);
        all[3].lastUsedMs = 1;
        all[5].pinned = true;
        model.setListings(all);
        QCOMPARE(
            titles(model),
            (QStringList { u"Recent"_s, u"Pinned"_s, u"Customer 0000"_s, u"Customer 0001"_s }));
        QCOMPARE(titles(model, model.index(0, 0)),
                 (QStringList { u"Customer 0000 · Payments Out"_s }));
        QCOMPARE(titles(model, model.index(2, 0)),
                 (QStringList { u"Accounting"_s, u"Consumer API"_s, u"Intacct"_s, u"Payments Out"_s,
                                u"Provider API"_s }));
        QVERIFY(!model.flags(model.index(0, 0)).testFlag(Qt::ItemIsSelectable));
        QCOMPARE(model.places(all[3].id).size(), 2);
    }

    void searchingMakesItFlat()
    {
        ProfileListModel model(m_clock);
        model.setListings(test::manyListings(10));
        model.setSearch(u"0001 pay"_s);
        QVERIFY(model.isFlat());
        QCOMPARE(titles(model), (QStringList { u"Customer 0001 · Payments Out"_s }));
        QVERIFY(!model.isSection(model.index(0, 0)));
        model.setSearch({});
        QVERIFY(!model.isFlat());
        QCOMPARE(model.rowCount(), 2);
    }

    void otherHitsInTheSameRowsAreTold()
    {
        ProfileListModel model(m_clock);
        model.setListings(test::manyListings(10));
        model.setSearch(u"pay"_s);
        const QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        model.setSearch(u"paym"_s);
        QCOMPARE(changed.size(), 1);
    }

    void tickTellsOnlyOfRowsWhoseTextChanged()
    {
        QList<ProfileListing> all = test::manyListings(10);
        all[0].tokenExpiresMs = m_clock.nowMs() + 5 * hour + 30 * second;
        all[6].tokenExpiresMs = m_clock.nowMs() + 8 * minute;
        ProfileListModel model(m_clock);
        model.setListings(all);
        const QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        m_clock.advance(1 * second);
        model.tick(); // 5 h 00 stays, 8:00 becomes 7:59
        QCOMPARE(changed.size(), 1);
        QCOMPARE(model.profileId(changed[0][0].toModelIndex()), all[6].id);
        model.tick();
        QCOMPARE(changed.size(), 1);
        m_clock.advance(30 * second);
        model.tick(); // 4 h 59 and 7:29
        QCOMPARE(changed.size(), 3);
    }

    void tickTellsOfEveryPlace()
    {
        QList<ProfileListing> all = test::manyListings(10);
        all[6].tokenExpiresMs = m_clock.nowMs() + 8 * minute;
        all[6].lastUsedMs = 1;
        all[6].pinned = true;
        ProfileListModel model(m_clock);
        model.setListings(all);
        const QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        m_clock.advance(1 * second);
        model.tick();
        QCOMPARE(changed.size(), 3);
    }

    void tickingEndsWithTheLastToken()
    {
        QList<ProfileListing> all = test::manyListings(10);
        ProfileListModel model(m_clock);
        const QSignalSpy ticking(&model, &ProfileListModel::tickingChanged);
        model.setListings(all);
        QVERIFY(!model.hasTickingChip());
        all[2].tokenExpiresMs = m_clock.nowMs() + minute;
        model.setListings(all);
        QVERIFY(model.hasTickingChip());
        QCOMPARE(model.counts().live, 1);
        m_clock.advance(minute);
        model.tick();
        QVERIFY(!model.hasTickingChip());
        QCOMPARE(model.counts().live, 0);
        QCOMPARE(ticking.size(), 2);
    }

    void expiredLeavesTheFilterOfLive()
    {
        QList<ProfileListing> all = test::manyListings(10);
        all[2].tokenExpiresMs = m_clock.nowMs() + minute;
        all[4].tokenExpiresMs = m_clock.nowMs() + hour;
        ProfileListModel model(m_clock);
        model.setListings(all);
        model.setFilter(ProfileFilter::Live);
        QCOMPARE(model.rowCount(), 2);
        m_clock.advance(minute);
        model.tick();
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.profileId(model.index(0, 0)), all[4].id);
    }

    void tracesOfUseDoNotRebuild()
    {
        QList<ProfileListing> all = test::manyListings(10);
        all[2].lastUsedMs = 5;
        ProfileListModel model(m_clock);
        model.setListings(all);
        const QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        const QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        all[2].lastUsedMs = 6;
        all[2].lastResult = u"refused"_s;
        model.setListings(all);
        QCOMPARE(reset.size(), 0);
        QCOMPARE(changed.size(), 2); // recent and its customer
        QCOMPARE(model.counts().failing, 1);
    }

    void stateComesBeforeListing()
    {
        const QList<ProfileListing> all = test::manyListings(5);
        ProfileListModel model(m_clock);
        model.setRowState(all[1].id, { .noSecret = true });
        model.setListings(all);
        QCOMPARE(model.counts().needsSecret, 1);
        QCOMPARE(model.chip(model.places(all[1].id).first()).kind, RowChip::Kind::NoSecret);
    }

    void findsByClientIdOnceKnown()
    {
        const QList<ProfileListing> all = test::manyListings(10);
        ProfileListModel model(m_clock);
        model.setListings(all);
        model.setSearch(u"k1jq0"_s);
        QCOMPARE(model.rowCount(), 0);
        model.setClientId(all[8].id, u"k1Jq0vWcYxM8"_s);
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.profileId(model.index(0, 0)), all[8].id);
    }

    void unsafeNamesAreShownEscaped()
    {
        ProfileListModel model(m_clock);
        model.setListings({ test::listing(0, u"Ac\u202Eme"_s, u"A\u200BPI"_s) });
        QCOMPARE(titles(model), QStringList { u"Ac\\u{202E}me"_s });
        QCOMPARE(titles(model, model.index(0, 0)), QStringList { u"A\\u{200B}PI"_s });
    }

    void spokenWords()
    {
        QList<ProfileListing> all { test::listing(0, u"Acme"_s, u"Payments"_s) };
        all[0].tokenExpiresMs = m_clock.nowMs() + 42 * minute;
        ProfileListModel model(m_clock);
        model.setListings(all);
        QCOMPARE(model.index(0, 0, model.index(0, 0)).data(Qt::AccessibleTextRole).toString(),
                 u"Acme · Payments, Sandbox, live, 42 min left"_s);
    }

    /// Printed, not judged: the machine may be busy.
    void tenThousand()
    {
        QList<ProfileListing> all = test::manyListings(10'000);
        for (int i = 0; i < 200; ++i)
            all[i * 50].tokenExpiresMs = m_clock.nowMs() + i * minute;
        ProfileListModel model(m_clock);
        QElapsedTimer timer;
        const auto say = [&timer](const char *what) {
            qInfo("10,000 profiles: %s %.2f ms", what, double(timer.nsecsElapsed()) / 1e6);
        };
        timer.start();
        model.setListings(all);
        say("listed in");
        timer.start();
        model.setSearch(u"c"_s);
        say("first key");
        QCOMPARE(model.rowCount(), 10'000);
        timer.start();
        model.setSearch(u"customer 19 pay"_s);
        say("last key of 'customer 19 pay'");
        QVERIFY(model.rowCount() > 50);
        timer.start();
        model.setSearch({});
        say("search emptied in");
        timer.start();
        m_clock.advance(second);
        model.tick();
        say("tick with 200 tokens");
    }
};

MINTMARK_TEST(tst_profilelistmodel, TestProfileListModel)
#include "tst_profilelistmodel.moc"

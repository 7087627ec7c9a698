// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/profiles/listsections.h"
#include "listings.h"
#include "support/testmain.h"

using namespace mintmark;
using namespace Qt::StringLiterals;

namespace {

/// "recent: 3 1 2"
QStringList described(const QList<ProfileListing> &listings)
{
    QStringList result;
    for (const ListSection &section : listSections(listings)) {
        QStringList rows;
        for (const int row : section.rows)
            rows << QString::number(row);
        result << u"%1: %2"_s.arg(section.key(), rows.join(u' '));
    }
    return result;
}

} // namespace

class TestListSections : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void customersInOrder()
    {
        const QList<ProfileListing> all { test::listing(0, {}, u"loose"_s),
                                          test::listing(1, u"acme"_s, u"A"_s),
                                          test::listing(2, u"Acme"_s, u"B"_s),
                                          test::listing(3, u"Globex"_s, u"A"_s) };
        QCOMPARE(
            described(all),
            (QStringList { u"customer:acme: 1 2"_s, u"customer:globex: 3"_s, u"customer:: 0"_s }));
    }

    void recentAreTheThreeUsedLast()
    {
        QList<ProfileListing> all = test::manyListings(5);
        for (int i = 1; i < 5; ++i)
            all[i].lastUsedMs = 1000 * ((i * 3) % 5); // 1: 3000, 2: 1000, 3: 4000, 4: 2000
        QCOMPARE(described(all).first(), u"recent: 3 1 4"_s);
    }

    void recentNeedsMoreThanThree()
    {
        QList<ProfileListing> all = test::manyListings(3);
        all[1].lastUsedMs = 1;
        QCOMPARE(described(all), (QStringList { u"customer:customer 0000: 0 1 2"_s }));
    }

    void pinnedAfterRecent()
    {
        QList<ProfileListing> all = test::manyListings(10);
        all[7].lastUsedMs = 1;
        all[7].pinned = true;
        all[2].pinned = true;
        QCOMPARE(
            described(all),
            (QStringList { u"recent: 7"_s, u"pinned: 2 7"_s, u"customer:customer 0000: 0 1 2 3 4"_s,
                           u"customer:customer 0001: 5 6 7 8 9"_s }));
    }

    void nothing() { QCOMPARE(listSections({}), QList<ListSection>()); }
};

MINTMARK_TEST(tst_listsections, TestListSections)
#include "tst_listsections.moc"

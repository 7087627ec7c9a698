// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "profiles/listingtable.h"

#include "support/testmain.h"

using namespace mintmark;
using namespace Qt::StringLiterals;

namespace {

ProfileListing listing(const QString &customer, const QString &name,
                       Environment environment = Environment::None)
{
    ProfileListing result;
    result.id = QUuid::createUuidV5(QUuid(), customer + name + wireName(environment));
    result.customer = customer;
    result.name = name;
    result.environment = environment;
    return result;
}

} // namespace

class TestListingTable : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void sortsByCustomerNameEnvironment()
    {
        const ProfileListing a = listing(u"acme"_s, u"Beta"_s, Environment::Production);
        const ProfileListing b = listing(u"Acme"_s, u"beta"_s, Environment::Sandbox);
        const ProfileListing c = listing(u"ACME"_s, u"gamma"_s);
        const ProfileListing d = listing(u"Globex"_s, u"alpha"_s);
        const ProfileListing none = listing({}, u"zeta"_s);
        const QList<ProfileListing> sorted { none, a, b, c, d };
        QList<ProfileListing> order { a, b, c, d, none };
        do {
            ListingTable table;
            QVERIFY(table.setDisk(order));
            QCOMPARE(table.live(), sorted);
        } while (std::next_permutation(order.begin(), order.end(),
                                       [](const auto &x, const auto &y) { return x.id < y.id; }));
    }

    void tellsWhetherSomethingChanged()
    {
        ListingTable table;
        const QList<ProfileListing> one { listing(u"a"_s, u"b"_s) };
        QVERIFY(!table.setDisk({}));
        QVERIFY(table.setDisk(one));
        QVERIFY(!table.setDisk(one));
        QVERIFY(!table.setMemory({}));
    }

    void memoryHidesTheSameIdOnDisk()
    {
        ListingTable table;
        const ProfileListing stored = listing(u"a"_s, u"b"_s);
        ProfileListing kept = stored;
        kept.inMemory = true;
        kept.name = u"c"_s;
        table.setDisk({ stored, listing(u"x"_s, u"y"_s) });
        table.setMemory({ kept });
        QCOMPARE(table.live(), (QList { kept, listing(u"x"_s, u"y"_s) }));
        QCOMPARE(*table.find(stored.id), kept);
        table.setMemory({});
        QCOMPARE(*table.find(stored.id), stored);
    }

    void separatesTheDeleted()
    {
        ListingTable table;
        ProfileListing deleted = listing(u"a"_s, u"b"_s);
        deleted.deletedAtMs = 1;
        const ProfileListing live = listing(u"c"_s, u"d"_s);
        table.setDisk({ deleted, live });
        QCOMPARE(table.live(), QList { live });
        QCOMPARE(table.deleted(), QList { deleted });
        QCOMPARE(*table.find(deleted.id), deleted);
        QCOMPARE(table.find(QUuid::createUuid()), nullptr);
    }

    void findsRivals()
    {
        ProfileListing a = listing(u"Acme"_s, u"Payments Out"_s, Environment::Test);
        a.alias = u"po"_s;
        ProfileListing sameName = listing(u"acme"_s, u"payments-out"_s, Environment::Test);
        sameName.id = QUuid::createUuid();
        ProfileListing sameAlias = listing(u"x"_s, u"y"_s);
        sameAlias.alias = u"PO"_s;
        QCOMPARE(findRival({ a }, a), nullptr);
        QVERIFY(findRival({ a }, sameName) != nullptr);
        QVERIFY(findRival({ a }, sameAlias) != nullptr);
        a.deletedAtMs = 1;
        QCOMPARE(findRival({ a }, sameName), nullptr);
    }

    void tenThousandAreSortedInTime()
    {
        QList<ProfileListing> many;
        for (int i = 0; i < 10'000; ++i)
            many << listing(u"Customer %1"_s.arg(i * 7919 % 500), u"API %1"_s.arg(i));
        ListingTable table;
        QBENCHMARK
        {
            table.setDisk({});
            QVERIFY(table.setDisk(many));
        }
    }
};

MINTMARK_TEST(tst_listingtable, TestListingTable)
#include "tst_listingtable.moc"

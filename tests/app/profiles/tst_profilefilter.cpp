// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/profiles/profilefilter.h"
#include "listings.h"
#include "support/testmain.h"

using namespace mintmark;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 now = 1'741'597'924'000;

struct Sample
{
    ProfileListing listing;
    RowState state;
};

/// 0: live production, 1: expired, 2: refused, 3: no answer but live, 4: production without secret
QList<Sample> samples()
{
    QList<Sample> all;
    for (int i = 0; i < 5; ++i)
        all.append({ test::listing(i, u"Acme"_s, u"API %1"_s.arg(i)), {} });
    all[0].listing.environment = Environment::Production;
    all[0].listing.tokenExpiresMs = now + 1;
    all[1].listing.tokenExpiresMs = now;
    all[2].listing.lastResult = u"refused"_s;
    all[3].listing.lastResult = u"no_answer"_s;
    all[3].listing.tokenExpiresMs = now + 1000;
    all[4].listing.environment = Environment::Production;
    all[4].state.noSecret = true;
    return all;
}

} // namespace

class TestProfileFilter : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void passing_data()
    {
        QTest::addColumn<int>("filter");
        QTest::addColumn<QList<int>>("expected");
        const auto number = [](ProfileFilter filter) { return static_cast<int>(filter); };
        QTest::newRow("all") << number(ProfileFilter::All) << QList<int> { 0, 1, 2, 3, 4 };
        QTest::newRow("live") << number(ProfileFilter::Live) << QList<int> { 0, 3 };
        QTest::newRow("production") << number(ProfileFilter::Production) << QList<int> { 0, 4 };
        QTest::newRow("failing") << number(ProfileFilter::Failing) << QList<int> { 2, 3 };
        QTest::newRow("needs a secret") << number(ProfileFilter::NeedsSecret) << QList<int> { 4 };
    }
    void passing()
    {
        QFETCH(int, filter);
        const QList<Sample> all = samples();
        QList<int> found;
        for (int i = 0; i < all.size(); ++i) {
            if (passes(ProfileFilter(filter), all[i].listing, all[i].state, now))
                found << i;
        }
        QTEST(found, "expected");
    }

    void counts()
    {
        FilterCounts counts;
        const QList<Sample> all = samples();
        for (const Sample &sample : all)
            counts.add(sample.listing, sample.state, now);
        QCOMPARE(counts, (FilterCounts { 5, 2, 2, 1 }));
        counts.add(all[3].listing, all[3].state, now, -1);
        QCOMPARE(counts, (FilterCounts { 4, 1, 1, 1 }));
    }

    void chips()
    {
        const auto words = [](const FilterCounts &counts) {
            QStringList result;
            for (const FilterChoice &choice : filterChoices(counts))
                result << (choice.count < 0 ? choice.name
                                            : choice.name + u' ' + QString::number(choice.count));
            return result;
        };
        QCOMPARE(words({ 212, 4, 2, 60 }),
                 (QStringList { u"All 212"_s, u"Live 4"_s, u"Production"_s, u"Failing 2"_s,
                                u"Needs a secret 60"_s }));
        QCOMPARE(words({ 3, 0, 0, 0 }), (QStringList { u"All 3"_s, u"Live 0"_s, u"Production"_s }));
    }

    void chipsAreFilters()
    {
        for (const auto filter :
             { ProfileFilter::All, ProfileFilter::Live, ProfileFilter::Production,
               ProfileFilter::Failing, ProfileFilter::NeedsSecret })
            QCOMPARE(filterOfChip(filterChipId(filter)), filter);
        QCOMPARE(filterOfChip(u"something else"_s), ProfileFilter::All);
    }
};

MINTMARK_TEST(tst_profilefilter, TestProfileFilter)
#include "tst_profilefilter.moc"

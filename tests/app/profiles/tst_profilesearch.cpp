// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/profiles/profilesearch.h"
#include "listings.h"
#include "support/testmain.h"

using namespace mintmark;
using namespace Qt::StringLiterals;

namespace {

QList<ProfileListing> someProfiles()
{
    using enum Environment;
    QList<ProfileListing> all {
        test::listing(0, u"Acme"_s, u"Payments Out"_s, Production),
        test::listing(1, u"Acme"_s, u"Payments Out"_s, Sandbox),
        test::listing(2, u"Acme"_s, u"Provider API"_s, Sandbox),
        test::listing(3, u"Globex"_s, u"Intacct"_s, Production),
        test::listing(4, u"Globex"_s, u"Repay Portal"_s, Test),
        test::listing(5, u"Müller & Söhne"_s, u"Lohn"_s, Development),
        test::listing(6, u"Pay Here"_s, u"Acme bridge"_s, Test),
        test::listing(7, u"Zeta"_s, u"Live sandboxes"_s, Production),
    };
    all[3].alias = u"gx"_s;
    return all;
}

QList<SearchText> textsOf(const QList<ProfileListing> &listings)
{
    QList<SearchText> texts;
    for (const ProfileListing &listing : listings)
        texts << searchTextOf(listing);
    return texts;
}

} // namespace

class TestProfileSearch : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void finds_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QList<int>>("found"); // best first
        QTest::newRow("customer") << u"globex"_s << QList<int> { 3, 4 };
        QTest::newRow("case") << u"GLOBEX"_s << QList<int> { 3, 4 };
        QTest::newRow("middle of a word") << u"lobe"_s << QList<int> { 3, 4 };
        QTest::newRow("words of different parts") << u"acme prov"_s << QList<int> { 2 };
        QTest::newRow("any order") << u"prov acme"_s << QList<int> { 2 };
        QTest::newRow("all words must be there") << u"globex payments"_s << QList<int> {};
        QTest::newRow("environment") << u"acme sandbox"_s << QList<int> { 1, 2 };
        QTest::newRow("environment's tag") << u"acme sbx"_s << QList<int> { 1, 2 };
        QTest::newRow("environment's beginning") << u"acme pay prod"_s << QList<int> { 0 };
        QTest::newRow("name before environment") << u"sandbox"_s << QList<int> { 7, 1, 2 };
        QTest::newRow("alias") << u"gx"_s << QList<int> { 3 };
        // A whole word, then a beginning, then the middle of one.
        QTest::newRow("best first") << u"pay"_s << QList<int> { 6, 0, 1, 4 };
        QTest::newRow("whole customer before word") << u"acme"_s << QList<int> { 0, 1, 2, 6 };
        QTest::newRow("accents need not be typed") << u"muller sohne"_s << QList<int> { 5 };
        QTest::newRow("but may be") << u"Müller"_s << QList<int> { 5 };
        QTest::newRow("the command line's name")
            << u"acme/payments-out@sandbox"_s << QList<int> { 1 };
        QTest::newRow("the window's name") << u"Acme · Payments Out"_s << QList<int> { 0, 1 };
        QTest::newRow("nothing") << u"umbrella"_s << QList<int> {};
    }
    void finds()
    {
        QFETCH(QString, query);
        const QList<SearchText> texts = textsOf(someProfiles());
        QTEST(searchProfiles(texts, SearchQuery(query)), "found");
    }

    void separatorsAreNoWords()
    {
        QVERIFY(SearchQuery(u" - / \t").isEmpty());
        QCOMPARE(SearchQuery(u"a/b-c@d e · E").words(),
                 (QStringList { u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s }));
    }

    void usedLastComesFirstAmongEquals()
    {
        QList<ProfileListing> all = someProfiles();
        all[1].lastUsedMs = 2000;
        all[0].lastUsedMs = 1000;
        QCOMPARE(searchProfiles(textsOf(all), SearchQuery(u"acme pay")), (QList<int> { 1, 0, 6 }));
    }

    void findsClientIds()
    {
        const auto listing = test::listing(0, u"Acme"_s, u"Payments"_s);
        const SearchText unknown = searchTextOf(listing);
        const SearchText known = searchTextOf(listing, u"k1Jq0vWcYxM8sBt2Zr7LdPqE"_s);
        QCOMPARE(searchScore(unknown, SearchQuery(u"k1Jq0")), 0);
        QVERIFY(searchScore(known, SearchQuery(u"k1jq0")) > 0);
        QVERIFY(searchScore(known, SearchQuery(u"LdPqE")) > 0);
        // Two letters say nothing.
        QCOMPARE(searchScore(known, SearchQuery(u"Zr")), 0);
    }

    void hits_data()
    {
        QTest::addColumn<QString>("shown");
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("marked"); // hits in brackets
        QTest::newRow("none") << u"Acme"_s << u"globex"_s << u"Acme"_s;
        QTest::newRow("one") << u"Acme · Payments Out"_s << u"pay"_s << u"Acme · [Pay]ments Out"_s;
        QTest::newRow("several") << u"Acme · Payments Out"_s << u"out acm"_s
                                 << u"[Acm]e · Payments [Out]"_s;
        QTest::newRow("beginnings of words only")
            << u"Repay · Pay"_s << u"pay"_s << u"Repay · [Pay]"_s;
        QTest::newRow("middles where there is nothing else")
            << u"Globex"_s << u"lob"_s << u"G[lob]ex"_s;
        QTest::newRow("overlapping") << u"Payments"_s << u"pay paym"_s << u"[Paym]ents"_s;
        QTest::newRow("accents") << u"Søren Müller"_s << u"muller"_s << u"Søren [Müller]"_s;
    }
    void hits()
    {
        QFETCH(QString, shown);
        QFETCH(QString, query);
        QString marked = shown;
        const QList<TextRange> hits = searchHits(shown, SearchQuery(query));
        for (auto hit = hits.crbegin(); hit != hits.crend(); ++hit) {
            marked.insert(hit->start + hit->length, u']');
            marked.insert(hit->start, u'[');
        }
        QTEST(marked, "marked");
    }

    void foldingKeepsPositions()
    {
        const QString text = u"Ế ß ﬁ Ü \U0001F600 İ"_s;
        QCOMPARE(foldedText(text).size(), text.size());
        QCOMPARE(foldedText(u"Ế"), u"e"_s);
    }
};

MINTMARK_TEST(tst_profilesearch, TestProfileSearch)
#include "tst_profilesearch.moc"

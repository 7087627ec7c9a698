// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "core/session/sessionexamples.h"
#include "core/session/timezone.h"
#include "session/timetext.h"
#include "support/testmain.h"

#include <limits>

using namespace mintmark;
using namespace mintmark::test;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 most = std::numeric_limits<qint64>::max();
constexpr qint64 least = std::numeric_limits<qint64>::min();
constexpr qint64 utcMs(qint64 seconds)
{
    return seconds * 1000;
}

} // namespace

class TestTimeText : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void durations_data();
    void durations();
    void elapsed_data();
    void elapsed();
    void ignoresTheSign();
    void moments_data();
    void moments();
    void sameDurationThroughAClockChange();
    void relative_data();
    void relative();
};

void TestTimeText::durations_data()
{
    QTest::addColumn<qint64>("ms");
    QTest::addColumn<QString>("duration");
    QTest::addColumn<QString>("coarse");
    QTest::addColumn<QString>("lifetime");
    QTest::addColumn<QString>("rough");
    QTest::addColumn<QString>("chip");
    const auto row = [](const char *name, qint64 ms, const QString &duration, const QString &coarse,
                        const QString &lifetime, const QString &rough, const QString &chip) {
        QTest::newRow(name) << ms << duration << coarse << lifetime << rough << chip;
    };
    row("nothing", 0, u"0 s"_s, u"0 s"_s, u"0 s"_s, u"0 s"_s, u"0:00"_s);
    row("almost 1 s", 999, u"0 s"_s, u"0 s"_s, u"0 s"_s, u"0 s"_s, u"0:00"_s);
    row("58 s", 58'999, u"58 s"_s, u"58 s"_s, u"58 s"_s, u"58 s"_s, u"0:58"_s);
    row("1 min", minuteMs, u"1 min 0 s"_s, u"1 min"_s, u"1 min"_s, u"1 min"_s, u"1:00"_s);
    row("3:58", 238'999, u"3 min 58 s"_s, u"3 min"_s, u"3 min 58 s"_s, u"3 min"_s, u"3:58"_s);
    row("9:59", 10 * minuteMs - 1, u"9 min 59 s"_s, u"9 min"_s, u"9 min 59 s"_s, u"9 min"_s,
        u"9:59"_s);
    row("10 min", 10 * minuteMs, u"10 min 0 s"_s, u"10 min"_s, u"10 min"_s, u"10 min"_s,
        u"10 min"_s);
    row("42 min 10 s", 42 * minuteMs + 10 * secondMs, u"42 min 10 s"_s, u"42 min"_s,
        u"42 min 10 s"_s, u"42 min"_s, u"42 min"_s);
    row("almost 1 h", hourMs - 1, u"59 min 59 s"_s, u"59 min"_s, u"59 min 59 s"_s, u"59 min"_s,
        u"59 min"_s);
    row("1 h", hourMs, u"1 h 0 min"_s, u"1 h 0 min"_s, u"1 h"_s, u"1 h"_s, u"1 h 00"_s);
    row("1 h 30 min", 90 * minuteMs, u"1 h 30 min"_s, u"1 h 30 min"_s, u"1 h 30 min"_s, u"1 h"_s,
        u"1 h 30"_s);
    row("7 h 42 min", 7 * hourMs + 43 * minuteMs - 1, u"7 h 42 min"_s, u"7 h 42 min"_s,
        u"7 h 42 min"_s, u"7 h"_s, u"7 h 42"_s);
    row("8 h", 8 * hourMs, u"8 h 0 min"_s, u"8 h 0 min"_s, u"8 h"_s, u"8 h"_s, u"8 h 00"_s);
    row("almost 48 h", 2 * dayMs - 1, u"47 h 59 min"_s, u"47 h 59 min"_s, u"47 h 59 min"_s,
        u"47 h"_s, u"47 h 59"_s);
    row("48 h", 2 * dayMs, u"2 d 0 h"_s, u"2 d 0 h"_s, u"2 d"_s, u"2 d"_s, u"2 d"_s);
    row("3 d 4 h", 3 * dayMs + 5 * hourMs - 1, u"3 d 4 h"_s, u"3 d 4 h"_s, u"3 d 4 h"_s, u"3 d"_s,
        u"3 d"_s);
    row("10 years", 3'652 * dayMs, u"3652 d 0 h"_s, u"3652 d 0 h"_s, u"3652 d"_s, u"3652 d"_s,
        u"3652 d"_s);
    // 9223372036854775807 ms = 106751991167 d 7 h …
    row("most", most, u"106751991167 d 7 h"_s, u"106751991167 d 7 h"_s, u"106751991167 d 7 h"_s,
        u"106751991167 d"_s, u"106751991167 d"_s);
}

void TestTimeText::durations()
{
    QFETCH(qint64, ms);
    QTEST(durationText(ms), "duration");
    QTEST(joinedParts(timeParts(ms)), "duration");
    QTEST(joinedParts(coarseTimeParts(ms)), "coarse");
    QTEST(lifetimeText(ms), "lifetime");
    QTEST(roughText(ms), "rough");
    QTEST(chipText(ms), "chip");
}

void TestTimeText::elapsed_data()
{
    QTest::addColumn<qint64>("ms");
    QTest::addColumn<QString>("text");
    QTest::newRow("0") << qint64(0) << u"0.0 s"_s;
    QTest::newRow("99 ms") << qint64(99) << u"0.0 s"_s;
    QTest::newRow("1.4") << qint64(1'499) << u"1.4 s"_s;
    QTest::newRow("29.9") << qint64(29'999) << u"29.9 s"_s;
    QTest::newRow("59.9") << qint64(59'999) << u"59.9 s"_s;
    QTest::newRow("1 min") << qint64(64'000) << u"1 min 4 s"_s;
}

void TestTimeText::elapsed()
{
    QFETCH(qint64, ms);
    QTEST(joinedParts(elapsedParts(ms)), "text");
}

void TestTimeText::ignoresTheSign()
{
    QCOMPARE(durationText(-1), u"0 s"_s);
    QCOMPARE(durationText(-58'999), u"58 s"_s);
    QCOMPARE(roughText(-4 * minuteMs - 59 * secondMs), u"4 min"_s);
    QCOMPARE(chipText(-238'000), u"3:58"_s);
    QCOMPARE(durationText(least), u"106751991167 d 7 h"_s);
    QCOMPARE(timeParts(-7 * hourMs),
             (QList<TimePart> { { u"7"_s, u"h"_s }, { u"0"_s, u"min"_s } }));
}

void TestTimeText::moments_data()
{
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<qint64>("atMs");
    QTest::addColumn<QString>("local");
    QTest::addColumn<QString>("utc");
    QTest::addColumn<QString>("both");
    // `now` is 2025-03-10T09:12:04Z; moments from: date -u -d … +%s
    const auto row = [](const char *name, const char *zone, qint64 atMs, const QString &local,
                        const QString &utc, const QString &both) {
        QTest::newRow(name) << QByteArray(zone) << atMs << local << utc << both;
    };
    row("now in UTC", "UTC", fetchedMs, u"09:12:04"_s, u"09:12:04 UTC"_s,
        u"09:12:04 · 09:12:04 UTC"_s);
    row("rounded down", "UTC", fetchedMs + 999, u"09:12:04"_s, u"09:12:04 UTC"_s,
        u"09:12:04 · 09:12:04 UTC"_s);
    row("Berlin", "Europe/Berlin", fetchedMs + 8 * hourMs, u"18:12:04"_s, u"17:12:04 UTC"_s,
        u"18:12:04 · 17:12:04 UTC"_s);
    row("two days ago", "Europe/Berlin", fetchedMs - 2 * dayMs, u"8 Mar 10:12:04"_s,
        u"8 Mar 09:12:04 UTC"_s, u"8 Mar 10:12:04 · 09:12:04 UTC"_s);
    row("same day of another month", "UTC", utcMs(1'739'178'724), u"10 Feb 09:12:04"_s,
        u"10 Feb 09:12:04 UTC"_s, u"10 Feb 09:12:04 · 09:12:04 UTC"_s);
    row("2019", "Europe/Berlin", utcMs(1'552'036'324), u"8 Mar 2019 10:12:04"_s,
        u"8 Mar 2019 09:12:04 UTC"_s, u"8 Mar 2019 10:12:04 · 09:12:04 UTC"_s);
    row("tomorrow there, today in UTC", "Pacific/Auckland", fetchedMs + 5 * hourMs,
        u"11 Mar 03:12:04"_s, u"14:12:04 UTC"_s, u"11 Mar 03:12:04 · 10 Mar 14:12:04 UTC"_s);
    row("today there, tomorrow in UTC", "America/New_York", fetchedMs + 15 * hourMs, u"20:12:04"_s,
        u"11 Mar 00:12:04 UTC"_s, u"20:12:04 · 11 Mar 00:12:04 UTC"_s);
    row("before the change to summer time", "Europe/London", utcMs(1'743'296'399),
        u"30 Mar 00:59:59"_s, u"30 Mar 00:59:59 UTC"_s, u"30 Mar 00:59:59 · 00:59:59 UTC"_s);
    row("after the change to summer time", "Europe/London", utcMs(1'743'296'400),
        u"30 Mar 02:00:00"_s, u"30 Mar 01:00:00 UTC"_s, u"30 Mar 02:00:00 · 01:00:00 UTC"_s);
    row("the other year in UTC", "America/New_York", utcMs(1'767'225'600), u"31 Dec 19:00:00"_s,
        u"1 Jan 2026 00:00:00 UTC"_s, u"31 Dec 19:00:00 · 1 Jan 2026 00:00:00 UTC"_s);
    row("1970", "UTC", 0, u"1 Jan 1970 00:00:00"_s, u"1 Jan 1970 00:00:00 UTC"_s,
        u"1 Jan 1970 00:00:00 · 00:00:00 UTC"_s);
    row("before 1970", "UTC", -1, u"31 Dec 1969 23:59:59"_s, u"31 Dec 1969 23:59:59 UTC"_s,
        u"31 Dec 1969 23:59:59 · 23:59:59 UTC"_s);
    row("leap day", "UTC", utcMs(1'709'208'000), u"29 Feb 2024 12:00:00"_s,
        u"29 Feb 2024 12:00:00 UTC"_s, u"29 Feb 2024 12:00:00 · 12:00:00 UTC"_s);
    row("the year 10000", "UTC", utcMs(253'402'300'800), u"1 Jan 10000 00:00:00"_s,
        u"1 Jan 10000 00:00:00 UTC"_s, u"1 Jan 10000 00:00:00 · 00:00:00 UTC"_s);
    // 1741626724000 s: milliseconds where the standard has seconds
    row("the year 57159", "UTC", utcMs(1'741'626'724'000), u"15 Dec 57159 17:06:40"_s,
        u"15 Dec 57159 17:06:40 UTC"_s, u"15 Dec 57159 17:06:40 · 17:06:40 UTC"_s);
}

void TestTimeText::moments()
{
    QFETCH(QByteArray, zone);
    QFETCH(qint64, atMs);
    const TimeZone there(zone);
    QTEST(localTimeText(atMs, fetchedMs), "local");
    QTEST(utcTimeText(atMs, fetchedMs), "utc");
    QTEST(localAndUtcText(atMs, fetchedMs), "both");
}

/// Whatever the clocks on the walls do, an hour is an hour.
void TestTimeText::sameDurationThroughAClockChange()
{
    const qint64 before = utcMs(1'743'296'400) - hourMs;
    for (const char *zone : { "UTC", "Europe/London", "America/New_York", "Australia/Lord_Howe" }) {
        const TimeZone there(zone);
        QCOMPARE(relativeText(before + 2 * hourMs, before), u"in 2 h 0 min"_s);
        QCOMPARE(relativeText(before, before + 2 * hourMs), u"2 h 0 min ago"_s);
    }
    // All moments have a text, those beyond any calendar too.
    for (const qint64 atMs :
         { most, least, most / 2, least / 2, qint64(4'000'000'000'000'000'000) }) {
        for (const char *zone : { "UTC", "Europe/London" }) {
            const TimeZone there(zone);
            QVERIFY(!localTimeText(atMs, fetchedMs).isEmpty());
            QVERIFY(utcTimeText(atMs, fetchedMs).endsWith(u" UTC"));
            QVERIFY(!localAndUtcText(atMs, fetchedMs).isEmpty());
            QVERIFY(!localTimeText(fetchedMs, atMs).isEmpty());
        }
    }
}

void TestTimeText::relative_data()
{
    QTest::addColumn<qint64>("atMs");
    QTest::addColumn<QString>("text");
    QTest::newRow("ahead") << fetchedMs + 7 * hourMs + 42 * minuteMs + 10 * secondMs
                           << u"in 7 h 42 min"_s;
    QTest::newRow("ago") << fetchedMs - 12 * minuteMs - 59 * secondMs << u"12 min ago"_s;
    QTest::newRow("just ago") << fetchedMs - 900 << u"0 s ago"_s;
    QTest::newRow("now") << fetchedMs << u"0 s ago"_s;
    QTest::newRow("in 3 s") << fetchedMs + 3'999 << u"in 3 s"_s;
    QTest::newRow("10 years ahead") << fetchedMs + 3'652 * dayMs << u"in 3652 d 0 h"_s;
    QTest::newRow("10 years ago") << fetchedMs - 3'652 * dayMs << u"3652 d 0 h ago"_s;
    QTest::newRow("least") << least << u"106751991167 d 7 h ago"_s; // as far as there are numbers
}

void TestTimeText::relative()
{
    QFETCH(qint64, atMs);
    QTEST(relativeText(atMs, fetchedMs), "text");
}

MINTMARK_TEST(tst_timetext, TestTimeText)
#include "tst_timetext.moc"

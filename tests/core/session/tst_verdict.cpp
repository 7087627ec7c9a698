// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "core/session/timezone.h"
#include "core/session/verdictexamples.h"
#include "session/verdict.h"
#include "support/testmain.h"

#include <array>
#include <cmath>

using namespace mintmark;
using namespace mintmark::test;
using namespace Qt::StringLiterals;

using Bar = Verdict::Bar;

namespace {

constexpr double usualFraction = 462.0 / 480; // 7 h 42 min of 8 h

Change both(const Change &first, const Change &second)
{
    return [first, second](VerdictInput &input) {
        first(input);
        second(input);
    };
}

QString readingOf(const Verdict &verdict)
{
    QStringList texts;
    for (const QString &text :
         { joinedParts(verdict.reading), verdict.readingText, verdict.readingSuffix }) {
        if (!text.isEmpty())
            texts << text;
    }
    return texts.join(u' ');
}

Verdict verdictWith(const Change &change)
{
    VerdictInput input = usualInput();
    change(input);
    return verdictOf(input);
}

} // namespace

class TestVerdict : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void eachRow_data();
    void eachRow();
    void firstRowThatFitsWins_data();
    void firstRowThatFitsWins();
    void clearDoubtsOnly();
    void keepsTheCardWhileRunning();
    void showsNothingOldWhereNothingWas();
    void marksWhereItEnds_data();
    void marksWhereItEnds();
    void foot_data();
    void foot();
    void coversAllTimes();
    void promisesNothingUnchecked();
};

void TestVerdict::eachRow_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("headline");
    QTest::addColumn<QString>("icon");
    QTest::addColumn<Tone>("tone");
    QTest::addColumn<QString>("reading");
    QTest::addColumn<Bar>("bar");
    QTest::addColumn<Tone>("barTone");
    QTest::addColumn<double>("fraction");
    const auto row = [](const char *name, const Change &change, const QString &headline,
                        const QString &icon, Tone tone, const QString &reading, Bar bar,
                        double fraction = 0, std::optional<Tone> barTone = {}) {
        QTest::newRow(name) << change << headline << icon << tone << reading << bar
                            << barTone.value_or(tone) << fraction;
    };
    const QString time = u"7 h 42 min left"_s;
    const double most = usualFraction;
    row("running, nothing there", both(dropToken, runs), u"Fetching…"_s, u"fetch"_s, Tone::Neutral,
        QString(), Bar::Empty);
    row("running, a token there", runs, u"Live"_s, u"fetch"_s, Tone::Neutral, time, Bar::Filled,
        most, Tone::Ok);
    row("locked", isLocked, u"Locked"_s, u"lock"_s, Tone::Neutral, u"–"_s, Bar::Empty);
    row("no token", dropToken, u"No token yet"_s, u"clock"_s, Tone::Neutral, u"F5 fetches one"_s,
        Bar::Empty);
    row("answer without token", hasUnusableAnswer, u"Not a usable token"_s, u"error"_s, Tone::Fault,
        u"–"_s, Bar::Empty);
    row("damaged token", isDamaged, u"Not a usable token"_s, u"error"_s, Tone::Fault, u"–"_s,
        Bar::Empty);
    row("wrong signature", isWronglySigned, u"Do not use: wrong signature"_s, u"cross"_s,
        Tone::Fault, time, Bar::Filled, most);
    row("not signed", isUnsigned, u"Do not use: not signed"_s, u"cross"_s, Tone::Fault, time,
        Bar::Filled, most);
    row("expired", isExpired, u"Expired"_s, u"cross"_s, Tone::Fault, u"12 min ago"_s, Bar::EndCap);
    row("not before", isNotYetGood, u"Not valid yet"_s, u"clock"_s, Tone::Warning, u"3 min to go"_s,
        Bar::Hollow);
    row("audience", isForAnotherApi, u"Live, but for another API"_s, u"warn"_s, Tone::Warning, time,
        Bar::Filled, most);
    row("issuer", isFromAnotherIssuer, u"Live, but from another issuer"_s, u"warn"_s, Tone::Warning,
        time, Bar::Filled, most);
    row("environment", isOfAnotherEnvironment, u"Live, but looks like production"_s, u"warn"_s,
        Tone::Warning, time, Bar::Filled, most);
    row("environment, in production", isInProductionByMistake,
        u"Live, but does not look like production"_s, u"warn"_s, Tone::Warning, time, Bar::Filled,
        most);
    row("clock", hasAClockOff, u"Live, but this clock is 4 min off"_s, u"warn"_s, Tone::Warning,
        time, Bar::Filled, most);
    row("ending", endsSoon, u"Ending soon"_s, u"clock"_s, Tone::Warning, u"3 min 58 s left"_s,
        Bar::Filled, 238.0 / 28'800);
    row("no end", hasNoEnd, u"No end known"_s, u"help"_s, Tone::Neutral, u"–"_s, Bar::Hatched);
    row("live", isLive, u"Live"_s, u"check"_s, Tone::Ok, time, Bar::Filled, most);
    row("earlier token", failedSince, u"Earlier token, live"_s, u"check"_s, Tone::Ok, time,
        Bar::Filled, most);
    row("earlier token, expired", both(isExpired, failedSince), u"Earlier token, expired"_s,
        u"cross"_s, Tone::Fault, u"12 min ago"_s, Bar::EndCap);
    row("earlier token, for another API", both(isForAnotherApi, failedSince),
        u"Earlier token, live, but for another API"_s, u"warn"_s, Tone::Warning, time, Bar::Filled,
        most);
    row(
        "opaque, by expires_in",
        [](VerdictInput &input) {
            setToken(input, "0d8a7c61-b0c1-4f3e-9d1a-2b3c4d5e6f70");
            input.tokenSet->expiresInS = 28'800;
        },
        u"Live"_s, u"check"_s, Tone::Ok, time, Bar::Filled, most);
}

void TestVerdict::eachRow()
{
    QFETCH(Change, change);
    QFETCH(double, fraction);
    const Verdict verdict = verdictWith(change);
    QTEST(verdict.headline, "headline");
    QTEST(verdict.icon, "icon");
    QTEST(verdict.tone, "tone");
    QTEST(readingOf(verdict), "reading");
    QTEST(verdict.bar, "bar");
    QTEST(verdict.barTone, "barTone");
    QVERIFY2(std::abs(verdict.barFraction - fraction) < 0.01,
             qPrintable(QString::number(verdict.barFraction)));
    QCOMPARE(verdict.showUnlock, verdict.headline == u"Locked");
}

/// The rows in the table's order, each with what makes it fit; a later one never wins.
void TestVerdict::firstRowThatFitsWins_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("headline");
    struct Row
    {
        const char *name;
        Change change;
        QString headline;
    };
    const std::array rows {
        Row { "wrong signature", isWronglySigned, u"Do not use: wrong signature"_s },
        Row { "not signed", isUnsigned, u"Do not use: not signed"_s },
        Row { "expired", isExpired, u"Expired"_s },
        Row { "not before", isNotYetGood, u"Not valid yet"_s },
        Row { "audience", isForAnotherApi, u"Live, but for another API"_s },
        Row { "issuer", isFromAnotherIssuer, u"Live, but from another issuer"_s },
        Row { "environment", isOfAnotherEnvironment, u"Live, but looks like production"_s },
        Row { "clock", hasAClockOff, u"Live, but this clock is 4 min off"_s },
        Row { "ending", endsSoon, u"Ending soon"_s },
        Row { "no end", hasNoEnd, u"No end known"_s },
    };
    for (size_t first = 0; first < rows.size(); ++first) {
        for (size_t later = first + 1; later < rows.size(); ++later) {
            // These cannot be made one upon the other; where they can be true together, see below.
            const bool excluded = (first == 2 && (later == 3 || later >= 8))
                || (later == 9 && (first == 3 || first == 8));
            if (!excluded)
                QTest::addRow("%s before %s", rows[first].name, rows[later].name)
                    << both(rows[later].change, rows[first].change) << rows[first].headline;
        }
    }
    QTest::newRow("expired before not before") << Change([](VerdictInput &input) {
        input.nowMs = endMs;
        setToken(input, jws(R"({"exp":1741626724,"nbf":1741630000})"));
    }) << u"Expired"_s;
    QTest::newRow("not before before no end")
        << Change([](VerdictInput &input) { setToken(input, jws(R"({"nbf":1741630000})")); })
        << u"Not valid yet"_s;
    QTest::newRow("expired before clock") << Change([](VerdictInput &input) {
        input.tokenSet->skewMs = 4 * minuteMs;
        input.nowMs = endMs - 4 * minuteMs;
    }) << u"Expired"_s;
    QTest::newRow("locked, yet a token is there")
        << Change([](VerdictInput &input) { input.keyringLocked = true; }) << u"Live"_s;
    QTest::newRow("locked before an unusable answer")
        << both(hasUnusableAnswer, isLocked) << u"Locked"_s;
    QTest::newRow("running before locked") << both(isLocked, runs) << u"Fetching…"_s;
    QTest::newRow("running before an unusable answer")
        << both(hasUnusableAnswer, runs) << u"Fetching…"_s;
    QTest::newRow("running keeps the headline") << both(isExpired, runs) << u"Expired"_s;
    QTest::newRow("damaged before not signed")
        << both(isUnsigned, isDamaged) << u"Not a usable token"_s;
    QTest::newRow("failed, but there was none")
        << both(dropToken, failedSince) << u"No token yet"_s;
}

void TestVerdict::firstRowThatFitsWins()
{
    QFETCH(Change, change);
    QTEST(verdictWith(change).headline, "headline");
}

/// What is only worth a remark does not take the word Live away.
void TestVerdict::clearDoubtsOnly()
{
    const auto headline = [](CheckCode code, Severity severity) {
        return verdictWith([=](VerdictInput &input) { addCheck(input, code, severity); }).headline;
    };
    QCOMPARE(headline(CheckCode::AudienceMismatch, Severity::Info), u"Live"_s);
    QCOMPARE(headline(CheckCode::IssuerMismatch, Severity::Warning), u"Live"_s);
    QCOMPARE(headline(CheckCode::LongLifetime, Severity::Info), u"Live"_s);
    QCOMPARE(headline(CheckCode::UnsafeText, Severity::Warning), u"Live"_s);
    const auto withSkew = [](qint64 skewMs) {
        return verdictWith([=](VerdictInput &input) { input.tokenSet->skewMs = skewMs; }).headline;
    };
    QCOMPARE(withSkew(minuteMs), u"Live"_s);
    QCOMPARE(withSkew(-minuteMs), u"Live"_s);
    QCOMPARE(withSkew(minuteMs + 1), u"Live, but this clock is 1 min off"_s);
    QCOMPARE(withSkew(-2 * hourMs), u"Live, but this clock is 2 h off"_s);
    QCOMPARE(verdictWith([](VerdictInput &input) {
                 input.signature = SignatureStatus::Malformed;
             }).headline,
             u"Do not use: wrong signature"_s);
}

void TestVerdict::keepsTheCardWhileRunning()
{
    const Verdict before = verdictWith(isLive);
    Verdict running = verdictWith(runs);
    QCOMPARE(joinedParts(running.elapsed), u"1.4 s"_s);
    QVERIFY(running.readingDimmed);
    running.elapsed.clear();
    running.readingDimmed = false;
    running.icon = before.icon;
    running.tone = before.tone;
    QVERIFY(running == before);
    const Verdict clockSetBack =
        verdictWith([](VerdictInput &input) { input.runningSinceMs = input.nowMs + hourMs; });
    QCOMPARE(joinedParts(clockSetBack.elapsed), u"0.0 s"_s);
}

void TestVerdict::showsNothingOldWhereNothingWas()
{
    const Verdict running = verdictWith(both(hasUnusableAnswer, runs));
    QCOMPARE(joinedParts(running.elapsed), u"1.4 s"_s);
    QVERIFY(!running.readingDimmed);
    QVERIFY(running.lines.isEmpty());
    QVERIFY(running.footLeft.isEmpty());
    QVERIFY(!verdictWith(both(isLocked, runs)).showUnlock);
}

void TestVerdict::marksWhereItEnds_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<double>("mark"); // below 0: none
    const auto living = [](qint64 seconds) {
        return Change([seconds](VerdictInput &input) {
            input.nowMs = fetchedMs;
            setToken(input, "0d8a7c61");
            input.tokenSet->expiresInS = seconds;
        });
    };
    QTest::newRow("8 h") << living(28'800) << 300.0 / 28'800;
    QTest::newRow("5 min") << living(300) << 0.2;
    QTest::newRow("60 s") << living(60) << 0.5;
    QTest::newRow("31 s") << living(31) << 30.0 / 31;
    QTest::newRow("30 s, always ending") << living(30) << -1.0;
    QTest::newRow("another API") << Change(isForAnotherApi) << 300.0 / 28'800;
    QTest::newRow("expired") << Change(isExpired) << -1.0;
    QTest::newRow("not before") << Change(isNotYetGood) << -1.0;
    QTest::newRow("no end") << Change(hasNoEnd) << -1.0;
    QTest::newRow("no token") << Change(dropToken) << -1.0;
}

void TestVerdict::marksWhereItEnds()
{
    QFETCH(Change, change);
    QFETCH(double, mark);
    const std::optional<double> found = verdictWith(change).barMark;
    QCOMPARE(found.has_value(), mark >= 0);
    QVERIFY(!found || std::abs(*found - mark) < 0.001);
}

void TestVerdict::foot_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("left");
    QTest::addColumn<QString>("right");
    QTest::newRow("live") << Change(isLive) << u"Fetched 10:12:04 · lives 8 h"_s
                          << u"Expires 18:12:04 · 17:12:04 UTC"_s;
    QTest::newRow("expired") << Change(isExpired) << u"Fetched 10:12:04 · lives 8 h"_s
                             << u"Expired 18:12:04 · 17:12:04 UTC"_s;
    QTest::newRow("no end") << Change(hasNoEnd) << u"Fetched 10:12:04"_s << QString();
    QTest::newRow("no token") << Change(dropToken) << QString() << QString();
    QTest::newRow("damaged") << Change(isDamaged) << QString() << QString();
    QTest::newRow("corrected") << Change(hasAClockOff) << u"Fetched 10:12:04 · lives 8 h"_s
                               << u"Expires 18:07:34 · 17:07:34 UTC"_s;
}

void TestVerdict::foot()
{
    QFETCH(Change, change);
    const TimeZone there("Europe/Berlin");
    const Verdict verdict = verdictWith(change);
    QTEST(verdict.footLeft, "left");
    QTEST(verdict.footRight, "right");
}

void TestVerdict::coversAllTimes()
{
    constexpr qint64 tenYearsMs = 3'652 * dayMs;
    const auto readingAt = [](qint64 nowMs) {
        const Verdict verdict = verdictWith([=](VerdictInput &input) { input.nowMs = nowMs; });
        return verdict.headline + u": "_s + readingOf(verdict);
    };
    QCOMPARE(readingAt(endMs - 1), u"Ending soon: 0 s left"_s);
    QCOMPARE(readingAt(endMs), u"Expired: 0 s ago"_s);
    QCOMPARE(readingAt(endMs + tenYearsMs), u"Expired: 3652 d 0 h ago"_s);
    QCOMPARE(readingAt(endMs - tenYearsMs), u"Live: 3652 d 0 h left"_s);
    QCOMPARE(verdictWith([](VerdictInput &input) { input.nowMs -= dayMs; }).barFraction, 1.0);
}

/// "valid" and "verified" are said of a signature that was checked and found good, and of no other;
/// the one headline of the table with the word denies it.
void TestVerdict::promisesNothingUnchecked()
{
    using enum SignatureStatus;
    for (const Change &change : { Change(isLive), Change(isExpired), Change(isNotYetGood),
                                  Change(isForAnotherApi), Change(hasNoEnd), Change(failedSince),
                                  Change(isDamaged), Change(hasUnusableAnswer), Change(runs) }) {
        for (const SignatureStatus status :
             { Invalid, NoKey, Unsupported, Unsecured, Malformed, NotChecked }) {
            VerdictInput input = usualInput();
            change(input);
            input.signature = status;
            const Verdict verdict = verdictOf(input);
            QStringList said { verdict.headline, verdict.readingText, verdict.footLeft,
                               verdict.footRight };
            for (const Verdict::Line &line : verdict.lines)
                said << line.text << line.caption << line.link;
            said.removeAll(u"Not valid yet"_s);
            const QString text = said.join(u'\n');
            QVERIFY2(!text.contains(u"valid"_s, Qt::CaseInsensitive), qPrintable(text));
            QVERIFY2(!text.contains(u"verified"_s, Qt::CaseInsensitive), qPrintable(text));
        }
    }
}

MINTMARK_TEST(tst_verdict, TestVerdict)
#include "tst_verdict.moc"

// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "core/session/sessionexamples.h"
#include "session/expiry.h"
#include "support/testmain.h"

#include <functional>
#include <limits>

using namespace mintmark;
using namespace mintmark::test;
using namespace Qt::StringLiterals;

using Milliseconds = std::optional<qint64>;
using State = Expiry::State;
using Change = std::function<void(TokenSet &)>;

namespace {

constexpr qint64 endMs = expiresS * 1000;
constexpr qint64 yearMs = 365 * dayMs;
constexpr qint64 most = std::numeric_limits<qint64>::max();
constexpr qint64 least = std::numeric_limits<qint64>::min();

Expiry expiryWith(const QByteArray &payload, const Change &change, qint64 nowMs)
{
    const QByteArray text = jws(payload);
    TokenSet set = tokenSetOf(text);
    if (change)
        change(set);
    return expiryOf(set, Token::parse(text), nowMs);
}

Expiry usualAt(qint64 nowMs)
{
    return expiryWith(usual, {}, nowMs);
}

} // namespace

class TestExpiry : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void earliestEndCounts_data();
    void earliestEndCounts();
    void stateByTime_data();
    void stateByTime();
    void startCountsToo();
    void weirdTimes_data();
    void weirdTimes();
    void hugeTimesOfAResponse();
    void inspectedToken();
    void endingThreshold_data();
    void endingThreshold();
    void needed_data();
    void needed();
    void goodEnough();
};

void TestExpiry::earliestEndCounts_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<Change>("change");
    QTest::addColumn<Milliseconds>("expiresMs");
    QTest::addColumn<Milliseconds>("lifetimeMs");
    const QByteArray opaque = "{}";
    const auto row = [](const char *name, const QByteArray &payload, const Change &change,
                        Milliseconds expiresMs, Milliseconds lifetimeMs) {
        QTest::newRow(name) << payload << change << expiresMs << lifetimeMs;
    };
    row("exp alone", usual, {}, endMs, 8 * hourMs);
    row("nothing", opaque, {}, {}, {});
    row(
        "expires_in alone", opaque, [](TokenSet &set) { set.expiresInS = 3'600; },
        fetchedMs + hourMs, hourMs);
    row(
        "expires_in counts from sending", opaque,
        [](TokenSet &set) {
            set.expiresInS = 3'600;
            set.receivedAtMs += 9 * secondMs;
        },
        fetchedMs + hourMs, hourMs);
    row(
        "expires_at alone", opaque, [](TokenSet &set) { set.expiresAtMs = endMs; }, endMs,
        8 * hourMs);
    row(
        "expires_in is earlier", usual, [](TokenSet &set) { set.expiresInS = 3'600; },
        fetchedMs + hourMs, hourMs);
    row(
        "exp is earlier", usual, [](TokenSet &set) { set.expiresInS = 36'000; }, endMs, 8 * hourMs);
    row(
        "expires_at is earlier", usual, [](TokenSet &set) { set.expiresAtMs = endMs - hourMs; },
        endMs - hourMs, 7 * hourMs);
    row(
        "a token already in use", usual,
        [](TokenSet &set) {
            set.sentAtMs = fetchedMs + 3 * hourMs - 400;
            set.expiresInS = 5 * 3'600;
        },
        endMs - 400, 8 * hourMs);
    row(
        "server is 4 min ahead", usual, [](TokenSet &set) { set.skewMs = 4 * minuteMs; },
        endMs - 4 * minuteMs, 8 * hourMs);
    row(
        "server is 4 min behind", usual, [](TokenSet &set) { set.skewMs = -4 * minuteMs; },
        endMs + 4 * minuteMs, 8 * hourMs);
    row("expires_at is the server's time too", opaque,
        [](TokenSet &set) {
            set.expiresAtMs = endMs;
            set.skewMs = 10 * yearMs;
        },
        endMs - 10 * yearMs, {});
    row(
        "expires_in is no clock's", opaque,
        [](TokenSet &set) {
            set.expiresInS = 3'600;
            set.skewMs = 10 * yearMs;
        },
        fetchedMs + hourMs, hourMs);
    row("no iat", R"({"exp":1741626724})", {}, endMs, 8 * hourMs);
    row("issued after its end", R"({"exp":1741626724,"iat":1741626725})", {}, endMs, {});
    row("expires_in 0", usual, [](TokenSet &set) { set.expiresInS = 0; }, fetchedMs, {});
    row("expires_in below 0", opaque, [](TokenSet &set) { set.expiresInS = -5; },
        fetchedMs - 5 * secondMs, {});
}

void TestExpiry::earliestEndCounts()
{
    QFETCH(QByteArray, payload);
    QFETCH(Change, change);
    QFETCH(Milliseconds, expiresMs);
    QFETCH(Milliseconds, lifetimeMs);
    const Expiry expiry = expiryWith(payload, change, fetchedMs);
    QVERIFY2(expiry.expiresMs == expiresMs,
             qPrintable(QString::number(expiry.expiresMs.value_or(-1))));
    QVERIFY2(expiry.lifetimeMs == lifetimeMs,
             qPrintable(QString::number(expiry.lifetimeMs.value_or(-1))));
    QCOMPARE(expiry.remainingMs, expiresMs ? *expiresMs - fetchedMs : 0);
}

void TestExpiry::stateByTime_data()
{
    QTest::addColumn<qint64>("nowMs");
    QTest::addColumn<State>("state");
    QTest::addColumn<qint64>("remainingMs");
    const auto row = [](const char *name, qint64 nowMs, State state, qint64 remainingMs) {
        QTest::newRow(name) << nowMs << state << remainingMs;
    };
    row("just fetched", fetchedMs, State::Live, 8 * hourMs);
    row("suspended for 7 h 42 min", fetchedMs + 7 * hourMs + 42 * minuteMs, State::Live,
        18 * minuteMs);
    row("5 min and 1 ms left", endMs - 5 * minuteMs - 1, State::Live, 5 * minuteMs + 1);
    row("5 min left", endMs - 5 * minuteMs, State::Ending, 5 * minuteMs);
    row("1 ms left", endMs - 1, State::Ending, 1);
    row("at its end", endMs, State::Expired, 0);
    row("after it", endMs + 1, State::Expired, -1);
    row("suspended for 8 h", fetchedMs + 8 * hourMs, State::Expired, 0);
    row("clock set 10 years ahead", fetchedMs + 10 * yearMs, State::Expired,
        8 * hourMs - 10 * yearMs);
    row("clock set 10 years back", fetchedMs - 10 * yearMs, State::Live, 8 * hourMs + 10 * yearMs);
    row("clock set 1 h back", fetchedMs - hourMs, State::Live, 9 * hourMs);
}

void TestExpiry::stateByTime()
{
    QFETCH(qint64, nowMs);
    const Expiry expiry = usualAt(nowMs);
    QTEST(expiry.state, "state");
    QTEST(expiry.remainingMs, "remainingMs");
}

void TestExpiry::startCountsToo()
{
    const QByteArray payload = withMember(R"("nbf":1741598104)"); // 3 min ahead
    const qint64 startMs = fetchedMs + 3 * minuteMs;
    QCOMPARE(expiryWith(payload, {}, startMs - 1).state, State::NotYetValid);
    QCOMPARE(expiryWith(payload, {}, startMs).state, State::Live);
    QCOMPARE(expiryWith(payload, {}, fetchedMs).startsMs, Milliseconds(startMs));
    const Change serverAhead = [](TokenSet &set) { set.skewMs = 3 * minuteMs; };
    QCOMPARE(expiryWith(payload, serverAhead, fetchedMs).state, State::Live);
    // expired comes before not_yet_valid, not_yet_valid before no_expiry
    QCOMPARE(expiryWith(R"({"nbf":1741626725,"exp":1741626724})", {}, endMs).state, State::Expired);
    QCOMPARE(expiryWith(R"({"nbf":1741598104})", {}, fetchedMs).state, State::NotYetValid);
}

void TestExpiry::weirdTimes_data()
{
    QTest::addColumn<QByteArray>("exp");
    QTest::addColumn<State>("state");
    QTest::addColumn<Milliseconds>("expiresMs");
    const auto row = [](const char *exp, State state, Milliseconds expiresMs) {
        QTest::newRow(exp) << QByteArray(exp) << state << expiresMs;
    };
    row("0", State::Expired, 0);
    row("-1", State::Expired, -1'000);
    row("-0", State::Expired, 0);
    row("1", State::Expired, 1'000);
    row("-62135596801", State::Expired, -62'135'596'801'000); // before the year 1
    row("1741626724.5", State::Live, 1'741'626'724'500);
    row("1741626724.9999", State::Live, 1'741'626'724'999);
    row("1.741626724e9", State::Live, endMs);
    row("2147483648", State::Live, 2'147'483'648'000);     // beyond 32 bits
    row("253402300800", State::Live, 253'402'300'800'000); // the year 10000
    row("1741626724000", State::Live,
        1'741'626'724'000'000); // milliseconds, read as the standard says
    row("1e15", State::Live, 1'000'000'000'000'000'000);
    row("4e15", State::NoEnd, {}); // beyond what a NumericDate may be here
    row("1e400", State::NoEnd, {});
    row("-1e400", State::NoEnd, {});
    row("\"1741626724\"", State::NoEnd, {});
    row("null", State::NoEnd, {});
    row("true", State::NoEnd, {});
    row("[1741626724]", State::NoEnd, {});
    row("{}", State::NoEnd, {});
}

void TestExpiry::weirdTimes()
{
    QFETCH(QByteArray, exp);
    QFETCH(Milliseconds, expiresMs);
    const Expiry expiry = expiryWith("{\"exp\":" + exp + '}', {}, fetchedMs);
    QTEST(expiry.state, "state");
    QVERIFY(expiry.expiresMs == expiresMs);
}

void TestExpiry::hugeTimesOfAResponse()
{
    const auto stateOf = [](const Change &change) {
        return expiryWith("{}", change, fetchedMs).state;
    };
    QCOMPARE(stateOf([](TokenSet &set) { set.expiresInS = most; }), State::Live);
    QCOMPARE(stateOf([](TokenSet &set) { set.expiresInS = least; }), State::Expired);
    QCOMPARE(stateOf([](TokenSet &set) { set.expiresAtMs = most; }), State::Live);
    QCOMPARE(stateOf([](TokenSet &set) {
                 set.expiresAtMs = least;
                 set.skewMs = 8'000 * yearMs;
             }),
             State::Expired);
}

void TestExpiry::inspectedToken()
{
    const Expiry expiry = expiryOf(Token::parse(jws(usual)), fetchedMs + hourMs);
    QCOMPARE(expiry.state, State::Live);
    QCOMPARE(expiry.remainingMs, 7 * hourMs);
    QVERIFY(expiry.lifetimeMs == Milliseconds(8 * hourMs));
    const QByteArray noIat = R"({"nbf":1741619524,"exp":1741626724})";
    const Expiry fromStart = expiryOf(Token::parse(jws(noIat)), endMs - hourMs);
    QVERIFY(fromStart.lifetimeMs == Milliseconds(2 * hourMs));
    const Expiry onlyEnd = expiryOf(Token::parse(jws(R"({"exp":1741626724})")), endMs - hourMs);
    QVERIFY(!onlyEnd.lifetimeMs);
    QCOMPARE(onlyEnd.state, State::Live);
    QCOMPARE(expiryOf(Token::parse("0d8a7c61"), 0), Expiry());
}

void TestExpiry::endingThreshold_data()
{
    QTest::addColumn<Milliseconds>("lifetimeMs");
    QTest::addColumn<qint64>("thresholdMs");
    QTest::newRow("8 h") << Milliseconds(8 * hourMs) << qint64(5 * minuteMs);
    QTest::newRow("1 h") << Milliseconds(hourMs) << qint64(5 * minuteMs);
    QTest::newRow("25 min") << Milliseconds(25 * minuteMs) << qint64(5 * minuteMs);
    QTest::newRow("20 min") << Milliseconds(20 * minuteMs) << qint64(4 * minuteMs);
    QTest::newRow("5 min") << Milliseconds(5 * minuteMs) << qint64(minuteMs);
    QTest::newRow("60 s") << Milliseconds(minuteMs) << qint64(30 * secondMs);
    QTest::newRow("0") << Milliseconds(0) << qint64(30 * secondMs);
    QTest::newRow("unknown") << Milliseconds() << qint64(5 * minuteMs);
}

void TestExpiry::endingThreshold()
{
    QFETCH(Milliseconds, lifetimeMs);
    QTEST(endingThresholdMs(lifetimeMs), "thresholdMs");
}

void TestExpiry::needed_data()
{
    QTest::addColumn<int>("minValidS");
    QTest::addColumn<Milliseconds>("lifetimeMs");
    QTest::addColumn<qint64>("wantedMs");
    QTest::newRow("8 h") << 60 << Milliseconds(8 * hourMs) << qint64(60 * secondMs);
    QTest::newRow("5 min, exactly 20 %")
        << 60 << Milliseconds(5 * minuteMs) << qint64(60 * secondMs);
    QTest::newRow("60 s") << 60 << Milliseconds(minuteMs) << qint64(12 * secondMs);
    QTest::newRow("unknown") << 60 << Milliseconds() << qint64(60 * secondMs);
    QTest::newRow("nothing wanted") << 0 << Milliseconds(minuteMs) << qint64(0);
    QTest::newRow("less than nothing") << -5 << Milliseconds() << qint64(0);
    QTest::newRow("negative lifetime") << 60 << Milliseconds(-1) << qint64(0);
    QTest::newRow("68 years") << std::numeric_limits<int>::max() << Milliseconds()
                              << qint64(2'147'483'647'000);
}

void TestExpiry::needed()
{
    QFETCH(int, minValidS);
    QFETCH(Milliseconds, lifetimeMs);
    QTEST(neededMs(minValidS, lifetimeMs), "wantedMs");
}

void TestExpiry::goodEnough()
{
    QVERIFY(isGoodEnough(usualAt(endMs - minuteMs), minuteMs));
    QVERIFY(!isGoodEnough(usualAt(endMs - minuteMs + 1), minuteMs));
    QVERIFY(isGoodEnough(usualAt(endMs - 1), 0));
    QVERIFY(!isGoodEnough(usualAt(endMs), 0));
    QVERIFY(isGoodEnough(expiryWith("{}", {}, fetchedMs), hourMs));
    const QByteArray future = withMember(R"("nbf":1741597925)");
    QVERIFY(!isGoodEnough(expiryWith(future, {}, fetchedMs), 0));
    QVERIFY(isGoodEnough(expiryWith(future, {}, fetchedMs + secondMs), 0));
}

MINTMARK_TEST(tst_expiry, TestExpiry)
#include "tst_expiry.moc"

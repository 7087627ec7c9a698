// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "support/testmain.h"
#include "json/number.h"

#include <cmath>
#include <limits>

using namespace mintmark;
using namespace Qt::StringLiterals;

using Integer = std::optional<qint64>;

class TestNumber : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void scales_data()
    {
        constexpr qint64 most = std::numeric_limits<qint64>::max();
        constexpr qint64 least = std::numeric_limits<qint64>::min();
        QTest::addColumn<QByteArray>("number");
        QTest::addColumn<int>("scale");
        QTest::addColumn<Integer>("floor");
        QTest::addColumn<Integer>("exact");
        const auto row = [](const char *number, int scale, Integer floor, Integer exact) {
            QTest::addRow("%s / %d", number, scale)
                << QByteArray(number) << scale << floor << exact;
        };
        row("0", 0, 0, 0);
        row("-0", 0, 0, 0);
        row("0e999999999999999999", 3, 0, 0);
        row("1700000000", 3, 1'700'000'000'000, 1'700'000'000'000);
        row("1700000000.5", 3, 1'700'000'000'500, 1'700'000'000'500);
        row("1700000000.1234", 3, 1'700'000'000'123, std::nullopt);
        row("1700000000.1230", 3, 1'700'000'000'123, 1'700'000'000'123);
        row("1.7e9", 3, 1'700'000'000'000, 1'700'000'000'000);
        row("1.0", 0, 1, 1);
        row("1e3", 0, 1000, 1000);
        row("1000e-3", 0, 1, 1);
        row("1e-3", 3, 1, 1);
        row("1e-4", 3, 0, std::nullopt);
        row("-1e-4", 3, -1, std::nullopt);
        row("-1.5", 0, -2, std::nullopt);
        row("1.5", 0, 1, std::nullopt);
        row("9007199254740993", 0, 9'007'199'254'740'993, 9'007'199'254'740'993);
        row("9223372036854775807", 0, most, most);
        row("-9223372036854775808", 0, least, least);
        row("9223372036854775808", 0, std::nullopt, std::nullopt);
        row("-9223372036854775809", 0, std::nullopt, std::nullopt);
        row("-9223372036854775808.5", 0, std::nullopt, std::nullopt);
        row("9223372036854775807.5", 0, most, std::nullopt);
        row("922337203685477580.7e1", 0, most, most);
        row("1e400", 0, std::nullopt, std::nullopt);
        row("1e99999999999999999999999", 0, std::nullopt, std::nullopt);
        row("1e-99999999999999999999999", 0, 0, std::nullopt);
        row("-1e-99999999999999999999999", 0, -1, std::nullopt);
    }
    void scales()
    {
        QFETCH(QByteArray, number);
        QFETCH(int, scale);
        QFETCH(Integer, floor);
        QFETCH(Integer, exact);
        QCOMPARE(scaledFloor(number, scale), floor);
        QCOMPARE(scaledExact(number, scale), exact);
    }
    void findsTheNearestDouble()
    {
        constexpr double infinity = std::numeric_limits<double>::infinity();
        QCOMPARE(nearestDouble("0.1"), 0.1);
        QCOMPARE(nearestDouble("1.7976931348623157e308"), std::numeric_limits<double>::max());
        QCOMPARE(nearestDouble("1.8e308"), infinity);
        QCOMPARE(nearestDouble("-1e400"), -infinity);
        QCOMPARE(nearestDouble(QByteArray(400, '9')), infinity);
        QCOMPARE(nearestDouble("1E-999"), 0.0);
        QVERIFY(std::signbit(nearestDouble("-1E-999")));
        QVERIFY(std::signbit(nearestDouble("-0")));
    }
    void readsLongDigits()
    {
        QCOMPARE(scaledExact("0." + QByteArray(100'000, '0') + "1e100002", 0), Integer(10));
        QCOMPARE(scaledExact("5" + QByteArray(100'000, '0') + "e-100000", 0), Integer(5));
        QCOMPARE(scaledFloor(QByteArray(100'000, '9'), 0), std::nullopt);
    }
};

MINTMARK_TEST(tst_number, TestNumber)
#include "tst_number.moc"

// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "oauth/httpanswer.h"

#include "support/testmain.h"

#include <ctime>

using namespace mintmark;
using namespace Qt::StringLiterals;

class TestHttpAnswer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void headers();
    void readable_data();
    void readable();
    void dates_data();
    void dates();
    void datesElsewhere();
    void skew_data();
    void skew();
};

void TestHttpAnswer::headers()
{
    HttpAnswer answer;
    answer.headers = { { "Content-Type", "a" }, { "X-Empty", "" }, { "content-type", "b" } };
    QCOMPARE(answer.header("CONTENT-TYPE"), "a"_ba);
    QCOMPARE(answer.header("X-Empty"), ""_ba);
    QVERIFY(answer.header("Content-Typ").isNull());
    QVERIFY(!answer.header("X-Empty").isNull());
}

void TestHttpAnswer::readable_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QByteArray() << QString();
    QTest::newRow("ASCII") << "a b"_ba << u"a b"_s;
    QTest::newRow("UTF-8") << "\xC3\xBC\xF0\x9F\x94\x91"_ba << u"\u00fc\U0001f511"_s;
    QTest::newRow("Latin-1") << "caf\xE9 \xA9"_ba << u"caf\u00e9 \u00a9"_s;
    QTest::newRow("cut off") << "a\xC3"_ba << u"a\u00c3"_s;
    QTest::newRow("zero") << QByteArray("a\0b", 3) << QString::fromLatin1("a\0b", 3);
}

void TestHttpAnswer::readable()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, text);
    QCOMPARE(readableText(bytes), text);
}

void TestHttpAnswer::dates_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<std::optional<qint64>>("ms");
    // RFC 9110 §5.6.7; the value by date(1).
    QTest::newRow("RFC 9110") << "Sun, 06 Nov 1994 08:49:37 GMT"_ba
                              << std::optional<qint64>(784'111'777'000);
    QTest::newRow("spaces") << " Sun, 06 Nov 1994 08:49:37 GMT "_ba
                            << std::optional<qint64>(784'111'777'000);
    QTest::newRow("leap day") << "Thu, 29 Feb 2024 23:59:59 GMT"_ba
                              << std::optional<qint64>(1'709'251'199'000);
    QTest::newRow("epoch") << "Thu, 01 Jan 1970 00:00:00 GMT"_ba << std::optional<qint64>(0);
    QTest::newRow("summer") << "Wed, 15 Jul 2026 12:00:00 GMT"_ba
                            << std::optional<qint64>(1'784'116'800'000);
    for (const QByteArray &text : { ""_ba, "yesterday"_ba, "Sun, 06 Nov 1994 08:49:37"_ba,
                                    "Sun, 06 Nov 1994 08:49:37 CET"_ba,
                                    "Fri, 30 Feb 2024 00:00:00 GMT"_ba, "1741597924"_ba })
        QTest::newRow(("none: " + text).constData()) << text << std::optional<qint64>();
}

void TestHttpAnswer::dates()
{
    QFETCH(const QByteArray, text);
    QFETCH(const std::optional<qint64>, ms);
    QCOMPARE(httpDateMs(text), ms);
}

/// 29 March 2026, 02:30 exists in Greenwich, but on no clock in Berlin.
void TestHttpAnswer::datesElsewhere()
{
    const QByteArray former = qgetenv("TZ");
    const bool wasSet = qEnvironmentVariableIsSet("TZ");
    for (const char *zone : { "Europe/Berlin", "America/New_York", "Asia/Kathmandu", "UTC" }) {
        qputenv("TZ", zone);
        tzset();
        QCOMPARE(httpDateMs("Sun, 29 Mar 2026 02:30:00 GMT"), std::optional(1'774'751'400'000));
        QCOMPARE(httpDateMs("Sun, 08 Mar 2026 02:30:00 GMT"), std::optional(1'772'937'000'000));
        QCOMPARE(httpDateMs("Sun, 25 Oct 2026 02:30:00 GMT"), std::optional(1'792'895'400'000));
    }
    wasSet ? qputenv("TZ", former) : qunsetenv("TZ");
    tzset();
}

void TestHttpAnswer::skew_data()
{
    QTest::addColumn<qint64>("date");
    QTest::addColumn<qint64>("sent");
    QTest::addColumn<qint64>("received");
    QTest::addColumn<qint64>("skew");
    const auto add = [](const char *name, qint64 date, qint64 sent, qint64 received, qint64 skew) {
        QTest::newRow(name) << date << sent << received << skew;
    };
    // A Date has whole seconds: 1000 stands for everything from 1000 to 1999.
    add("same second", 1000, 1200, 1300, 0);
    add("same second, at its end", 1000, 1999, 1999, 0);
    add("between", 2000, 1900, 3100, 0);
    add("at the end", 3000, 1900, 3100, 0);
    add("ahead", 9000, 1900, 3100, 5900);
    add("behind", 0, 1900, 3100, -1000);
    add("a minute behind", 0, 60'500, 60'600, -60'000);
}

void TestHttpAnswer::skew()
{
    QFETCH(const qint64, date);
    QFETCH(const qint64, sent);
    QFETCH(const qint64, received);
    QFETCH(const qint64, skew);
    QCOMPARE(clockSkew(date, sent, received), skew);
}

MINTMARK_TEST(tst_httpanswer, TestHttpAnswer)

#include "tst_httpanswer.moc"

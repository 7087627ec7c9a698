// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "oauth/answerframing.h"

#include "support/testmain.h"

using namespace mintmark;
using namespace Qt::StringLiterals;

class TestAnswerFraming : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lengths_data();
    void lengths();
    void transferEncodingWins();
    void interim_data();
    void interim();
    void tricksAreMadeSafe();
};

void TestAnswerFraming::lengths_data()
{
    QTest::addColumn<QByteArray>("length");
    QTest::addColumn<bool>("good");
    // RFC 9112 §6.3, rule 5; Qt reports what stands twice with a comma between.
    QTest::newRow("number") << "17"_ba << true;
    QTest::newRow("nothing") << "0"_ba << true;
    QTest::newRow("white space") << " 17 "_ba << true;
    QTest::newRow("the same twice") << "17, 17"_ba << true;
    QTest::newRow("two") << "17, 5"_ba << false;
    QTest::newRow("three") << "17,17,5"_ba << false;
    QTest::newRow("negative") << "-17"_ba << false;
    QTest::newRow("sign") << "+17"_ba << false;
    QTest::newRow("hexadecimal") << "0x11"_ba << false;
    QTest::newRow("fraction") << "17.0"_ba << false;
    QTest::newRow("words") << "many"_ba << false;
    QTest::newRow("empty") << ""_ba << false;
    QTest::newRow("2^63") << "9223372036854775808"_ba << false;
}

void TestAnswerFraming::lengths()
{
    QFETCH(const QByteArray, length);
    QFETCH(const bool, good);
    HttpAnswer answer;
    answer.status = 200;
    answer.headers = { { "content-length", length } };
    const std::optional<Error> fault = framingFault(answer, u"id.example.com"_s);
    QCOMPARE(!fault.has_value(), good);
    if (fault) {
        QCOMPARE(fault->code, ErrorCode::AnswerMisframed);
        QCOMPARE(fault->argument(u"length"), QString::fromLatin1(length));
    }
}

/// RFC 9112 §6.3, rule 3.
void TestAnswerFraming::transferEncodingWins()
{
    HttpAnswer answer;
    answer.status = 200;
    answer.headers = { { "Content-Length", "17, 5" }, { "Transfer-Encoding", "chunked" } };
    QVERIFY(!framingFault(answer, u"id.example.com"_s));
    answer.headers.clear();
    QVERIFY(!framingFault(answer, u"id.example.com"_s));
    answer.status = 0; // nothing came
    answer.headers = { { "Content-Length", "x" } };
    QVERIFY(!framingFault(answer, u"id.example.com"_s));
}

void TestAnswerFraming::interim_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("interim");
    for (const int status : { 100, 101, 102, 103, 199 })
        QTest::addRow("%d", status) << status << true;
    for (const int status : { 99, 200, 204, 304, 500 })
        QTest::addRow("%d", status) << status << false;
}

void TestAnswerFraming::interim()
{
    QFETCH(const int, status);
    QFETCH(const bool, interim);
    HttpAnswer answer;
    answer.status = status;
    const std::optional<Error> fault = framingFault(answer, u"id.example.com"_s);
    QCOMPARE(fault.has_value(), interim);
    if (fault) {
        QCOMPARE(fault->code, ErrorCode::AnswerInterim);
        QCOMPARE(fault->argument(u"status"), QString::number(status));
    }
}

void TestAnswerFraming::tricksAreMadeSafe()
{
    HttpAnswer answer;
    answer.status = 200;
    answer.headers = { { "Content-Length", "\x1b[31m" + QByteArray(500, '9') } };
    const QString said = framingFault(answer, u"id.example.com"_s)->argument(u"length");
    QVERIFY(said.startsWith(u"\\u{1B}[31m"));
    QVERIFY(said.size() < 120);
}

MINTMARK_TEST(tst_answerframing, TestAnswerFraming)

#include "tst_answerframing.moc"

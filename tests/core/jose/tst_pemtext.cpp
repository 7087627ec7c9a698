// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "jose/pemtext.h"

#include "support/testmain.h"

using namespace mintmark;
using namespace Qt::StringLiterals;

class TestPemText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tidies_data();
    void tidies();
    void findsDer_data();
    void findsDer();
};

void TestPemText::tidies_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("tidy");
    const QByteArray pem = "-----BEGIN A KEY-----\nAAAA\n-----END A KEY-----\n";
    const QByteArray other = "-----BEGIN B-----\nBBBB\n-----END B-----\n";
    const auto row = [](const char *name, const QByteArray &text, const QByteArray &tidy) {
        QTest::newRow(name) << text << tidy;
    };
    row("as it is", pem, pem);
    row("CRLF", "-----BEGIN A KEY-----\r\nAAAA\r\n-----END A KEY-----\r\n", pem);
    row("one line", "-----BEGIN A KEY----- AAAA -----END A KEY-----", pem);
    row("no line", "-----BEGIN A KEY-----AAAA-----END A KEY-----", pem);
    row("escaped", R"("-----BEGIN A KEY-----\r\nAA\nAA\n-----END A KEY-----\n")", pem);
    row("indented", "key: |\n\t -----BEGIN A KEY-----\n\t AAAA\n\t -----END A KEY-----", pem);
    row("two, with text around", "x\n" + pem + "y\n" + other + "z", pem + other);
    row("no end", pem + "-----BEGIN A KEY-----\nAAAA", pem + "-----BEGIN A KEY-----\nAAAA");
    row("another end", "-----BEGIN A-----\nAAAA\n-----END B-----",
        "-----BEGIN A-----\nAAAA\n-----END B-----");
    row("no label", "-----BEGIN A", "-----BEGIN A");
    row("none", "AAAA", "");
    row("empty block", "-----BEGIN A----------END A-----", "-----BEGIN A-----\n-----END A-----\n");
    const QByteArray headers = "-----BEGIN A-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: X,00\n\nAAAA\n-----END A-----\n";
    row("headers", headers, headers);
    row("headers, indented", QByteArray(headers).replace("\n", "\r\n  "), headers);
    row("headers, escaped", QByteArray(headers).replace("\n", "\\n"), headers);
    row("long", "-----BEGIN A-----\n" + QByteArray(130, 'A') + "\n-----END A-----",
        "-----BEGIN A-----\n" + QByteArray(64, 'A') + '\n' + QByteArray(64, 'A')
            + "\nAA\n-----END A-----\n");
}

void TestPemText::tidies()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, tidy);
    QCOMPARE(tidyPem(text).view().toByteArray(), tidy);
}

void TestPemText::findsDer_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("der");
    const QByteArray der("\x30\x03\x02\x01\x00", 5);
    QTest::newRow("DER") << der << der;
    QTest::newRow("Base64") << der.toBase64() << der;
    QTest::newRow("in lines") << "MAMC\r\n  AQA=\n"_ba << der;
    QTest::newRow("no sequence") << "AAAA"_ba << QByteArray();
    QTest::newRow("prose") << "swordfish"_ba << QByteArray();
    QTest::newRow("digits") << "0000"_ba << QByteArray();
    QTest::newRow("empty") << QByteArray() << QByteArray();
}

void TestPemText::findsDer()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, der);
    QCOMPARE(derFrom(text).view().toByteArray(), der);
}

MINTMARK_TEST(tst_pemtext, TestPemText)

#include "tst_pemtext.moc"

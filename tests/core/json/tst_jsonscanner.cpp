// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "support/testmain.h"
#include "json/jsonscanner.h"

using namespace mintmark;

using Reader = bool (*)(JsonScanner &);

/// What tst_reader cannot see: where a piece ends while the text goes on.
class TestJsonScanner : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void standsBehindThePiece_data()
    {
        QTest::addColumn<Reader>("read");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("length");
        const Reader string = [](JsonScanner &scanner) {
            JsonScanner::StringTraits traits;
            return scanner.readString(traits);
        };
        const Reader number = [](JsonScanner &scanner) { return scanner.readNumber(); };
        const Reader word = [](JsonScanner &scanner) { return scanner.readLiteral("true"); };
        QTest::newRow("string") << string << QByteArray("\"ab\",") << 4;
        QTest::newRow("empty string") << string << QByteArray("\"\"\"") << 2;
        QTest::newRow("escaped quote") << string << QByteArray("\"a\\\"b\":1") << 6;
        QTest::newRow("surrogate pair") << string << QByteArray("\"\\ud83d\\ude00\"]") << 14;
        QTest::newRow("number before a comma") << number << QByteArray("-12.5e+3,") << 8;
        QTest::newRow("number at the end") << number << QByteArray("0") << 1;
        QTest::newRow("word") << word << QByteArray("true}") << 4;
    }
    void standsBehindThePiece()
    {
        QFETCH(const Reader, read);
        QFETCH(const QByteArray, text);
        JsonScanner scanner(text);
        QVERIFY(read(scanner));
        QTEST(int(scanner.offset()), "length");
    }

    void tellsTraits()
    {
        const auto traitsOf = [](QByteArrayView text) {
            JsonScanner scanner(text);
            JsonScanner::StringTraits traits;
            return scanner.readString(traits) ? std::optional(traits) : std::nullopt;
        };
        QVERIFY(!traitsOf("\"plain\"")->escaped);
        QVERIFY(traitsOf("\"line\\n\"")->escaped);
        QVERIFY(!traitsOf("\"\\ud83d\\ude00\"")->loneSurrogate);
        QVERIFY(traitsOf("\"\\ud83d\"")->loneSurrogate);
        QVERIFY(traitsOf("\"\\ude00\\ud83d\"")->loneSurrogate);
        QVERIFY(!traitsOf("\"open"));
    }

    void namesFaultAndPlace()
    {
        const QByteArray text = "[01]";
        JsonScanner scanner(text);
        ++scanner.at;
        QVERIFY(!scanner.readNumber());
        QCOMPARE(scanner.problem.fault, JsonFault::InvalidNumber);

        JsonScanner word("trap");
        QVERIFY(!word.readLiteral("true"));
        QCOMPARE(word.problem, (JsonProblem { JsonFault::UnexpectedCharacter, 2 }));

        JsonScanner cut("tr");
        QVERIFY(!cut.readLiteral("true"));
        QCOMPARE(cut.problem, (JsonProblem { JsonFault::UnexpectedEnd, 2 }));
    }

    void skipsOnlyTheFourWhiteSpaces()
    {
        JsonScanner scanner(" \t\r\n\v1");
        scanner.skipWhiteSpace();
        QCOMPARE(scanner.offset(), 4u);
        QVERIFY(!scanner.atEnd());
    }
};

MINTMARK_TEST(tst_jsonscanner, TestJsonScanner)
#include "tst_jsonscanner.moc"

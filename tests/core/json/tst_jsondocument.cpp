// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "support/testmain.h"
#include "json/reader.h"

using namespace mintmark;
using namespace Qt::StringLiterals;

class TestJsonDocument : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void notesOddities_data();
    void notesOddities();
    void keepsNotesWithinBounds();
    void keepsWhatWasReadBeforeAnError();
    void keepsOrderDuplicatesAndNumberText();
    void findsDuplicatesAtEveryDepth();
    void comparesDuplicateNamesDecoded();
    void survivesManyMembers();
    void limitsSizeAndDepth();
    void readsDeepTextWithoutRecursion();
    void copiesShareTheirData();
    void emptyDocumentIsNotValid();
};

void TestJsonDocument::notesOddities_data()
{
    using enum JsonOddity;
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QList<JsonNote>>("notes");
    using Notes = QList<JsonNote>;
    QTest::newRow("plain") << QByteArray(R"([1,-1,0,1e5,"\ud83d\ude00"])") << Notes();
    QTest::newRow("overflow") << QByteArray("[1e400]") << Notes { { NumberOverflow, 1 } };
    QTest::newRow("negative overflow") << QByteArray("[-1e400]") << Notes { { NumberOverflow, 1 } };
    QTest::newRow("largest double")
        << QByteArray("[1.7976931348623157e308,1.8e308]") << Notes { { NumberOverflow, 24 } };
    QTest::newRow("400 digits") << QByteArray(400, '9') << Notes { { NumberOverflow, 0 } };
    QTest::newRow("underflow") << QByteArray("1E-999") << Notes();
    QTest::newRow("negative zeros")
        << QByteArray("[-0,-0.0,-0e5,-0.1,-1]")
        << Notes { { NegativeZero, 1 }, { NegativeZero, 4 }, { NegativeZero, 9 } };
    QTest::newRow("surrogates") << QByteArray(R"(["\ud800","\udc00\ud800",{"\udfff":1}])")
                                << Notes { { LoneSurrogate, 1 },
                                           { LoneSurrogate, 10 },
                                           { LoneSurrogate, 26 } };
}

void TestJsonDocument::notesOddities()
{
    QFETCH(QByteArray, text);
    QFETCH(QList<JsonNote>, notes);
    const JsonDocument document = JsonDocument::parse(text);
    QVERIFY(document.isValid());
    QCOMPARE(document.notes(), notes);
}

void TestJsonDocument::keepsNotesWithinBounds()
{
    const JsonDocument document =
        JsonDocument::parse("[-0" + QByteArray(",-0").repeated(1000) + "]");
    QVERIFY(document.isValid());
    QCOMPARE(document.notes().size(), 32);
}

void TestJsonDocument::keepsWhatWasReadBeforeAnError()
{
    const JsonDocument document = JsonDocument::parse(R"({"a":1,"b":["x",tru],"c":2})");
    QVERIFY(!document.isValid());
    const JsonValue root = document.root();
    QCOMPARE(root.size(), 2);
    QCOMPARE(root.member("a"_L1).toInteger(), std::optional<qint64>(1));
    QCOMPARE(root.member("b"_L1).size(), 1);
    QCOMPARE(root.member("b"_L1).at(0).toString(), u"x"_s);
    QVERIFY(!root.member("c"_L1).exists());
    const QByteArray cut = R"(["x",tru)"; // moc loses count of brackets inside a macro
    QCOMPARE(root.member("b"_L1).raw().toByteArray(), cut);
    const JsonDocument nameOnly = JsonDocument::parse("{\"a\":");
    QVERIFY(nameOnly.root().isObject());
    QCOMPARE(nameOnly.root().size(), 0);
}

void TestJsonDocument::keepsOrderDuplicatesAndNumberText()
{
    const QByteArray text = R"({"z":1.0,"a":10000000000000000999,"z":-0,"a":1E+2})";
    const JsonDocument document = JsonDocument::parse(text);
    QStringList names;
    QByteArrayList numbers;
    for (const JsonValue &member : document.root()) {
        names << member.name();
        numbers << member.raw().toByteArray();
        QCOMPARE(text.sliced(member.offset(), member.length()), member.raw().toByteArray());
        QCOMPARE(text.sliced(member.nameOffset(), 3), member.rawName().toByteArray());
    }
    QCOMPARE(names, (QStringList { u"z"_s, u"a"_s, u"z"_s, u"a"_s }));
    QCOMPARE(numbers, (QByteArrayList { "1.0", "10000000000000000999", "-0", "1E+2" }));
    QCOMPARE(document.root().count("z"_L1), 2);
    QCOMPARE(document.root().member("z"_L1).raw().toByteArray(), "1.0"_ba);
}

void TestJsonDocument::findsDuplicatesAtEveryDepth()
{
    const JsonDocument document = JsonDocument::parse(
        R"({"a":1,"b":{"x":1,"y":2,"x":3},"c":[{"k":1},{"k":1,"k":{"q":1,"q":2}}],"a":4,"a":5})");
    QByteArrayList found;
    for (const JsonValue &member : document.duplicateMembers())
        found << member.raw().toByteArray();
    QCOMPARE(found, (QByteArrayList { "3", R"({"q":1,"q":2})", "2", "4", "5" }));
}

void TestJsonDocument::comparesDuplicateNamesDecoded()
{
    const JsonDocument document =
        JsonDocument::parse(R"({"aud":1,"\u0061ud":2,"Aud":3,"\ud800":4,"?":5,"\ud800":6})");
    const QList<JsonValue> found = document.duplicateMembers();
    QCOMPARE(found.size(), 2);
    QCOMPARE(found[0].raw().toByteArray(), "2"_ba);
    QCOMPARE(found[1].raw().toByteArray(), "6"_ba);
    QCOMPARE(document.root().count("aud"_L1), 2);
}

void TestJsonDocument::survivesManyMembers()
{
    QByteArray text = "{\"m0\":0";
    for (int i = 1; i < 60'000; ++i)
        text += ",\"m" + QByteArray::number(i) + "\":0";
    text += ",\"m7\":1}";
    const JsonDocument document = JsonDocument::parse(text);
    QVERIFY(document.isValid());
    QCOMPARE(document.root().size(), 60'001);
    QCOMPARE(document.duplicateMembers().size(), 1);
}

void TestJsonDocument::limitsSizeAndDepth()
{
    const QByteArray large = '"' + QByteArray(1024 * 1024, 'a') + '"';
    const JsonDocument refused = JsonDocument::parse(large);
    QVERIFY(!refused.isValid() && !refused.root().exists());
    QCOMPARE(refused.problems().first().fault, JsonFault::TooLarge);
    QVERIFY(JsonDocument::parse(large, { large.size(), 1 }).isValid());
    QVERIFY(JsonDocument::parse("[[1]]", { 100, 2 }).isValid());
    QVERIFY(!JsonDocument::parse("[[1]]", { 100, 1 }).isValid());
    QVERIFY(JsonDocument::parse("[[],[],[]]", { 100, 2 }).isValid());
    QVERIFY(JsonDocument::parse("1", { 100, 0 }).isValid());
}

void TestJsonDocument::readsDeepTextWithoutRecursion()
{
    const JsonDocument document = JsonDocument::parse(
        QByteArray(100'000, '[') + QByteArray(100'000, ']'), { 1 << 20, 100'000 });
    QVERIFY(document.isValid());
    QByteArray objects = QByteArray(R"({"a":)").repeated(100'000);
    const JsonDocument refused = JsonDocument::parse(objects);
    QCOMPARE(refused.problems().first(), (JsonProblem { JsonFault::TooDeep, 128 * 5 }));
}

void TestJsonDocument::copiesShareTheirData()
{
    JsonDocument first = JsonDocument::parse(R"({"a":"x"})");
    const JsonValue view = first.root().member("a"_L1);
    JsonDocument second = std::move(first);
    QCOMPARE(view.toString(), u"x"_s);
    QVERIFY(first == second);
    first = JsonDocument();
    QCOMPARE(view.toString(), u"x"_s);
    QVERIFY(!(first == second));
}

void TestJsonDocument::emptyDocumentIsNotValid()
{
    const JsonDocument document;
    QVERIFY(!document.isValid() && !document.root().exists());
    QVERIFY(document.problems().isEmpty() && document.notes().isEmpty());
    QVERIFY(document.duplicateMembers().isEmpty());
}

MINTMARK_TEST(tst_jsondocument, TestJsonDocument)
#include "tst_jsondocument.moc"

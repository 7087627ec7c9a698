// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "support/testmain.h"
#include "json/reader.h"
#include "json/writer.h"

using namespace mintmark;
using namespace Qt::StringLiterals;

class TestWriter : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void keepsTheOrderOfTheSageGuide();
    void writesEveryKind();
    void writesTopLevelScalars();
    void indents();
    void escapes_data();
    void escapes();
    void takesOtherEncodings();
    void passesValuesThrough();
    void writesWhatWasReadOfADamagedText();
    void makesJsonSafeForTerminals();
};

void TestWriter::keepsTheOrderOfTheSageGuide()
{
    JsonWriter json;
    json.beginObject();
    json.member("grant_type").string("client_credential");
    json.member("client_id").string(u"id"_s);
    json.member("client_secret").string(QUtf8StringView("s\"e\\c"));
    json.member("audience").string("s200ukipd/sage200"_L1);
    json.endObject();
    QCOMPARE(json.take(),
             R"({"grant_type":"client_credential","client_id":"id","client_secret":"s\"e\\c",)"
             R"("audience":"s200ukipd/sage200"})"_ba);
}

void TestWriter::writesEveryKind()
{
    JsonWriter json;
    json.beginArray().integer(-9'223'372'036'854'775'807 - 1).boolean(true).boolean(false);
    json.null().raw("1.50e+2").beginObject().endObject().beginArray().endArray().string("");
    json.endArray();
    QCOMPARE(json.take(), R"([-9223372036854775808,true,false,null,1.50e+2,{},[],""])"_ba);
}

void TestWriter::writesTopLevelScalars()
{
    JsonWriter json(JsonWriter::Format::Indented);
    QCOMPARE(json.string(u"a"_s).take(), "\"a\""_ba);
    QCOMPARE(json.null().take(), "null"_ba);
}

void TestWriter::indents()
{
    JsonWriter json(JsonWriter::Format::Indented);
    json.beginObject().member("a").integer(1).member("b").beginArray().integer(1).integer(2);
    json.endArray().member("c").beginObject().endObject().member("d").beginArray().endArray();
    json.member("e").beginObject().member("f").null().endObject().endObject();
    QCOMPARE(json.take(), R"({
  "a": 1,
  "b": [
    1,
    2
  ],
  "c": {},
  "d": [],
  "e": {
    "f": null
  }
})"_ba);
}

void TestWriter::escapes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("quote, backslash, slash") << u"\"\\/"_s << R"("\"\\/")"_ba;
    QTest::newRow("short forms") << u"\b\f\n\r\t"_s << R"("\b\f\n\r\t")"_ba;
    QTest::newRow("controls") << QString(QChar(0)) + QChar(0x1F) << R"("\u0000\u001f")"_ba;
    QTest::newRow("DEL") << QString(QChar(0x7F)) << "\"\x7F\""_ba;
    QTest::newRow("UTF-8") << u"Zoë €😀"_s << "\"Zo\xC3\xAB \xE2\x82\xAC\xF0\x9F\x98\x80\""_ba;
    QTest::newRow("lone high") << QString(QChar(0xD83D)) << R"("\ud83d")"_ba;
    QTest::newRow("lone low, then pair")
        << QString(QChar(0xDE00)) + u"😀"_s << "\"\\ude00\xF0\x9F\x98\x80\""_ba;
    QTest::newRow("high, high") << QString(2, QChar(0xD800)) << R"("\ud800\ud800")"_ba;
    QTest::newRow("line separator") << QString(QChar(0x2028)) << "\"\xE2\x80\xA8\""_ba;
}

void TestWriter::escapes()
{
    QFETCH(QString, text);
    QFETCH(QByteArray, json);
    JsonWriter writer;
    QCOMPARE(writer.string(text).take(), json);
    const JsonDocument read = JsonDocument::parse(json);
    QVERIFY(read.isValid());
    QCOMPARE(read.root().toString(), text);
    writer.beginObject().member(text).null().endObject();
    QCOMPARE(writer.take(), "{" + json + ":null}");
}

void TestWriter::takesOtherEncodings()
{
    JsonWriter json;
    json.beginArray().string(QLatin1StringView("Zo\xEB")).string(QUtf8StringView("Zo\xC3\xAB"));
    json.string(QUtf8StringView("Zo\xEB!")).endArray();
    QCOMPARE(json.take(), "[\"Zo\xC3\xAB\",\"Zo\xC3\xAB\",\"Zo\xEF\xBF\xBD!\"]"_ba);
}

void TestWriter::passesValuesThrough()
{
    const JsonDocument document = JsonDocument::parse(
        "{ \"z\" : 1.0 , \"a\\u0062\":[ -0 , 1e400,\"\\ud800\\/\" ], \"z\":{ } }");
    JsonWriter compact;
    QCOMPARE(compact.value(document.root()).take(),
             R"({"z":1.0,"a\u0062":[-0,1e400,"\ud800\/"],"z":{}})"_ba);
    JsonWriter indented(JsonWriter::Format::Indented);
    indented.beginObject().member("claims").value(document.root());
    indented.member("none").value(JsonValue()).endObject();
    QCOMPARE(indented.take(), R"({
  "claims": {
    "z": 1.0,
    "a\u0062": [
      -0,
      1e400,
      "\ud800\/"
    ],
    "z": {}
  },
  "none": null
})"_ba);
}

void TestWriter::writesWhatWasReadOfADamagedText()
{
    const QByteArray cut = R"({"a":[1,{"b":2,"c)";
    const JsonDocument document = JsonDocument::parse(cut);
    JsonWriter json;
    QCOMPARE(json.value(document.root()).take(), R"({"a":[1,{"b":2}]})"_ba);
}

void TestWriter::makesJsonSafeForTerminals()
{
    QCOMPARE(terminalSafeJson(R"({"a":"b"})"), R"({"a":"b"})"_ba);
    const QByteArray unsafe = "{\n  \"a\xE2\x80\xAE\": \"\x7F\xC2\x9B"
                              "\xEF\xBB\xBFZo\xC3\xAB\xF3\xA0\x80\x81\"\n}";
    const QByteArray safe =
        "{\n  \"a\\u202e\": \"\\u007f\\u009b\\ufeffZo\xC3\xAB\\udb40\\udc01\"\n}";
    QCOMPARE(terminalSafeJson(unsafe), safe);
    const JsonDocument before = JsonDocument::parse(unsafe);
    const JsonDocument after = JsonDocument::parse(safe);
    QCOMPARE(after.root().at(0).name(), before.root().at(0).name());
    QCOMPARE(after.root().at(0).toString(), before.root().at(0).toString());
}

MINTMARK_TEST(tst_writer, TestWriter)
#include "tst_writer.moc"

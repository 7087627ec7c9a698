// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "support/testmain.h"
#include "json/reader.h"

using namespace mintmark;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(mintmark::JsonFault)

namespace {

void accept(const char *tag, const QByteArray &text)
{
    QTest::newRow(tag) << text;
}

void reject(const char *tag, const QByteArray &text, JsonFault fault, qsizetype offset)
{
    QTest::newRow(tag) << text << fault << offset;
}

QByteArray nested(int depth, char open, char close)
{
    return QByteArray(depth, open) + QByteArray(depth, close);
}

} // namespace

class TestReader : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void accepts_data();
    void accepts();
    void rejects_data();
    void rejects();
};

void TestReader::accepts_data()
{
    QTest::addColumn<QByteArray>("text");
    accept("empty object", "{}");
    accept("empty array", "[]");
    accept("space inside", " { } ");
    accept("all white space", " \t\r\n[ \t\r\n] \t\r\n");
    accept("top-level null", "null");
    accept("top-level true", "true");
    accept("top-level false", "false");
    accept("top-level number", "42");
    accept("top-level string", "\"a\"");
    accept("empty string", "\"\"");
    accept("zero", "[0]");
    accept("minus zero", "[-0]");
    accept("negative", "[-123]");
    accept("fraction", "[0.5]");
    accept("fraction with zeros", "[1.000]");
    accept("exponent", "[1e3]");
    accept("upper-case exponent", "[1E3]");
    accept("exponent plus", "[1e+3]");
    accept("exponent minus", "[1e-3]");
    accept("exponent with zeros", "[1e0003]");
    accept("zero exponent", "[0e0]");
    accept("fraction and exponent", "[123.456e78]");
    accept("overflow", "[1e400]");
    accept("underflow", "[1E-999]");
    accept("2^53 + 1", "[9007199254740993]");
    accept("2^63", "[9223372036854775808]");
    accept("2^64", "[18446744073709551616]");
    accept("100 digits", "[" + QByteArray(100, '9') + "]");
    accept("number then space", "[1 ]");
    accept("several elements", "[1,2,3]");
    accept("mixed elements", "[null,1,\"1\",{},[],true]");
    accept("one member", R"({"a":1})");
    accept("member with spaces", "{ \"a\" : 1 , \"b\" : 2 }");
    accept("empty name", R"({"":0})");
    accept("duplicate names", R"({"a":1,"a":2})");
    accept("nested", R"({"a":{"b":[{"c":null}]}})");
    accept("simple escapes", R"(["\"\\\/\b\f\n\r\t"])");
    accept("unicode escape", R"(["\u0041"])");
    accept("escape, both cases", R"(["\uaBcD"])");
    accept("escaped NUL", R"(["\u0000"])");
    accept("surrogate pair", R"(["\ud83d\ude00"])");
    accept("lone high surrogate", R"(["\ud800"])");
    accept("lone low surrogate", R"(["\udc00"])");
    accept("two high surrogates", R"(["\ud800\ud800"])");
    accept("high surrogate, other escape", R"(["\ud800\n"])");
    accept("noncharacter escape", R"(["\uffff"])");
    accept("escaped name", R"({"\u0061":1})");
    accept("DEL", "[\"\x7F\"]");
    accept("two-byte UTF-8", "[\"\xC2\x80\xDF\xBF\"]");
    accept("three-byte UTF-8", "[\"\xE0\xA0\x80\xE2\x82\xAC\xED\x9F\xBF\xEE\x80\x80\"]");
    accept("four-byte UTF-8", "[\"\xF0\x90\x80\x80\xF0\x9F\x98\x80\xF4\x8F\xBF\xBF\"]");
    accept("line separator", "[\"\xE2\x80\xA8\"]");
    accept("BOM inside a string", "[\"\xEF\xBB\xBF\"]");
    accept("U+FFFE inside", "[\"\xEF\xBF\xBE\"]");
    accept("comment in a string", R"(["a/*b*/c//d"])");
    accept("single quote in a string", R"(["'"])");
    accept("depth 128", nested(128, '[', ']'));
}

void TestReader::accepts()
{
    QFETCH(QByteArray, text);
    const JsonDocument document = JsonDocument::parse(text);
    QVERIFY(document.isValid());
    QVERIFY(document.root().exists());
    QCOMPARE(document.root().raw().toByteArray(), text.trimmed());
    QCOMPARE(document.bytes(), text);
}

void TestReader::rejects_data()
{
    using enum JsonFault;
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<JsonFault>("fault");
    QTest::addColumn<qsizetype>("offset");

    reject("nothing", "", Empty, 0);
    reject("white space only", " \n ", Empty, 3);
    reject("BOM", "\xEF\xBB\xBF{}", ByteOrderMark, 0);
    reject("UTF-16 LE", QByteArray("\xFF\xFE{\0}\0", 6), ByteOrderMark, 0);
    reject("UTF-16 BE", QByteArray("\xFE\xFF\0{\0}", 6), ByteOrderMark, 0);
    reject("UTF-16 without mark", QByteArray("{\0}\0", 4), UnexpectedCharacter, 1);
    reject("NUL", QByteArray("\0", 1), UnexpectedCharacter, 0);
    reject("NUL after a number", QByteArray("123\0", 4), TrailingCharacters, 3);
    reject("form feed", "\f[]", UnexpectedCharacter, 0);
    reject("no-break space", "[\xC2\xA0]", UnexpectedCharacter, 1);

    reject("two values", "1 2", TrailingCharacters, 2);
    reject("text after an object", "{}x", TrailingCharacters, 2);
    reject("bracket too many", "[1]]", TrailingCharacters, 3);
    reject("brace too many", "{}}", TrailingCharacters, 2);
    reject("comma after the value", "[1],", TrailingCharacters, 3);
    reject("line comment", "[1] // x", TrailingCharacters, 4);
    reject("block comment", "[/**/1]", UnexpectedCharacter, 1);
    reject("hash comment", "# x\n{}", UnexpectedCharacter, 0);

    reject("open array", "[", UnexpectedEnd, 1);
    reject("open array after a value", "[1", UnexpectedEnd, 2);
    reject("open array after a comma", "[1,", UnexpectedEnd, 3);
    reject("open object", "{", UnexpectedEnd, 1);
    reject("name only", R"({"a")", UnexpectedEnd, 4);
    reject("name and colon", R"({"a":)", UnexpectedEnd, 5);
    reject("open object after a value", R"({"a":1)", UnexpectedEnd, 6);
    reject("open object after a comma", R"({"a":1,)", UnexpectedEnd, 7);
    reject("close only", "]", UnexpectedCharacter, 0);
    reject("array closed as object", "[1}", UnexpectedCharacter, 2);
    reject("object closed as array", R"({"a":1])", UnexpectedCharacter, 6);
    reject("trailing comma in array", "[1,]", UnexpectedCharacter, 3);
    reject("trailing comma in object", R"({"a":1,})", UnexpectedCharacter, 7);
    reject("comma first", "[,1]", UnexpectedCharacter, 1);
    reject("comma first in object", R"({,"a":1})", UnexpectedCharacter, 1);
    reject("two commas", "[1,,2]", UnexpectedCharacter, 3);
    reject("no comma", "[1 2]", UnexpectedCharacter, 3);
    reject("no comma between members", R"({"a":1 "b":2})", UnexpectedCharacter, 7);
    reject("colon in an array", "[1:2]", UnexpectedCharacter, 2);
    reject("no colon", R"({"a" 1})", UnexpectedCharacter, 5);
    reject("two colons", R"({"a"::1})", UnexpectedCharacter, 5);
    reject("equals sign", R"({"a"=1})", UnexpectedCharacter, 4);
    reject("number as name", "{1:1}", UnexpectedCharacter, 1);
    reject("bare name", "{a:1}", UnexpectedCharacter, 1);
    reject("null as name", "{null:1}", UnexpectedCharacter, 1);
    reject("single quotes", "{'a':1}", UnexpectedCharacter, 1);
    reject("value without name", R"({"a":1,2})", UnexpectedCharacter, 7);

    reject("True", "[True]", UnexpectedCharacter, 1);
    reject("tru", "[tru]", UnexpectedCharacter, 4);
    reject("nul at the end", "nul", UnexpectedEnd, 3);
    reject("nullx", "[nullx]", UnexpectedCharacter, 5);
    reject("undefined", "undefined", UnexpectedCharacter, 0);
    reject("NaN", "[NaN]", UnexpectedCharacter, 1);
    reject("Infinity", "[Infinity]", UnexpectedCharacter, 1);
    reject("minus Infinity", "[-Infinity]", InvalidNumber, 2);

    reject("leading zero", "[01]", InvalidNumber, 2);
    reject("minus, leading zero", "[-01]", InvalidNumber, 3);
    reject("two zeros", "[00]", InvalidNumber, 2);
    reject("plus", "[+1]", UnexpectedCharacter, 1);
    reject("point first", "[.5]", UnexpectedCharacter, 1);
    reject("minus, point", "[-.5]", InvalidNumber, 2);
    reject("point last", "[1.]", InvalidNumber, 3);
    reject("point, exponent", "[2.e3]", InvalidNumber, 3);
    reject("two points", "[1.2.3]", UnexpectedCharacter, 4);
    reject("bare exponent", "[1e]", InvalidNumber, 3);
    reject("signed bare exponent", "[1e+]", InvalidNumber, 4);
    reject("fraction in exponent", "[1e2.5]", UnexpectedCharacter, 4);
    reject("minus only", "[-]", InvalidNumber, 2);
    reject("minus at the end", "-", InvalidNumber, 1);
    reject("two minus", "[--1]", InvalidNumber, 2);
    reject("minus space", "[- 1]", InvalidNumber, 2);
    reject("hexadecimal", "[0x1F]", UnexpectedCharacter, 2);
    reject("thousands", "[1 000]", UnexpectedCharacter, 3);
    reject("letter in a number", "[1a]", UnexpectedCharacter, 2);
    reject("full-width digit", "[\xEF\xBC\x91]", UnexpectedCharacter, 1);

    reject("open string", R"(["a)", UnexpectedEnd, 3);
    reject("string ends in backslash", R"(["a\)", UnexpectedEnd, 4);
    reject("escape \\x", R"(["\x41"])", InvalidEscape, 2);
    reject("escape \\a", R"(["\a"])", InvalidEscape, 2);
    reject("escape \\'", R"(["\'"])", InvalidEscape, 2);
    reject("escape \\U", R"(["\U0041"])", InvalidEscape, 2);
    reject("escape NUL", QByteArray("[\"\\\0\"]", 6), InvalidEscape, 2);
    reject("escape, three digits", R"(["\u004"])", InvalidEscape, 2);
    reject("escape, no digits", R"(["\u"])", InvalidEscape, 2);
    reject("escape, wrong digit", R"(["\u00g0"])", InvalidEscape, 2);
    reject("escape cut off", R"(["\u00)", UnexpectedEnd, 6);
    reject("second surrogate bad", R"(["\ud800\uZZZZ"])", InvalidEscape, 8);
    reject("tab in a string", "[\"a\tb\"]", ControlCharacter, 3);
    reject("line break in a string", "[\"a\nb\"]", ControlCharacter, 3);
    reject("NUL in a string", QByteArray("[\"\0\"]", 5), ControlCharacter, 2);
    reject("U+001F in a string", "[\"\x1F\"]", ControlCharacter, 2);
    reject("control in a name", "{\"a\nb\":1}", ControlCharacter, 3);

    reject("continuation byte", "[\"\x80\"]", InvalidUtf8, 2);
    reject("overlong slash, 2", "[\"\xC0\xAF\"]", InvalidUtf8, 2);
    reject("overlong, C1", "[\"\xC1\xBF\"]", InvalidUtf8, 2);
    reject("overlong slash, 3", "[\"\xE0\x80\xAF\"]", InvalidUtf8, 2);
    reject("overlong slash, 4", "[\"\xF0\x80\x80\xAF\"]", InvalidUtf8, 2);
    reject("surrogate as UTF-8", "[\"\xED\xA0\x80\"]", InvalidUtf8, 2);
    reject("above U+10FFFF", "[\"\xF4\x90\x80\x80\"]", InvalidUtf8, 2);
    reject("lead byte F5", "[\"\xF5\x80\x80\x80\"]", InvalidUtf8, 2);
    reject("byte FF", "[\"\xFF\"]", InvalidUtf8, 2);
    reject("cut-off sequence", "[\"\xE2\x82\"]", InvalidUtf8, 2);
    reject("cut-off at the end", "[\"\xF0\x9F\x98", InvalidUtf8, 2);
    reject("Latin-1", "[\"Zo\xEB\"]", InvalidUtf8, 4);
    reject("depth 129", nested(129, '[', ']'), TooDeep, 128);
}

void TestReader::rejects()
{
    QFETCH(QByteArray, text);
    QFETCH(JsonFault, fault);
    QFETCH(qsizetype, offset);
    const JsonDocument document = JsonDocument::parse(text);
    QVERIFY(!document.isValid());
    const QList<JsonProblem> expected { { fault, offset } };
    QCOMPARE(document.problems(), expected);
}

MINTMARK_TEST(tst_reader, TestReader)
#include "tst_reader.moc"

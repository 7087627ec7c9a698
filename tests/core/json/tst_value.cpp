// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "support/testmain.h"
#include "json/reader.h"

#include <cmath>

using namespace mintmark;
using namespace Qt::StringLiterals;

class TestValue : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void decodesStrings_data();
    void decodesStrings();
    void findsMembersInAnyEncoding();
    void findsMembersWithLoneSurrogates();
    void convertsScalars();
    void walksInOrder();
    void missingAnswersEverything();
};

void TestValue::decodesStrings_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("decoded");
    QTest::newRow("empty") << R"("")"_ba << u""_s;
    QTest::newRow("UTF-8") << "\"Zo\xC3\xAB\""_ba << u"Zoë"_s;
    QTest::newRow("escapes") << R"("\"\\\/\b\f\n\r\tx")"_ba << u"\"\\/\b\f\n\r\tx"_s;
    QTest::newRow("unicode") << R"("a\u00e9b\u20AC")"_ba << u"aéb€"_s;
    QTest::newRow("pair") << R"("\ud83d\ude00")"_ba << u"😀"_s;
    QTest::newRow("lone") << R"("a\ud800b")"_ba << QString(u'a') + QChar(0xD800) + u'b';
    QTest::newRow("NUL") << R"("a\u0000b")"_ba << QString(u'a') + QChar(0) + u'b';
    QTest::newRow("U+FEFF kept") << "\"\xEF\xBB\xBF\xEF\xBB\xBF"
                                    "a\\n\xEF\xBB\xBF\""_ba
                                 << u"\uFEFF\uFEFFa\n\uFEFF"_s;
    QTest::newRow("mixed") << "\"\xE2\x82\xAC\\n\xE2\x82\xAC\""_ba << u"€\n€"_s;
}

void TestValue::decodesStrings()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, decoded);
    const JsonDocument document = JsonDocument::parse(text);
    QCOMPARE(document.root().toString(), decoded);
    QVERIFY(!document.root().toString().isNull());
    const JsonDocument named = JsonDocument::parse("{" + text + ":1}");
    QCOMPARE((*named.root().begin()).name(), decoded);
}

void TestValue::findsMembersInAnyEncoding()
{
    const JsonDocument document =
        JsonDocument::parse("{\"Zo\xC3\xAB\":1,\"\\u00e9\":2,\"\xF0\x9F\x98\x80\":3,\"plain\":4}");
    const JsonValue root = document.root();
    QCOMPARE(root.member(u"Zoë").toInteger(), std::optional<qint64>(1));
    QCOMPARE(root.member(QLatin1StringView("Zo\xEB")).toInteger(), std::optional<qint64>(1));
    QCOMPARE(root.member("Zo\xC3\xAB").toInteger(), std::optional<qint64>(1));
    QCOMPARE(root.member(u"é").toInteger(), std::optional<qint64>(2));
    QCOMPARE(root.member(u"😀"_s).toInteger(), std::optional<qint64>(3));
    QCOMPARE(root.member("plain"_L1).toInteger(), std::optional<qint64>(4));
    QVERIFY(!root.member("Plain"_L1).exists());
    QVERIFY(!root.member("plai"_L1).exists());
    QCOMPARE(root.count(u"Zoë"), 1);
}

/// UTF-8 has no lone surrogate, and what stands for it there is another name.
void TestValue::findsMembersWithLoneSurrogates()
{
    const JsonDocument document = JsonDocument::parse(R"({"a?":1,"a\ud800":2})");
    const JsonValue root = document.root();
    QCOMPARE(root.member(QString(u'a') + QChar(0xD800)).toInteger(), std::optional<qint64>(2));
    QCOMPARE(root.member(u"a?").toInteger(), std::optional<qint64>(1));
}

void TestValue::convertsScalars()
{
    const JsonDocument document = JsonDocument::parse(R"([true,false,null,1e400,0.1,"1",{"a":1}])");
    const JsonValue root = document.root();
    QCOMPARE(root.at(0).toBool(), std::optional(true));
    QCOMPARE(root.at(1).toBool(), std::optional(false));
    QCOMPARE(root.at(2).toBool(), std::nullopt);
    QVERIFY(root.at(2).isNull());
    QVERIFY(std::isinf(root.at(3).toDouble()));
    QCOMPARE(root.at(4).toDouble(), 0.1);
    QVERIFY(std::isnan(root.at(5).toDouble()));
    QCOMPARE(root.at(5).toInteger(), std::nullopt);
    QVERIFY(root.at(4).toString().isNull());
    QVERIFY(root.at(6).isObject());
}

void TestValue::walksInOrder()
{
    const JsonDocument document = JsonDocument::parse(R"([[1,[2,3]],{"a":[4]},5])");
    const JsonValue root = document.root();
    QByteArrayList raw;
    for (const JsonValue &element : root)
        raw << element.raw().toByteArray();
    QCOMPARE(raw, (QByteArrayList { "[1,[2,3]]", R"({"a":[4]})", "5" }));
    QCOMPARE(root.size(), 3);
    QCOMPARE(root.at(0).at(1).at(1).raw().toByteArray(), "3"_ba);
    QCOMPARE(root.at(1).member("a"_L1).nameOffset(), 12);
    QVERIFY(!root.at(3).exists() && !root.at(-1).exists());
    QVERIFY(root.at(2).begin() == root.at(2).end());
    auto it = root.begin();
    QCOMPARE((*it++).raw().toByteArray(), "[1,[2,3]]"_ba);
    QVERIFY(it->isObject());
}

void TestValue::missingAnswersEverything()
{
    const JsonValue missing;
    QVERIFY(!missing.exists());
    QVERIFY(!missing.member("a"_L1).at(3).member(u"b").exists());
    QCOMPARE(missing.count("a"_L1), 0);
    QCOMPARE(missing.size(), 0);
    QVERIFY(missing.begin() == missing.end());
    QVERIFY(missing.raw().isEmpty() && missing.rawName().isEmpty() && missing.name().isEmpty());
    QVERIFY(missing.toString().isNull() && !missing.toInteger() && !missing.toBool());
    QVERIFY(std::isnan(missing.toDouble()));
    QCOMPARE(missing.offset(), 0);
    QCOMPARE(missing.nameOffset(), 0);
}

MINTMARK_TEST(tst_value, TestValue)
#include "tst_value.moc"

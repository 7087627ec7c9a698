// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "oauth/answerpath.h"

#include "support/testmain.h"
#include "json/reader.h"

using namespace mintmark;
using namespace Qt::StringLiterals;

class TestAnswerPath : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void leads_data();
    void leads();
    void ambiguous();
    void failureIsSafe();
};

void TestAnswerPath::leads_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("raw"); // empty: nowhere
    QTest::addColumn<QString>("failure");
    const auto to = [](const char *path, const char *raw) {
        QTest::newRow(path) << QString::fromLatin1(path) << QByteArray(raw) << QString();
    };
    const auto nowhere = [](const char *path, const char *failure) {
        QTest::newRow(path) << QString::fromLatin1(path) << QByteArray() << QString::fromLatin1(failure);
    };
    to("data.0.token", R"("a")");
    to("data[0].token", R"("a")");
    to("data.1.0", R"("b")");
    to("data[1][0]", R"("b")");
    to("data.1[0]", R"("b")");
    to("data.2", R"("c")");
    to("data.02", R"("c")");
    to("data.0", R"("d")"); // a name of its own goes first
    to("e[0]", R"("f")");
    to("0.1", R"("g")");
    to("list[0][0].0", R"("h")");
    to("[", R"("i")");
    to("x[y].z", R"("j")");
    to(".", R"("k")");
    nowhere("data.3", R"(There is no "data.3": the length of the list "data" is 3.)");
    nowhere("data[3].token", R"(There is no "data.3": the length of the list "data" is 3.)");
    nowhere("data.99999999999999999999.x",
            R"(There is no "data.99999999999999999999": the length of the list "data" is 3.)");
    nowhere("data.token",
            R"(There is no "data.token": "data" is a list, whose entries are numbered from 0.)");
    nowhere("data.-1", R"(There is no "data.-1": "data" is a list, whose entries are numbered from 0.)");
    nowhere("data.+1", R"(There is no "data.+1": "data" is a list, whose entries are numbered from 0.)");
    nowhere("data.0.key", R"(There is no "data.0.key": "data.0" is an object without it.)");
    nowhere("data.2.0", R"(There is no "data.2.0": "data.2" is neither an object nor a list.)");
    nowhere("token", R"(There is no "token" in it.)");
    nowhere("token[0].a", R"(There is no "token" in it.)");
}

void TestAnswerPath::leads()
{
    QFETCH(const QString, path);
    QFETCH(const QByteArray, raw);
    QFETCH(const QString, failure);
    const JsonDocument document =
        JsonDocument::parse(R"({"data":[{"token":"a"},["b"],"c"],"data.0":"d","e[0]":"f",
            "0":{"1":"g"},"list":[[["h"]]],"[":"i","x[y]":{"z":"j"},"":{"":"k"}})");
    QVERIFY(document.isValid());
    const AnswerPath found = AnswerPath::follow(document.root(), path);
    QCOMPARE(found.value.exists(), !raw.isEmpty());
    QCOMPARE(found.value.raw().toByteArray(), raw);
    QCOMPARE(found.failure, failure);
    QVERIFY(!found.ambiguous);
}

void TestAnswerPath::ambiguous()
{
    const JsonDocument document =
        JsonDocument::parse(R"({"a":1,"a":2,"b":[{"c":1,"c":2,"d":1}]})");
    const auto twice = [&document](const QString &path) {
        return AnswerPath::follow(document.root(), path).ambiguous;
    };
    QCOMPARE(twice(u"a"_s), std::optional(u"a"_s));
    QCOMPARE(twice(u"b[0].c"_s), std::optional(u"b.0.c"_s));
    QCOMPARE(twice(u"b.0.d"_s), std::nullopt);
}

void TestAnswerPath::failureIsSafe()
{
    const JsonDocument document = JsonDocument::parse("{}");
    QCOMPARE(AnswerPath::follow(document.root(), u"a\u202eb"_s).failure,
             u"There is no \"a\\u{202E}b\" in it."_s);
    QVERIFY(AnswerPath::follow(document.root(), QString(100'000, u'x')).failure.size() < 200);
}

MINTMARK_TEST(tst_answerpath, TestAnswerPath)

#include "tst_answerpath.moc"

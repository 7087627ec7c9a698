// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "randomjson.h"
#include "support/testmain.h"
#include "json/reader.h"
#include "json/writer.h"

#include <nlohmann/json.hpp>
#include <simdjson.h>

#include <algorithm>

using namespace mintmark;
using namespace mintmark::test;
using namespace Qt::StringLiterals;

namespace {

/// A document as a list of events, the same words for all three readers.
using Events = QByteArrayList;

QByteArray doubleEvent(double value)
{
    return "n" + QByteArray::number(value, 'g', 17);
}

bool isIntegerText(QByteArrayView text)
{
    return std::none_of(text.begin(), text.end(),
                        [](char c) { return c == '.' || c == 'e' || c == 'E'; });
}

std::optional<qulonglong> toUnsigned(const JsonValue &value)
{
    bool fits = false;
    const qulonglong number = value.raw().toULongLong(&fits);
    return fits ? std::optional(number) : std::nullopt;
}

/// Integers of 64 bits exactly, everything else as the nearest double.
QByteArray numberEvent(const JsonValue &value)
{
    if (isIntegerText(value.raw())) {
        if (const std::optional<qint64> integer = value.toInteger())
            return "n" + QByteArray::number(*integer);
        if (const auto large = toUnsigned(value))
            return "n" + QByteArray::number(*large);
    }
    return doubleEvent(value.toDouble());
}

void collect(const JsonValue &value, Events &events)
{
    switch (value.type()) {
    case JsonValue::Type::Missing:
        break;
    case JsonValue::Type::Null:
        events << "null"_ba;
        break;
    case JsonValue::Type::Boolean:
        events << (*value.toBool() ? "true"_ba : "false"_ba);
        break;
    case JsonValue::Type::Number:
        events << numberEvent(value);
        break;
    case JsonValue::Type::String:
        events << "s" + value.toString().toUtf8();
        break;
    case JsonValue::Type::Array:
    case JsonValue::Type::Object:
        events << (value.isObject() ? "{"_ba : "["_ba);
        for (const JsonValue &child : value) {
            if (value.isObject())
                events << "k" + child.name().toUtf8();
            collect(child, events);
        }
        events << (value.isObject() ? "}"_ba : "]"_ba);
        break;
    }
}

class NlohmannEvents : public nlohmann::json_sax<nlohmann::json>
{
public:
    Events events;

    bool null() override { return add("null"); }
    bool boolean(bool value) override { return add(value ? "true" : "false"); }
    bool number_integer(number_integer_t value) override
    {
        return add("n" + QByteArray::number(qlonglong(value)));
    }
    bool number_unsigned(number_unsigned_t value) override
    {
        return add("n" + QByteArray::number(qulonglong(value)));
    }
    bool number_float(number_float_t value, const string_t &) override
    {
        return add(doubleEvent(value));
    }
    bool string(string_t &value) override { return add("s" + QByteArray::fromStdString(value)); }
    bool binary(binary_t &) override { return false; }
    bool start_object(std::size_t) override { return add("{"); }
    bool key(string_t &value) override { return add("k" + QByteArray::fromStdString(value)); }
    bool end_object() override { return add("}"); }
    bool start_array(std::size_t) override { return add("["); }
    bool end_array() override { return add("]"); }
    bool parse_error(std::size_t, const std::string &, const nlohmann::detail::exception &) override
    {
        return false;
    }

private:
    bool add(const QByteArray &event)
    {
        events << event;
        return true;
    }
};

void collect(simdjson::dom::element element, Events &events)
{
    using simdjson::dom::element_type;
    const auto bytes = [](std::string_view view) {
        return QByteArray(view.data(), qsizetype(view.size()));
    };
    switch (element.type()) {
    case element_type::ARRAY: {
        events << "["_ba;
        // A copy: value_unsafe() refers into a temporary that a range-for does not keep.
        const simdjson::dom::array array = element.get_array().value_unsafe();
        for (const simdjson::dom::element child : array)
            collect(child, events);
        events << "]"_ba;
        break;
    }
    case element_type::OBJECT: {
        events << "{"_ba;
        const simdjson::dom::object object = element.get_object().value_unsafe();
        for (const simdjson::dom::key_value_pair pair : object) {
            events << "k" + bytes(pair.key);
            collect(pair.value, events);
        }
        events << "}"_ba;
        break;
    }
    case element_type::INT64:
        events << "n" + QByteArray::number(qlonglong(element.get_int64().value_unsafe()));
        break;
    case element_type::UINT64:
        events << "n" + QByteArray::number(qulonglong(element.get_uint64().value_unsafe()));
        break;
    case element_type::DOUBLE:
        events << doubleEvent(element.get_double().value_unsafe());
        break;
    case element_type::STRING:
        events << "s" + bytes(element.get_string().value_unsafe());
        break;
    case element_type::BOOL:
        events << (element.get_bool().value_unsafe() ? "true"_ba : "false"_ba);
        break;
    case element_type::NULL_VALUE:
        events << "null"_ba;
        break;
    }
}

bool hasOddity(const JsonDocument &document, JsonOddity oddity)
{
    return std::any_of(document.notes().begin(), document.notes().end(),
                       [oddity](const JsonNote &note) { return note.oddity == oddity; });
}

/// simdjson refuses whole numbers that fit neither qint64 nor quint64.
bool hasLargeInteger(const JsonValue &value)
{
    if (value.isNumber())
        return isIntegerText(value.raw()) && !value.toInteger() && !toUnsigned(value);
    return std::any_of(value.begin(), value.end(), hasLargeInteger);
}

bool rangesNest(const JsonValue &value)
{
    qsizetype from = value.offset() + 1;
    for (const JsonValue &child : value) {
        const qsizetype end = child.offset() + child.length();
        if (child.nameOffset() < from || end > value.offset() + value.length()
            || !rangesNest(child))
            return false;
        from = end;
    }
    return true;
}

} // namespace

class TestReaderOracles : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void agrees_data()
    {
        QTest::addColumn<bool>("mutated");
        QTest::newRow("valid") << false;
        QTest::newRow("mutated") << true;
    }
    void agrees();

private:
    void compare(const QByteArray &text);

    simdjson::dom::parser m_simdjson;
    int m_valid = 0;
};

void TestReaderOracles::agrees()
{
    QFETCH(bool, mutated);
    bool given = false;
    const int wanted = qEnvironmentVariableIntValue("MINTMARK_RANDOM_DOCUMENTS", &given);
    const int count = given ? wanted : 10'000;
    RandomJson random(mutated ? 8259 : 7159);
    m_valid = 0;
    for (int i = 0; i < count; ++i) {
        const QByteArray text = mutated ? random.mutated() : random.valid();
        compare(text);
        if (QTest::currentTestFailed()) {
            qWarning("document %d: %s", i, text.toPercentEncoding(" {}[]\":,\\").constData());
            return;
        }
    }
    QVERIFY(mutated ? m_valid > count / 20 && m_valid < count / 2 : m_valid == count);
}

void TestReaderOracles::compare(const QByteArray &text)
{
    const JsonDocument document = JsonDocument::parse(text);
    if (document.isValid() != document.problems().isEmpty())
        QFAIL("neither valid nor a problem");
    if (!document.isValid()) {
        // nlohmann skips a byte order mark; everything else we refuse, both refuse.
        if (document.problems().first().fault != JsonFault::ByteOrderMark)
            QVERIFY(!nlohmann::json::accept(text.begin(), text.end()));
        QVERIFY(m_simdjson.parse(text.data(), size_t(text.size())).error() != simdjson::SUCCESS);
        return;
    }
    ++m_valid;
    QVERIFY(rangesNest(document.root()));
    Events events;
    collect(document.root(), events);
    JsonWriter writer(JsonWriter::Format::Indented);
    const JsonDocument again = JsonDocument::parse(writer.value(document.root()).take());
    Events rewritten;
    collect(again.root(), rewritten);
    QCOMPARE(rewritten, events);

    // Both oracles refuse what we only note.
    const bool noted = hasOddity(document, JsonOddity::NumberOverflow)
        || hasOddity(document, JsonOddity::LoneSurrogate);
    NlohmannEvents nlohmannEvents;
    const bool accepted = nlohmann::json::sax_parse(text.begin(), text.end(), &nlohmannEvents);
    QCOMPARE(accepted, !noted);
    if (accepted)
        QCOMPARE(events, nlohmannEvents.events);

    simdjson::dom::element element;
    const bool parsed =
        m_simdjson.parse(text.data(), size_t(text.size())).get(element) == simdjson::SUCCESS;
    QCOMPARE(parsed, !noted && !hasLargeInteger(document.root()));
    if (parsed) {
        Events simdjsonEvents;
        collect(element, simdjsonEvents);
        QCOMPARE(events, simdjsonEvents);
    }
}

MINTMARK_TEST(tst_readeroracles, TestReaderOracles)
#include "tst_readeroracles.moc"

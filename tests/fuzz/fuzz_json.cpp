// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "fuzzinput.h"
#include "json/reader.h"
#include "json/writer.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>

using namespace mintmark;

namespace {

/// Ranges lie in each other and follow each other; what is asked of a value answers.
void checkValue(const JsonValue &value, QByteArrayView text)
{
    MUST(fuzz::liesIn(value.raw(), text) && fuzz::liesIn(value.rawName(), text));
    MUST(value.raw().size() == value.length() && value.offset() + value.length() <= text.size());
    qsizetype from = value.offset();
    qsizetype count = 0;
    for (const JsonValue &child : value) {
        MUST(child.nameOffset() >= from && child.offset() >= child.nameOffset());
        MUST(value.isObject() != child.rawName().isEmpty());
        from = child.offset() + child.length();
        MUST(from <= value.offset() + value.length());
        ++count;
        checkValue(child, text);
    }
    MUST(count == value.size());
    if (value.isObject() && value.size() > 0 && value.size() < 50)
        MUST(value.member((*value.begin()).name()).offset() == (*value.begin()).offset());
    if (const std::optional<qint64> integer = value.toInteger())
        MUST(static_cast<double>(*integer) == value.toDouble());
}

bool sameValue(const JsonValue &a, const JsonValue &b)
{
    return a.type() == b.type() && a.size() == b.size()
        && (a.isObject() || a.isArray() ? std::equal(a.begin(), a.end(), b.begin(), b.end(),
                                                     [](const JsonValue &x, const JsonValue &y) {
                                                         return x.rawName() == y.rawName()
                                                             && sameValue(x, y);
                                                     })
                                        : a.raw() == b.raw());
}

/// Each value by itself is a text that says the same; so is what the writer makes of it.
void checkRereading(const JsonValue &value)
{
    const JsonDocument alone = JsonDocument::parse(value.raw().toByteArray());
    MUST(alone.isValid() && sameValue(alone.root(), value));
    const JsonDocument written =
        JsonDocument::parse(JsonWriter(JsonWriter::Format::Indented).value(value).take());
    MUST(written.isValid() && sameValue(written.root(), value));
    const JsonDocument safe = JsonDocument::parse(terminalSafeJson(value.raw()));
    MUST(safe.isValid() && safe.root().type() == value.type());
    if (value.isString())
        MUST(safe.root().toString() == value.toString());
}

bool has(const JsonDocument &document, JsonOddity oddity)
{
    return std::any_of(document.notes().begin(), document.notes().end(),
                       [oddity](const JsonNote &note) { return note.oddity == oddity; });
}

/// nlohmann refuses what we note, skips a byte order mark, takes U+0000 for the end, and knows no
/// depth.
void checkOracle(const JsonDocument &document)
{
    const QByteArray &text = document.bytes();
    const bool accepted = nlohmann::json::accept(text.begin(), text.end());
    if (document.isValid()) {
        const bool noted = has(document, JsonOddity::NumberOverflow)
            || has(document, JsonOddity::LoneSurrogate) || document.notes().size() == 32;
        MUST(accepted || noted);
        return;
    }
    const JsonFault fault = document.problems().first().fault;
    const bool differs = fault == JsonFault::ByteOrderMark || fault == JsonFault::TooDeep;
    if (!differs && !text.contains('\0'))
        MUST(!accepted);
}

bool hasDuplicates(const JsonValue &value)
{
    std::set<QString> names;
    for (const JsonValue &child : value) {
        if ((value.isObject() && !names.insert(child.name()).second) || hasDuplicates(child))
            return true;
    }
    return false;
}

} // namespace

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const JsonDocument document = JsonDocument::parse(fuzz::repeated(fuzz::viewOf(data, size)));
    const JsonValue root = document.root();
    MUST(document.problems().isEmpty() == document.isValid());
    for (const JsonProblem &problem : document.problems())
        MUST(problem.offset >= 0 && problem.offset <= document.bytes().size());
    for (const JsonNote &note : document.notes())
        MUST(note.offset >= 0 && note.offset < document.bytes().size());
    checkValue(root, document.bytes());
    checkOracle(document);
    MUST(document.duplicateMembers().isEmpty() != hasDuplicates(root));
    if (document.isValid()) {
        checkRereading(root);
        for (const JsonValue &child : root)
            checkRereading(child);
    }
    // What was read before a grammar error can be written.
    const QByteArray written = JsonWriter().value(root).take();
    MUST(JsonDocument::parse(written, { written.size(), 1000 }).isValid());
    return 0;
}

// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "json/jsondata.h"
#include "json/jsonscanner.h"
#include "json/number.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace mintmark {

namespace {

constexpr qsizetype maximumNotes = 32;

/// Puts the scanner's pieces into nodes. Open containers are a chain through JsonNode::next, so
/// that neither recursion nor a stack of its own is needed.
class Reader
{
public:
    Reader(JsonData &data, int depth) : m_data(data), m_scan(data.bytes), m_depthLeft(depth) { }

    void read();

private:
    enum class Expect { Value, FirstElement, Name, FirstName, Separator, Nothing };
    static constexpr quint32 none = std::numeric_limits<quint32>::max();

    bool step(Expect &expect);
    bool readSeparator(Expect &expect);
    bool readValue(Expect &expect);
    bool readScalar(JsonValue::Type type);
    bool readName();
    void noteNumber();

    bool openContainer(JsonValue::Type type);
    Expect closeContainer();
    JsonNode &append(JsonValue::Type type, quint32 begin);
    void note(JsonOddity oddity, quint32 offset);
    Expect afterValue() const { return m_open == none ? Expect::Nothing : Expect::Separator; }

    JsonData &m_data;
    JsonScanner m_scan;
    int m_depthLeft;
    quint32 m_open = none; ///< innermost open container
    JsonNode m_name;       ///< holds the name that waits for its value
};

void Reader::read()
{
    const QByteArrayView text(m_data.bytes);
    bool good = true;
    if (text.startsWith("\xEF\xBB\xBF") || text.startsWith("\xFF\xFE")
        || text.startsWith("\xFE\xFF"))
        good = m_scan.fail(JsonFault::ByteOrderMark);
    Expect expect = Expect::Value;
    while (good) {
        m_scan.skipWhiteSpace();
        if (m_scan.atEnd() && expect == Expect::Nothing)
            break;
        good = m_scan.atEnd()
            ? m_scan.fail(m_data.nodes.empty() ? JsonFault::Empty : JsonFault::UnexpectedEnd)
            : step(expect);
    }
    while (m_open != none)
        closeContainer();
    if (!good)
        m_data.problems.append(m_scan.problem);
}

/// One value, name or separator; there is at least one byte.
bool Reader::step(Expect &expect)
{
    switch (expect) {
    case Expect::FirstElement:
    case Expect::FirstName:
        if (*m_scan.at == (expect == Expect::FirstName ? '}' : ']')) {
            ++m_scan.at;
            expect = closeContainer();
            return true;
        }
        if (expect == Expect::FirstElement)
            return readValue(expect);
        [[fallthrough]];
    case Expect::Name:
        expect = Expect::Value;
        return readName();
    case Expect::Value:
        return readValue(expect);
    case Expect::Separator:
        return readSeparator(expect);
    case Expect::Nothing:
        break;
    }
    return m_scan.fail(JsonFault::TrailingCharacters);
}

bool Reader::readSeparator(Expect &expect)
{
    const bool inObject = m_data.nodes[m_open].type == JsonValue::Type::Object;
    const char mark = *m_scan.at;
    if (mark != ',' && mark != (inObject ? '}' : ']'))
        return m_scan.fail(JsonFault::UnexpectedCharacter);
    ++m_scan.at;
    if (mark == ',')
        expect = inObject ? Expect::Name : Expect::Value;
    else
        expect = closeContainer();
    return true;
}

bool Reader::readValue(Expect &expect)
{
    const char first = *m_scan.at;
    if (first == '{') {
        expect = Expect::FirstName;
        return openContainer(JsonValue::Type::Object);
    }
    if (first == '[') {
        expect = Expect::FirstElement;
        return openContainer(JsonValue::Type::Array);
    }
    expect = afterValue();
    switch (first) {
    case '"':
        return readScalar(JsonValue::Type::String);
    case 't':
    case 'f':
        return readScalar(JsonValue::Type::Boolean);
    case 'n':
        return readScalar(JsonValue::Type::Null);
    default:
        if (first != '-' && (first < '0' || first > '9'))
            return m_scan.fail(JsonFault::UnexpectedCharacter);
        return readScalar(JsonValue::Type::Number);
    }
}

bool Reader::readScalar(JsonValue::Type type)
{
    const quint32 begin = m_scan.offset();
    JsonScanner::StringTraits traits;
    bool good = false;
    if (type == JsonValue::Type::String)
        good = m_scan.readString(traits);
    else if (type == JsonValue::Type::Number)
        good = m_scan.readNumber();
    else if (type == JsonValue::Type::Null)
        good = m_scan.readLiteral("null");
    else
        good = m_scan.readLiteral(*m_scan.at == 't' ? "true" : "false");
    if (!good)
        return false;
    append(type, begin).escaped = traits.escaped;
    if (traits.loneSurrogate)
        note(JsonOddity::LoneSurrogate, begin);
    if (type == JsonValue::Type::Number)
        noteNumber();
    return true;
}

bool Reader::readName()
{
    if (*m_scan.at != '"')
        return m_scan.fail(JsonFault::UnexpectedCharacter);
    JsonScanner::StringTraits traits;
    const quint32 begin = m_scan.offset();
    if (!m_scan.readString(traits))
        return false;
    m_name.nameBegin = begin;
    m_name.nameEnd = m_scan.offset();
    m_name.nameEscaped = traits.escaped;
    if (traits.loneSurrogate)
        note(JsonOddity::LoneSurrogate, begin);
    m_scan.skipWhiteSpace();
    if (m_scan.atEnd())
        return m_scan.fail(JsonFault::UnexpectedEnd);
    if (*m_scan.at != ':')
        return m_scan.fail(JsonFault::UnexpectedCharacter);
    ++m_scan.at;
    return true;
}

void Reader::noteNumber()
{
    const JsonNode &node = m_data.nodes.back();
    const QByteArrayView text = m_data.slice(node.begin, node.end);
    const auto exponent =
        std::find_if(text.begin(), text.end(), [](char c) { return c == 'e' || c == 'E'; });
    const auto isZero = [](char c) { return c == '0' || c == '.'; };
    if (text.front() == '-' && std::all_of(text.begin() + 1, exponent, isZero))
        note(JsonOddity::NegativeZero, node.begin);
    // The largest double has 309 digits: a shorter text without an exponent cannot overflow.
    if ((exponent != text.end() || text.size() > 308) && std::isinf(nearestDouble(text)))
        note(JsonOddity::NumberOverflow, node.begin);
}

/// A node that ends where the scanner stands; takes the waiting name.
JsonNode &Reader::append(JsonValue::Type type, quint32 begin)
{
    if (m_open != none)
        ++m_data.nodes[m_open].children;
    JsonNode &node = m_data.nodes.emplace_back(std::exchange(m_name, JsonNode()));
    node.begin = begin;
    node.end = m_scan.offset();
    node.next = static_cast<quint32>(m_data.nodes.size());
    node.type = type;
    return node;
}

bool Reader::openContainer(JsonValue::Type type)
{
    if (m_depthLeft <= 0)
        return m_scan.fail(JsonFault::TooDeep);
    --m_depthLeft;
    append(type, m_scan.offset()).next = m_open;
    m_open = static_cast<quint32>(m_data.nodes.size() - 1);
    ++m_scan.at;
    return true;
}

Reader::Expect Reader::closeContainer()
{
    JsonNode &node = m_data.nodes[m_open];
    node.end = m_scan.offset();
    m_open = std::exchange(node.next, static_cast<quint32>(m_data.nodes.size()));
    ++m_depthLeft;
    return afterValue();
}

void Reader::note(JsonOddity oddity, quint32 offset)
{
    if (m_data.notes.size() < maximumNotes)
        m_data.notes.append({ oddity, offset });
}

} // namespace

JsonDocument JsonDocument::parse(QByteArray bytes, JsonLimits limits)
{
    auto data = std::make_shared<JsonData>();
    data->bytes = std::move(bytes);
    if (data->bytes.size() > limits.size) {
        data->problems.append({ JsonFault::TooLarge, limits.size });
        return JsonDocument(std::move(data));
    }
    data->nodes.reserve(static_cast<size_t>(std::min<qsizetype>(data->bytes.size() / 24 + 4, 256)));
    Reader(*data, limits.depth).read();
    return JsonDocument(std::move(data));
}

} // namespace mintmark

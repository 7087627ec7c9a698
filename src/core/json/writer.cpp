// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "json/writer.h"

#include "base/displaytext.h"
#include "json/value.h"

#include <QList>
#include <QtGlobal>

#include <algorithm>

namespace mintmark {

namespace {

void appendUnicodeEscape(QByteArray &bytes, char16_t unit)
{
    constexpr char digits[] = "0123456789abcdef";
    bytes += "\\u";
    for (int shift = 12; shift >= 0; shift -= 4)
        bytes += digits[(unit >> shift) & 0xF];
}

void appendAsciiEscaped(QByteArray &bytes, char c)
{
    constexpr QByteArrayView shortForms = "\bb\ff\nn\rr\tt";
    if (c == '"' || c == '\\') {
        bytes += '\\';
        bytes += c;
    } else if (static_cast<uchar>(c) >= 0x20) {
        bytes += c;
    } else if (const qsizetype form = shortForms.indexOf(c); form >= 0) {
        bytes += '\\';
        bytes += shortForms[form + 1];
    } else {
        appendUnicodeEscape(bytes, static_cast<uchar>(c));
    }
}

void appendEscaped(QByteArray &bytes, QStringView text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c.unicode() < 0x80) {
            appendAsciiEscaped(bytes, static_cast<char>(c.unicode()));
        } else if (c.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
            bytes += text.sliced(i, 2).toUtf8();
            ++i;
        } else if (c.isSurrogate()) {
            appendUnicodeEscape(bytes, c.unicode());
        } else {
            bytes += text.sliced(i, 1).toUtf8();
        }
    }
}

void appendEscaped(QByteArray &bytes, QLatin1StringView text)
{
    appendEscaped(bytes, QStringView(QString(text)));
}

void appendEscaped(QByteArray &bytes, QUtf8StringView text)
{
    const QByteArrayView utf8(text.data(), text.size());
    if (!utf8.isValidUtf8()) {
        appendEscaped(bytes, QStringView(text.toString()));
        return;
    }
    for (const char c : utf8)
        appendAsciiEscaped(bytes, c); // continuation bytes are above 0x20 and pass
}

} // namespace

JsonWriter::JsonWriter(Format format) : m_format(format) { }

JsonWriter &JsonWriter::member(QAnyStringView name)
{
    string(name);
    colon();
    return *this;
}

JsonWriter &JsonWriter::string(QAnyStringView text)
{
    separate();
    m_bytes += '"';
    text.visit([this](auto view) { appendEscaped(m_bytes, view); });
    m_bytes += '"';
    return *this;
}

JsonWriter &JsonWriter::integer(qint64 value)
{
    return raw(QByteArray::number(value));
}

JsonWriter &JsonWriter::boolean(bool value)
{
    return raw(value ? "true" : "false");
}

JsonWriter &JsonWriter::null()
{
    return raw("null");
}

JsonWriter &JsonWriter::raw(QByteArrayView json)
{
    separate();
    m_bytes += json;
    return *this;
}

// The recursion is as deep as the reader let the document be (JsonLimits::depth).
JsonWriter &JsonWriter::value(const JsonValue &value)
{
    switch (value.type()) {
    case JsonValue::Type::Missing:
        return null();
    case JsonValue::Type::Object:
        beginObject();
        for (const JsonValue &member : value) {
            raw(member.rawName());
            colon();
            this->value(member);
        }
        return endObject();
    case JsonValue::Type::Array:
        beginArray();
        for (const JsonValue &element : value)
            this->value(element);
        return endArray();
    default:
        return raw(value.raw());
    }
}

QByteArray JsonWriter::take()
{
    Q_ASSERT(m_depth == 0 && !m_named);
    m_first = true;
    return std::exchange(m_bytes, QByteArray());
}

JsonWriter &JsonWriter::open(char bracket)
{
    separate();
    m_bytes += bracket;
    ++m_depth;
    m_first = true;
    return *this;
}

JsonWriter &JsonWriter::close(char bracket)
{
    Q_ASSERT(m_depth > 0 && !m_named);
    --m_depth;
    if (!m_first)
        breakLine();
    m_bytes += bracket;
    m_first = false;
    return *this;
}

void JsonWriter::colon()
{
    m_bytes += m_format == Format::Indented ? ": " : ":";
    m_named = true;
}

/// What stands before a name or value.
void JsonWriter::separate()
{
    if (std::exchange(m_named, false))
        return;
    if (!std::exchange(m_first, false))
        m_bytes += ',';
    if (m_depth > 0)
        breakLine();
}

void JsonWriter::breakLine()
{
    if (m_format == Format::Compact)
        return;
    m_bytes += '\n';
    m_bytes.append(2 * m_depth, ' ');
}

QByteArray terminalSafeJson(QByteArrayView json)
{
    const auto isPlain = [](char c) { return static_cast<uchar>(c) < 0x7F; };
    if (std::all_of(json.begin(), json.end(), isPlain))
        return json.toByteArray();
    QByteArray safe;
    for (const char32_t character : QString::fromUtf8(json).toUcs4()) {
        // Not QString::fromUcs4(), which drops U+FEFF.
        const auto units = QChar::fromUcs4(character);
        // Below U+0020 only white space between values is left in valid JSON.
        if (character < 0x20 || !isUnsafeToShow(character)) {
            safe += QStringView(units).toUtf8();
        } else {
            for (const QChar unit : QStringView(units))
                appendUnicodeEscape(safe, unit.unicode());
        }
    }
    return safe;
}

} // namespace mintmark

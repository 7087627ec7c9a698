// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QAnyStringView>
#include <QByteArray>
#include <QByteArrayView>

namespace mintmark {

class JsonValue;

/// Writes JSON in exactly the order of the calls, numbers as the given text. The caller keeps the
/// grammar (a name before each member's value, every begin with its end); debug builds assert it.
///
///     JsonWriter json;
///     json.beginObject().member("grant_type").string(u"client_credential"_s).endObject();
///     QByteArray body = json.take();
class JsonWriter
{
public:
    enum class Format {
        Compact,  ///< no white space
        Indented, ///< two spaces a level, one member a line, no final line break
    };

    explicit JsonWriter(Format format = Format::Compact);
    /// Room for so many bytes at once: a secret written afterwards is not copied by growing.
    void reserve(qsizetype bytes) { m_bytes.reserve(bytes); }
    /// Bytes so far: after member(), where its value will begin.
    qsizetype size() const { return m_bytes.size(); }

    JsonWriter &beginObject() { return open('{'); }
    JsonWriter &endObject() { return close('}'); }
    JsonWriter &beginArray() { return open('['); }
    JsonWriter &endArray() { return close(']'); }
    /// The name of the next value.
    JsonWriter &member(QAnyStringView name);

    /// Escapes what RFC 8259 §7 demands and nothing else; a lone surrogate becomes `\ud800`.
    /// char literals and byte views count as UTF-8.
    JsonWriter &string(QAnyStringView text);
    JsonWriter &integer(qint64 value);
    JsonWriter &boolean(bool value);
    JsonWriter &null();
    /// `json` must be one JSON value (a number's text, a whole object); written as it stands.
    JsonWriter &raw(QByteArrayView json);
    /// A value from outside with its number and string text untouched, white space and indentation
    /// ours, and of a container with a grammar error what was read. Missing is written as null.
    JsonWriter &value(const JsonValue &value);

    /// The text so far, moved out.
    QByteArray take();

private:
    JsonWriter &open(char bracket);
    JsonWriter &close(char bracket);
    void colon();
    void separate();
    void breakLine();

    QByteArray m_bytes;
    Format m_format;
    int m_depth = 0;
    bool m_first = true;  ///< nothing written yet in the innermost container
    bool m_named = false; ///< a name waits for its value
};

/// The same JSON with every character that is not safe to show (base/displaytext.h) as a \u escape:
/// for a terminal. `json` must be valid.
QByteArray terminalSafeJson(QByteArrayView json);

} // namespace mintmark

// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArrayView>
#include <QString>

#include <iterator>
#include <optional>

namespace mintmark {

class JsonDocument;
struct JsonData;

/// One value of a JsonDocument: a pointer and an index, cheap to copy. Valid as long as one copy of
/// the document it came from lives. A default-constructed value is Missing; every question may be
/// asked of it, so that `root.member(u"a").at(0).toString()` needs no checks in between.
class JsonValue
{
public:
    enum class Type : quint8 { Missing, Null, Boolean, Number, String, Array, Object };
    class Iterator;

    JsonValue() = default;

    Type type() const;
    bool exists() const { return type() != Type::Missing; }
    bool isNull() const { return type() == Type::Null; }
    bool isBoolean() const { return type() == Type::Boolean; }
    bool isNumber() const { return type() == Type::Number; }
    bool isString() const { return type() == Type::String; }
    bool isArray() const { return type() == Type::Array; }
    bool isObject() const { return type() == Type::Object; }

    /// The exact bytes: a number as it stands, a string with its quotes and escapes, a container
    /// with its white space. After a grammar error an open container ends where reading stopped.
    QByteArrayView raw() const;
    qsizetype offset() const; ///< of raw() in JsonDocument::bytes()
    qsizetype length() const;

    /// Member name, decoded; empty for elements and the root.
    QString name() const;
    QByteArrayView rawName() const; ///< with quotes; empty for elements and the root
    qsizetype nameOffset() const;   ///< of rawName(); offset() where there is none

    /// A decoded string; null for everything else. Lone surrogates stay lone.
    QString toString() const;
    /// The exact value of a number that is a whole one within 64 bits, 1e3 and 1.0 included.
    std::optional<qint64> toInteger() const;
    /// The nearest double; infinite where it overflows. NaN for everything that is no number.
    double toDouble() const;
    std::optional<bool> toBool() const;

    /// Members of an object, elements of an array, in the text's order, duplicates included.
    qsizetype size() const;
    Iterator begin() const;
    Iterator end() const;
    JsonValue at(qsizetype position) const; ///< Missing when out of range; linear
    /// First member with this name, Missing when there is none. Names compare decoded.
    JsonValue member(QAnyStringView name) const;
    qsizetype count(QAnyStringView name) const; ///< how often the name stands in this object

private:
    friend class JsonDocument;
    JsonValue(const JsonData *data, quint32 index) : m_data(data), m_index(index) { }

    const JsonData *m_data = nullptr;
    quint32 m_index = 0;
};

class JsonValue::Iterator
{
public:
    using iterator_category = std::forward_iterator_tag;
    using value_type = JsonValue;
    using difference_type = std::ptrdiff_t;
    using pointer = const JsonValue *;
    using reference = const JsonValue &;

    Iterator() = default;
    reference operator*() const { return m_value; }
    pointer operator->() const { return &m_value; }
    Iterator &operator++();
    Iterator operator++(int);
    bool operator==(const Iterator &other) const
    {
        return m_value.m_index == other.m_value.m_index;
    }

private:
    friend class JsonValue;
    explicit Iterator(JsonValue value) : m_value(value) { }
    JsonValue m_value;
};

} // namespace mintmark

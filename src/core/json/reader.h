// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "json/value.h"

#include <QByteArray>
#include <QList>

#include <memory>

namespace mintmark {

/// What is wrong with a text that is not JSON (RFC 8259). Reading stops at the first one.
enum class JsonFault {
    Empty,         ///< nothing but white space
    TooLarge,      ///< longer than JsonLimits::size; nothing was read
    TooDeep,       ///< more open arrays and objects than JsonLimits::depth
    ByteOrderMark, ///< RFC 8259 §8.1: must not be added
    InvalidUtf8,   ///< overlong, surrogate, above U+10FFFF or cut-off sequence
    UnexpectedCharacter,
    UnexpectedEnd,
    InvalidNumber,      ///< 01, 1., 1e, -; while .5, +1 and NaN are UnexpectedCharacter
    InvalidEscape,      ///< anything but the nine of RFC 8259 §7
    ControlCharacter,   ///< U+0000–U+001F inside a string
    TrailingCharacters, ///< something after the value
};

struct JsonProblem
{
    JsonFault fault = JsonFault::Empty;
    qsizetype offset = 0; ///< byte in JsonDocument::bytes()

    friend bool operator==(const JsonProblem &, const JsonProblem &) = default;
};

/// Valid JSON that programs read differently.
enum class JsonOddity {
    NumberOverflow, ///< 1e400: infinite or an error as a double
    NegativeZero,   ///< -0: the sign is lost where it becomes an integer
    LoneSurrogate,  ///< "\ud800": not a character
};

struct JsonNote
{
    JsonOddity oddity = JsonOddity::NegativeZero;
    qsizetype offset = 0; ///< first byte of the value or member name

    friend bool operator==(const JsonNote &, const JsonNote &) = default;
};

struct JsonLimits
{
    qsizetype size = 1024 * 1024; ///< bytes; at most 2^31 - 1
    int depth = 128;              ///< open arrays and objects
};

/// A JSON text read without loss: order, duplicates, number text, byte ranges. Strict RFC 8259,
/// never throws, no recursion. What was read before a grammar error is kept. Copies share their
/// data.
class JsonDocument
{
public:
    JsonDocument();
    JsonDocument(const JsonDocument &) = default; ///< no move: no document without data
    JsonDocument &operator=(const JsonDocument &) = default;
    static JsonDocument parse(QByteArray bytes, JsonLimits limits = {});

    /// True when the whole text is one JSON value. False for a default-constructed document.
    bool isValid() const;
    /// Missing when not even a beginning was read.
    JsonValue root() const &;
    void root() const && = delete; ///< the view would outlive its document

    const QByteArray &bytes() const;
    const QList<JsonProblem> &problems() const;
    const QList<JsonNote> &notes() const; ///< at most 32, the first ones
    /// Every member whose name already stood in the same object, at any depth, in the text's order.
    QList<JsonValue> duplicateMembers() const &;
    void duplicateMembers() const && = delete;

    /// Same bytes.
    friend bool operator==(const JsonDocument &a, const JsonDocument &b)
    {
        return a.bytes() == b.bytes();
    }

private:
    explicit JsonDocument(std::shared_ptr<const JsonData> data) : m_data(std::move(data)) { }

    std::shared_ptr<const JsonData> m_data;
};

} // namespace mintmark

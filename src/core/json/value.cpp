// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "json/value.h"

#include "json/jsondata.h"
#include "json/number.h"

#include <algorithm>
#include <limits>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

const JsonNode *nodeOf(const JsonData *data, quint32 index)
{
    return data == nullptr ? nullptr : &data->nodes[index];
}

/// A name to look for, as UTF-8 without a copy where it is ASCII already.
class WantedName
{
public:
    explicit WantedName(QAnyStringView name) : m_name(name)
    {
        name.visit([this](auto view) { set(view); });
    }
    bool fits(const JsonData &data, const JsonNode &node) const
    {
        const QByteArrayView inner = data.innerName(node);
        if (!node.nameEscaped)
            return m_isText && inner == m_utf8;
        return QAnyStringView::equal(decodedJsonString(inner, true), m_name);
    }

private:
    void set(QUtf8StringView view) { m_utf8 = QByteArrayView(view.data(), view.size()); }
    void set(QLatin1StringView view)
    {
        const bool ascii = std::all_of(view.begin(), view.end(),
                                       [](char c) { return static_cast<uchar>(c) < 0x80; });
        if (ascii)
            m_utf8 = QByteArrayView(view.data(), view.size());
        else
            set(QStringView(QString(view)));
    }
    void set(QStringView view)
    {
        m_isText = view.isValidUtf16();
        m_own = view.toUtf8();
        m_utf8 = m_own;
    }

    QAnyStringView m_name;
    QByteArray m_own;
    QByteArrayView m_utf8;
    bool m_isText = true; ///< a lone surrogate can only be written as an escape
};

/// QString::fromUtf8() drops a byte order mark at the start; in the middle of a document U+FEFF is
/// a character like others.
QString utf8Text(QByteArrayView utf8)
{
    constexpr QByteArrayView mark = "\xEF\xBB\xBF";
    QString marks;
    for (; utf8.startsWith(mark); utf8 = utf8.sliced(mark.size()))
        marks += QChar(QChar::ByteOrderMark);
    return marks.isEmpty() ? QString::fromUtf8(utf8) : marks + QString::fromUtf8(utf8);
}

void appendEscape(QString &text, const char *&at)
{
    switch (*at++) {
    case 'b':
        text += u'\b';
        break;
    case 'f':
        text += u'\f';
        break;
    case 'n':
        text += u'\n';
        break;
    case 'r':
        text += u'\r';
        break;
    case 't':
        text += u'\t';
        break;
    case 'u':
        text += QChar(QByteArrayView(at, 4).toUShort(nullptr, 16));
        at += 4;
        break;
    default: // quote, backslash, slash stand for themselves
        text += QLatin1Char(at[-1]);
        break;
    }
}

} // namespace

QString decodedJsonString(QByteArrayView inner, bool escaped)
{
    if (!escaped)
        return inner.isEmpty() ? u""_s : utf8Text(inner);
    QString text;
    text.reserve(inner.size());
    const char *at = inner.data();
    const char *end = at + inner.size();
    while (at != end) {
        const char *backslash = std::find(at, end, '\\');
        text += utf8Text(QByteArrayView(at, backslash));
        at = backslash;
        if (at != end)
            appendEscape(text, ++at);
    }
    return text;
}

JsonValue::Type JsonValue::type() const
{
    const JsonNode *node = nodeOf(m_data, m_index);
    return node == nullptr ? Type::Missing : node->type;
}

QByteArrayView JsonValue::raw() const
{
    const JsonNode *node = nodeOf(m_data, m_index);
    return node == nullptr ? QByteArrayView() : m_data->slice(node->begin, node->end);
}

qsizetype JsonValue::offset() const
{
    const JsonNode *node = nodeOf(m_data, m_index);
    return node == nullptr ? 0 : node->begin;
}

qsizetype JsonValue::length() const
{
    return raw().size();
}

QString JsonValue::name() const
{
    const JsonNode *node = nodeOf(m_data, m_index);
    return node == nullptr ? QString()
                           : decodedJsonString(m_data->innerName(*node), node->nameEscaped);
}

QByteArrayView JsonValue::rawName() const
{
    const JsonNode *node = nodeOf(m_data, m_index);
    return node == nullptr ? QByteArrayView() : m_data->slice(node->nameBegin, node->nameEnd);
}

qsizetype JsonValue::nameOffset() const
{
    return rawName().isEmpty() ? offset() : m_data->nodes[m_index].nameBegin;
}

QString JsonValue::toString() const
{
    if (!isString())
        return {};
    const JsonNode &node = m_data->nodes[m_index];
    return decodedJsonString(m_data->slice(node.begin + 1, node.end - 1), node.escaped);
}

std::optional<qint64> JsonValue::toInteger() const
{
    return isNumber() ? scaledExact(raw(), 0) : std::nullopt;
}

double JsonValue::toDouble() const
{
    return isNumber() ? nearestDouble(raw()) : std::numeric_limits<double>::quiet_NaN();
}

std::optional<bool> JsonValue::toBool() const
{
    return isBoolean() ? std::optional(raw().front() == 't') : std::nullopt;
}

qsizetype JsonValue::size() const
{
    const JsonNode *node = nodeOf(m_data, m_index);
    return node == nullptr ? 0 : node->children;
}

JsonValue::Iterator JsonValue::begin() const
{
    const bool container = isObject() || isArray();
    return container ? Iterator(JsonValue(m_data, m_index + 1)) : end();
}

JsonValue::Iterator JsonValue::end() const
{
    const JsonNode *node = nodeOf(m_data, m_index);
    return node == nullptr ? Iterator() : Iterator(JsonValue(m_data, node->next));
}

JsonValue::Iterator &JsonValue::Iterator::operator++()
{
    m_value.m_index = m_value.m_data->nodes[m_value.m_index].next;
    return *this;
}

JsonValue::Iterator JsonValue::Iterator::operator++(int)
{
    const Iterator before = *this;
    ++*this;
    return before;
}

JsonValue JsonValue::at(qsizetype position) const
{
    if (position < 0 || position >= size())
        return {};
    return *std::next(begin(), position);
}

JsonValue JsonValue::member(QAnyStringView name) const
{
    if (!isObject())
        return {};
    const WantedName wanted(name);
    const auto found = std::find_if(begin(), end(), [&](const JsonValue &child) {
        return wanted.fits(*m_data, m_data->nodes[child.m_index]);
    });
    return found == end() ? JsonValue() : *found;
}

qsizetype JsonValue::count(QAnyStringView name) const
{
    if (!isObject())
        return 0;
    const WantedName wanted(name);
    return std::count_if(begin(), end(), [&](const JsonValue &child) {
        return wanted.fits(*m_data, m_data->nodes[child.m_index]);
    });
}

} // namespace mintmark

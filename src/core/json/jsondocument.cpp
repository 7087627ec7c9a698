// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "json/jsondata.h"

#include <algorithm>
#include <utility>

namespace mintmark {

namespace {

const std::shared_ptr<const JsonData> &noData()
{
    static const auto data = std::make_shared<const JsonData>();
    return data;
}

/// Adds the index of each pair whose name stands in an earlier pair too.
template <class Name>
void collectRepeated(std::vector<std::pair<Name, quint32>> &names, std::vector<quint32> &repeated)
{
    std::sort(names.begin(), names.end());
    for (size_t i = 1; i < names.size(); ++i) {
        if (names[i].first == names[i - 1].first)
            repeated.push_back(names[i].second);
    }
}

/// Sorted, not hashed: an object of 10^5 names made to collide must not take minutes.
void collectRepeatedMembers(const JsonData &data, quint32 object, std::vector<quint32> &repeated)
{
    const JsonNode &node = data.nodes[object];
    std::vector<std::pair<QByteArrayView, quint32>> plain;
    plain.reserve(node.children);
    bool escaped = false;
    for (quint32 i = object + 1; i < node.next; i = data.nodes[i].next) {
        plain.emplace_back(data.innerName(data.nodes[i]), i);
        escaped = escaped || data.nodes[i].nameEscaped;
    }
    if (!escaped) {
        collectRepeated(plain, repeated);
        return;
    }
    std::vector<std::pair<QString, quint32>> decoded;
    decoded.reserve(plain.size());
    for (const auto &[name, index] : plain)
        decoded.emplace_back(decodedJsonString(name, data.nodes[index].nameEscaped), index);
    collectRepeated(decoded, repeated);
}

} // namespace

JsonDocument::JsonDocument() : m_data(noData()) { }

bool JsonDocument::isValid() const
{
    return m_data->problems.isEmpty() && !m_data->nodes.empty();
}

JsonValue JsonDocument::root() const &
{
    return m_data->nodes.empty() ? JsonValue() : JsonValue(m_data.get(), 0);
}

const QByteArray &JsonDocument::bytes() const
{
    return m_data->bytes;
}

const QList<JsonProblem> &JsonDocument::problems() const
{
    return m_data->problems;
}

const QList<JsonNote> &JsonDocument::notes() const
{
    return m_data->notes;
}

QList<JsonValue> JsonDocument::duplicateMembers() const &
{
    std::vector<quint32> repeated;
    for (quint32 i = 0; i < m_data->nodes.size(); ++i) {
        const JsonNode &node = m_data->nodes[i];
        if (node.type == JsonValue::Type::Object && node.children > 1)
            collectRepeatedMembers(*m_data, i, repeated);
    }
    std::sort(repeated.begin(), repeated.end());
    QList<JsonValue> members;
    for (const quint32 index : repeated)
        members.append(JsonValue(m_data.get(), index));
    return members;
}

} // namespace mintmark

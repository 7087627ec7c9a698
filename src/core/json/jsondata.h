// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "json/reader.h"

#include <vector>

namespace mintmark {

/// One value in the text's order, a container before its content. Private to json/.
struct JsonNode
{
    quint32 begin = 0; ///< bytes [begin, end) are the value
    quint32 end = 0;
    quint32 nameBegin = 0; ///< bytes [nameBegin, nameEnd) are the name with quotes; equal: no name
    quint32 nameEnd = 0;
    quint32 next =
        0; ///< node after this one and all its content; while open: the enclosing container
    quint32 children = 0;
    JsonValue::Type type = JsonValue::Type::Missing;
    bool escaped = false; ///< the string has escapes
    bool nameEscaped = false;
};

struct JsonData
{
    QByteArray bytes;
    std::vector<JsonNode> nodes;
    QList<JsonProblem> problems;
    QList<JsonNote> notes;

    QByteArrayView slice(quint32 begin, quint32 end) const
    {
        return { bytes.constData() + begin, static_cast<qsizetype>(end - begin) };
    }
    /// The name's bytes without quotes, escapes as they stand.
    QByteArrayView innerName(const JsonNode &node) const
    {
        return node.nameEnd == node.nameBegin ? QByteArrayView()
                                              : slice(node.nameBegin + 1, node.nameEnd - 1);
    }
};

/// Text of a JSON string between its quotes, which must have passed the reader.
QString decodedJsonString(QByteArrayView inner, bool escaped);

} // namespace mintmark

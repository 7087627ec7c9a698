// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "jose/jsonserialization.h"

#include "json/reader.h"

#include <algorithm>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

class SerializationReader
{
public:
    explicit SerializationReader(const JsonDocument &document)
        : m_document(document), m_root(document.root())
    { }

    bool isSerialization() const { return isJws() || isJwe(); }

    JsonSerialization read(qsizetype index)
    {
        // RFC 7515 §4: a parser that takes the last of two members reads another token.
        const QList<JsonValue> duplicates = m_document.duplicateMembers();
        if (!m_document.isValid())
            fail(m_document.problems().first().offset);
        else if (!duplicates.isEmpty())
            fail(duplicates.first().nameOffset());
        else if (isJwe())
            readJwe(index);
        else
            readJws(index);
        if (m_read.fault >= 0)
            m_read.parts.clear();
        return std::move(m_read);
    }

private:
    bool has(QLatin1StringView name) const { return m_root.member(name).exists(); }

    /// Without the payload it is detached (RFC 7515 Appendix F).
    bool isJws() const
    {
        return has("signatures"_L1)
            || (has("signature"_L1) && (has("payload"_L1) || has("protected"_L1)));
    }

    bool isJwe() const
    {
        return has("ciphertext"_L1)
            && (has("protected"_L1) || has("unprotected"_L1) || has("header"_L1)
                || has("recipients"_L1) || has("iv"_L1));
    }

    void readJws(qsizetype index)
    {
        const JsonValue one = oneOf("signatures"_L1, index);
        addPart(one.member("protected"_L1), false);
        addPart(m_root.member("payload"_L1), false);
        addPart(one.member("signature"_L1), true);
        addHeader(one.member("header"_L1));
    }

    void readJwe(qsizetype index)
    {
        const JsonValue one = oneOf("recipients"_L1, index);
        addPart(m_root.member("protected"_L1), false);
        addPart(one.member("encrypted_key"_L1), false);
        addPart(m_root.member("iv"_L1), false);
        addPart(m_root.member("ciphertext"_L1), true);
        addPart(m_root.member("tag"_L1), false);
        addHeader(m_root.member("unprotected"_L1));
        addHeader(one.member("header"_L1));
    }

    /// The general syntax has a list of what the flattened one has beside the rest, and never both.
    JsonValue oneOf(QLatin1StringView name, qsizetype index)
    {
        const JsonValue list = m_root.member(name);
        if (!list.exists())
            return m_root;
        for (const QLatin1StringView other : { "signature"_L1, "header"_L1, "encrypted_key"_L1 }) {
            if (has(other))
                fail(m_root.member(other).nameOffset());
        }
        m_read.count = list.size();
        const JsonValue one = list.at(std::min(index, list.size() - 1));
        if (!list.isArray() || !one.isObject())
            fail(one.exists() ? one.offset() : list.offset());
        return one;
    }

    void addPart(const JsonValue &value, bool needed)
    {
        if (value.exists() ? !value.isString() : needed)
            fail(value.exists() ? value.offset() : m_root.offset());
        m_read.parts.append(value.toString().toUtf8());
    }

    /// RFC 7515 §4.1.11, RFC 7797 §3: what changes how a token is read has to be protected.
    void addHeader(const JsonValue &header)
    {
        if (!header.exists())
            return;
        if (!header.isObject())
            return fail(header.offset());
        for (const QLatin1StringView name : { "crit"_L1, "b64"_L1, "zip"_L1 }) {
            if (const JsonValue member = header.member(name); member.exists())
                fail(member.nameOffset());
        }
        QByteArrayView members = header.raw();
        members = members.sliced(1, members.size() - 2).trimmed();
        if (!members.isEmpty() && !m_read.unprotected.isEmpty())
            m_read.unprotected += ',';
        m_read.unprotected += members;
    }

    /// The first fault in the order of the reading is the one that is said.
    void fail(qsizetype offset)
    {
        if (m_read.fault < 0)
            m_read.fault = offset;
    }

    const JsonDocument &m_document;
    const JsonValue m_root;
    JsonSerialization m_read;
};

} // namespace

std::optional<JsonSerialization> readJsonSerialization(QByteArrayView text, qsizetype index)
{
    if (!text.startsWith('{'))
        return {};
    const JsonDocument document =
        JsonDocument::parse(text.toByteArray(), { text.size(), JsonLimits().depth });
    SerializationReader reader(document);
    return reader.isSerialization() ? std::optional(reader.read(index)) : std::nullopt;
}

} // namespace mintmark

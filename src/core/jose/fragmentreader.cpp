// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "jose/fragmentreader.h"

#include "jose/jsonpieces.h"
#include "json/reader.h"

#include <algorithm>

namespace mintmark {

namespace {

/// Bytes that JSON text never has: noise of a wrong alignment is full of them.
bool isControl(char c)
{
    return static_cast<uchar>(c) < 0x20 && !isJsonSpace(c);
}

/// The member and nothing else is JSON: its escapes, its number, its UTF-8.
bool isJsonMember(const FragmentMember &member)
{
    const QByteArray json =
        '{' + member.name.toByteArray() + ':' + member.value.toByteArray() + '}';
    return JsonDocument::parse(json, { json.size(), JsonLimits().depth }).isValid();
}

/// Walks over one stretch of text without control characters.
class StretchReader
{
public:
    StretchReader(QByteArrayView decoded, qsizetype from, qsizetype to, bool lostStart)
        : m_decoded(decoded),
          m_text(decoded.first(to)),
          m_at(from),
          m_start(from),
          m_lostStart(lostStart)
    { }

    QList<FragmentMember> read()
    {
        while (findObject()) {
            while (readMember()) { }
            leave();
        }
        return m_found;
    }

private:
    struct Container
    {
        bool object = true;
        qsizetype name = 0; ///< of the member whose value it is
        qsizetype nameEnd = 0;
        qsizetype value = 0;
    };

    /// Stands behind the bracket or at the name where an object begins or goes on.
    bool findObject()
    {
        m_open.clear();
        m_members.clear();
        m_inner = false;
        for (; m_at < m_text.size(); ++m_at) {
            const bool quote = m_text[m_at] == '"';
            if (!quote && m_text[m_at] != '{')
                continue;
            const qsizetype name = quote ? m_at : skipJsonSpace(m_text, m_at + 1);
            if ((!quote || mayBeginName(m_at)) && isName(name)) {
                m_inner = !quote && m_at != m_start && isInside(m_at);
                m_at = name;
                return true;
            }
        }
        return false;
    }

    bool isName(qsizetype at) const
    {
        const qsizetype end = jsonStringEnd(m_text, at);
        const qsizetype colon = end < 0 ? -1 : skipJsonSpace(m_text, end);
        return colon > 0 && colon < m_text.size() && m_text[colon] == ':';
    }

    /// Behind lost characters the first name stands in noise: of ASCII at a wrong alignment that is
    /// printable often enough to look like the end of a value, a comma and a quote.
    bool mayBeginName(qsizetype at) const
    {
        const qsizetype before = lastBefore(at);
        if (before < m_start)
            return m_lostStart && m_start == 0;
        if (m_text[before] != ',' && m_text[before] != '{')
            return false;
        constexpr qsizetype enough = 6;
        const qsizetype from = qMax<qsizetype>(0, at - enough);
        const QByteArrayView context = m_decoded.sliced(from, at - from);
        return std::all_of(context.begin(), context.end(),
                           [](char c) { return (c >= ' ' && c <= '~') || isJsonSpace(c); });
    }

    /// The object that opens here is a value itself, not the claims set.
    bool isInside(qsizetype at) const
    {
        const qsizetype before = lastBefore(at);
        return before >= m_start
            && (m_text[before] == ':' || m_text[before] == '[' || m_text[before] == ',');
    }

    qsizetype lastBefore(qsizetype at) const
    {
        do
            --at;
        while (at >= m_start && isJsonSpace(m_text[at]));
        return at;
    }

    /// One member or element with what follows it; false where the text stops making sense.
    bool readMember()
    {
        m_at = skipJsonSpace(m_text, m_at);
        if (m_at < m_text.size() && (m_text[m_at] == '}' || m_text[m_at] == ']'))
            return close();
        m_name = m_at;
        m_nameEnd = m_at;
        if (m_open.isEmpty() || m_open.last().object) {
            m_nameEnd = jsonStringEnd(m_text, m_at);
            if (m_nameEnd < 0)
                return false;
            const qsizetype colon = skipJsonSpace(m_text, m_nameEnd);
            if (colon >= m_text.size() || m_text[colon] != ':')
                return false;
            m_at = skipJsonSpace(m_text, colon + 1);
        }
        return readValue();
    }

    bool readValue()
    {
        if (m_at >= m_text.size())
            return false;
        const qsizetype value = m_at;
        if (m_text[m_at] == '{' || m_text[m_at] == '[') {
            m_open.append({ m_text[m_at] == '{', m_name, m_nameEnd, value });
            ++m_at;
            return true;
        }
        if (m_text[m_at] == '"') {
            const qsizetype end = jsonStringEnd(m_text, m_at);
            if (end < 0) { // the rest may hold members, if this quote was noise
                ++m_at;
                return false;
            }
            m_at = end;
        } else {
            while (m_at < m_text.size() && isScalar(m_text[m_at]))
                ++m_at;
            if (m_at == value)
                return false;
        }
        return goOn(value);
    }

    static bool isScalar(char c)
    {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || c == '-' || c == '+' || c == '.'
            || c == 'E';
    }

    /// Behind a value that began at `value`.
    bool goOn(qsizetype value)
    {
        const qsizetype end = m_at;
        const qsizetype next = skipJsonSpace(m_text, end);
        const char last = m_text[end - 1];
        const bool closed = last == '"' || last == '}' || last == ']';
        const bool outer = m_open.isEmpty();
        if (next >= m_text.size()) { // cut off here, or followed by noise
            if (outer && isCutOff() && (closed || end < next || last > '9'))
                add(value, end);
            return false;
        }
        const bool comma = m_text[next] == ',';
        if (!comma && m_text[next] != '}' && m_text[next] != ']')
            return false;
        if (outer && (m_text[next] == ']' || !isSound(next, closed)))
            return m_text[next] == ']' && leaveUnopened(next);
        if (outer)
            add(value, end);
        m_at = comma ? next + 1 : next;
        return true;
    }

    /// The comma or bracket at `at` is followed by what follows one in JSON, as far as is seen.
    bool isSound(qsizetype at, bool closed) const
    {
        const qsizetype next = skipJsonSpace(m_text, at + 1);
        if (next >= m_text.size())
            return isCutOff() || (closed && m_text[at] == '}');
        if (m_text[at] == ',')
            return m_text[next] == '"';
        return closed || m_text[next] == ',' || m_text[next] == '}' || m_text[next] == ']';
    }

    /// The stretch ends where the decoded text does, and not at noise.
    bool isCutOff() const { return m_text.size() == m_decoded.size(); }

    bool close()
    {
        const bool brace = m_text[m_at] == '}';
        if (m_open.isEmpty())
            return leaveUnopened(m_at);
        const Container container = m_open.takeLast();
        if (container.object != brace)
            return false;
        ++m_at;
        m_name = container.name;
        m_nameEnd = container.nameEnd;
        return goOn(container.value);
    }

    /// A bracket whose opening is not in the stretch. Was it the last, the members were those of
    /// the claims set; goes the text on, they were of something inside it.
    bool leaveUnopened(qsizetype at)
    {
        const qsizetype next = skipJsonSpace(m_text, at + 1);
        const bool more = next < m_text.size()
            && (m_text[next] == ',' || m_text[next] == '}' || m_text[next] == ']');
        if (more || m_text[at] == ']') {
            m_members.clear();
            m_inner = false;
        }
        m_at = more && m_text[next] == ',' ? next + 1 : next;
        return more && isNameOrBracket(m_at);
    }

    bool isNameOrBracket(qsizetype at) const
    {
        at = skipJsonSpace(m_text, at);
        return at < m_text.size() && (m_text[at] == '}' || m_text[at] == ']' || isName(at));
    }

    void add(qsizetype value, qsizetype end)
    {
        m_members.append({ m_name, m_text.sliced(m_name, m_nameEnd - m_name),
                           m_text.sliced(value, end - value) });
    }

    void leave()
    {
        if (!m_inner) {
            for (const FragmentMember &member : std::as_const(m_members)) {
                if (m_found.size() < maximumMembers && isJsonMember(member))
                    m_found.append(member);
            }
        }
    }

    QByteArrayView m_decoded;
    QByteArrayView m_text;
    qsizetype m_at;
    const qsizetype m_start;
    const bool m_lostStart;
    QList<Container> m_open;         ///< what was opened inside the outermost object
    QList<FragmentMember> m_members; ///< of the outermost object of this walk
    QList<FragmentMember> m_found;
    bool m_inner = false; ///< the outermost object of this walk is known to be a value
    qsizetype m_name = 0;
    qsizetype m_nameEnd = 0;
};

} // namespace

QList<FragmentMember> wholeMembers(QByteArrayView decoded, bool lostStart)
{
    QList<FragmentMember> members;
    for (qsizetype from = 0; from < decoded.size();) {
        qsizetype to = from;
        while (to < decoded.size() && !isControl(decoded[to]))
            ++to;
        members += StretchReader(decoded, from, to, lostStart || from > 0).read();
        from = to + 1;
    }
    return members;
}

} // namespace mintmark

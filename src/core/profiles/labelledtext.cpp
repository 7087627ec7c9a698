// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "profiles/labelledtext.h"

#include "profiles/fieldlabels.h"
#include "profiles/fieldvalues.h"
#include "profiles/foldedwords.h"
#include "profiles/labelledvalue.h"
#include "profiles/requesttext.h"

#include <algorithm>

namespace mintmark::paste {

using namespace Qt::StringLiterals;

namespace {

bool isBullet(QChar c)
{
    switch (c.unicode()) {
    case 0x2022: // bullet, triangular, white
    case 0x2023:
    case 0x25e6:
    case 0x25aa: // square
    case 0x25ab:
    case 0x25cf: // circles
    case 0x25cb:
    case 0x00b7:
    case 0x2013: // dashes
    case 0x2014:
        return true;
    default:
        return c == u'-' || c == u'*' || c == u'+' || c == u'o';
    }
}

/// "- ", "* ", "1. ", "a) ", "[x] " before a line; what is left.
QStringView withoutBullet(QStringView line)
{
    while (!line.isEmpty() && isBlank(line.front()))
        line = line.sliced(1);
    if (line.size() > 2 && isBlank(line[1]) && isBullet(line[0]))
        return withoutBullet(line.sliced(2));
    qsizetype digits = 0;
    while (digits < line.size() && digits < 3 && line[digits].isDigit())
        ++digits;
    if (digits > 0 && digits + 1 < line.size() && (line[digits] == u'.' || line[digits] == u')')
        && isBlank(line[digits + 1]))
        return withoutBullet(line.sliced(digits + 2));
    while (!line.isEmpty() && (line.back() == u' ' || line.back() == u'\t'))
        line.chop(1);
    return line;
}

qsizetype indentOf(QStringView line)
{
    qsizetype indent = 0;
    while (indent < line.size() && (line[indent] == u' ' || line[indent] == u'\t'))
        ++indent;
    return indent;
}

class Lines
{
public:
    Lines(QStringView text, Findings &findings) : m_text(text), m_findings(findings) { }

    void read()
    {
        while (m_next < m_text.size() && !m_findings.isFull()) {
            const qsizetype begin = m_next;
            qsizetype end = m_text.indexOf(u'\n', begin);
            if (end < 0)
                end = m_text.size();
            m_next = end + 1;
            line(m_text.sliced(begin, end - begin), begin);
        }
    }

private:
    struct Pending
    {
        Label label;
        qsizetype position = 0;
    };

    void line(QStringView raw, qsizetype begin)
    {
        const QStringView line = withoutBullet(raw);
        if (line.isEmpty()) {
            if (++m_empty > 2)
                m_pending.clear();
            return;
        }
        if (m_pending.empty() && m_parent.isEmpty() && !line.endsWith(u':') && !mayHoldLabel(line))
            return;
        const qsizetype indent = indentOf(raw);
        if (indent <= m_parentIndent)
            m_parent = {};
        if (isLabelOnly(line, begin)) {
            noteParent(line, indent);
            m_empty = 0;
            return;
        }
        if (!m_pending.empty() && takePending(line, begin)) {
            m_empty = 0;
            return;
        }
        m_pending.clear();
        m_empty = 0;
        readPairs(line, begin, m_parent, m_findings);
        noteParent(line, indent);
    }

    /// "Client ID" or "Client ID:" alone: its value stands below.
    bool isLabelOnly(QStringView line, qsizetype begin)
    {
        constexpr qsizetype longest = 70;
        if (line.size() > longest || !mayEndLabel(line))
            return false;
        QStringView name = line;
        bool marked = false;
        while (!name.isEmpty()
               && (isBlank(name.back()) || QStringView(u":=*_").contains(name.back()))) {
            marked = marked || name.back() == u':';
            name.chop(1);
        }
        if (name.contains(u':') || name.contains(u'=') || name.contains(u" - "))
            return false;
        m_findings.countTry();
        const auto label = readLabel(name);
        if (!label || (!marked && !label->qualifier.isEmpty())
            || (!marked && label->code && name.size() > 24))
            return false;
        constexpr size_t most = 16;
        if (m_empty > 0 || m_pending.size() > most)
            m_pending.clear();
        m_pending.push_back({ *label, begin });
        m_pending.back().label.code = false;
        return true;
    }

    /// A value line after label lines: as many values as labels, in their order.
    bool takePending(QStringView line, qsizetype begin)
    {
        if (line == u":" || line == u"=")
            return true; // on a line of its own, as portals copy it
        std::vector<Pending> pending = std::exchange(m_pending, {});
        if (pending.size() == 1)
            return pending[0].label.field == Field::Scope && !m_parent.isEmpty()
                ? takeList(pending[0], begin)
                : takeOne(pending[0], line, begin);
        std::vector<std::pair<QStringView, qsizetype>> values { { line, begin } };
        qsizetype next = m_next;
        while (values.size() < pending.size() && next < m_text.size()) {
            qsizetype end = m_text.indexOf(u'\n', next);
            end = end < 0 ? m_text.size() : end;
            const QStringView value = withoutBullet(m_text.sliced(next, end - next));
            if (value.isEmpty() || readLabel(value))
                break;
            values.push_back({ value, next });
            next = end + 1;
        }
        const QStringView after = m_text.sliced(qMin(next, m_text.size()));
        const bool ends =
            withoutBullet(after.first(qMax<qsizetype>(0, after.indexOf(u'\n')))).isEmpty();
        if (values.size() != pending.size() || !ends)
            return false; // nobody knows which is whose
        for (size_t i = 0; i < values.size(); ++i) {
            if (judge(pending[i].label, values[i].first, false) == Judgement::NotMeant)
                return false;
        }
        for (size_t i = 0; i < values.size(); ++i)
            takeOne(pending[i], values[i].first, values[i].second);
        m_next = qMin(next, m_text.size());
        return true;
    }

    bool takeOne(const Pending &pending, QStringView line, qsizetype begin)
    {
        if (line.startsWith(u':') || line.startsWith(u'='))
            line = line.sliced(1);
        if (line.isEmpty())
            return false;
        Label label = pending.label;
        const QStringView bare = line.trimmed();
        if (label.field == Field::ClientSecret || label.field == Field::ClientId) {
            const qsizetype colon = bare.indexOf(u": ");
            if (colon > 0 && colon < 40)
                return false; // another pair
        }
        return readLabelledValue(label, line, 0, Separator::Line, begin, m_findings) > 0;
    }

    /// YAML: "scopes:" and a list below.
    bool takeList(const Pending &pending, qsizetype begin)
    {
        QStringList names;
        qsizetype next = begin;
        while (next < m_text.size()) {
            qsizetype end = m_text.indexOf(u'\n', next);
            end = end < 0 ? m_text.size() : end;
            const QStringView item = m_text.sliced(next, end - next).trimmed();
            if (!item.startsWith(u"- ") || item.contains(u": "))
                break;
            names << item.sliced(2).trimmed().toString();
            next = end + 1;
        }
        if (names.isEmpty())
            return false;
        m_next = next;
        return m_findings.add(pending.label, m_findings.keep(names.join(u' ')), pending.position,
                              true);
    }

    void noteParent(QStringView line, qsizetype indent)
    {
        if (!line.endsWith(u':') || line.contains(u' ') || line.size() > 60)
            return;
        m_parent = line.chopped(1);
        m_parentIndent = indent;
    }

    QStringView m_text;
    Findings &m_findings;
    qsizetype m_next = 0;
    int m_empty = 0;
    std::vector<Pending> m_pending;
    QStringView m_parent;
    qsizetype m_parentIndent = -1;
};

} // namespace

void readLabelledLines(QStringView text, Findings &findings)
{
    Lines(text, findings).read();
}

void readTokenAddresses(QStringView text, Findings &findings)
{
    Label label = codeLabel(Field::TokenEndpoint);
    label.weak = true;
    constexpr int most = 2000;
    qsizetype at = 0;
    for (int count = 0; count < most && (at = text.indexOf(u"http", at, Qt::CaseInsensitive)) >= 0;
         ++count) {
        const qsizetype reach = qMin<qsizetype>(600, text.size() - at);
        const QStringView rest = text.sliced(at, reach);
        const qsizetype token =
            rest.first(qMin<qsizetype>(300, reach)).indexOf(u"token", 0, Qt::CaseInsensitive);
        if (isWebAddress(rest) && token > 0)
            addAddress(label, rest, at, findings);
        at += 4;
    }
}

} // namespace mintmark::paste

// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/tokens/claimnode.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

/// Half a character cannot be copied: such a string is given as it stands in the token.
bool hasLoneSurrogate(const QString &text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.isSurrogate(); })
        && !QStringView(text).isValidUtf16();
}

/// Raw bytes with at most so many characters of them decoded.
DisplayText shownText(const JsonValue &value)
{
    constexpr qsizetype most = ClaimNode::maximumShown;
    // A character of a string is at most 6 bytes of JSON; more need not be looked at.
    const QString text = value.isString()
        ? value.toString()
        : QString::fromUtf8(value.raw().first(std::min(value.length(), 4 * most)));
    const bool cut = text.size() > most || (!value.isString() && value.length() > 4 * most);
    DisplayText shown = displayText(QStringView(text).first(std::min(text.size(), most)));
    if (cut)
        shown.text += u'…';
    if (shown.text.isEmpty())
        shown.text = u"\"\""_s; // nothing at all would look like a fault of the table
    return shown;
}

} // namespace

ClaimNode *ClaimNode::addGroup(RegisteredName::Place place, const QString &title,
                               const JsonValue &container, bool recovered)
{
    auto group = std::make_unique<ClaimNode>();
    group->m_kind = Kind::Group;
    group->m_place = place;
    group->m_recovered = recovered;
    group->m_value = container;
    group->m_name = title;
    group->m_shown = true;
    build();
    return append(std::move(group));
}

ClaimNode *ClaimNode::append(std::unique_ptr<ClaimNode> child)
{
    child->m_parent = this;
    child->m_row = static_cast<int>(m_children.size());
    m_children.push_back(std::move(child));
    return m_children.back().get();
}

bool ClaimNode::isTopLevel() const
{
    const ClaimNode *holder = m_parent;
    if (holder && holder->m_kind == Kind::Page)
        holder = holder->m_parent;
    return holder && (holder->m_kind == Kind::Group || holder->m_kind == Kind::Root);
}

bool ClaimNode::hasChildren() const
{
    return !m_children.empty() || m_value.size() > 0;
}

int ClaimNode::childCount()
{
    build();
    return static_cast<int>(m_children.size());
}

std::unique_ptr<ClaimNode> ClaimNode::made(Kind kind, const JsonValue &value) const
{
    auto child = std::make_unique<ClaimNode>();
    child->m_kind = kind;
    child->m_place = m_place;
    child->m_recovered = m_recovered;
    child->m_value = value;
    return child;
}

void ClaimNode::build()
{
    if (m_built)
        return;
    m_built = true;
    if (m_kind == Kind::Page) {
        for (const JsonValue &member : pageValues())
            append(made(Kind::Value, member));
        return;
    }
    qsizetype position = 0;
    for (auto member = m_value.begin(); member != m_value.end(); ++member, ++position) {
        if (position < pageSize) {
            append(made(Kind::Value, *member));
        } else if (position % pageSize == 0) {
            ClaimNode *page = append(made(Kind::Page, m_value));
            page->m_first = member;
            page->m_before = position;
        }
    }
}

QList<JsonValue> ClaimNode::pageValues() const
{
    QList<JsonValue> values;
    if (m_kind != Kind::Page)
        return values;
    values.reserve(std::min(pageSize, m_value.size() - m_before));
    for (auto member = m_first; member != m_value.end() && values.size() < pageSize; ++member)
        values.append(*member);
    return values;
}

/// The members as they stand, with what is between them.
QString ClaimNode::pageText() const
{
    const QList<JsonValue> values = pageValues();
    const JsonValue &last = values.last();
    const qsizetype begin = values.first().nameOffset() - m_value.offset();
    const qsizetype end = last.offset() + last.length() - m_value.offset();
    return QString::fromUtf8(m_value.raw().sliced(begin, end - begin));
}

const QString &ClaimNode::shownName()
{
    if (m_name.isNull() && m_kind == Kind::Page) {
        const qsizetype last = std::min(m_before + pageSize, m_value.size());
        const QString from = QLocale().toString(m_before + 1);
        m_name = last == m_before + 1
            ? from
            : QCoreApplication::translate("Claims", "%1 to %2").arg(from, QLocale().toString(last));
    } else if (m_name.isNull() && m_kind == Kind::Value) {
        constexpr qsizetype most = 200;
        const bool element = m_value.rawName().isEmpty();
        const QString name = m_value.name();
        const DisplayText shown = displayText(QStringView(name).first(std::min(name.size(), most)));
        m_name = element ? QLocale().toString(m_parent->m_before + m_row + 1) : shown.text;
        m_nameEscaped = shown.escaped;
        if (m_name.isEmpty())
            m_name = u"\"\""_s; // a member may have no name at all
    }
    return m_name;
}

bool ClaimNode::isNameEscaped()
{
    shownName();
    return m_nameEscaped;
}

const DisplayText &ClaimNode::shownValue()
{
    if (!m_shown) {
        if (m_kind == Kind::Page)
            m_text.text =
                QCoreApplication::translate("Claims", "%1 more")
                    .arg(QLocale().toString(std::min(pageSize, m_value.size() - m_before)));
        else
            m_text = shownText(m_value);
        m_shown = true;
    }
    return m_text;
}

QString ClaimNode::exactText() const
{
    if (m_value.isString()) {
        const QString text = m_value.toString();
        if (!hasLoneSurrogate(text))
            return text;
    }
    return m_kind == Kind::Page ? pageText() : QString::fromUtf8(m_value.raw());
}

QString ClaimNode::exactMember() const
{
    if (m_kind == Kind::Page)
        return pageText();
    const QString value = QString::fromUtf8(m_value.raw());
    const QString name = QString::fromUtf8(m_value.rawName());
    return name.isEmpty() ? value : name + u':' + value;
}

} // namespace mintmark

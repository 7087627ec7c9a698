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
    return m_parent && (m_parent->m_kind == Kind::Group || m_parent->m_kind == Kind::Root);
}

bool ClaimNode::hasChildren() const
{
    return !m_children.empty() || (m_kind != Kind::More && m_value.size() > 0);
}

int ClaimNode::childCount()
{
    build();
    return static_cast<int>(m_children.size());
}

void ClaimNode::build()
{
    if (m_built || m_kind == Kind::More)
        return;
    m_built = true;
    const qsizetype count = std::min(m_value.size(), maximumChildren);
    m_children.reserve(static_cast<size_t>(count) + 1);
    for (const JsonValue &member : m_value) {
        if (static_cast<qsizetype>(m_children.size()) == count)
            break;
        auto child = std::make_unique<ClaimNode>();
        child->m_kind = Kind::Value;
        child->m_place = m_place;
        child->m_recovered = m_recovered;
        child->m_value = member;
        append(std::move(child));
    }
    if (m_value.size() > count) {
        auto more = std::make_unique<ClaimNode>();
        more->m_kind = Kind::More;
        more->m_name = u"…"_s;
        more->m_text.text = QCoreApplication::translate("Claims", "%1 more, see Token")
                                .arg(QLocale().toString(m_value.size() - count));
        more->m_shown = true;
        append(std::move(more));
    }
}

const QString &ClaimNode::shownName()
{
    if (m_name.isNull() && m_kind == Kind::Value) {
        constexpr qsizetype most = 200;
        const bool element = m_value.rawName().isEmpty();
        const QString name = m_value.name();
        m_name = element ? QLocale().toString(m_row + 1)
                         : displayText(QStringView(name).first(std::min(name.size(), most))).text;
        if (m_name.isEmpty())
            m_name = u"\"\""_s; // a member may have no name at all
    }
    return m_name;
}

const DisplayText &ClaimNode::shownValue()
{
    if (!m_shown) {
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
    return m_kind == Kind::More ? QString() : QString::fromUtf8(m_value.raw());
}

QString ClaimNode::exactMember() const
{
    const QString value = QString::fromUtf8(m_value.raw());
    const QString name = QString::fromUtf8(m_value.rawName());
    return name.isEmpty() ? value : name + u':' + value;
}

} // namespace mintmark

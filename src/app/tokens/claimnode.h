// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/displaytext.h"
#include "jose/claimregistry.h"
#include "json/value.h"

#include <QList>

#include <memory>
#include <vector>

namespace mintmark {

/// One row of the claims: a group, a member, an element, or a page of those that come after the
/// first many. Children are made when they are first asked for: a token may hold a hundred thousand
/// values, and few of them are looked at.
class ClaimNode
{
public:
    enum class Kind {
        Root,
        Group,
        Value,
        Page, ///< the next `pageSize` of its parent, folded
    };

    /// So many rows are laid out before anybody notices.
    static constexpr qsizetype pageSize = 2000;
    /// Characters of a value that are shown; copying takes all.
    static constexpr qsizetype maximumShown = 1000;

    /// The root over the claims, `members` of the payload, which may be Missing.
    explicit ClaimNode(const JsonValue &members = {}, bool recovered = false)
        : m_recovered(recovered), m_value(members)
    { }
    /// A group after them.
    ClaimNode *addGroup(RegisteredName::Place place, const QString &title,
                        const JsonValue &container, bool recovered);

    Kind kind() const { return m_kind; }
    RegisteredName::Place place() const { return m_place; }
    /// From a text that could not be read to its end.
    bool isRecovered() const { return m_recovered; }
    /// Directly under the root or a group, on whatever page: only there names have a registered
    /// meaning.
    bool isTopLevel() const;
    bool isValue() const { return m_kind == Kind::Value; }
    /// Of a page the container it is a part of.
    const JsonValue &value() const { return m_value; }
    /// What stands on a page, without making rows of it.
    QList<JsonValue> pageValues() const;

    ClaimNode *parent() const { return m_parent; }
    int row() const { return m_row; }
    bool hasChildren() const;
    int childCount();
    ClaimNode *child(int row) { return m_children[static_cast<size_t>(row)].get(); }

    /// Name of a member or position of an element, safe to show.
    const QString &shownName();
    bool isNameEscaped();
    /// One line, safe to show, cut off where it gets long.
    const DisplayText &shownValue();
    /// What copying gives: the text of a string, the bytes of everything else.
    QString exactText() const;
    /// The member as it stands: `"exp":1741626724`.
    QString exactMember() const;

private:
    ClaimNode *append(std::unique_ptr<ClaimNode> child);
    std::unique_ptr<ClaimNode> made(Kind kind, const JsonValue &value) const;
    void build();
    QString pageText() const;

    Kind m_kind = Kind::Root;
    RegisteredName::Place m_place = RegisteredName::Place::Claims;
    bool m_recovered = false;
    bool m_built = false;
    bool m_shown = false;
    bool m_nameEscaped = false;
    int m_row = 0;
    ClaimNode *m_parent = nullptr;
    JsonValue m_value;
    JsonValue::Iterator m_first; ///< of a page
    qsizetype m_before = 0;      ///< siblings on pages before this one
    QString m_name;
    DisplayText m_text;
    std::vector<std::unique_ptr<ClaimNode>> m_children;
};

} // namespace mintmark

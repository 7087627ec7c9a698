// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/tokens/claimcontext.h"
#include "jose/claimregistry.h"
#include "jose/fragments.h"
#include "jose/token.h"
#include "jose/tokenchecks.h"

#include <QAbstractItemModel>
#include <QSet>

#include <memory>

namespace mintmark {

class ClaimNode;
class ClaimSearch;

/// The claims of a token, and after them its header as a group: in the token's order, with exact
/// values, what they mean and what was found about them. Of a damaged token what could be read,
/// marked as recovered. All text it gives is safe to show and plain, tool tips included;
/// ExactTextRole is the true one.
class ClaimsModel : public QAbstractItemModel
{
    Q_OBJECT
public:
    enum Column { NameColumn, ValueColumn, MeaningColumn, ColumnCount };
    enum Role {
        ExactTextRole = Qt::UserRole, ///< QString; what copying a value gives
        ExactMemberRole,              ///< QString; name and value as in the token
        SeverityRole,                 ///< int of Severity; invalid when there is nothing to say
        EscapedRole,                  ///< bool; the name or value in that column shows escapes
        GroupRole,                    ///< bool
    };

    /// Where in a row something was found that is looked for.
    enum class Found {
        Nowhere,
        Inside, ///< in what the row holds
        Here,
    };

    explicit ClaimsModel(QObject *parent = nullptr);
    ~ClaimsModel() override;

    /// Null empties the model. The same token again only updates what is said about it.
    void setToken(const std::shared_ptr<const Token> &token, const QList<TokenCheck> &checks,
                  const ClaimContext &context, qint64 nowMs);
    /// Only meanings that have changed are reported.
    void setNow(qint64 nowMs);
    /// Above the rows of claims or header: of claims always the root, of a header its group, or the
    /// root when the token has none.
    QModelIndex group(RegisteredName::Place place) const;
    bool hasClaims() const;
    /// What a damaged token still tells; empty for a whole one.
    const TokenFragments &fragments() const { return m_fragments; }
    Found find(const ClaimSearch &search, const QModelIndex &index) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    bool hasChildren(const QModelIndex &parent = {}) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;

private:
    struct TimeRow
    {
        QPersistentModelIndex index;
        QString meaning;
    };

    bool isOnPage(const ClaimSearch &search, const ClaimNode &page) const;
    ClaimNode *node(const QModelIndex &index) const;
    QModelIndex indexOf(ClaimNode *node, int column) const;
    void rebuild();
    JsonValue members(RegisteredName::Place place) const;
    void findTimes(const QModelIndex &group);
    QString displayed(ClaimNode *node, int column) const;
    QString meaning(ClaimNode *node) const;
    QString headerSummary() const;
    QList<TokenCheck> checksOf(ClaimNode *node) const;
    QString toolTip(ClaimNode *node, int column) const;
    QString spoken(ClaimNode *node, int column) const;

    std::shared_ptr<const Token> m_token;
    QList<TokenCheck> m_checks;
    QSet<QString> m_duplicates;
    ClaimContext m_context;
    qint64 m_nowMs = 0;
    TokenFragments m_fragments;
    JsonDocument m_recoveredClaims; ///< of the fragments; the nodes are views into it
    JsonDocument m_recoveredHeader;
    std::unique_ptr<ClaimNode> m_root;
    QList<TimeRow> m_times;
};

} // namespace mintmark

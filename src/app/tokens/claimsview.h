// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/tokens/claimcontext.h"
#include "app/tokens/claimsearch.h"
#include "jose/token.h"
#include "jose/tokenchecks.h"

#include <QTreeView>

#include <memory>

namespace mintmark {

class ClaimsDelegate;
class ClaimsModel;

/// The claims of a token. Ctrl+C and the context menu ask for a copy of the exact value.
class ClaimsView : public QTreeView
{
    Q_OBJECT
public:
    explicit ClaimsView(QWidget *parent = nullptr);

    /// The same token again keeps what is selected, folded and scrolled to; so does a new one
    /// with a claim of the same name.
    void setToken(const std::shared_ptr<const Token> &token, const QList<TokenCheck> &checks,
                  const ClaimContext &context, qint64 nowMs);
    void setNow(qint64 nowMs);
    /// Meanings under the values instead of beside them.
    void setMeaningBelow(bool below);
    /// Shows only rows with that text in their name, value or meaning, and what leads to them;
    /// empty: all.
    void setFilter(const QString &text);
    /// Rows that fit the filter; 0 without one.
    int foundCount() const { return m_found; }
    /// Typing in the table then goes where typed() is answered, instead of to names that begin so.
    void setTypingFilters(bool filters) { m_typingFilters = filters; }
    /// Takes the focus, with a row chosen.
    void enter();
    ClaimsModel *claims() const { return m_model; }

    QSize minimumSizeHint() const override { return { 200, 60 }; }

public Q_SLOTS:
    void copyValue();
    void copyMember();

Q_SIGNALS:
    void copyTextRequested(const QString &exactText, const QString &whatItIs);
    void typed(const QString &text);

protected:
    QItemSelectionModel::SelectionFlags selectionCommand(const QModelIndex &index,
                                                         const QEvent *event) const override;
    void selectionChanged(const QItemSelection &selected,
                          const QItemSelection &deselected) override;
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    void keyboardSearch(const QString &text) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void drawBranches(QPainter *painter, const QRect &rect,
                      const QModelIndex &index) const override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void copy(int role);
    void applyFilter();
    bool filterRows(const QModelIndex &parent);
    void showAllRows();
    void foldAgain();
    void placeColumns();
    int widestText(int column) const;

    ClaimsModel *m_model;
    ClaimsDelegate *m_delegate;
    bool m_below = false;
    bool m_headerUnfolded = false;
    ClaimSearch m_filter;
    int m_found = 0;
    bool m_typingFilters = false;
    QList<QPersistentModelIndex> m_unfolded; ///< by the filter, not by somebody
    QList<QPersistentModelIndex> m_filtered; ///< what holds rows that may be hidden
};

} // namespace mintmark

// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/tokens/claimcontext.h"
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
    ClaimsModel *claims() const { return m_model; }

    QSize minimumSizeHint() const override { return { 200, 60 }; }

public Q_SLOTS:
    void copyValue();
    void copyMember();

Q_SIGNALS:
    void copyTextRequested(const QString &exactText, const QString &whatItIs);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void copy(int role);
    void placeColumns();
    int widestText(int column) const;

    ClaimsModel *m_model;
    ClaimsDelegate *m_delegate;
    bool m_below = false;
    bool m_headerUnfolded = false;
};

} // namespace mintmark

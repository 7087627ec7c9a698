// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/tokens/madechecks.h"
#include "app/tokens/tokencontent.h"

#include <QList>
#include <QScrollArea>

class QVBoxLayout;

namespace mintmark {

class BlankPage;
class CheckRow;
class WrapLabel;

/// What was found about a token, worst first, each with what to do about it, and on request what
/// was looked at and is as it should be.
class ChecksView : public QScrollArea
{
    Q_OBJECT
public:
    explicit ChecksView(QWidget *parent = nullptr);

    /// Without a token there is nothing to complain about, but nothing was looked at either.
    void setContent(const TokenContent &content);
    const QList<TokenCheck> &checks() const { return m_checks; }
    /// Also what has passed.
    void setShowsAll(bool all);

    QSize minimumSizeHint() const override { return { 200, 90 }; }

private:
    void showRows();
    void showBlank();
    void showFooter();
    CheckRow *row(qsizetype index);

    QList<TokenCheck> m_checks; ///< worst first
    MadeChecks m_made;
    bool m_showsAll = false;
    QList<CheckRow *> m_rows;
    QWidget *m_list;
    QVBoxLayout *m_column;
    BlankPage *m_blank;
    QWidget *m_footer;
    WrapLabel *m_summary;
};

} // namespace mintmark

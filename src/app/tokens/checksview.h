// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "jose/tokenchecks.h"

#include <QList>
#include <QScrollArea>

class QVBoxLayout;

namespace mintmark {

class BlankPage;
class CheckRow;

/// What was found about a token, worst first, each with what to do about it.
class ChecksView : public QScrollArea
{
    Q_OBJECT
public:
    explicit ChecksView(QWidget *parent = nullptr);

    /// `hasToken`: without one there is nothing to complain about, but nothing was looked at.
    void setChecks(const QList<TokenCheck> &checks, bool hasToken);
    const QList<TokenCheck> &checks() const { return m_checks; }

    QSize minimumSizeHint() const override { return { 200, 90 }; }

private:
    QList<TokenCheck> m_checks;
    QList<CheckRow *> m_rows;
    QWidget *m_list;
    QVBoxLayout *m_column;
    BlankPage *m_blank;
};

} // namespace mintmark

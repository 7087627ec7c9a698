// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/tokens/tokencontent.h"

#include <QWidget>

class QStackedWidget;
class QTabBar;

namespace mintmark {

class ChecksView;
class ClaimsPane;
class TokenView;

/// Claims, Checks and Token of one token, with or without a profile; a page may add tabs of its
/// own behind them.
class TokenTabs : public QWidget
{
    Q_OBJECT
public:
    enum Tab { ClaimsTab, ChecksTab, TokenTab, FirstOwnTab };

    explicit TokenTabs(QWidget *parent = nullptr);

    void setContent(const TokenContent &content);
    /// Relative times only.
    void setNow(qint64 nowMs);
    void setMeaningBelow(bool below);
    /// Takes the widget over.
    void addTab(const QString &title, QWidget *page);
    int currentTab() const;
    void showTab(int index);
    QTabBar *bar() const { return m_bar; }

    ClaimsPane *claims() const { return m_claims; }
    ChecksView *checks() const { return m_checks; }
    TokenView *token() const { return m_token; }

    /// Its pages scroll by themselves: it takes what is left, and never makes its page longer.
    bool hasHeightForWidth() const override { return false; }
    QSize sizeHint() const override { return minimumSizeHint(); }

Q_SIGNALS:
    void copyTextRequested(const QString &exactText, const QString &whatItIs);
    void currentTabChanged(int index);

protected:
    void changeEvent(QEvent *event) override;

private:
    void fitText();
    QTabBar *m_bar;
    QStackedWidget *m_pages;
    ClaimsPane *m_claims;
    ChecksView *m_checks;
    TokenView *m_token;
};

} // namespace mintmark

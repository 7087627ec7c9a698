// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/theme/look.h"
#include "app/tokens/tokencontent.h"

#include <QWidget>

class QStackedLayout;

namespace mintmark {

class BlankPage;
class ClaimsView;
class ElidingLabel;
class EmptyState;
class NoticeBar;
class SearchField;

/// The claims, or why there are none: of an encrypted token its header, of a damaged one what could
/// be recovered, of an opaque one the way to ask its server.
class ClaimsPane : public QWidget
{
    Q_OBJECT
public:
    explicit ClaimsPane(QWidget *parent = nullptr);

    void setContent(const TokenContent &content);
    /// What stands here without a token.
    void setBlank(Icon icon, const QString &title, const QString &sentence,
                  const QString &button = {});
    ClaimsView *view() const { return m_view; }
    NoticeBar *notice() const { return m_notice; }
    /// Above tables that are too long to be looked over; hidden else.
    SearchField *filter() const { return m_filter; }
    /// "3 of 40", or that nothing fits.
    ElidingLabel *filterResult() const { return m_filterResult; }
    EmptyState *emptyState() const;
    /// True while no claims are shown.
    bool isBlank() const;

Q_SIGNALS:
    /// The button of what setBlank() said.
    void blankClicked();
    void introspectRequested();

private:
    void showEmpty(Icon icon, const QString &title, const QString &sentence, const QString &button);
    void showNotice(const Token &token);
    QWidget *makeFilter();
    void showFilter();
    void applyFilter();

    struct Blank
    {
        Icon icon = Icon::Clock;
        QString title;
        QString sentence;
        QString button;
    };
    Blank m_blank;
    bool m_hasToken = false;
    QWidget *m_noticeRow;
    NoticeBar *m_notice;
    SearchField *m_filter;
    ElidingLabel *m_filterResult;
    QWidget *m_filterRow;
    ClaimsView *m_view;
    BlankPage *m_blankPage;
    QStackedLayout *m_stack;
};

} // namespace mintmark

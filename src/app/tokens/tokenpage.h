// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/tokens/tokencontent.h"
#include "app/widgets/messagebar.h"
#include "profiles/profile.h"
#include "session/sessionstate.h"
#include "session/verdict.h"

#include <QWidget>

class QAction;
class QMenu;
class QScrollArea;
class QVBoxLayout;

namespace mintmark {

class ActionButton;
class CountdownCard;
class PageHeader;
class RequestsView;
class TokenTabs;

/// The page of one profile: whose token, the buttons, the message bar, the countdown card and the
/// tabs Claims, Checks, Token and Requests. Values come in, intents go out; it asks for nothing and
/// knows no time but the one it was told.
class TokenPage : public QWidget
{
    Q_OBJECT
public:
    /// Owned by the window. Menus may be null.
    struct Buttons
    {
        QAction *copy = nullptr;
        QAction *fetch = nullptr;
        QAction *edit = nullptr;
        QMenu *copyMenu = nullptr;
        QMenu *fetchMenu = nullptr;
        QMenu *moreMenu = nullptr;
    };
    /// Everything the page shows.
    struct Content
    {
        ProfileListing listing;
        SessionState state;
        Verdict verdict;
        QList<TokenCheck> checks;
        qint64 nowMs = 0;
        bool keyringLocked = false;
        QString copyText;   ///< label of the primary button; empty: that of its action
        bool armed = false; ///< the primary button waits for the second press
    };

    explicit TokenPage(const Buttons &buttons, QWidget *parent = nullptr);

    void setContent(const Content &content);
    /// A tick: card and relative times; nothing else repaints.
    void setVerdict(const Verdict &verdict, qint64 nowMs);

    /// The bar above the card.
    void setMessage(const BarMessage &message);
    /// Without barDismissed().
    void clearMessage();
    bool hasMessage() const;
    MessageBar *messageBar() const { return m_message; }

    void focusCopy();
    /// 0 Claims, 1 Checks, 2 Token, 3 Requests.
    void showTab(int index);
    int currentTab() const;

    CountdownCard *card() const { return m_card; }
    TokenTabs *tabs() const { return m_tabs; }
    RequestsView *requests() const { return m_requests; }

Q_SIGNALS:
    void barButton(const QString &id);
    void barDismissed();
    void barMore();
    void verdictLink(const QString &linkId);
    void unlockRequested();
    void cancelRequested();
    void fetchRequested();
    /// Plain text for the clipboard, exactly as it stands in the token.
    void copyTextRequested(const QString &exactText, const QString &whatItIs);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeActions(const Buttons &buttons);
    QWidget *makeBody();
    void connectParts();
    void setBlank(bool locked);
    void showCopyText();
    void applyWidth();

    PageHeader *m_header;
    ActionButton *m_copy;
    ActionButton *m_fetch;
    MessageBar *m_message;
    CountdownCard *m_card;
    TokenTabs *m_tabs;
    RequestsView *m_requests;
    QWidget *m_actions;
    QScrollArea *m_body;
    QVBoxLayout *m_blocks;
    ProfileId m_shown;
    QString m_copyText;
    bool m_locked = false;
};

} // namespace mintmark

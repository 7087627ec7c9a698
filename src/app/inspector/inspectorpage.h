// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/inspector/inspection.h"
#include "jose/tokenscan.h"

#include <QWidget>

class QScrollArea;
class QVBoxLayout;

namespace mintmark {

class ActionButton;
class BlankPage;
class CountdownCard;
class ElidingLabel;
class FieldMessage;
class TokenField;
class TokenTabs;

/// Looks into any token without a profile: a field to paste into, what is to be said of it, its
/// claims, checks and parts. It sends nothing.
class InspectorPage : public QWidget
{
    Q_OBJECT
public:
    explicit InspectorPage(QWidget *parent = nullptr);

    bool isEmpty() const { return !m_inspection.content.token; }
    /// 0 Claims, 1 Checks, 2 Token.
    void showTab(int index);
    int currentTab() const;
    void focusField();

    TokenField *field() const { return m_field; }
    CountdownCard *card() const { return m_card; }
    TokenTabs *tabs() const { return m_tabs; }

public Q_SLOTS:
    /// As pasted: the token in it is looked for. Empty text clears the page.
    void setText(const QString &text);
    /// Wall clock, ms: call it before the first text and with each tick.
    void setNow(qint64 nowMs);
    void clear();

Q_SIGNALS:
    void copyTextRequested(const QString &exactText, const QString &whatItIs);
    /// The window reads the clipboard and answers with setText().
    void pasteRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeTitle();
    QWidget *makeBody();
    void read(const QString &text, bool typing);
    void present(const Inspection &inspection, bool typing);
    /// One of the tokens of a longer text.
    void showFound(qsizetype index);
    bool needsChecks(qint64 nowMs) const;
    void applyWidth();

    qint64 m_nowMs = 0;
    Inspection m_inspection;
    QList<FoundToken> m_found; ///< of the text that was pasted last, when it was more than a token
    qsizetype m_shown = 0;
    qsizetype m_foundIn = 0; ///< lines of that text
    ActionButton *m_paste;
    ActionButton *m_clear;
    QWidget *m_title;
    TokenField *m_field;
    FieldMessage *m_cleaned;
    CountdownCard *m_card;
    TokenTabs *m_tabs;
    BlankPage *m_blank;
    QWidget *m_table;
    QScrollArea *m_body;
    QVBoxLayout *m_blocks;
};

} // namespace mintmark

// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/inspector/inspection.h"
#include "jose/tokentext.h"

#include <QWidget>

class QScrollArea;
class QVBoxLayout;

namespace mintmark {

class ActionButton;
class AgainstRow;
class BlankPage;
class FoundLine;
class MessageBar;
class TimeRow;
class TokenField;
class TokenTabs;
class VerdictCard;

/// Looks into any token: a field to paste into, what is to be said of it, its claims, checks and
/// parts. It reads texts and files by itself; what profiles and keys say of the token comes through
/// setContext(). It sends nothing.
class InspectorPage : public QWidget
{
    Q_OBJECT
public:
    explicit InspectorPage(QWidget *parent = nullptr);

    bool isEmpty() const { return !m_inspection.content.token; }
    /// Null when it is empty.
    std::shared_ptr<const Token> token() const { return m_inspection.content.token; }
    /// It stood in a text that others have.
    bool isShared() const { return m_text.isShared; }
    /// What the token is judged by; time and text are the page's own business.
    void setContext(const InspectionContext &context);

    /// 0 Claims, 1 Checks, 2 Token.
    void showTab(int index);
    int currentTab() const;
    void focusField();

    TokenField *field() const { return m_field; }
    FoundLine *foundLine() const { return m_found; }
    MessageBar *messageBar() const { return m_message; }
    VerdictCard *card() const { return m_card; }
    TimeRow *timeRow() const { return m_time; }
    AgainstRow *againstRow() const { return m_against; }
    TokenTabs *tabs() const { return m_tabs; }

public Q_SLOTS:
    /// As pasted: the tokens in it are looked for. Empty text clears the page.
    void setText(const QString &text);
    /// What cannot be read is said in the line under the field.
    void openFile(const QString &path);
    /// Wall clock, ms: call it before the first text and with each tick.
    void setNow(qint64 nowMs);
    void clear();

Q_SIGNALS:
    /// Another token, or none.
    void tokenChanged();
    void copyTextRequested(const QString &exactText, const QString &whatItIs);
    void copySecretRequested(const mintmark::SharedSecret &text);
    /// The window reads the clipboard and answers with setText().
    void pasteRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    QWidget *makeTitle();
    QWidget *makeBody();
    void connectParts();
    void chooseFile();
    void read(QByteArrayView text, bool typing);
    /// One of the tokens of the text.
    void showToken(qsizetype index, bool typing);
    QString foundSentences() const;
    void judge();
    bool needsChecks(qint64 nowMs) const;
    void applyWidth();

    qint64 m_nowMs = 0;
    TokenText m_text;
    qsizetype m_shown = 0;
    InspectionContext m_context;
    Inspection m_inspection;
    ActionButton *m_paste;
    ActionButton *m_open;
    ActionButton *m_clear;
    QWidget *m_title;
    TokenField *m_field;
    FoundLine *m_found;
    MessageBar *m_message;
    VerdictCard *m_card;
    TimeRow *m_time;
    AgainstRow *m_against;
    TokenTabs *m_tabs;
    BlankPage *m_blank;
    QWidget *m_table;
    QScrollArea *m_body;
    QVBoxLayout *m_blocks;
};

} // namespace mintmark

// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/profiles/editorrow.h"

namespace mintmark {

class ActionButton;

/// "Find addresses from the issuer…": asks for the issuer and says what its metadata brought. What
/// is asked, and when, is up to the person: nothing is sent before the second press.
class IssuerSearch : public EditorRow
{
    Q_OBJECT
public:
    explicit IssuerSearch(QWidget *parent = nullptr);

    /// What stands in the field when it opens.
    void setIssuer(const QString &issuer) { m_issuer = issuer; }
    /// Back to the button alone.
    void reset();
    /// The field stays open, with the reason under it.
    void showFault(const QString &text);
    /// "Filled from id.example.com: …", with Undo.
    void showFilled(const QString &text);

Q_SIGNALS:
    /// It takes more room than the button did.
    void opened();
    void askRequested(const QString &issuer);
    void cancelRequested();
    void undoRequested();

private:
    void open();
    void ask();
    void setAsking(bool asking);
    void sayWhom();

    ActionButton *m_find;
    QWidget *m_line;
    QLineEdit *m_edit;
    ActionButton *m_ask;
    QString m_issuer;
    bool m_asking = false;
};

} // namespace mintmark

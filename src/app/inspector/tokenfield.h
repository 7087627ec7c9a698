// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "jose/token.h"

#include <QWidget>

#include <memory>

class QStackedLayout;

namespace mintmark {

class EncodedView;
class PasteField;

/// The field of the inspector. While somebody types it is a text field; what was pasted, and what
/// was typed once the focus is elsewhere, is shown in its three colours with the signature hidden.
/// A click on that makes it a text field again.
class TokenField : public QWidget
{
    Q_OBJECT
public:
    explicit TokenField(QWidget *parent = nullptr);

    /// Null empties the field. While somebody is typing it, the text field stays as it is.
    void setToken(const std::shared_ptr<const Token> &token, bool typing);
    void setLines(int lines);
    /// To type or paste into.
    void focusText();
    PasteField *editor() const { return m_editor; }
    EncodedView *encoded() const { return m_encoded; }
    bool isEditing() const;

Q_SIGNALS:
    void typed(const QString &text);
    void pasted(const QString &text);
    void filePasted(const QString &path);
    void copyRequested(const mintmark::SharedSecret &text);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void edit();
    void showEncoded();

    /// More is not given to the text field.
    static constexpr qsizetype mostEditable = 32 * 1024;

    std::shared_ptr<const Token> m_token;
    PasteField *m_editor;
    EncodedView *m_encoded;
    QStackedLayout *m_stack;
    bool m_filling = false;
};

} // namespace mintmark

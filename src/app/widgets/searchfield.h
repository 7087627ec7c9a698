// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QLineEdit>

namespace mintmark {

class IconButton;

/// The search field: a glass before the text and, when there is some, a cross behind it. What a
/// search field does with keys that are not text, others decide.
class SearchField : public QLineEdit
{
    Q_OBJECT
public:
    /// `what` can be looked for, as the field's name and in it while it is empty.
    explicit SearchField(const QString &what, QWidget *parent = nullptr);

    /// Esc with text in the field empties it, before any shortcut of the window's.
    void setTakesEscape(bool takes) { m_takesEscape = takes; }

    /// As if it had been typed at the end; takes the focus.
    void append(const QString &text);

Q_SIGNALS:
    void takeRequested(); ///< Enter
    void copyRequested(); ///< Ctrl+Enter
    void leftDownwards(); ///< Down
    void focusChanged();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool event(QEvent *event) override;

private:
    IconButton *m_clear;
    bool m_takesEscape = false;
};

} // namespace mintmark

// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QLineEdit>

namespace mintmark {

class IconButton;

/// The search field: a glass before the text and, when there is some, a cross behind it. What a
/// search field does with keys that are not text, others decide.
class ProfileSearchField : public QLineEdit
{
    Q_OBJECT
public:
    explicit ProfileSearchField(QWidget *parent = nullptr);

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
};

} // namespace mintmark

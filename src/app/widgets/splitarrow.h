// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QAbstractButton>

class QMenu;

namespace mintmark {

class ActionButton;

/// Arrow part of a split button; opens a menu under the whole button.
class SplitArrow : public QAbstractButton
{
    Q_OBJECT
public:
    SplitArrow(QMenu *menu, ActionButton *parent);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void openMenu();

    QMenu *m_menu;
    ActionButton *m_button;
};

} // namespace mintmark

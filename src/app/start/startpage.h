// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QWidget>

class QAction;

namespace mintmark {

class StartCard;

/// The first page, for somebody who has no profile yet: three ways to a token.
class StartPage : public QWidget
{
    Q_OBJECT
public:
    /// Each card triggers its action and shows its shortcut.
    StartPage(QAction *newProfile, QAction *inspect, QAction *demo, QWidget *parent = nullptr);

    void focusFirst();

protected:
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    StartCard *m_first = nullptr;
    QWidget *m_body = nullptr;
};

} // namespace mintmark

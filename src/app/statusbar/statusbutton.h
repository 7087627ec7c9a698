// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QAbstractButton>

namespace mintmark {

/// A quiet button for the status bar: its text, and a ground when hovered.
class StatusButton : public QAbstractButton
{
    Q_OBJECT
public:
    explicit StatusButton(const QString &text, QWidget *parent = nullptr);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace mintmark

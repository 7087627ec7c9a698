// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/theme/look.h"

#include <QAbstractButton>

namespace mintmark {

/// One of the choices of the first page: a card that is a button.
class StartCard : public QAbstractButton
{
    Q_OBJECT
public:
    StartCard(Icon icon, const QString &title, const QString &sentence, const QString &hint,
              QWidget *parent = nullptr);

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    int textWidth(int width) const;
    bool showsHint(int width) const;
    int hintRoom() const;

    Icon m_icon;
    QString m_sentence;
    QString m_hint;
};

} // namespace mintmark

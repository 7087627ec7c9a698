// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/theme/look.h"

#include <QAbstractButton>

namespace mintmark {

/// A small button with an icon only. Its text is its accessible name and its tool tip.
class IconButton : public QAbstractButton
{
    Q_OBJECT
public:
    IconButton(Icon icon, const QString &text, QWidget *parent = nullptr);

    void setIcon(Icon icon);
    void setColorRole(ColorRole role);
    /// In the tool tip, after the text.
    void setHint(const QString &hint);

    QSize sizeHint() const override { return { 28, 28 }; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Icon m_icon;
    ColorRole m_color = &Theme::text2;
};

} // namespace mintmark

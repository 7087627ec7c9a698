// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/theme/look.h"

#include <QWidget>

namespace mintmark {

/// An icon that says nothing by itself: the words beside it do.
class IconLabel : public QWidget
{
    Q_OBJECT
public:
    IconLabel(Icon icon, int size, QWidget *parent = nullptr);

    void setIcon(Icon icon, ColorRole color);

    QSize sizeHint() const override { return { m_size, m_size }; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Icon m_icon;
    ColorRole m_color = &Theme::text2;
    int m_size;
};

} // namespace mintmark

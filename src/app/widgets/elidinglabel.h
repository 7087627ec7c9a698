// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/theme/theme.h"
#include "app/theme/typescale.h"

#include <QLabel>

namespace mintmark {

/// One line of plain text that gives way: it never makes a window wider, ends in an ellipsis where
/// room is short and shows the whole in its tool tip. Every label that shows data is one of these.
class ElidingLabel : public QLabel
{
    Q_OBJECT
public:
    explicit ElidingLabel(QWidget *parent = nullptr);
    explicit ElidingLabel(const QString &text, QWidget *parent = nullptr);

    void setTextStyle(TextStyle style);
    void setColorRole(ColorRole role);
    void setElideMode(Qt::TextElideMode mode);
    /// Keeps the width its text wants as long as there is room: for labels before a stretch.
    void setHugging(bool hugging);

    bool isElided() const;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QFont textFont() const;

    TextStyle m_style = TextStyle::Body;
    ColorRole m_color = &Theme::text;
    Qt::TextElideMode m_elideMode = Qt::ElideRight;
};

} // namespace mintmark

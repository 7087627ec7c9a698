// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/theme/theme.h"
#include "app/theme/typescale.h"

#include <QLabel>

namespace mintmark {

class LinkButton;

/// A sentence or more of plain text, word-wrapped, with one link after it if there is something to
/// do.
class WrapLabel : public QLabel
{
    Q_OBJECT
public:
    explicit WrapLabel(QWidget *parent = nullptr);
    explicit WrapLabel(const QString &text, QWidget *parent = nullptr);

    /// Hides QLabel's, so that the link is moved behind the new text.
    void setText(const QString &text);
    void setTextStyle(TextStyle style);
    void setColorRole(ColorRole role);
    /// Empty text: no link.
    void setLink(const QString &text);
    LinkButton *link() const { return m_link; }

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void linkClicked();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    /// Top left of the link in a label of this width; null size without one.
    QRect linkRect(int width) const;
    void placeLink();

    TextStyle m_style = TextStyle::Body;
    ColorRole m_color = &Theme::text;
    LinkButton *m_link;
};

} // namespace mintmark

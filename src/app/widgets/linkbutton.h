// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/theme/typescale.h"

#include <QAbstractButton>

namespace mintmark {

/// A button that looks like a link at the end of a sentence.
class LinkButton : public QAbstractButton
{
    Q_OBJECT
public:
    /// Around the text, for the focus ring.
    static constexpr int ringRoom = 3;

    explicit LinkButton(QWidget *parent = nullptr);
    explicit LinkButton(const QString &text, QWidget *parent = nullptr);

    void setTextStyle(TextStyle style);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    TextStyle m_style = TextStyle::CaptionStrong;
};

} // namespace mintmark

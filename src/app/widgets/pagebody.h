// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QWidget>

namespace mintmark {

/// What scrolls on a page. It asks for the height its text needs at the width there is, where Qt
/// would ask for that of the narrowest column, and show a scroll bar nobody needs.
class PageBody : public QWidget
{
    Q_OBJECT
public:
    using QWidget::QWidget;

    QSize minimumSizeHint() const override;
};

} // namespace mintmark

// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/theme/theme.h"

#include <QLabel>

class QTabBar;

namespace mintmark {

enum class BadgeLevel { Warning, Error };

/// A number in a pill beside the text of a tab, in the colour of the worst it counts.
class TabBadge : public QLabel
{
    Q_OBJECT
public:
    explicit TabBadge(QWidget *parent = nullptr);

    /// Puts a badge on a tab, or takes it off for 0.
    static void set(QTabBar *bar, int index, int count, BadgeLevel level);

    void setCount(int count, BadgeLevel level);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    BadgeLevel m_level = BadgeLevel::Warning;
};

} // namespace mintmark

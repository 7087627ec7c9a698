// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/theme/theme.h"

#include <QSplitter>

namespace mintmark {

/// Splits with a line 1 px wide that can be gripped over 8.
class ThinSplitter : public QSplitter
{
    Q_OBJECT
public:
    explicit ThinSplitter(Qt::Orientation orientation, QWidget *parent = nullptr);

    /// Grounds of the two sides, which the grip carries on up to the line.
    void setGrounds(ColorRole before, ColorRole after);

protected:
    QSplitterHandle *createHandle() override;

private:
    friend class ThinHandle;
    ColorRole m_before = &Theme::window;
    ColorRole m_after = &Theme::window;
};

} // namespace mintmark

// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/widgets/emptystate.h"
#include "app/widgets/pane.h"

namespace mintmark {

/// An empty state in the middle of a page; where the page is low it does without its icon.
class BlankPage : public Pane
{
    Q_OBJECT
public:
    explicit BlankPage(QWidget *parent = nullptr);

    EmptyState *state() const { return m_state; }

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    EmptyState *m_state;
};

} // namespace mintmark

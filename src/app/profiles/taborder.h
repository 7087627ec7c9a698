// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

class QWidget;

namespace mintmark {

/// Makes the tab key go through `page` as its layouts show it, whatever was created or moved when.
void orderTabsByLayout(QWidget *page);

} // namespace mintmark

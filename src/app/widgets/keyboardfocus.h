// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

class QWidget;

namespace mintmark {

/// Has the focus, in a window the keyboard was used in: the ring is for people who need it and in
/// nobody else's way.
bool showsKeyboardFocus(const QWidget *widget);

} // namespace mintmark

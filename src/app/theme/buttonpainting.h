// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/theme/painting.h"

namespace mintmark {

/// What a button is for. One Primary per page; Danger only in confirmations.
enum class ButtonRole { Secondary, Primary, Ghost, Danger };

struct ButtonState
{
    ButtonRole role = ButtonRole::Secondary;
    bool enabled = true;
    bool hovered = false;
    bool pressed = false;
    bool focused = false; ///< by keyboard: shows the ring
    bool armed = false;   ///< waits for the second press of a production copy
};

namespace painting {

/// Ground, border and ring of a button whose outer bounds, ring space included, are `rect`.
void button(QPainter &painter, const QRect &rect, const Theme &theme, const ButtonState &state);
/// Colour of its text and icon, and the quieter one of its hint.
QColor buttonText(const Theme &theme, const ButtonState &state);
QColor buttonHint(const Theme &theme, const ButtonState &state);

} // namespace painting
} // namespace mintmark

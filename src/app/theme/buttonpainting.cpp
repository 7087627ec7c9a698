// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/theme/buttonpainting.h"

#include "app/theme/metrics.h"

namespace mintmark::painting {

namespace {

/// Ground of the button; invalid where the page shows through.
QColor ground(const Theme &theme, const ButtonState &state)
{
    const bool ghost = state.role == ButtonRole::Ghost;
    if (!state.enabled)
        return ghost ? QColor() : theme.track;
    if (state.role == ButtonRole::Primary) {
        if (state.pressed)
            return theme.accentPressed;
        return state.hovered ? theme.accentHover : theme.accent;
    }
    if (state.pressed)
        return theme.selected;
    if (state.hovered)
        return theme.hover;
    return ghost ? QColor() : theme.surface;
}

QColor border(const Theme &theme, const ButtonState &state)
{
    if (state.armed)
        return theme.prod;
    if (!state.enabled)
        return {};
    switch (state.role) {
    case ButtonRole::Secondary:
        return theme.control;
    case ButtonRole::Danger:
        return theme.errLine;
    case ButtonRole::Primary:
    case ButtonRole::Ghost:
        break;
    }
    return {};
}

} // namespace

void button(QPainter &painter, const QRect &rect, const Theme &theme, const ButtonState &state)
{
    constexpr int ring = metrics::ringSpace;
    const QRect inner = rect.adjusted(ring, ring, -ring, -ring);
    frame(painter, inner,
          { ground(theme, state), border(theme, state), state.armed ? 2.0 : qreal(theme.border),
            metrics::controlRadius });
    if (!state.focused)
        return;
    // The ring alone has a contrast of 1.1 to the accent, so a gap of page colour parts them.
    focusRing(painter, rect, theme.focus, metrics::controlRadius + ring);
    const bool filled = state.role == ButtonRole::Primary && state.enabled;
    if (filled && !state.armed)
        frame(painter, inner, { {}, theme.window, 2, metrics::controlRadius });
}

QColor buttonText(const Theme &theme, const ButtonState &state)
{
    if (!state.enabled)
        return theme.disabled;
    if (state.role == ButtonRole::Primary)
        return theme.onAccent;
    if (state.pressed)
        return theme.onSelected;
    return state.role == ButtonRole::Danger ? theme.err : theme.text;
}

QColor buttonHint(const Theme &theme, const ButtonState &state)
{
    const bool own = !state.enabled || state.pressed || state.role == ButtonRole::Primary;
    return own ? buttonText(theme, state) : theme.text2;
}

} // namespace mintmark::painting

// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/widgets/iconbutton.h"

#include "app/theme/metrics.h"
#include "app/theme/painting.h"
#include "app/widgets/keyboardfocus.h"
#include "app/widgets/plaintooltip.h"

namespace mintmark {

using namespace Qt::StringLiterals;

IconButton::IconButton(Icon icon, const QString &text, QWidget *parent)
    : QAbstractButton(parent), m_icon(icon)
{
    setText(text);
    setToolTip(plainToolTip(text));
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void IconButton::setIcon(Icon icon)
{
    m_icon = icon;
    update();
}

void IconButton::setColorRole(ColorRole role)
{
    m_color = role;
    update();
}

void IconButton::setHint(const QString &hint)
{
    setToolTip(plainToolTip(u"%1 (%2)"_s.arg(text(), hint)));
}

void IconButton::paintEvent(QPaintEvent *)
{
    const Look &look = Look::of(this);
    const Theme &theme = look.theme();
    QPainter painter(this);
    if (isEnabled() && (isDown() || underMouse()))
        painting::frame(painter, rect(),
                        { isDown() ? theme.selected : theme.hover, {}, 0, metrics::controlRadius });
    const QColor color = isEnabled() ? rowColor(theme, m_color, isDown()) : theme.disabled;
    painting::icon(painter, look, rect(), m_icon, color, metrics::iconSmall, this);
    if (showsKeyboardFocus(this))
        painting::focusRing(painter, rect(), theme.focus, metrics::controlRadius);
}

} // namespace mintmark

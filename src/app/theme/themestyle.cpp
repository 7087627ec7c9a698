// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/theme/themestyle.h"

#include "app/theme/buttonpainting.h"
#include "app/theme/metrics.h"
#include "app/theme/painting.h"

#include <QAbstractSpinBox>
#include <QComboBox>
#include <QPlainTextEdit>
#include <QStyleOption>
#include <QTextEdit>

namespace mintmark {

using namespace Qt::StringLiterals;
using painting::FieldState;

namespace {

bool has(const QStyleOption &option, QStyle::StateFlag flag)
{
    return option.state.testFlag(flag);
}

FieldState fieldState(const QStyleOption &option, const QWidget *widget)
{
    if (!has(option, QStyle::State_Enabled))
        return FieldState::Disabled;
    if (has(option, QStyle::State_HasFocus))
        return FieldState::Focused;
    const bool fault = widget && widget->property("fault").toBool();
    return fault ? FieldState::Faulty : FieldState::Idle;
}

/// The line edits inside combo and spin boxes stand on the frame of those.
bool isPartOfField(const QWidget *widget)
{
    const QWidget *parent = widget ? widget->parentWidget() : nullptr;
    return qobject_cast<const QComboBox *>(parent)
        || qobject_cast<const QAbstractSpinBox *>(parent);
}

bool isTextEdit(const QWidget *widget)
{
    return qobject_cast<const QPlainTextEdit *>(widget) || qobject_cast<const QTextEdit *>(widget);
}

} // namespace

ThemeStyle::ThemeStyle(const Theme &theme) : QProxyStyle(u"Fusion"_s), m_look(theme) { }

void ThemeStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option,
                               QPainter *painter, const QWidget *widget) const
{
    if (drawFramePrimitive(element, *option, *painter, widget)
        || drawItemPrimitive(element, *option, *painter, widget)
        || drawIndicatorPrimitive(element, *option, *painter, widget))
        return;
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

bool ThemeStyle::drawFramePrimitive(PrimitiveElement element, const QStyleOption &option,
                                    QPainter &painter, const QWidget *widget) const
{
    switch (element) {
    case PE_FrameFocusRect: // each control shows focus by itself
    case PE_FrameDefaultButton:
    case PE_FrameLineEdit: // drawn with the panel
    case PE_FrameStatusBarItem:
        return true;
    case PE_PanelButtonCommand:
        drawPushButtonPanel(option, painter);
        return true;
    case PE_PanelLineEdit:
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(&option);
            frame && frame->lineWidth > 0)
            painting::field(painter, option.rect, theme(), fieldState(option, widget));
        else if (!isPartOfField(widget))
            painter.fillRect(option.rect, theme().surface);
        return true;
    case PE_Frame:
        drawScrollArea(option, painter, widget);
        return true;
    case PE_FrameTabWidget:
        painting::edge(painter, option.rect, Qt::TopEdge, theme().line, theme().border);
        return true;
    case PE_FrameTabBarBase:
        painting::edge(painter, option.rect, Qt::BottomEdge, theme().line, theme().border);
        return true;
    case PE_PanelStatusBar:
        painter.fillRect(option.rect, theme().window);
        painting::edge(painter, option.rect, Qt::TopEdge, theme().line, theme().border);
        return true;
    case PE_PanelMenu:
        painter.fillRect(option.rect, theme().surface);
        return true;
    case PE_FrameMenu:
        painting::frame(painter, option.rect, { {}, theme().control, qreal(theme().border), 0 });
        return true;
    case PE_PanelTipLabel:
        painter.fillRect(option.rect, theme().text);
        return true;
    case PE_PanelScrollAreaCorner:
        painter.fillRect(option.rect, theme().window);
        return true;
    default:
        return false;
    }
}

bool ThemeStyle::drawItemPrimitive(PrimitiveElement element, const QStyleOption &option,
                                   QPainter &painter, const QWidget *) const
{
    if (element != PE_PanelItemViewRow && element != PE_PanelItemViewItem)
        return false;
    const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(&option);
    const bool selected = has(option, State_Selected);
    if (selected)
        painter.fillRect(option.rect, theme().selected);
    else if (has(option, State_MouseOver) && has(option, State_Enabled))
        painter.fillRect(option.rect, theme().hover);
    else if (item && item->features.testFlag(QStyleOptionViewItem::Alternate))
        painter.fillRect(option.rect, theme().sunken);
    if (element == PE_PanelItemViewItem && has(option, State_HasFocus)
        && has(option, State_KeyboardFocusChange))
        painting::focusRing(painter, option.rect,
                            selected ? theme().focusOnSelected : theme().focus, metrics::tagRadius);
    return true;
}

bool ThemeStyle::drawIndicatorPrimitive(PrimitiveElement element, const QStyleOption &option,
                                        QPainter &painter, const QWidget *widget) const
{
    const auto chevron = [&](Icon icon) {
        const QColor color = has(option, State_Enabled) ? theme().text2 : theme().disabled;
        painting::icon(painter, m_look, option.rect, icon, color, metrics::iconSmall, widget);
    };
    switch (element) {
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        drawCheckBox(option, painter, widget);
        return true;
    case PE_IndicatorRadioButton:
        drawRadioButton(option, painter);
        return true;
    case PE_IndicatorBranch:
        if (has(option, State_Children))
            chevron(has(option, State_Open) ? Icon::Down : Icon::Right);
        return true;
    case PE_IndicatorArrowDown:
        chevron(Icon::Down);
        return true;
    case PE_IndicatorArrowRight:
        chevron(Icon::Right);
        return true;
    case PE_IndicatorArrowUp:
        chevron(Icon::Up);
        return true;
    case PE_IndicatorArrowLeft:
        chevron(Icon::Left);
        return true;
    case PE_IndicatorHeaderArrow:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(&option))
            chevron(header->sortIndicator == QStyleOptionHeader::SortUp ? Icon::Up : Icon::Down);
        return true;
    case PE_PanelButtonTool:
        if (has(option, State_On) || has(option, State_Sunken))
            painting::frame(painter, option.rect,
                            { theme().selected, {}, 0, metrics::controlRadius });
        else if (has(option, State_MouseOver) && has(option, State_Enabled))
            painting::frame(painter, option.rect, { theme().hover, {}, 0, metrics::controlRadius });
        if (has(option, State_HasFocus) && has(option, State_KeyboardFocusChange))
            painting::focusRing(painter, option.rect, theme().focus, metrics::controlRadius);
        return true;
    default:
        return false;
    }
}

void ThemeStyle::drawPushButtonPanel(const QStyleOption &option, QPainter &painter) const
{
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(&option);
    ButtonState state;
    if (button && button->features.testFlag(QStyleOptionButton::DefaultButton))
        state.role = ButtonRole::Primary;
    else if (button && button->features.testFlag(QStyleOptionButton::Flat))
        state.role = ButtonRole::Ghost;
    state.enabled = has(option, State_Enabled);
    state.hovered = has(option, State_MouseOver);
    state.pressed = has(option, State_Sunken);
    state.focused = has(option, State_HasFocus) && has(option, State_KeyboardFocusChange);
    painting::button(painter, option.rect, theme(), state);
}

void ThemeStyle::drawCheckBox(const QStyleOption &option, QPainter &painter,
                              const QWidget *widget) const
{
    const bool enabled = has(option, State_Enabled);
    const bool set = has(option, State_On) || has(option, State_NoChange);
    painting::Frame box { theme().surface, theme().control, qreal(theme().border),
                          metrics::tagRadius };
    if (set && enabled)
        box = { theme().accent, {}, 0, metrics::tagRadius };
    else if (!enabled)
        box.fill = theme().track;
    painting::frame(painter, option.rect, box);
    const QColor mark = enabled ? theme().onAccent : theme().disabled;
    if (has(option, State_NoChange)) {
        const QRect rect = option.rect;
        painter.fillRect(QRect(rect.center() - QPoint(4, 0), QSize(9, 2)), mark);
    } else if (has(option, State_On)) {
        painting::icon(painter, m_look, option.rect, Icon::Check, mark, metrics::iconSmall, widget);
    }
    if (has(option, State_HasFocus) && has(option, State_KeyboardFocusChange))
        painting::focusRing(painter, option.rect.adjusted(-3, -3, 3, 3), theme().focus,
                            metrics::controlRadius);
}

void ThemeStyle::drawRadioButton(const QStyleOption &option, QPainter &painter) const
{
    const bool enabled = has(option, State_Enabled);
    const bool set = has(option, State_On);
    const QRectF rect(option.rect);
    const QColor border = set && enabled ? theme().accent : theme().control;
    painting::frame(painter, rect,
                    { enabled ? theme().surface : theme().track, border,
                      set ? qMax(1.5, qreal(theme().border)) : qreal(theme().border),
                      rect.height() / 2 });
    if (set)
        painting::frame(painter, rect.adjusted(5, 5, -5, -5),
                        { enabled ? theme().accent : theme().disabled, {}, 0, rect.height() / 2 });
    if (has(option, State_HasFocus) && has(option, State_KeyboardFocusChange))
        painting::focusRing(painter, rect.adjusted(-3, -3, 3, 3), theme().focus,
                            rect.height() / 2 + 3);
}

/// Text areas look like fields, everything else gets a plain line.
void ThemeStyle::drawScrollArea(const QStyleOption &option, QPainter &painter,
                                const QWidget *widget) const
{
    if (isTextEdit(widget))
        painting::field(painter, option.rect, theme(), fieldState(option, widget));
    else
        painting::frame(painter, option.rect, { {}, theme().line, qreal(theme().border), 0 });
}

} // namespace mintmark

// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/theme/themestyle.h"

#include "app/theme/metrics.h"
#include "app/theme/painting.h"

#include <QStyleOption>

namespace mintmark {

void ThemeStyle::drawMenuBarItem(const QStyleOptionMenuItem &option, QPainter &painter) const
{
    const bool enabled = option.state.testFlag(State_Enabled);
    const bool active = enabled && option.state.testFlag(State_Selected);
    const bool open = active && option.state.testFlag(State_Sunken);
    painter.fillRect(option.rect, theme().window);
    if (active)
        painting::frame(painter, option.rect.adjusted(1, 1, -1, -1),
                        { open ? theme().selected : theme().hover, {}, 0, metrics::tagRadius });
    painter.setFont(m_look.font(TextStyle::Body));
    painter.setPen(!enabled ? theme().disabled : open ? theme().onSelected : theme().text2);
    const int mnemonic = proxy()->styleHint(SH_UnderlineShortcut, &option, nullptr, nullptr)
        ? Qt::TextShowMnemonic
        : Qt::TextHideMnemonic;
    painter.drawText(option.rect, static_cast<int>(Qt::AlignCenter) | Qt::TextSingleLine | mnemonic,
                     option.text);
}

void ThemeStyle::drawMenuItem(const QStyleOptionMenuItem &option, QPainter &painter,
                              const QWidget *widget) const
{
    const QRect rect = option.rect;
    if (option.menuItemType == QStyleOptionMenuItem::Separator) {
        painting::edge(painter,
                       QRect(rect.x() + metrics::space2, rect.center().y(),
                             rect.width() - 2 * metrics::space2, theme().border),
                       Qt::TopEdge, theme().line, theme().border);
        return;
    }
    const bool enabled = option.state.testFlag(State_Enabled);
    const bool active = enabled && option.state.testFlag(State_Selected);
    if (active)
        painting::frame(painter, rect.adjusted(2, 0, -2, 0),
                        { theme().selected, {}, 0, metrics::tagRadius });
    const QColor color = rowColor(theme(), enabled ? &Theme::text : &Theme::disabled, active);
    const QColor quiet = rowColor(theme(), enabled ? &Theme::text2 : &Theme::disabled, active);

    const QRect mark =
        visualRect(option.direction, rect,
                   QRect(rect.x() + metrics::space2, rect.y(), metrics::icon, rect.height()));
    if (option.checkType != QStyleOptionMenuItem::NotCheckable && option.checked)
        painting::icon(painter, m_look, mark, Icon::Check, color, metrics::iconSmall, widget);
    else if (!option.icon.isNull())
        option.icon.paint(&painter, mark.adjusted(2, 2, -2, -2), Qt::AlignCenter,
                          enabled ? QIcon::Normal : QIcon::Disabled);

    const int left = metrics::space2 + metrics::icon + metrics::space2;
    const int right = metrics::space4 + metrics::space2;
    const QRect label = visualRect(option.direction, rect, rect.adjusted(left, 0, -right, 0));
    const QString text = option.text.section(u'\t', 0, 0);
    const QString shortcut = option.text.section(u'\t', 1);
    painter.setFont(m_look.font(TextStyle::Body));
    painter.setPen(color);
    painter.drawText(label,
                     static_cast<int>(Qt::AlignLeading | Qt::AlignVCenter) | Qt::TextSingleLine
                         | Qt::TextShowMnemonic,
                     text);
    painter.setFont(m_look.font(TextStyle::Small));
    painter.setPen(quiet);
    painter.drawText(label,
                     static_cast<int>(Qt::AlignTrailing | Qt::AlignVCenter) | Qt::TextSingleLine,
                     shortcut);
    if (option.menuItemType == QStyleOptionMenuItem::SubMenu) {
        const QRect arrow = visualRect(option.direction, rect,
                                       QRect(rect.right() - right, rect.y(), right, rect.height()));
        painting::icon(painter, m_look, arrow,
                       option.direction == Qt::RightToLeft ? Icon::Left : Icon::Right, quiet,
                       metrics::iconSmall, widget);
    }
}

} // namespace mintmark

// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/theme/themestyle.h"

#include "app/theme/buttonpainting.h"
#include "app/theme/metrics.h"
#include "app/theme/painting.h"

#include <QStyleOption>
#include <QTreeView>

namespace mintmark {

namespace {

bool has(const QStyleOption &option, QStyle::StateFlag flag)
{
    return option.state.testFlag(flag);
}

} // namespace

void ThemeStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                             const QWidget *widget) const
{
    if (!drawTextControl(element, *option, *painter, widget))
        QProxyStyle::drawControl(element, option, painter, widget);
}

bool ThemeStyle::drawTextControl(ControlElement element, const QStyleOption &option,
                                 QPainter &painter, const QWidget *widget) const
{
    const auto *menuItem = qstyleoption_cast<const QStyleOptionMenuItem *>(&option);
    const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(&option);
    const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(&option);
    switch (element) {
    case CE_PushButtonLabel:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(&option))
            drawPushButtonLabel(*button, painter);
        return true;
    case CE_TabBarTabShape:
        if (tab)
            drawTabShape(*tab, painter);
        return true;
    case CE_TabBarTabLabel:
        if (tab)
            drawTabLabel(*tab, painter, widget);
        return true;
    case CE_HeaderSection:
    case CE_HeaderEmptyArea:
        painter.fillRect(option.rect, theme().sunken);
        painting::edge(painter, option.rect, Qt::BottomEdge, theme().line, theme().border);
        return true;
    case CE_HeaderLabel:
        if (header)
            drawHeaderLabel(*header, painter, widget);
        return true;
    case CE_ComboBoxLabel:
        if (const auto *box = qstyleoption_cast<const QStyleOptionComboBox *>(&option))
            drawComboBoxLabel(*box, painter);
        return true;
    case CE_MenuBarItem:
        if (menuItem)
            drawMenuBarItem(*menuItem, painter);
        return true;
    case CE_MenuBarEmptyArea:
        painter.fillRect(option.rect, theme().window);
        return true;
    case CE_MenuItem:
        if (menuItem)
            drawMenuItem(*menuItem, painter, widget);
        return true;
    case CE_ProgressBar:
        if (const auto *bar = qstyleoption_cast<const QStyleOptionProgressBar *>(&option))
            drawProgressBar(*bar, painter);
        return true;
    case CE_Splitter:
        painter.fillRect(option.rect, theme().line);
        return true;
    case CE_ShapedFrame: {
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(&option);
        const bool horizontal = frame && frame->frameShape == QFrame::HLine;
        if (!horizontal && !(frame && frame->frameShape == QFrame::VLine))
            return false;
        painting::edge(painter, option.rect, horizontal ? Qt::TopEdge : Qt::LeftEdge, theme().line,
                       theme().border);
        return true;
    }
    default:
        return false;
    }
}

void ThemeStyle::drawPushButtonLabel(const QStyleOptionButton &option, QPainter &painter) const
{
    ButtonState state;
    if (option.features.testFlag(QStyleOptionButton::DefaultButton))
        state.role = ButtonRole::Primary;
    state.enabled = has(option, State_Enabled);
    state.pressed = has(option, State_Sunken);
    const bool primary = state.role == ButtonRole::Primary;
    painter.setFont(m_look.font(primary ? TextStyle::BodyStrong : TextStyle::Body));
    painter.setPen(painting::buttonText(theme(), state));
    const int mnemonic = proxy()->styleHint(SH_UnderlineShortcut, &option, nullptr, nullptr)
        ? Qt::TextShowMnemonic
        : Qt::TextHideMnemonic;
    painter.drawText(option.rect, static_cast<int>(Qt::AlignCenter) | Qt::TextSingleLine | mnemonic,
                     option.text);
}

void ThemeStyle::drawTabShape(const QStyleOptionTab &option, QPainter &painter) const
{
    constexpr int lineInset = 10;
    const QRect rect = option.rect;
    const QRect label = rect.adjusted(lineInset, 0, -lineInset, 0);
    if (has(option, State_Selected))
        painting::edge(painter, label, Qt::BottomEdge, theme().accent, metrics::selectionBar);
    else if (has(option, State_MouseOver) && has(option, State_Enabled))
        painting::edge(painter, label, Qt::BottomEdge, theme().control, theme().border);
    if (has(option, State_HasFocus) && has(option, State_KeyboardFocusChange))
        painting::focusRing(painter, rect.adjusted(2, 3, -2, -4), theme().focus,
                            metrics::controlRadius);
}

void ThemeStyle::drawTabLabel(const QStyleOptionTab &option, QPainter &painter,
                              const QWidget *widget) const
{
    const bool chosen = has(option, State_Selected);
    QColor color = chosen ? theme().text : theme().text2;
    if (!has(option, State_Enabled))
        color = theme().disabled;
    const QRect rect = subElementRect(SE_TabBarTabText, &option, widget);
    painter.save();
    painter.setFont(m_look.font(chosen ? TextStyle::BodyStrong : TextStyle::Body));
    painter.setPen(color);
    // The tab was measured with the normal weight; what the chosen one takes more, its margins
    // have.
    painter.drawText(rect,
                     static_cast<int>(Qt::AlignCenter) | Qt::TextSingleLine | Qt::TextShowMnemonic
                         | Qt::TextDontClip,
                     option.text);
    painter.restore();
}

void ThemeStyle::drawHeaderLabel(const QStyleOptionHeader &option, QPainter &painter,
                                 const QWidget *widget) const
{
    // Over the text of the cells: they keep a margin, and a tree has its branches before the names.
    constexpr int cellMargin = 2;
    int indent = cellMargin;
    const auto *tree = widget ? qobject_cast<const QTreeView *>(widget->parentWidget()) : nullptr;
    if (tree && tree->rootIsDecorated() && option.section == tree->treePosition())
        indent += tree->indentation();
    QRect rect =
        QStyle::visualRect(option.direction, option.rect, option.rect.adjusted(indent, 0, 0, 0));
    if (option.sortIndicator != QStyleOptionHeader::None)
        rect.adjust(0, 0, -metrics::iconSmall, 0);
    painting::text(painter, rect, option.text, m_look.font(TextStyle::TableHead), theme().text2,
                   QStyle::visualAlignment(option.direction, option.textAlignment)
                       & Qt::AlignHorizontal_Mask);
}

void ThemeStyle::drawComboBoxLabel(const QStyleOptionComboBox &option, QPainter &painter) const
{
    if (option.editable)
        return;
    QRect rect = proxy()
                     ->subControlRect(CC_ComboBox, &option, SC_ComboBoxEditField, nullptr)
                     .adjusted(2, 0, 0, 0);
    if (!option.currentIcon.isNull()) {
        const QPixmap pixmap =
            option.currentIcon.pixmap(option.iconSize, painter.device()->devicePixelRatio());
        painter.drawPixmap(QPoint(rect.x(), rect.center().y() - option.iconSize.height() / 2 + 1),
                           pixmap);
        rect.setLeft(rect.left() + option.iconSize.width() + metrics::space2);
    }
    painting::text(painter, rect, option.currentText, m_look.font(TextStyle::Body),
                   has(option, State_Enabled) ? theme().text : theme().disabled);
}

void ThemeStyle::drawProgressBar(const QStyleOptionProgressBar &option, QPainter &painter) const
{
    const QRectF rect(option.rect);
    const qreal radius = rect.height() / 2;
    painting::frame(painter, rect, { theme().track, {}, 0, radius });
    const qint64 range = qint64(option.maximum) - option.minimum;
    if (range <= 0 || option.progress <= option.minimum)
        return;
    const qreal part = qBound(0.0, double(option.progress - option.minimum) / double(range), 1.0);
    QRectF done = rect;
    done.setWidth(qMax(rect.height(), rect.width() * part));
    if (option.direction == Qt::RightToLeft)
        done.moveRight(rect.right());
    painting::frame(painter, done, { theme().accent, {}, 0, radius });
}

} // namespace mintmark

// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/theme/themestyle.h"

#include "app/theme/metrics.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QHeaderView>
#include <QPlainTextEdit>
#include <QStyleOption>
#include <QTabBar>
#include <QTextEdit>

namespace mintmark {

namespace {

/// The height of the design, or what the text needs at a larger font.
int heightFor(const QStyleOption &option, int design, int padding)
{
    return qMax(design, option.fontMetrics.height() + padding);
}

QSize atLeast(QSize size, int height)
{
    size.setHeight(height);
    return size;
}

} // namespace

void ThemeStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QAbstractButton *>(widget) || qobject_cast<QTabBar *>(widget)
        || qobject_cast<QHeaderView *>(widget) || qobject_cast<QComboBox *>(widget))
        widget->setAttribute(Qt::WA_Hover);
}

QRect ThemeStyle::subElementRect(SubElement element, const QStyleOption *option,
                                 const QWidget *widget) const
{
    if (element == SE_LineEditContents) {
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        if (frame && frame->lineWidth > 0) {
            // QLineEdit adds 2 px of its own at each side.
            constexpr int margin = metrics::fieldMargin - 2;
            return option->rect.adjusted(margin, 2, -margin, -2);
        }
    }
    return QProxyStyle::subElementRect(element, option, widget);
}

QSize ThemeStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                                   const QWidget *widget) const
{
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    if (!option)
        return result;
    switch (type) {
    case CT_PushButton: {
        const int height = heightFor(*option, metrics::buttonHeight, 20);
        const int ring = 2 * metrics::ringSpace;
        return { qMax(80, size.width() + 2 * metrics::space4 + ring), height };
    }
    case CT_LineEdit: {
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        if (frame && frame->lineWidth > 0)
            return atLeast(result, heightFor(*option, metrics::fieldHeight, 18));
        return result;
    }
    case CT_ComboBox:
    case CT_SpinBox:
        return atLeast(result, heightFor(*option, metrics::fieldHeight, 18));
    case CT_TabBarTab:
        return atLeast(result, heightFor(*option, metrics::tabHeight, 20));
    case CT_MenuBarItem:
        return { size.width() + 2 * metrics::space2 + 2,
                 heightFor(*option, metrics::menuBarHeight, 8) };
    case CT_MenuItem: {
        const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
        if (item && item->menuItemType == QStyleOptionMenuItem::Separator)
            return { 10, 9 };
        const int marks = metrics::space2 + metrics::icon + metrics::space2;
        const int gap = option->fontMetrics.horizontalAdvance(u'x') * 4;
        const int shortcut = item ? item->reservedShortcutWidth : 0;
        return { size.width() + marks + metrics::space5 + (shortcut > 0 ? gap : 0),
                 heightFor(*option, 28, 12) };
    }
    case CT_HeaderSection:
        result.rwidth() += metrics::space2;
        return atLeast(result, heightFor(*option, metrics::tableHeadHeight, 12));
    case CT_ItemViewItem:
        result.setHeight(qMax(result.height(), heightFor(*option, metrics::tableRowHeight, 14)));
        return result;
    case CT_CheckBox:
    case CT_RadioButton:
        result.setHeight(qMax(result.height(), metrics::smallestTarget));
        return result;
    case CT_ProgressBar:
        return atLeast(result, metrics::timeBarHeight);
    default:
        return result;
    }
}

int ThemeStyle::pixelMetric(PixelMetric metric, const QStyleOption *option,
                            const QWidget *widget) const
{
    switch (metric) {
    case PM_DefaultFrameWidth:
        // The rounded frame of a text area needs room, or its corners are cut by the viewport.
        if (qobject_cast<const QPlainTextEdit *>(widget) || qobject_cast<const QTextEdit *>(widget))
            return 4;
        return 1;
    case PM_ScrollBarExtent:
        return metrics::scrollBar;
    case PM_ScrollBarSliderMin:
        return metrics::smallestTarget;
    case PM_ScrollView_ScrollBarSpacing:
    case PM_ScrollView_ScrollBarOverlap:
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
    case PM_TabBarTabShiftHorizontal:
    case PM_TabBarTabShiftVertical:
    case PM_TabBarTabOverlap:
    case PM_TabBarBaseOverlap:
    case PM_MenuBarPanelWidth:
    case PM_MenuBarVMargin:
    case PM_MenuBarItemSpacing:
        return 0;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return metrics::indicator;
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
        return metrics::space2;
    case PM_SplitterWidth:
    case PM_MenuPanelWidth:
        return theme().border;
    case PM_MenuHMargin:
    case PM_MenuVMargin:
    case PM_MenuBarHMargin:
        return metrics::space1;
    case PM_TabBarTabHSpace:
        return 28;
    case PM_HeaderMarkSize:
    case PM_SmallIconSize:
        return metrics::iconSmall;
    case PM_ButtonIconSize:
    case PM_ToolBarIconSize:
        return metrics::icon;
    case PM_HeaderDefaultSectionSizeVertical:
        return metrics::tableRowHeight;
    case PM_ToolTipLabelFrameWidth:
        return metrics::space2;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int ThemeStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                          QStyleHintReturn *returnData) const
{
    switch (hint) {
    case SH_EtchDisabledText:
    case SH_DialogButtonBox_ButtonsHaveIcons:
    case SH_ScrollBar_Transient:
    case SH_ComboBox_Popup:
        return 0;
    case SH_ItemView_ShowDecorationSelected:
        return 1;
    case SH_TabBar_Alignment:
    case SH_FormLayoutLabelAlignment:
        return Qt::AlignLeft;
    case SH_ToolTip_WakeUpDelay:
        return 400;
    case SH_Table_GridLineColor:
        return static_cast<int>(theme().line.rgb());
    default:
        return QProxyStyle::styleHint(hint, option, widget, returnData);
    }
}

} // namespace mintmark

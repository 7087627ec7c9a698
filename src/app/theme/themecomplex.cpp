// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/theme/themestyle.h"

#include "app/theme/metrics.h"
#include "app/theme/painting.h"

#include <QAbstractScrollArea>
#include <QStyleOption>

namespace mintmark {

using painting::FieldState;

namespace {

constexpr int arrowField = 28; ///< width of the arrow at the end of a combo or spin box

FieldState fieldState(const QStyleOption &option, const QWidget *widget)
{
    if (!option.state.testFlag(QStyle::State_Enabled))
        return FieldState::Disabled;
    if (option.state.testFlag(QStyle::State_HasFocus))
        return FieldState::Focused;
    return widget && widget->property("fault").toBool() ? FieldState::Faulty : FieldState::Idle;
}

QRect sliderRect(const QStyleOptionSlider &option)
{
    const bool vertical = option.orientation == Qt::Vertical;
    const int length = vertical ? option.rect.height() : option.rect.width();
    const qint64 range = qint64(option.maximum) - option.minimum;
    int slider = length;
    if (range > 0) {
        const qint64 pages = range + option.pageStep;
        slider = qBound(qMin(metrics::smallestTarget, length),
                        static_cast<int>(qint64(option.pageStep) * length / qMax<qint64>(1, pages)),
                        length);
    }
    const int start = QStyle::sliderPositionFromValue(
        option.minimum, option.maximum, option.sliderPosition, length - slider, option.upsideDown);
    return vertical ? QRect(0, start, option.rect.width(), slider)
                    : QRect(start, 0, slider, option.rect.height());
}

QRect scrollBarRect(const QStyleOptionSlider &option, QStyle::SubControl subControl)
{
    const QRect slider = sliderRect(option);
    QRect rect = option.rect;
    const bool vertical = option.orientation == Qt::Vertical;
    switch (subControl) {
    case QStyle::SC_ScrollBarSlider:
        return slider;
    case QStyle::SC_ScrollBarGroove:
        return rect;
    case QStyle::SC_ScrollBarSubPage:
        vertical ? rect.setBottom(slider.top() - 1) : rect.setRight(slider.left() - 1);
        return rect;
    case QStyle::SC_ScrollBarAddPage:
        vertical ? rect.setTop(slider.bottom() + 1) : rect.setLeft(slider.right() + 1);
        return rect;
    default: // no arrow buttons
        return {};
    }
}

QColor groundOf(const QWidget *scrollBar, const Theme &theme)
{
    for (const QWidget *up = scrollBar; up; up = up->parentWidget()) {
        if (const auto *area = qobject_cast<const QAbstractScrollArea *>(up)) {
            const QWidget *viewport = area->viewport();
            return viewport->palette().color(viewport->backgroundRole());
        }
    }
    return theme.window;
}

} // namespace

void ThemeStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                                    QPainter *painter, const QWidget *widget) const
{
    if (const auto *box = qstyleoption_cast<const QStyleOptionComboBox *>(option);
        box && control == CC_ComboBox)
        drawComboBox(*box, *painter, widget);
    else if (const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option);
             spin && control == CC_SpinBox)
        drawSpinBox(*spin, *painter, widget);
    else if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
             bar && control == CC_ScrollBar)
        drawScrollBar(*bar, *painter, widget);
    else
        QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QRect ThemeStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option,
                                 SubControl subControl, const QWidget *widget) const
{
    const QRect rect = option->rect;
    if (control == CC_ScrollBar) {
        if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option))
            return visualRect(option->direction, rect, scrollBarRect(*bar, subControl));
    }
    const QRect arrow(rect.right() - arrowField + 1, rect.top(), arrowField, rect.height());
    const QRect edit = rect.adjusted(metrics::fieldMargin - 2, 2, -arrowField, -2);
    if (control == CC_ComboBox && subControl == SC_ComboBoxArrow)
        return visualRect(option->direction, rect, arrow);
    if (control == CC_ComboBox && subControl == SC_ComboBoxEditField)
        return visualRect(option->direction, rect, edit);
    if (control == CC_SpinBox) {
        QRect half = arrow;
        if (subControl == SC_SpinBoxUp)
            half.setHeight(rect.height() / 2);
        else if (subControl == SC_SpinBoxDown)
            half.setTop(rect.top() + rect.height() / 2);
        else
            half = subControl == SC_SpinBoxEditField ? edit : rect;
        return visualRect(option->direction, rect, half);
    }
    return QProxyStyle::subControlRect(control, option, subControl, widget);
}

void ThemeStyle::drawComboBox(const QStyleOptionComboBox &option, QPainter &painter,
                              const QWidget *widget) const
{
    if (option.frame)
        painting::field(painter, option.rect, theme(), fieldState(option, widget));
    const bool enabled = option.state.testFlag(State_Enabled);
    painting::icon(
        painter, m_look, proxy()->subControlRect(CC_ComboBox, &option, SC_ComboBoxArrow, widget),
        Icon::Down, enabled ? theme().text2 : theme().disabled, metrics::iconSmall, widget);
}

void ThemeStyle::drawSpinBox(const QStyleOptionSpinBox &option, QPainter &painter,
                             const QWidget *widget) const
{
    if (option.frame)
        painting::field(painter, option.rect, theme(), fieldState(option, widget));
    if (option.buttonSymbols == QAbstractSpinBox::NoButtons)
        return;
    const auto arrow = [&](SubControl part, QAbstractSpinBox::StepEnabledFlag step, Icon icon,
                           int shift) {
        const bool enabled = option.state.testFlag(State_Enabled) && option.stepEnabled & step;
        const QRect rect = proxy()->subControlRect(CC_SpinBox, &option, part, widget);
        painting::icon(painter, m_look, rect.translated(0, shift), icon,
                       enabled ? theme().text2 : theme().disabled, metrics::iconSmall, widget);
    };
    arrow(SC_SpinBoxUp, QAbstractSpinBox::StepUpEnabled, Icon::Up, 2);
    arrow(SC_SpinBoxDown, QAbstractSpinBox::StepDownEnabled, Icon::Down, -2);
}

void ThemeStyle::drawScrollBar(const QStyleOptionSlider &option, QPainter &painter,
                               const QWidget *widget) const
{
    painter.fillRect(option.rect, groundOf(widget, theme()));
    if (option.maximum <= option.minimum)
        return;
    constexpr int margin = 3;
    const QRect slider = proxy()
                             ->subControlRect(CC_ScrollBar, &option, SC_ScrollBarSlider, widget)
                             .adjusted(margin, margin, -margin, -margin);
    const bool hot = option.activeSubControls.testFlag(SC_ScrollBarSlider)
        && option.state.testFlag(State_MouseOver);
    const bool held = option.state.testFlag(State_Sunken);
    painting::frame(painter, slider,
                    { hot || held ? theme().text2 : theme().control,
                      {},
                      0,
                      qMin(slider.width(), slider.height()) / 2.0 });
}

} // namespace mintmark

// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/theme/look.h"

#include <QProxyStyle>

class QStyleOptionButton;
class QStyleOptionComboBox;
class QStyleOptionHeader;
class QStyleOptionMenuItem;
class QStyleOptionProgressBar;
class QStyleOptionSlider;
class QStyleOptionSpinBox;
class QStyleOptionTab;

namespace mintmark {

/// Fusion, flat: without its gradients, with our sizes. There are no style sheets beside it.
///
/// An input field with the dynamic property `fault` (bool) gets the border of a field with a
/// problem.
class ThemeStyle : public QProxyStyle
{
    Q_OBJECT
public:
    explicit ThemeStyle(const Theme &theme);

    const Look &look() const { return m_look; }
    /// The caller repaints, by setting the palette that belongs to the theme.
    void setTheme(const Theme &theme) { m_look.setTheme(theme); }

    // themestyle.cpp: panels, frames and indicators
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    // themecomplex.cpp: combo box, spin box, scroll bar
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                            QPainter *painter, const QWidget *widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option,
                         SubControl subControl, const QWidget *widget) const override;
    // themelabels.cpp: texts of controls
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget) const override;
    // thememetrics.cpp: sizes and hints
    using QProxyStyle::polish;
    void polish(QWidget *widget) override;
    QRect subElementRect(SubElement element, const QStyleOption *option,
                         const QWidget *widget) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                           const QWidget *widget) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption *option,
                    const QWidget *widget) const override;
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *returnData) const override;

private:
    const Theme &theme() const { return m_look.theme(); }

    bool drawFramePrimitive(PrimitiveElement element, const QStyleOption &option, QPainter &painter,
                            const QWidget *widget) const;
    bool drawItemPrimitive(PrimitiveElement element, const QStyleOption &option, QPainter &painter,
                           const QWidget *widget) const;
    bool drawIndicatorPrimitive(PrimitiveElement element, const QStyleOption &option,
                                QPainter &painter, const QWidget *widget) const;
    void drawPushButtonPanel(const QStyleOption &option, QPainter &painter) const;
    void drawCheckBox(const QStyleOption &option, QPainter &painter, const QWidget *widget) const;
    void drawRadioButton(const QStyleOption &option, QPainter &painter) const;
    void drawScrollArea(const QStyleOption &option, QPainter &painter, const QWidget *widget) const;

    void drawComboBox(const QStyleOptionComboBox &option, QPainter &painter,
                      const QWidget *widget) const;
    void drawSpinBox(const QStyleOptionSpinBox &option, QPainter &painter,
                     const QWidget *widget) const;
    void drawScrollBar(const QStyleOptionSlider &option, QPainter &painter,
                       const QWidget *widget) const;

    bool drawTextControl(ControlElement element, const QStyleOption &option, QPainter &painter,
                         const QWidget *widget) const;
    void drawPushButtonLabel(const QStyleOptionButton &option, QPainter &painter) const;
    void drawTabShape(const QStyleOptionTab &option, QPainter &painter) const;
    void drawTabLabel(const QStyleOptionTab &option, QPainter &painter,
                      const QWidget *widget) const;
    void drawHeaderLabel(const QStyleOptionHeader &option, QPainter &painter,
                         const QWidget *widget) const;
    void drawComboBoxLabel(const QStyleOptionComboBox &option, QPainter &painter) const;
    void drawMenuBarItem(const QStyleOptionMenuItem &option, QPainter &painter) const;
    void drawMenuItem(const QStyleOptionMenuItem &option, QPainter &painter,
                      const QWidget *widget) const;
    void drawProgressBar(const QStyleOptionProgressBar &option, QPainter &painter) const;

    Look m_look;
};

} // namespace mintmark
